import ParallaxCore

extension SentenceParser {
  mutating func accordingAttribution(_ index: Int, low: Int, claimed: Int) -> Found? {
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
