import ParallaxCore

extension SentenceParser {
  func passiveAttribution(
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
  func agentAttribution(_ number: Int, _ cueNumber: Int, low: Int) -> Found? {
    let cue = lexicon.cues[cueNumber]
    guard !cue.constructions.isDisjoint(with: .anyObject) else { return nil }
    let group = groups[number]
    var end = group.units.lowerBound
    if tag(end - 1) == .comma { end -= 1 }
    let start = nounPhraseStart(endingAt: end, low: low)
    let by = Int(group.head) + 1
    let source = sourceEnd(from: by + 1)
    guard start < end, source > by + 1 else { return nil }
    var draft = Draft(cue: cueNumber, kind: cue.kind)
    draft.content = [tokenRange(start..<end)]
    draft.sourceTokens = tokenRange(by + 1..<source)
    draft.cueTokens = tokenRange(group.units.lowerBound..<by + 1)
    return Found(draft: draft, end: source)
  }

  /// *Ruiz seemed to agree*
  func raisingAttribution(
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
}
