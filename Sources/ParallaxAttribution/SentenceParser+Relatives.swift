import ParallaxCore

extension SentenceParser {
  /// *a vote that she said was a mistake*, *which he called a sham*
  func relativeContent(
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

  func relativeEnd(from start: Int) -> Int {
    var index = start
    while index < units.count, !tag(index).isMark { index += 1 }
    return index
  }
}
