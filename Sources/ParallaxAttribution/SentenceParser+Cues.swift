import ParallaxCore

extension SentenceParser {
  /// An attribution and the unit where reading goes on.
  struct Found {
    var draft: Draft
    var end: Int
    /// Its source, should a later verb of the sentence share it.
    var subject: Subject?
  }

  /// Appends the attributions of the sentence, in order of their cues.
  mutating func findAttributions(into drafts: inout [Draft]) {
    let first = drafts.count
    let low = datelineEnd()
    var claimed = low
    var group = 0
    var index = low
    while index < units.count {
      while group < groups.count && groups[group].units.lowerBound < index { group += 1 }
      guard index >= claimed else {
        index = claimed
        continue
      }
      var found: Found?
      if group < groups.count && groups[group].units.lowerBound == index {
        found = verbAttribution(group, low: low, claimed: claimed)
        if found == nil {
          index = groups[group].units.upperBound
          continue
        }
      } else if index == low, classes(index).contains(.in) || classes(index).contains(.on),
        let front = surveyAttribution(index)
      {
        found = front
      } else if classes(index).contains(.according), tag(index + 1) == .preposition {
        found = accordingAttribution(index, low: low, claimed: claimed)
      } else if units[index].cue >= 0, tag(index) == .noun {
        found = nounAttribution(index, low: low, group: group - 1)
      }
      guard let found else {
        index += 1
        continue
      }
      add(found.draft, to: &drafts, from: first)
      claimed = max(found.end, index + 1)
      if let subject = found.subject { reporter = (subject, claimed) }
      index = claimed
    }
  }

  /// Adds an attribution; those of this sentence that lie wholly inside its content give way.
  private func add(_ draft: Draft, to drafts: inout [Draft], from first: Int) {
    while drafts.count > first, let last = drafts.last, let cue = last.cueTokens,
      draft.content.contains(where: { $0.lowerBound <= cue.lowerBound && cue.upperBound <= $0.upperBound })
    {
      drafts.removeLast()
    }
    drafts.append(draft)
  }

  /// Units from the first token's dateline on: *VALE (AP) —*.
  private func datelineEnd() -> Int {
    var index = 0
    guard units[0].shape.contains(.allCapitals) || units.prefix(8).contains(where: { $0.tag == .bracketed })
    else { return 0 }
    while index < min(units.count, 12) {
      switch units[index].tag {
      case .name, .time, .number, .bracketed, .comma, .adverb: index += 1
      case .dash: return index > 0 ? index + 1 : 0
      default: return 0
      }
    }
    return 0
  }

  /// The tokens of a stretch of units.
  func tokenRange(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return units[range.lowerBound].tokens.lowerBound..<units[range.upperBound - 1].tokens.upperBound
  }

  // MARK: Verbs

  private mutating func verbAttribution(_ number: Int, low: Int, claimed: Int) -> Found? {
    let group = groups[number]
    let head = group.head
    if units[head].tag == .auxiliary { return adjectiveAttribution(number, after: head + 1, low: low) }
    guard units[head].verb >= 0 else { return nil }
    if group.isPassive && classes(head).contains(.adjectiveCue) {
      return adjectiveAttribution(number, after: head, low: low)
    }
    guard let (cueNumber, end) = cue(at: head) else { return nil }
    let cue = lexicon.cues[cueNumber]
    let start = chainStart(number)
    if group.isPassive { return passiveAttribution(number, cueNumber, start: start, end: end, low: low) }
    if units[head].tag == .participle && !group.isFinite && classes(head + 1).contains(.by) {
      return agentAttribution(number, cueNumber, low: low)
    }
    if units[head].tag == .participle, !group.isFinite, cue.constructions.contains(.naming) { return nil }
    if cue.constructions.contains(.raising) {
      return raisingAttribution(number, cueNumber, end: end, low: low)
    }
    let subject = self.subject(of: start.group, low: low)
    isSubordinate = standsUnderAnother(subject, group: groups[start.group])
    defer { isSubordinate = false }
    var draft = Draft(cue: cueNumber, kind: cue.kind)
    if !attributes(cue, subject: subject, group: group, chain: groups[start.group]) { return nil }
    draft.sourceTokens = subject.map { tokenRange($0.units) }
    draft.antecedent = subject?.antecedent.map(tokenRange)
    if group.isFinite || start.group != number {
      if let (content, source, stop) = framedContent(
        of: cue, group: groups[start.group], subject: subject, end: end, low: max(low, framedEnd))
      {
        framedEnd = stop
        draft.content = content.map(tokenRange)
        if let source { draft.sourceTokens = tokenRange(source) }
        draft.cueTokens = tokenRange(start.unit..<end)
        return Found(draft: draft, end: stop, subject: source.map { Subject(units: $0) } ?? subject)
      }
    }
    if let subject, let found = relativeContent(of: cue, subject: subject, end: end, low: low) {
      draft.content = found.content.map(tokenRange)
      draft.cueTokens = tokenRange(start.unit..<end)
      return Found(draft: draft, end: found.stop, subject: subject)
    }
    guard let right = rightContent(of: cue, from: end) else {
      if tag(units.count - 1) == .colon, units.count - end < 24, cue.announces {
        draft.cueTokens = tokenRange(start.unit..<end)
        announcement = draft
      } else if group.isFinite, cue.announces, cue.constructions.contains(.final), draft.sourceTokens != nil {
        draft.cueTokens = tokenRange(start.unit..<end)
        unfinished = draft
      }
      return nil
    }
    draft.content = [tokenRange(right.units)]
    draft.cueTokens = tokenRange(start.unit..<right.cueEnd)
    return Found(draft: draft, end: right.units.upperBound, subject: subject)
  }

  /// Whether someone stands behind the cue: not *it is hard to believe*, *stay tuned to see*, and for cues
  /// that show rather than say, not a mere thing (*the collapse suggests*).
  private func attributes(_ cue: Cue, subject: Subject?, group: VerbGroup, chain: VerbGroup) -> Bool {
    guard let subject else { return !(group.isInfinitive && cue.kind == .belief) }
    let first = classes(subject.units.lowerBound)
    // *I think*, *you’d think*: the author's own words; *I told her* reports.
    if first.contains(.first), subject.units.count == 1,
      !units[subject.units.lowerBound].shape.contains(.allCapitals), !classes(group.head).contains(.past)
    {
      return false
    }
    if group.isInfinitive && !chain.isFinite {
      if first.contains(.it) || tag(subject.units.lowerBound) == .other { return false }
    }
    return true
  }

  /// *When Vale said*, *after saying*
  private func standsUnderAnother(_ subject: Subject?, group: VerbGroup) -> Bool {
    let start = group.units.lowerBound
    let place =
      group.isIng
      ? start - 1
      : min(start, subject?.units.upperBound == start ? subject?.units.lowerBound ?? start : start) - 1
    guard place >= 0 else { return false }
    if tag(place) == .subordinator { return true }
    return !classes(place).isDisjoint(with: .subordinator) && classes(place).isDisjoint(with: .that)
      && (tag(place) == .preposition || tag(place) == .interrogative)
  }

  /// The cue a verb makes, with its particle, and where it ends.
  private func cue(at head: Int) -> (cue: Int, end: Int)? {
    let verb = lexicon.verbs[Int(units[head].verb)]
    if head + 1 < units.count {
      for particle in verb.particles where particle.word == units[head + 1].word {
        return (Int(particle.cue), head + 2)
      }
    }
    return verb.cue >= 0 ? (Int(verb.cue), head + 1) : nil
  }

  /// Where a chain of verbs begins whose last is the cue: *went on to say*.
  private func chainStart(_ number: Int) -> (unit: Int, group: Int) {
    var index = number
    while index > 0, index > number - 3, groups[index].isInfinitive,
      groups[index - 1].units.upperBound == groups[index].units.lowerBound
        || groups[index - 1].units.upperBound + 1 == groups[index].units.lowerBound
          && tag(groups[index - 1].units.upperBound) == .adverb
    {
      index -= 1
    }
    return (groups[index].units.lowerBound, index)
  }

  /// Content to the left of *X said*, of *said X*, or on both sides of either.
  ///
  /// - Returns: The content, the source where it follows the cue, and where reading goes on.
  private func framedContent(
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
        isMedial || isQuotedEnd(left) || hasFinite(in: left)
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
  private func asFramed(
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

  private func isQuotedEnd(_ range: Range<Int>) -> Bool { tag(range.upperBound - 1).isQuoted }

  /// Whether content could end right before `index`: at a comma, dash or quotation.
  private func endsContent(_ index: Int) -> Bool {
    switch tag(index - 1) {
    case .comma, .quotation, .fragment, .dash: index > 0
    case .stop: index > 0
    default: false
    }
  }

  private func hasRightClause(_ index: Int, cue: Cue) -> Bool {
    guard let right = rightContent(of: cue, from: index) else { return false }
    return right.isClause && !tag(right.units.lowerBound).isQuoted
  }

  /// What stands before a closing report and belongs to it; nil when it is only an adjunct.
  private func leftContent(before end: Int, low: Int, cue: Cue) -> Range<Int>? {
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

  private func isAdjunct(_ index: Int) -> Bool {
    switch tag(index) {
    case .preposition, .subordinator, .adverb, .time, .ing, .participle, .to: true
    case .interrogative: classes(index).contains(.subordinator)
    default: false
    }
  }

  /// Puts left content together with what follows the report: *“A,” X said, “B.”*
  private func framed(
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
      let isWhole = hasFinite(in: left) || left.contains { quotation($0).map { $0.words >= 4 } ?? false }
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

  private func hasMainClause(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, tag(index) != .comma { index += 1 }
    return index < range.upperBound && hasFinite(in: index..<range.upperBound)
  }

  /// Whether content goes on after *X said,*.
  private func continues(_ index: Int, isWhole: Bool) -> Bool {
    switch tag(index) {
    case .ing, .participle, .conjunction, .preposition, .interrogative, .adverb, .subordinator, .to:
      return !isWhole && tag(index) != .ing || tag(index) == .ing && isWhole && cue(ofVerb: index) == nil
    case .verb, .auxiliary: return true
    default: return !isWhole || opensClause(index)
    }
  }

  /// *a vote that she said was a mistake*, *which he called a sham*
  private func relativeContent(
    of cue: Cue, subject: Subject, end: Int, low: Int
  ) -> (content: [Range<Int>], stop: Int)? {
    let relative = subject.units.lowerBound - 1
    guard relative >= low, tag(relative) == .interrogative || tag(relative) == .that,
      !classes(relative).isDisjoint(with: [.relative, .that]), subject.antecedent == nil
    else { return nil }
    let takesClause = cue.constructions.contains(.clause)
    let takesObject = !cue.constructions.isDisjoint(with: .anyObject)
    var stop = end
    if takesClause, tag(end) == .verb || tag(end) == .auxiliary || tag(end) == .participle {
      stop = relativeEnd(from: end)
    } else if takesObject, tag(relative - 1) == .comma || tag(relative - 1).isNominal {
      if !cue.constructions.isDisjoint(with: [.predicate, .naming]), !tag(end).isMark {
        stop = relativeEnd(from: end)
      }
      if stop == end, !tag(end).isMark { return nil }
    } else {
      return nil
    }
    return (stop > end ? [relative..<relative + 1, end..<stop] : [relative..<relative + 1], max(stop, end))
  }

  private func relativeEnd(from start: Int) -> Int {
    var index = start
    while index < units.count, !tag(index).isMark { index += 1 }
    return index
  }

  // MARK: Passives

  private func passiveAttribution(
    _ number: Int, _ cueNumber: Int, start: (unit: Int, group: Int), end: Int, low: Int
  ) -> Found? {
    let cue = lexicon.cues[cueNumber]
    var draft = Draft(cue: cueNumber, kind: cue.kind)
    draft.cueTokens = tokenRange(start.unit..<end)
    let subject = self.subject(of: start.group, low: low)
    if cue.constructions.contains(.passive), tag(end) == .to {
      guard let subject else { return nil }
      let stop = clauseEnd(from: end, isVerbPhrase: true)
      draft.content = [tokenRange(subject.units), tokenRange(end..<stop)]
      return Found(draft: draft, end: stop)
    }
    if !cue.constructions.isDisjoint(with: [.hearer, .question]) {
      let index = end
      if tag(index) == .that || tag(index) == .interrogative,
        cue.constructions.contains(.hearer) || cue.constructions.contains(.question)
      {
        let stop = clauseEnd(from: index)
        draft.content = [tokenRange(index..<stop)]
        return Found(draft: draft, end: stop)
      }
      if units[min(index, units.count - 1)].preposition & cue.prepositions != 0, tag(index) == .preposition,
        index + 1 < units.count
      {
        let stop = objectEnd(from: index + 1)
        guard stop > index + 1 else { return nil }
        draft.content = [tokenRange(index + 1..<stop)]
        draft.cueTokens = tokenRange(start.unit..<index + 1)
        return Found(draft: draft, end: stop)
      }
    }
    guard !cue.constructions.isDisjoint(with: .anyObject), let subject, subject.antecedent == nil
    else { return nil }
    if classes(end).contains(.by) {
      let source = sourceEnd(from: end + 1)
      guard source > end + 1 else { return nil }
      draft.sourceTokens = tokenRange(end + 1..<source)
      draft.content = [tokenRange(subject.units)]
      return Found(draft: draft, end: source)
    }
    return nil
  }

  /// *a plan backed by Ruiz*
  private func agentAttribution(_ number: Int, _ cueNumber: Int, low: Int) -> Found? {
    let cue = lexicon.cues[cueNumber]
    guard !cue.constructions.isDisjoint(with: .anyObject) else { return nil }
    let group = groups[number]
    var end = group.units.lowerBound
    if tag(end - 1) == .comma { end -= 1 }
    let start = nounPhraseStart(endingAt: end, low: low)
    let by = group.head + 1
    let source = sourceEnd(from: by + 1)
    guard start < end, source > by + 1 else { return nil }
    var draft = Draft(cue: cueNumber, kind: cue.kind)
    draft.content = [tokenRange(start..<end)]
    draft.sourceTokens = tokenRange(by + 1..<source)
    draft.cueTokens = tokenRange(group.units.lowerBound..<by + 1)
    return Found(draft: draft, end: source)
  }

  /// *Ruiz seemed to agree*
  private func raisingAttribution(
    _ number: Int, _ cueNumber: Int, end: Int, low: Int
  ) -> Found? {
    guard groups[number].isFinite, let subject = subject(of: number, low: low), subject.antecedent == nil
    else {
      return nil
    }
    let stop = clauseEnd(from: end, isVerbPhrase: true)
    guard stop > end else { return nil }
    let cue = lexicon.cues[cueNumber]
    var draft = Draft(cue: cueNumber, kind: cue.kind)
    draft.cueTokens = tokenRange(groups[number].units.lowerBound..<end)
    draft.content =
      classes(subject.units.lowerBound).contains(.it) && tag(end) == .that
      ? [tokenRange(end..<stop)] : [tokenRange(subject.units), tokenRange(end..<stop)]
    return Found(draft: draft, end: stop)
  }

  // MARK: Adjectives and nouns

  /// *is confident that*, *are worried about*
  private func adjectiveAttribution(_ number: Int, after index: Int, low: Int) -> Found? {
    var place = index
    while tag(place) == .adverb { place += 1 }
    guard place < units.count, classes(place).contains(.adjectiveCue), units[place].cue >= 0 else {
      return nil
    }
    let cueNumber = Int(units[place].cue)
    let cue = lexicon.cues[cueNumber]
    guard let right = rightContent(of: cue, from: place + 1) else { return nil }
    var draft = Draft(cue: cueNumber, kind: cue.kind)
    let subject = self.subject(of: number, low: low)
    draft.sourceTokens = subject.map { tokenRange($0.units) }
    draft.antecedent = subject?.antecedent.map(tokenRange)
    draft.content = [tokenRange(right.units)]
    draft.cueTokens = tokenRange(groups[number].units.lowerBound..<right.cueEnd)
    return Found(draft: draft, end: right.units.upperBound, subject: subject)
  }

  /// *his insistence that*, *made the claim that*, *criticism of the plan*
  private func nounAttribution(_ index: Int, low: Int, group number: Int) -> Found? {
    let cueNumber = Int(units[index].cue)
    let cue = lexicon.cues[cueNumber]
    var draft = Draft(cue: cueNumber, kind: cue.kind)
    var start = index
    while start > low, tag(start - 1) == .adjective || tag(start - 1) == .noun { start -= 1 }
    var cueStart = index
    var subject: Subject?
    if start > low, tag(start - 1) == .possessive {
      let owner = start - 1
      cueStart = index
      let first =
        tokens[units[owner].tokens.lowerBound].kind == .clitic
        ? nounPhraseStart(endingAt: owner, low: low, withPhrases: false) : owner
      guard first <= owner else { return nil }
      draft.sourceTokens = tokenRange(first..<(first < owner ? owner : owner + 1))
    } else {
      if start > low, tag(start - 1) == .determiner { start -= 1 }
      guard start > low, number >= 0, groups[number].units.upperBound == start,
        classes(groups[number].head).contains(.lightVerb)
      else { return nil }
      cueStart = groups[number].units.lowerBound
      subject = self.subject(of: number, low: low)
      draft.sourceTokens = subject.map { tokenRange($0.units) }
      draft.antecedent = subject?.antecedent.map(tokenRange)
    }
    guard let right = rightContent(of: cue, from: index + 1, isNoun: true) else { return nil }
    draft.content = [tokenRange(right.units)]
    draft.cueTokens = tokenRange(cueStart..<right.cueEnd)
    return Found(draft: draft, end: right.units.upperBound, subject: subject)
  }

  /// *In a new poll, most voters oppose the plan*
  private func surveyAttribution(_ index: Int) -> Found? {
    let end = nounPhraseEnd(from: index + 1, withPhrases: true)
    guard end > index + 1, tag(end) == .comma, end + 1 < units.count, opensClause(end + 1) else { return nil }
    let hasSurvey = (index + 1..<end).contains { classes($0).contains(.survey) }
    guard hasSurvey else { return nil }
    let stop = clauseEnd(from: end + 1)
    var draft = Draft(cue: Draft.according, kind: .evidence)
    draft.cueTokens = tokenRange(index..<index + 1)
    draft.sourceTokens = tokenRange(index + 1..<end)
    draft.content = [tokenRange(end + 1..<stop)]
    return Found(draft: draft, end: stop)
  }

  // MARK: According to

  private mutating func accordingAttribution(_ index: Int, low: Int, claimed: Int) -> Found? {
    let start = index + 2
    let end = sourceEnd(from: start)
    guard end > start else { return nil }
    var draft = Draft(cue: Draft.according, kind: .speech)
    draft.cueTokens = tokenRange(index..<start)
    draft.sourceTokens = tokenRange(start..<end)
    if index == low || tag(index - 1) == .conjunction {
      guard tag(end) == .comma, end + 1 < units.count else { return nil }
      let stop = clauseEnd(from: end + 1)
      draft.content = [tokenRange(end + 1..<stop)]
      return Found(draft: draft, end: stop)
    }
    var left = index
    while left > low, tag(left - 1) == .comma || tag(left - 1) == .dash { left -= 1 }
    let first = max(low, framedEnd)
    guard left > first else { return nil }
    framedEnd = end
    draft.content = [tokenRange(first..<left)]
    if tag(end) == .comma, end + 1 < units.count, continues(end + 1, isWhole: hasFinite(in: first..<left)) {
      let stop = clauseEnd(from: end + 1)
      draft.content.append(tokenRange(end + 1..<stop))
      return Found(draft: draft, end: stop)
    }
    return Found(draft: draft, end: end)
  }
}
