/// When a predicted span counts as right.
public enum SpanMatching: String, Sendable, CaseIterable {
  /// Same start, end and category.
  case exact
  /// It shares a code point with a gold span of its category.
  case overlap
  /// Code points are counted, not spans.
  case characters
}

extension SpanMatching {
  /// The counts of one category in one document.
  ///
  /// - Complexity: O(n log n).
  func counts(gold: [Annotations.Span], predicted: [Annotations.Span]) -> MatchCounts {
    switch self {
    case .exact:
      let (gold, predicted) = (Set(gold), Set(predicted))
      let shared = gold.intersection(predicted).count
      return MatchCounts(hits: shared, predicted: predicted.count, found: shared, gold: gold.count)
    case .overlap:
      let (goldCover, predictedCover) = (Self.cover(gold), Self.cover(predicted))
      return MatchCounts(
        hits: predicted.count { Self.meets(goldCover, $0) }, predicted: predicted.count,
        found: gold.count { Self.meets(predictedCover, $0) }, gold: gold.count)
    case .characters:
      let (goldCover, predictedCover) = (Self.cover(gold), Self.cover(predicted))
      let shared = Self.shared(goldCover, predictedCover)
      return MatchCounts(
        hits: shared, predicted: predictedCover.reduce(0) { $0 + $1.count }, found: shared,
        gold: goldCover.reduce(0) { $0 + $1.count })
    }
  }

  /// The code points that spans cover, as disjoint ranges in order.
  private static func cover(_ spans: [Annotations.Span]) -> [Range<Int>] {
    var cover: [Range<Int>] = []
    for span in spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = cover.last, span.start <= last.upperBound {
        cover[cover.count - 1] = last.lowerBound..<max(last.upperBound, span.end)
      } else {
        cover.append(span.start..<span.end)
      }
    }
    return cover
  }

  /// Whether a span shares a code point with a cover.
  private static func meets(_ cover: [Range<Int>], _ span: Annotations.Span) -> Bool {
    var low = 0
    var high = cover.count
    while low < high {
      let middle = (low + high) / 2
      if cover[middle].upperBound <= span.start { low = middle + 1 } else { high = middle }
    }
    return low < cover.count && cover[low].lowerBound < span.end
  }

  private static func shared(_ a: [Range<Int>], _ b: [Range<Int>]) -> Int {
    var (i, j, sum) = (0, 0, 0)
    while i < a.count && j < b.count {
      sum += max(0, min(a[i].upperBound, b[j].upperBound) - max(a[i].lowerBound, b[j].lowerBound))
      if a[i].upperBound < b[j].upperBound { i += 1 } else { j += 1 }
    }
    return sum
  }
}
