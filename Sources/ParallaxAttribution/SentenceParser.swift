import ParallaxCore

/// Reads one sentence after the other into units, tags and verb groups.
///
/// A shallow parser: closed classes, known verb forms and the two neighbours of a word decide what it is.
/// Every step is linear in the sentence, every search around a cue is bounded by `reach`.
struct SentenceParser {
  let lexicon: CueLexicon
  let bytes: UnsafePointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>

  var units = FlatList<Unit>()
  var groups = FlatList<VerbGroup>()
  /// The quotations of the paragraph, which units point into.
  var quotations = FlatList<Quotation>()
  /// Who reports in the sentence so far, and the unit where that report ends.
  var reporter: (subject: Subject, end: Int)?
  /// The unit where the last report after its content ends: later ones do not reach back over it.
  var framedEnd = 0
  /// A report that ends the sentence with a colon and has its content in the next paragraph.
  var announcement: Draft?
  /// A report of the sentence whose content was not found.
  var unfinished: Draft?
  /// The report being read stands in a clause under another: *After he said so, …*
  var isSubordinate = false
  /// Some word of the sentence can be a cue; without one there is nothing to find.
  private(set) var hasTrigger = false
  /// Every other word is capitalized, so capitals mean nothing.
  var isTitleCase = false

  /// Most units that are looked at to the left or right of a cue for a source.
  static let reach = 60

  init(lexicon: CueLexicon, bytes: UnsafePointer<UInt8>, tokens: UnsafeBufferPointer<Token>) {
    self.lexicon = lexicon
    self.bytes = bytes
    self.tokens = tokens
  }

  /// Frees the parser's memory.
  func free() {
    units.free()
    groups.free()
    quotations.free()
  }

  /// Parses the tokens of `range`; no quotation before `firstQuotation` reaches into it.
  ///
  /// - Parameter always: Whether to go on where no word can be a cue.
  mutating func parse(_ range: Range<Int>, firstQuotation: Int, always: Bool = false) {
    units.removeAll()
    groups.removeAll()
    reporter = nil
    framedEnd = 0
    announcement = nil
    unfinished = nil
    var seen: WordClasses = []
    var hasBracket = false
    var next = firstQuotation
    var index = range.lowerBound
    while index < range.upperBound {
      while next < quotations.count && quotations[next].tokens.upperBound <= index { next += 1 }
      if next < quotations.count && quotations[next].tokens.lowerBound <= index {
        let end = min(quotations[next].tokens.upperBound, range.upperBound)
        units.append(
          Unit(
            first: Int32(index), end: Int32(end), word: 0, classes: [], verb: -1, cue: -1, preposition: 0,
            tag: quotations[next].isFragment ? .fragment : .quotation,
            shape: tokens[index].shape, quotation: Int32(next)))
        index = end
        continue
      }
      let token = tokens[index]
      let entry = lexicon.entry(token.word)
      seen.formUnion(entry.classes)
      if token.kind == .punctuation {
        let byte = bytes[Int(token.start)]
        if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { hasBracket = true }
      }
      units.append(
        Unit(
          first: Int32(index), end: Int32(index + 1), word: token.word, classes: entry.classes,
          verb: entry.verb,
          cue: entry.cue, preposition: entry.preposition, tag: fixedTag(of: token, entry), shape: token.shape)
      )
      index += 1
    }
    hasTrigger = seen.contains(.trigger)
    guard hasTrigger || always else { return }
    isTitleCase = findTitleCase()
    if hasBracket { foldBrackets() }
    tagAll()
    findGroups()
  }

  /// The tag of a small word that needs no look at its neighbours.
  @inline(__always)
  private func fixedTag(of token: Token, _ entry: WordEntry) -> Tag {
    guard token.kind == .word, !token.shape.contains(.capitalized) else { return .other }
    if entry.fixedTag != .other || !entry.classes.isEmpty { return entry.fixedTag }
    // Unknown words are nouns unless they end in -ed, -ing or -ly.
    switch bytes[Int(token.end) - 1] {
    case UInt8(ascii: "d"), UInt8(ascii: "g"), UInt8(ascii: "y"): return .other
    default: return .noun
    }
  }

  /// Whether most words that are usually small are capitalized.
  private func findTitleCase() -> Bool {
    var capital = 0
    var small = 0
    for index in 0..<min(40, units.count) where units[index].quotation < 0 {
      let token = self.token(index)
      guard token.kind == .word, token.end - token.start > 3 else { continue }
      if token.shape.contains(.capitalized) { capital += 1 } else { small += 1 }
    }
    return capital >= 3 && capital > 3 * small
  }

  /// Makes one unit of each pair of brackets inside the sentence.
  private mutating func foldBrackets() {
    guard units.count > 2 else { return }
    var write = 0
    var read = 0
    while read < units.count {
      if read > 0, let close = bracketEnd(at: read) {
        var unit = units[read]
        unit.end = units[close].end
        unit.tag = .bracketed
        units[write] = unit
        read = close + 1
      } else {
        if write != read { units[write] = units[read] }
        read += 1
      }
      write += 1
    }
    units.truncate(to: write)
  }

  private func bracketEnd(at index: Int) -> Int? {
    let open = byte(index)
    guard open == UInt8(ascii: "(") || open == UInt8(ascii: "["), units[index].tag == .other else {
      return nil
    }
    let close: UInt8 = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var end = index + 1
    while end < units.count && end < index + 40 {
      if byte(end) == close && units[end].tag == .other { return end }
      end += 1
    }
    return nil
  }

  func quotation(_ index: Int) -> Quotation? {
    let number = Int(units[index].quotation)
    return number >= 0 ? quotations[number] : nil
  }

  /// The first token of a unit.
  @inline(__always)
  func token(_ index: Int) -> Token { tokens[Int(units[index].first)] }

  /// The first byte of a unit.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 { bytes[Int(token(index).start)] }

  @inline(__always)
  func tag(_ index: Int) -> Tag { index >= 0 && index < units.count ? units[index].tag : .stop }

  @inline(__always)
  func classes(_ index: Int) -> WordClasses { index >= 0 && index < units.count ? units[index].classes : [] }

  // MARK: Verb groups

  private mutating func findGroups() {
    var index = 0
    while index < units.count {
      guard startsGroup(index) else {
        index += 1
        continue
      }
      let group = group(at: index)
      groups.append(group)
      index = max(index + 1, group.units.upperBound)
    }
  }

  /// Whether a verb group begins here: at a verb, at *to* with its verb, or at an adverb before either.
  private func startsGroup(_ index: Int) -> Bool {
    switch units[index].tag {
    case .auxiliary, .verb, .base, .ing, .participle, .to: return true
    case .adverb: break
    default: return false
    }
    var index = index
    let limit = min(units.count, index + 4)
    while index < limit && units[index].tag == .adverb { index += 1 }
    guard index < limit else { return false }
    return units[index].tag.isVerbal || units[index].tag == .to
  }

  private func group(at start: Int) -> VerbGroup {
    var index = start
    while tag(index) == .adverb { index += 1 }
    let isInfinitive = tag(index) == .to
    if isInfinitive { index += 1 }
    index = min(index, units.count - 1)
    var lastAuxiliary: WordClasses = []
    var isFinite = !isInfinitive
    var head = index
    let first = index
    while index < units.count && index < start + 12 {
      switch units[index].tag {
      case .auxiliary:
        if index == first && units[index].classes.isDisjoint(with: .modal)
          && (isNonFiniteAuxiliary(index))
        {
          isFinite = false
        }
        lastAuxiliary = units[index].classes
        head = index
        index += 1
      case .adverb:
        // Adverbs join the group only on the way to a verb.
        var after = index
        while tag(after) == .adverb && after < index + 4 { after += 1 }
        guard tag(after).isVerbal, index > first || isInfinitive, !lastAuxiliary.isEmpty || isInfinitive
        else {
          return finish(start, head, isFinite, isInfinitive, lastAuxiliary)
        }
        index = after
      case .verb, .base, .ing, .participle:
        head = index
        if lastAuxiliary.isEmpty && (units[index].tag == .ing || units[index].tag == .participle) {
          isFinite = false
        }
        return finish(start, head, isFinite, isInfinitive, lastAuxiliary)
      default:
        return finish(start, head, isFinite, isInfinitive, lastAuxiliary)
      }
    }
    return finish(start, head, isFinite, isInfinitive, lastAuxiliary)
  }

  private func finish(
    _ start: Int, _ head: Int, _ isFinite: Bool, _ isInfinitive: Bool, _ auxiliary: WordClasses
  ) -> VerbGroup {
    let isPassive = units[head].tag == .participle && auxiliary.contains(.be)
    return VerbGroup(
      first: Int32(start), head: Int32(head), isFinite: isFinite, isInfinitive: isInfinitive,
      isPassive: isPassive, isIng: units[head].tag == .ing && auxiliary.isEmpty)
  }

  /// *being*, *having*, *been*, *be* without a modal.
  func isNonFiniteAuxiliary(_ index: Int) -> Bool {
    let token = token(index)
    let last = bytes[Int(token.end) - 1]
    return last == UInt8(ascii: "g") || (token.end - token.start == 2 && last == UInt8(ascii: "e"))
      || (token.end - token.start == 4 && last == UInt8(ascii: "n") && classes(index).contains(.be))
  }
}
