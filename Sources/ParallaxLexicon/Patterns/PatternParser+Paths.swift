import ParallaxCore

// Writing out the alternatives of parsed items.
extension PatternParser {
  func paths(of items: [Item]) throws(PatternError) -> [[PatternStep]] {
    var paths = try expand(items)
    if bytes.contains(UInt8(ascii: "<")) { paths = paths.map(Self.joiningGaps) }
    for path in paths {
      guard let first = path.first, let last = path.last else {
        throw error(
          "a form that may be empty", "leave at least one word outside square brackets", at: bytes.startIndex)
      }
      if case .gap = first { throw gapAtEdge }
      if case .gap = last { throw gapAtEdge }
      guard path.count <= Self.stepLimit else {
        throw error("more than \(Self.stepLimit) words", "shorten the form", at: bytes.startIndex)
      }
    }
    return paths
  }

  var gapAtEdge: PatternError {
    error("a gap at the edge of the form", "put a word on both sides of it", at: bytes.startIndex)
  }

  func expand(_ items: [Item]) throws(PatternError) -> [[PatternStep]] {
    var paths: [[PatternStep]] = [[]]
    paths[0].reserveCapacity(items.count)
    for item in items {
      switch item {
      case .step(let step):
        for index in paths.indices { paths[index].append(step) }
      case .group(let alternatives):
        var tails: [[PatternStep]] = []
        for alternative in alternatives { tails += try expand(alternative) }
        guard paths.count * tails.count <= Self.pathLimit else {
          throw error(
            "more than \(Self.pathLimit) ways to read the form", "split it into several entries",
            at: bytes.startIndex)
        }
        if tails.count == 1 {
          for index in paths.indices { paths[index] += tails[0] }
        } else {
          paths = paths.flatMap { path in tails.map { path + $0 } }
        }
      }
    }
    return paths
  }

  /// A path in which neighbouring gaps are one.
  static func joiningGaps(_ path: [PatternStep]) -> [PatternStep] {
    var joined: [PatternStep] = []
    for step in path {
      if case .gap(let more) = step, case .gap(let before)? = joined.last {
        joined[joined.count - 1] = .gap(min(gapLimit, before + more))
      } else {
        joined.append(step)
      }
    }
    return joined
  }
}
