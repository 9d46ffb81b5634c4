import ParallaxScoring

/// Draws the articles of both sides anew and takes the ratio of rates each time.
///
/// Articles are what is sampled; what is inside them is left as it is. Drawing paragraphs within the drawn
/// articles would count the variation inside articles twice (Davison and Hinkley 1997, section 3.8). With
/// fewer than ten articles a side the interval is too narrow to be given (Cameron, Gelbach and Miller 2008).
public struct ArticleBootstrap: Sendable {
  /// From this many articles a side on an interval is given.
  public static let fewestArticles = 10
  /// Resamples.
  public static let resamples = 2_000
  /// Seed of the draws.
  public static let seed: UInt64 = 1987

  private let sizes: (side: Int, rest: Int)
  /// Articles of each resample, those of the first side first, one resample after another.
  private let draws: [UInt16]

  /// Prepares the resamples for sides of these sizes, which serve every category.
  ///
  /// - Returns: nil where a side has fewer than `fewestArticles` or there are more than 65,535.
  public init?(sizes: (Int, Int)) {
    guard min(sizes.0, sizes.1) >= Self.fewestArticles, sizes.0 + sizes.1 <= Int(UInt16.max) else {
      return nil
    }
    self.sizes = sizes
    var generator = SeededGenerator(seed: Self.seed)
    var draws: [UInt16] = []
    draws.reserveCapacity(Self.resamples * (sizes.0 + sizes.1))
    for _ in 0..<Self.resamples {
      for _ in 0..<sizes.0 { draws.append(UInt16.random(in: 0..<UInt16(sizes.0), using: &generator)) }
      for _ in 0..<sizes.1 { draws.append(UInt16.random(in: 0..<UInt16(sizes.1), using: &generator)) }
    }
    self.draws = draws
  }

  /// The 95% BCa interval of log₂ of the ratio of rates.
  ///
  /// - Returns: nil where a side has no findings, or no words.
  /// - Complexity: O(resamples × articles).
  public func interval(_ side: [ArticleCount], _ rest: [ArticleCount]) -> ClosedRange<Double>? {
    guard side.count == sizes.side, rest.count == sizes.rest else { return nil }
    let pools = (side: PooledCount(side), rest: PooledCount(rest))
    guard pools.side.hits > 0, pools.rest.hits > 0 else { return nil }
    var resampled: [Double] = []
    resampled.reserveCapacity(Self.resamples)
    var place = 0
    for _ in 0..<Self.resamples {
      var (own, other) = (PooledCount([]), PooledCount([]))
      for _ in 0..<sizes.side {
        own.add(side[Int(draws[place])])
        place += 1
      }
      for _ in 0..<sizes.rest {
        other.add(rest[Int(draws[place])])
        place += 1
      }
      resampled.append(LogRatio.value(own, other))
    }
    return BCaInterval.bounds(
      LogRatio.value(pools.side, pools.rest), resampled: resampled,
      leftOut: [
        side.map { LogRatio.value(pools.side.without($0), pools.rest) },
        rest.map { LogRatio.value(pools.side, pools.rest.without($0)) },
      ])
  }
}
