import ParallaxCore

extension SentenceParser {
  /// End of the noun phrase that begins at `start`; `start` when none does.
  ///
  /// - Parameter withPhrases: Whether prepositional phrases after the head are taken along.
  func nounPhraseEnd(from start: Int, withPhrases: Bool = false) -> Int {
    var index = start
    let limit = min(units.count, start + Self.reach)
    var hasHead = false
    /// End of the last whole phrase, should the one begun after a preposition come to nothing.
    var whole = start
    while index < limit {
      let tag = units[index].tag
      switch tag {
      case .pronoun:
        if hasHead || index > start && !self.tag(index - 1).isPhraseOpener { return index }
        hasHead = true
        index += 1
        if withPhrases && self.tag(index) == .preposition { continue }
        return index
      case .determiner, .possessive:
        if hasHead && tag == .determiner { return index }
        // *Trump’s plan*: the clitic goes on with the phrase, *his* begins another.
        if hasHead && !self.classes(index).isDisjoint(with: .possessive) { return index }
        if hasHead { whole = index }
        index += 1
        hasHead = false
      case .time:
        if hasHead && self.tag(index + 1) != .possessive { return index }
        hasHead = true
        index += 1
      case .name:
        // *told reporters Vale would*, but *economists Vale and Ruiz*
        if hasHead && isPluralNoun(index - 1) && isNameBeforeVerb(index) { return index }
        hasHead = true
        index += 1
      case .noun, .number, .fragment:
        hasHead = true
        index += 1
      case .quotation where index > start && !hasHead:
        return index + 1
      case .adjective:
        if hasHead && !self.tag(index + 1).isNominal { return index }
        index += 1
      case .bracketed:
        if !hasHead { return index }
        index += 1
      case .adverb where !hasHead && index > start:
        index += 1
      case .adverb where units[index].shape.isEmpty && byte(index) == UInt8(ascii: "."):
        index += 1
      case .ing, .participle:
        if hasHead || index == start && self.tag(index + 1) != .noun { return hasHead ? index : whole }
        index += 1
      case .conjunction:
        guard hasHead, joinsNouns(index) else { return hasHead ? index : whole }
        whole = index
        index += 1
        hasHead = false
      case .preposition where withPhrases && hasHead:
        guard self.tag(index + 1).isNominal else { return index }
        whole = index
        index += 1
        hasHead = false
      default:
        return hasHead ? index : whole
      }
    }
    return hasHead ? index : whole
  }

  private func isNameBeforeVerb(_ index: Int) -> Bool {
    var end = index
    while end < index + 6 && tag(end) == .name { end += 1 }
    while end < index + 8 && tag(end) == .adverb { end += 1 }
    return tag(end) == .verb || tag(end) == .auxiliary
  }

  /// Whether the conjunction at `index` joins two noun phrases rather than two clauses.
  private func joinsNouns(_ index: Int) -> Bool {
    guard tag(index + 1).isNominal, tag(index + 1) != .pronoun else { return false }
    var end = index + 1
    while end < units.count && end < index + 8 && units[end].tag.isNominal { end += 1 }
    return !tag(end).isVerbal || tag(end) == .ing || tag(end) == .participle
  }

  func isPluralNoun(_ index: Int) -> Bool {
    guard index >= 0, units[index].tag == .noun else { return false }
    let token = token(index)
    return units[index].classes.contains(.plural)
      || bytes[Int(token.end) - 1] == UInt8(ascii: "s") && token.end - token.start > 3
  }

  /// Start of the noun phrase that ends before `end`, with the phrases that hang on it; `end` when none does.
  ///
  /// - Parameter low: First unit that may belong to it.
  func nounPhraseStart(endingAt end: Int, low: Int, withPhrases: Bool = true) -> Int {
    let low = max(low, end - Self.reach)
    if end > low, tag(end - 1) == .pronoun, !classes(end - 1).isDisjoint(with: .subject) { return end - 1 }
    var index = end - 1
    /// The leftmost place where a whole phrase begins.
    var start = end
    /// A preposition or conjunction was passed, and the phrase to its left is still to be seen.
    var isOpen = false
    /// Where the last conjunct begins, should what stands before it be an object.
    var lastConjunct: Int?
    scan: while index >= low {
      let tag = units[index].tag
      switch tag {
      case .noun, .name, .number, .adjective, .possessive, .fragment, .bracketed, .determiner, .pronoun:
        if !isOpen && start < end && opensPhrase(start)
          && !(tag == .determiner && self.tag(start) == .determiner)
        {
          break scan
        }
        if tag == .pronoun && start < end && !isOpen { break scan }
        if tag == .bracketed && start == end { break scan }
      case .time:
        guard start == end || isOpen || self.tag(index + 1) == .possessive else { break scan }
      case .participle, .ing:
        // *officials briefed on the plan*, *the winning side*
        guard self.tag(index - 1).isNominal, start < end, self.tag(start) != .determiner || tag == .participle
        else {
          break scan
        }
        isOpen = true
        index -= 1
        continue
      case .adverb:
        guard
          byte(index) == UInt8(ascii: ".") || self.tag(index - 1) == .determiner
            || self.tag(index + 1) == .adjective
        else { break scan }
        index -= 1
        continue
      case .preposition:
        guard withPhrases, !isOpen, start < end, self.tag(index - 1).isNominal, self.tag(index - 1) != .time
        else {
          break scan
        }
        isOpen = true
        index -= 1
        continue
      case .conjunction:
        guard !isOpen, start < end else { break scan }
        if self.tag(index - 1) == .comma { index -= 1 }
        guard self.tag(index - 1).isNominal else { break scan }
        lastConjunct = lastConjunct ?? start
        isOpen = true
        index -= 1
        continue
      default:
        break scan
      }
      start = index
      isOpen = false
      index -= 1
    }
    // *attacked Vale and Ruiz said*: what stands before the conjunction is the object of a verb.
    if let cut = lastConjunct, index >= low, tag(index).isVerbal { return cut }
    return start
  }

  /// An article, possessive or pronoun begins a phrase.
  private func opensPhrase(_ index: Int) -> Bool {
    switch tag(index) {
    case .determiner, .pronoun: true
    case .possessive: !classes(index).isDisjoint(with: .possessive)
    default: false
    }
  }

  /// End of a source that begins at `start` to the right of its cue, with titles and appositions after it.
  func sourceEnd(from start: Int) -> Int {
    var end = nounPhraseEnd(from: start, withPhrases: true)
    guard end > start else { return start }
    // *said Ana Ruiz, the mayor of Vale, in June*
    var rounds = 0
    while rounds < 3, tag(end) == .comma, opensApposition(end + 1) {
      var next = nounPhraseEnd(from: end + 1, withPhrases: true)
      guard next > end + 1 else { break }
      // *a union that broke away*
      if tag(next) == .that || tag(next) == .interrogative { next = relativeClauseEnd(from: next) }
      guard next == units.count || tag(next) == .comma || tag(next) == .stop else { break }
      end = next
      rounds += 1
    }
    return end
  }

  /// End of a relative clause: the next mark.
  private func relativeClauseEnd(from start: Int) -> Int {
    var end = start
    let limit = min(units.count, start + Self.reach)
    while end < limit, !tag(end).isMark, !tag(end).isQuoted { end += 1 }
    return end
  }

  private func opensApposition(_ index: Int) -> Bool {
    switch tag(index) {
    case .determiner, .noun, .possessive, .adjective: true
    case .name: units[index].shape.contains(.capitalized)
    default: false
    }
  }
}

extension Tag {
  fileprivate var isPhraseOpener: Bool { self == .preposition || self == .determiner || self == .conjunction }
}
