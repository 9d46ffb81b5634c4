import ParallaxCore

extension SentenceParser {
  /// Content to the left of *X said*, of *said X*, or on both sides of either.
  ///
  /// - Returns: The content, the source where it follows the cue, and where reading goes on.
  func framedContent(
    of cue: Cue, group: VerbGroup, subject: Subject?, end: Int, low: Int
  ) -> (content: [Range<Int>], source: Range<Int>?, stop: Int)? {
    guard cue.constructions.contains(.final) || cue.constructions.contains(.quoted) else { return nil }
    // *It rained, the Ledger reported:* announces what comes.
    if tag(units.count - 1) == .colon { return nil }
    let cueStart = group.units.lowerBound
    // as X said
    if let subject, subject.antecedent == nil, classes(subject.units.lowerBound - 1).contains(.as),
      subject.units.upperBound <= cueStart
    {
      return asFramed(subject, after: end, low: low, cue: cue)
    }
    // said X
    if !cue.constructions.contains(.hearer), endsContent(cueStart),
      let left = leftContent(before: cueStart, low: low, cue: cue),
      tag(end).isNominal, tag(end) != .fragment, tag(end) != .time
    {
      let source = sourceEnd(from: end)
      let isMedial = tag(source) == .comma && (tag(source + 1) == .verb || tag(source + 1) == .auxiliary)
      if source > end, tag(source) != .verb, tag(source) != .auxiliary, tag(source) != .that,
        isMedial || isQuotedEnd(left) || hasFinite(in: left) || hasQuotation(in: left)
      {
        return framed(left, source: end..<source, after: source, cue: cue)
      }
    }
    // X said
    guard let subject, subject.antecedent == nil, subject.units.upperBound <= cueStart,
      cueStart - subject.units.upperBound <= 4, endsContent(subject.units.lowerBound),
      let left = leftContent(before: subject.units.lowerBound, low: low, cue: cue)
    else { return nil }
    var after = end
    if cue.constructions.contains(.hearer), tag(after).isNominal, tag(after) != .time {
      after = max(after, nounPhraseEnd(from: after, withPhrases: true))
    }
    if !isQuotedEnd(left) || tag(left.upperBound - 1) == .fragment {
      // *Ruiz announced her candidacy*
      if !cue.constructions.isDisjoint(with: .anyObject), !cue.constructions.contains(.hearer),
        tag(after).isNominal, tag(after) != .time
      {
        return nil
      }
      guard isTail(after), !hasRightClause(after, cue: cue) else { return nil }
    }
    return framed(left, source: nil, after: after, cue: cue)
  }

  /// *As Vale said, it rained* and *It rained, as Vale said*
  func asFramed(
    _ subject: Subject, after end: Int, low: Int, cue: Cue
  ) -> (content: [Range<Int>], source: Range<Int>?, stop: Int)? {
    let conjunction = subject.units.lowerBound - 1
    var index = end
    while index < units.count, index < end + 12, !tag(index).isMark, tag(index) != .conjunction { index += 1 }
    var first = low
    while first < conjunction, tag(first) == .conjunction || tag(first) == .comma { first += 1 }
    if first == conjunction {
      guard tag(index) == .comma, index + 1 < units.count else { return nil }
      let stop = clauseEnd(from: index + 1)
      return stop > index + 1 ? ([index + 1..<stop], nil, stop) : nil
    }
    guard tag(conjunction - 1) == .comma || tag(conjunction - 1).isQuoted,
      let left = leftContent(before: conjunction, low: low, cue: cue)
    else { return nil }
    if tag(index) == .comma, index + 1 < units.count, continues(index + 1, isWhole: hasFinite(in: left)) {
      let stop = clauseEnd(from: index + 1)
      return ([left, index + 1..<stop], nil, stop)
    }
    return ([left], nil, index)
  }

  func isQuotedEnd(_ range: Range<Int>) -> Bool { tag(range.upperBound - 1).isQuoted }

  /// Whether content could end right before `index`: at a comma, dash or quotation.
  func endsContent(_ index: Int) -> Bool {
    switch tag(index - 1) {
    case .comma, .quotation, .fragment, .dash: index > 0
    case .stop: index > 0
    default: false
    }
  }

  func hasRightClause(_ index: Int, cue: Cue) -> Bool {
    guard let right = rightContent(of: cue, from: index) else { return false }
    return right.isClause && !tag(right.units.lowerBound).isQuoted
  }

  /// What stands before a closing report and belongs to it; nil when it is only an adjunct.
  func leftContent(before end: Int, low: Int, cue: Cue) -> Range<Int>? {
    var stop = end
    while stop > low, tag(stop - 1) == .comma || tag(stop - 1) == .dash { stop -= 1 }
    guard stop > low else { return nil }
    var start = low
    while start < stop, tag(start) == .conjunction || tag(start) == .comma || tag(start) == .dash {
      start += 1
    }
    guard start < stop else { return nil }
    if tag(stop - 1).isQuoted {
      // What leads up to the quotation goes with it when it reads as one sentence.
      guard stop - 1 > start else { return start..<stop }
      if let quotation = quotation(stop - 1), !quotation.isCapitalized { return start..<stop }
      return hasFinite(in: start..<stop) && !isAdjunct(start) ? start..<stop : stop - 1..<stop
    }
    guard cue.constructions.contains(.final) else { return nil }
    return start..<stop
  }

  func isAdjunct(_ index: Int) -> Bool {
    switch tag(index) {
    case .preposition, .subordinator, .adverb, .time, .ing, .participle, .to: true
    case .interrogative: classes(index).contains(.subordinator)
    default: false
    }
  }

  /// Puts left content together with what follows the report: *“A,” X said, “B.”*
  func framed(
    _ left: Range<Int>, source: Range<Int>?, after: Int, cue: Cue
  ) -> (content: [Range<Int>], source: Range<Int>?, stop: Int)? {
    let isQuoted = tag(left.upperBound - 1).isQuoted
    // Past time and place: *X said on Tuesday, “B.”*
    var index = after
    while index < units.count, index < after + 24, tag(index) != .comma, tag(index) != .stop,
      !tag(index).isQuoted, tag(index) != .semicolon, tag(index) != .colon, tag(index) != .conjunction
    {
      index += 1
    }
    if tag(index) == .comma || tag(index) == .colon, tag(index + 1).isQuoted {
      let end = clauseEnd(from: index + 1)
      return ([left, index + 1..<end], source, end)
    }
    if tag(index).isQuoted, index > after, quotation(index).map({ !$0.isTitle }) ?? false {
      let end = clauseEnd(from: index)
      return ([left, index..<end], source, end)
    }
    if !isQuoted {
      let isWhole = hasFinite(in: left) || hasQuotation(in: left)
      if !isWhole && isAdjunct(left.lowerBound) && !(index == after && tag(index) == .comma) { return nil }
      if index == after, tag(index) == .comma, index + 1 < units.count, continues(index + 1, isWhole: isWhole)
      {
        let end = clauseEnd(from: index + 1)
        // *In June, she said, it rained*: the time is the reporter's.
        return (
          !isWhole && isAdjunct(left.lowerBound) ? [index + 1..<end] : [left, index + 1..<end], source, end
        )
      }
      if !isWhole { return nil }
      if tag(left.lowerBound) == .interrogative && classes(left.lowerBound).contains(.subordinator)
        || tag(left.lowerBound) == .subordinator || tag(left.lowerBound) == .ing
      {
        // *When asked, he said.* needs a main clause of its own.
        guard hasMainClause(left) else { return nil }
      }
    }
    return ([left], source, after)
  }

  /// Whether a quotation of four words or more, or one that begins a sentence, stands in a stretch.
  func hasQuotation(in range: Range<Int>) -> Bool {
    for index in range.prefix(Self.reach) where units[index].quotation >= 0 {
      let quotation = quotations[Int(units[index].quotation)]
      if quotation.words >= 4 || quotation.isCapitalized && quotation.words >= 2 { return true }
    }
    return false
  }

  func hasMainClause(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, tag(index) != .comma { index += 1 }
    return index < range.upperBound && hasFinite(in: index..<range.upperBound)
  }

  /// Whether content goes on after *X said,*.
  func continues(_ index: Int, isWhole: Bool) -> Bool {
    switch tag(index) {
    case .ing, .participle, .conjunction, .preposition, .interrogative, .adverb, .subordinator, .to:
      return !isWhole && tag(index) != .ing || tag(index) == .ing && isWhole && cue(ofVerb: index) == nil
    case .verb, .auxiliary: return true
    default: return !isWhole || opensClause(index)
    }
  }
}
