import ParallaxCore

extension SentenceParser {
  /// Who performs a verb group.
  struct Subject {
    /// Units of the source; a relative pronoun stands for itself.
    var units: Range<Int>
    /// Units of the noun phrase a relative pronoun stands for.
    var antecedent: Range<Int>?
  }

  /// The subject of the verb group numbered `number`: to its left, or that of the verb it is joined to.
  ///
  /// - Parameter depth: How many verb groups have been passed on the way.
  func subject(of number: Int, low: Int, depth: Int = 0) -> Subject? {
    let group = groups[number]
    if !group.isFinite { return depth < 6 ? inheritedSubject(of: number, low: low, depth: depth) : nil }
    var end = group.units.lowerBound
    skip: while end > low {
      switch tag(end - 1) {
      case .adverb, .bracketed: end -= 1
      case .time
      where tag(end - 2) == .preposition || !tag(end - 2).isNominal || tag(end - 2) == .name
        || tag(end - 2) == .pronoun || isTimeRun(end - 1):
        // *Ruiz on Tuesday said*, *Ruiz last week said*
        let start = timeStart(end)
        guard start > low else { break skip }
        end = start
      default: break skip
      }
    }
    guard end > low else { return nil }
    switch tag(end - 1) {
    case .conjunction:
      return depth < 6 ? inheritedSubject(of: number, low: low, depth: depth) : nil
    case .interrogative, .that:
      let antecedentEnd = tag(end - 2) == .comma ? end - 2 : end - 1
      guard tag(antecedentEnd - 1).isNominal || tag(antecedentEnd - 1) == .comma else { return nil }
      let start = nounPhraseStart(endingAt: antecedentEnd, low: low)
      return Subject(units: end - 1..<end, antecedent: start < antecedentEnd ? start..<antecedentEnd : nil)
    case .dash:
      return subjectBeforeDash(end - 1, low: low)
    case .comma:
      return subjectBeforeComma(end - 1, number: number, low: low, depth: depth)
    default:
      let start = nounPhraseStart(endingAt: end, low: low)
      guard start < end else { return nil }
      if let whole = relativeClauseSubject(start, end, low: low) { return Subject(units: whole) }
      return Subject(units: start..<end)
    }
  }

  private func isTimeRun(_ index: Int) -> Bool {
    tag(index - 1) == .adjective || tag(index - 1) == .determiner || tag(index - 1) == .time
  }

  /// Start of the time expression that ends before `end`: *on Tuesday*, *last week*, *Tuesday night*.
  private func timeStart(_ end: Int) -> Int {
    var start = end - 1
    while start > 0 && tag(start - 1) == .time { start -= 1 }
    if tag(start - 1) == .adjective || tag(start - 1) == .determiner { start -= 1 }
    if tag(start - 1) == .preposition { start -= 1 }
    return start
  }

  /// *the man who shot Vale said*: the noun phrase with its relative clause.
  private func relativeClauseSubject(_ start: Int, _ end: Int, low: Int) -> Range<Int>? {
    guard start > low, tag(start - 1).isVerbal || tag(start - 1) == .preposition else { return nil }
    var index = start - 1
    let limit = max(low, start - 12)
    while index > limit {
      switch tag(index) {
      case .interrogative, .that:
        guard !classes(index).isDisjoint(with: [.who, .that, .relative]), tag(index - 1).isNominal else {
          return nil
        }
        let first = nounPhraseStart(endingAt: index, low: low)
        return first < index ? first..<end : nil
      case .comma, .stop, .semicolon, .colon, .dash, .conjunction, .quotation: return nil
      default: index -= 1
      }
    }
    return nil
  }

  /// The subject of the last finite verb before, for joined verbs, participles and infinitives.
  private func inheritedSubject(of number: Int, low: Int, depth: Int) -> Subject? {
    if let reporter, reporter.end <= groups[number].units.lowerBound { return reporter.subject }
    var index = number - 1
    while index >= 0, groups[index].units.lowerBound >= low, index > number - 12 {
      if groups[index].isFinite && !groups[index].units.isEmpty {
        let group = groups[index]
        if groups[number].isIng || groups[number].isFinite {
          // A verb inside a relative clause set off by commas is not the main verb.
          if isInRelativeClause(group, before: groups[number].units.lowerBound, low: low) {
            index -= 1
            continue
          }
        }
        return subject(of: index, low: low, depth: depth + 1)
      }
      index -= 1
    }
    return nil
  }

  private func isInRelativeClause(_ group: VerbGroup, before place: Int, low: Int) -> Bool {
    let start = group.units.lowerBound
    guard start - 1 >= low, tag(start - 1) == .interrogative, tag(start - 2) == .comma else { return false }
    var index = group.units.upperBound
    while index < place {
      if tag(index) == .comma { return true }
      index += 1
    }
    return false
  }

  /// *Ruiz, the mayor, said* – *Ruiz, 41, of Vale, said* – *Ruiz, who left, said*.
  private func subjectBeforeComma(_ comma: Int, number: Int, low: Int, depth: Int) -> Subject? {
    var right = comma
    var candidate: Range<Int>?
    var rounds = 0
    while rounds < 6 {
      guard let left = commaBefore(right, low: low) else { break }
      // The stretch between two commas, left+1..<right, is a parenthesis; a noun phrase must stand before it.
      let isRelative = tag(left + 1) == .interrogative || tag(left + 1) == .that
      if !isRelative && hasFinite(in: left + 1..<right) { break }
      let start = nounPhraseStart(endingAt: left, low: low)
      // *As a part of the deal, Ruiz, 44, said*: a phrase in front is no source.
      if candidate != nil, start > low, tag(start - 1) == .preposition || tag(start - 1) == .subordinator {
        break
      }
      if start < left {
        let isWhole = start == low || !tag(start - 1).isNominal && tag(start - 1) != .preposition
        let takesAlong = !isRelative && opensAppositive(left + 1)
        candidate = start..<(takesAlong ? (candidate.map { max($0.upperBound, right) } ?? right) : left)
        if tag(start - 1) != .comma || !isWhole { break }
        if isPersonLike(start..<left) && start == low { break }
      }
      right = left
      rounds += 1
    }
    if let candidate { return Subject(units: candidate) }
    // *He went home, called her, said …*
    return depth < 6 ? inheritedSubject(of: number, low: low, depth: depth) : nil
  }

  /// *Ruiz – who left – said*
  private func subjectBeforeDash(_ dash: Int, low: Int) -> Subject? {
    var index = dash - 1
    let limit = max(low, dash - 30)
    while index > limit, tag(index) != .dash, tag(index) != .stop { index -= 1 }
    guard index > limit, tag(index) == .dash else { return nil }
    let start = nounPhraseStart(endingAt: index, low: low)
    return start < index ? Subject(units: start..<index) : nil
  }

  private func isPersonLike(_ range: Range<Int>) -> Bool { tag(range.upperBound - 1) == .name }

  private func opensAppositive(_ index: Int) -> Bool {
    switch tag(index) {
    case .determiner, .name, .noun, .possessive, .adjective: true
    default: false
    }
  }

  private func commaBefore(_ index: Int, low: Int) -> Int? {
    var place = index - 1
    let limit = max(low, index - 40)
    while place > limit {
      switch tag(place) {
      case .comma: return place
      case .stop, .semicolon, .colon, .quotation: return nil
      default: place -= 1
      }
    }
    return nil
  }

  /// Whether a verb with tense stands in a stretch of at most `reach` units.
  func hasFinite(in range: Range<Int>) -> Bool {
    for index in range.prefix(Self.reach) {
      if units[index].tag == .verb { return true }
      if units[index].tag == .auxiliary && !isNonFiniteAuxiliary(index) { return true }
    }
    return false
  }
}
