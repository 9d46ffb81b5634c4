import ParallaxCore

extension SentenceParser {
  /// *is confident that*, *are worried about*
  func adjectiveAttribution(_ number: Int, after index: Int, low: Int) -> Found? {
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
  func nounAttribution(_ index: Int, low: Int, group number: Int) -> Found? {
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
        token(owner).kind == .clitic
        ? nounPhraseStart(endingAt: owner, low: low, withPhrases: false) : owner
      guard first <= owner else { return nil }
      draft.sourceTokens = tokenRange(first..<(first < owner ? owner : owner + 1))
    } else {
      if start > low, tag(start - 1) == .determiner { start -= 1 }
      guard start > low, number >= 0, groups[number].units.upperBound == start,
        classes(Int(groups[number].head)).contains(.lightVerb)
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
  func surveyAttribution(_ index: Int) -> Found? {
    let end = nounPhraseEnd(from: index + 1, withPhrases: true)
    guard end > index + 1, tag(end) == .comma, end + 1 < units.count, opensClause(end + 1) else { return nil }
    var hasSurvey = false
    for place in index + 1..<end where classes(place).contains(.survey) { hasSurvey = true }
    guard hasSurvey else { return nil }
    let stop = clauseEnd(from: end + 1)
    var draft = Draft(cue: Draft.according, kind: .evidence)
    draft.cueTokens = tokenRange(index..<index + 1)
    draft.sourceTokens = tokenRange(index + 1..<end)
    draft.content = [tokenRange(end + 1..<stop)]
    return Found(draft: draft, end: stop)
  }
}
