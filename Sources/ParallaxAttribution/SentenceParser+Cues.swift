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
    guard hasTrigger else { return }
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
  func add(_ draft: Draft, to drafts: inout [Draft], from first: Int) {
    while drafts.count > first, let last = drafts.last, let cue = last.cueTokens,
      draft.content.contains(where: { $0.lowerBound <= cue.lowerBound && cue.upperBound <= $0.upperBound })
    {
      drafts.removeLast()
    }
    drafts.append(draft)
  }

  /// Units from the first token's dateline on: *VALE (AP) —*.
  func datelineEnd() -> Int {
    var index = 0
    var isDateline = units[0].shape.contains(.allCapitals)
    for place in 0..<min(8, units.count) where units[place].tag == .bracketed { isDateline = true }
    guard isDateline else { return 0 }
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

  mutating func verbAttribution(_ number: Int, low: Int, claimed: Int) -> Found? {
    let group = groups[number]
    let head = Int(group.head)
    if units[head].tag == .auxiliary { return adjectiveAttribution(number, after: head + 1, low: low) }
    guard units[head].verb >= 0 else { return nil }
    if group.isPassive && classes(head).contains(.adjectiveCue) {
      return adjectiveAttribution(number, after: head, low: low)
    }
    guard let (cueNumber, end) = cue(at: head) else { return nil }
    let cue = lexicon.cues[cueNumber]
    let start = chainStart(number)
    if group.isPassive {
      isSubordinate = standsUnderAnother(subject(of: start.group, low: low), group: groups[start.group])
      defer { isSubordinate = false }
      return passiveAttribution(number, cueNumber, start: start, end: end, low: low)
    }
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
        draft.announcesList = end + (tag(end) == .that ? 1 : 0) == units.count - 1
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
  func attributes(_ cue: Cue, subject: Subject?, group: VerbGroup, chain: VerbGroup) -> Bool {
    guard let subject else { return !(group.isInfinitive && cue.kind == .belief) }
    let first = classes(subject.units.lowerBound)
    // *I think*, *you’d think*: the author's own words; *I told her* reports.
    if first.contains(.first), subject.units.count == 1,
      !units[subject.units.lowerBound].shape.contains(.allCapitals), !classes(Int(group.head)).contains(.past)
    {
      return false
    }
    if group.isInfinitive && !chain.isFinite {
      if first.contains(.it) || tag(subject.units.lowerBound) == .other { return false }
    }
    return true
  }

  /// *When Vale said*, *after saying*
  func standsUnderAnother(_ subject: Subject?, group: VerbGroup) -> Bool {
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
  func cue(at head: Int) -> (cue: Int, end: Int)? {
    let verb = lexicon.verbs[Int(units[head].verb)]
    if head + 1 < units.count {
      for particle in verb.particles where particle.word == units[head + 1].word {
        return (Int(particle.cue), head + 2)
      }
    }
    return verb.cue >= 0 ? (Int(verb.cue), head + 1) : nil
  }

  /// Where a chain of verbs begins whose last is the cue: *went on to say*.
  func chainStart(_ number: Int) -> (unit: Int, group: Int) {
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
}
