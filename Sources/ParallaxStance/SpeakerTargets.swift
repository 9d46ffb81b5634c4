import ParallaxCore

/// Which targets speak in which segments.
struct SpeakerTargets {
  /// Pairs of segment and target.
  private var pairs: Set<Pair> = []

  private struct Pair: Hashable {
    var segment: Int
    var target: Int
  }

  init(voiced: VoicedArticle, targets: [Target]) {
    let tokens = voiced.segmented.tokens
    var names: [String: [Int]] = [:]
    for (number, target) in targets.enumerated() { names[target.name, default: []].append(number) }
    /// Targets by the byte where a mention of theirs starts.
    var starts: [(start: Int, target: Int)] = []
    for (number, target) in targets.enumerated() {
      for mention in target.mentions {
        // Behind its titles: where the name itself stands.
        let first = mention.title.isEmpty ? mention.tokens.lowerBound : mention.title.upperBound
        starts.append((Int(tokens[min(first, mention.tokens.upperBound - 1)].start), number))
      }
    }
    starts.sort { $0.start != $1.start ? $0.start < $1.start : $0.target < $1.target }
    for (segment, one) in voiced.segments.enumerated() where one.voice != .author {
      if let speaker = one.speaker, let known = names[speaker] {
        for target in known { pairs.insert(.init(segment: segment, target: target)) }
      }
      guard let source = one.source else { continue }
      var place = TargetChooser.search(starts.count) { starts[$0].start < source.start }
      while place < starts.count, starts[place].start < source.end {
        pairs.insert(.init(segment: segment, target: starts[place].target))
        place += 1
      }
    }
  }

  /// Whether a segment is the words of a target.
  func speaks(_ target: Int, inSegment segment: Int) -> Bool {
    pairs.contains(.init(segment: segment, target: target))
  }
}
