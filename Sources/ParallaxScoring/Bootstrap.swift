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
    // The author's weight and words, and those of all: what a draw adds, in one step.
    let parts = units.map { unit in
      SIMD4(unit.weight[0], unit.weight[1], unit.words[0], unit.words[1])
    }
    var author: [Double] = []
    var all: [Double] = []
    author.reserveCapacity(resamples)
    all.reserveCapacity(resamples)
    parts.withUnsafeBufferPointer { parts in
      var draws = PairedDraws(count: parts.count)
      for _ in 0..<resamples {
        let sums = draws.sum(of: parts)
        if sums[2] > 0 { author.append(sums[0] / sums[2]) }
        if sums[3] > 0 { all.append(sums[1] / sums[3]) }
      }
    }
    let a = percentiles(&author)
    let b = percentiles(&all)
    return ([a.low, b.low], [a.high, b.high])
  }

  /// Draws with replacement, two from each number of the generator.
  private struct PairedDraws {
    private var generator = SeededGenerator(seed: seed)
    private let bound: UInt64
    private let count: Int

    init(count: Int) {
      self.count = count
      bound = UInt64(count)
    }

    /// The sum of as many draws as there are parts.
    @inline(__always)
    mutating func sum(of parts: UnsafeBufferPointer<SIMD4<Double>>) -> SIMD4<Double> {
      var first = SIMD4<Double>.zero
      var second = SIMD4<Double>.zero
      for _ in 0..<count / 2 {
        let number = generator.next()
        first += parts[place(number >> 32)]
        second += parts[place(number & 0xFFFF_FFFF)]
      }
      if count % 2 == 1 { first += parts[place(generator.next() >> 32)] }
      return first + second
    }

    /// A place from 0 up to `bound`, by one multiplication (bias below bound / 2^32).
    @inline(__always)
    private func place(_ number: UInt64) -> Int { Int((number &* bound) >> 32) }
  }

  /// The bounds of the middle 95% of rates per word, per 1,000 words.
  private static func percentiles(_ rates: inout [Double]) -> (low: Double, high: Double) {
    guard !rates.isEmpty else { return (0, 0) }
    let last = Double(rates.count - 1)
    let high = rates.select(Int((0.975 * last).rounded()), below: rates.count)
    let low = rates.select(Int((0.025 * last).rounded()), below: Int((0.975 * last).rounded()) + 1)
    return (1_000 * low, 1_000 * high)
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

extension [Double] {
  /// The element that would stand at `place` if the first `end` elements were sorted (Hoare's selection).
  ///
  /// Moves elements so that none before the place is greater and none behind it is smaller.
  ///
  /// - Complexity: O(n) on average.
  fileprivate mutating func select(_ place: Int, below end: Int) -> Double {
    withUnsafeMutableBufferPointer { values in
      var low = 0
      var high = end - 1
      while low < high {
        let pivot = values[low + (high - low) / 2]
        var left = low
        var right = high
        while left <= right {
          while values[left] < pivot { left += 1 }
          while values[right] > pivot { right -= 1 }
          if left <= right {
            values.swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        if place <= right { high = right } else if place >= left { low = left } else { break }
      }
      return values[place]
    }
  }
}
