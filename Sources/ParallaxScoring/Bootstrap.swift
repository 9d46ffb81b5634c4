/// A small generator with a fixed sequence for each seed (SplitMix64, Steele et al. 2014).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A whole number from 0 up to `bound`, by one multiplication (bias below bound / 2^32).
  @inline(__always)
  mutating func index(below bound: UInt32) -> Int {
    Int((UInt64(UInt32(truncatingIfNeeded: next() >> 32)) &* UInt64(bound)) >> 32)
  }
}

/// The 95% interval of a rate over sentences.
///
/// Sentences are drawn with replacement and the rate (summed weight over summed words) is taken anew each
/// time; the 2.5th and 97.5th percentile bound the interval. It answers: would another draw of sentences
/// from this text look alike? It is no test between articles.
public enum SentenceBootstrap {
  /// Number of resamples.
  public static let resamples = 1_000
  /// Seed of the draws; part of the method, so that figures repeat.
  public static let seed: UInt64 = 1936
  /// From this many sentences on, the interval is computed from the variance of the ratio instead: it is
  /// the limit of the bootstrap and costs no resampling.
  public static let analyticFrom = 2_000

  /// What one sentence adds.
  public struct Unit: Sendable {
    /// Summed slant weight of the author's findings, and of all.
    public var weight: SIMD2<Double>
    /// Author's words, and all words.
    public var words: SIMD2<Double>

    /// Makes a unit.
    public init(authorWeight: Double, allWeight: Double, authorWords: Int, allWords: Int) {
      weight = [authorWeight, allWeight]
      words = [Double(authorWords), Double(allWords)]
    }
  }

  /// Bounds of weight per 1,000 words; lane 0 for the author's words, lane 1 for all.
  ///
  /// A lane without words comes back as zero. One sentence cannot vary: its bounds equal its rate.
  ///
  /// - Complexity: O(resamples × sentences), capped by `analyticFrom`.
  public static func bounds(_ units: [Unit]) -> (low: SIMD2<Double>, high: SIMD2<Double>) {
    guard !units.isEmpty else { return (.zero, .zero) }
    if units.count >= analyticFrom { return analytic(units) }
    var generator = SeededGenerator(seed: seed)
    var author: [Double] = []
    var all: [Double] = []
    author.reserveCapacity(resamples)
    all.reserveCapacity(resamples)
    units.withUnsafeBufferPointer { units in
      let bound = UInt32(units.count)
      for _ in 0..<resamples {
        var weight = SIMD2<Double>.zero
        var words = SIMD2<Double>.zero
        for _ in 0..<units.count {
          let unit = units[generator.index(below: bound)]
          weight += unit.weight
          words += unit.words
        }
        if words[0] > 0 { author.append(1_000 * weight[0] / words[0]) }
        if words[1] > 0 { all.append(1_000 * weight[1] / words[1]) }
      }
    }
    let a = percentiles(&author)
    let b = percentiles(&all)
    return ([a.low, b.low], [a.high, b.high])
  }

  private static func percentiles(_ values: inout [Double]) -> (low: Double, high: Double) {
    guard !values.isEmpty else { return (0, 0) }
    values.sort()
    let last = Double(values.count - 1)
    return (values[Int((0.025 * last).rounded())], values[Int((0.975 * last).rounded())])
  }

  /// Delta-method interval of a ratio of sums.
  private static func analytic(_ units: [Unit]) -> (low: SIMD2<Double>, high: SIMD2<Double>) {
    var weight = SIMD2<Double>.zero
    var words = SIMD2<Double>.zero
    for unit in units {
      weight += unit.weight
      words += unit.words
    }
    var low = SIMD2<Double>.zero
    var high = SIMD2<Double>.zero
    for lane in 0..<2 where words[lane] > 0 {
      let rate = weight[lane] / words[lane]
      var squares = 0.0
      for unit in units {
        let residual = unit.weight[lane] - rate * unit.words[lane]
        squares += residual * residual
      }
      let error = squares.squareRoot() / words[lane]
      low[lane] = max(0, 1_000 * (rate - 1.959_964 * error))
      high[lane] = 1_000 * (rate + 1.959_964 * error)
    }
    return (low, high)
  }
}
