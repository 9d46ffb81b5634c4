import ParallaxScoring

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A comparison within events that both sides cover: what the event itself makes of the wording cancels out.
public struct MatchedEvents: Sendable, Equatable {
  /// One event's counts on both sides.
  public struct Pair: Sendable, Equatable {
    /// The side that is compared.
    public var side: PooledCount
    /// What it is compared with.
    public var reference: PooledCount

    /// Makes a pair.
    public init(side: PooledCount, reference: PooledCount) {
      self.side = side
      self.reference = reference
    }
  }

  /// Resamples of events for the interval.
  public static let resamples = 2_000
  /// Seed of resamples and drawn flips.
  public static let seed: UInt64 = 1959
  /// From this many events on an interval is given.
  public static let fewestForInterval = 6

  /// Events that both sides have words on.
  public let events: Int
  /// log₂ of the Mantel-Haenszel ratio of rates; nil where one side has no hit in any event.
  public let logRatio: Double?
  /// 95% BCa interval by resampling events; nil below `fewestForInterval` events.
  public let interval: ClosedRange<Double>?
  /// p of the sign-flip test on the events' log ratios.
  public let probability: Double
  /// The smallest p so many events allow.
  public var floor: Double { events < 63 ? pow(2, Double(1 - events)) : 0 }

  /// Compares within events; nil with fewer than two.
  ///
  /// - SeeAlso: Mantel and Haenszel 1959, in the form for person-time.
  public init?(_ pairs: [Pair]) {
    let pairs = pairs.filter { $0.side.words > 0 && $0.reference.words > 0 }
    guard pairs.count > 1 else { return nil }
    events = pairs.count
    logRatio = Self.ratio(pairs)
    interval = pairs.count >= Self.fewestForInterval ? Self.interval(pairs) : nil
    probability = Self.signFlip(pairs.map { LogRatio.value($0.side, $0.reference) })
  }

  private static func ratio(_ pairs: some Sequence<Pair>) -> Double? {
    var above = 0.0
    var below = 0.0
    for pair in pairs {
      let words = Double(pair.side.words + pair.reference.words)
      above += Double(pair.side.hits) * Double(pair.reference.words) / words
      below += Double(pair.reference.hits) * Double(pair.side.words) / words
    }
    return above > 0 && below > 0 ? log2(above / below) : nil
  }

  private static func interval(_ pairs: [Pair]) -> ClosedRange<Double>? {
    var generator = SeededGenerator(seed: seed)
    var ratios: [Double] = []
    for _ in 0..<resamples {
      let drawn = pairs.indices.map { _ in pairs[Int.random(in: pairs.indices, using: &generator)] }
      if let ratio = ratio(drawn) { ratios.append(ratio) }
    }
    // Where a resample has no hit on one side there is no bound to give.
    guard ratios.count == resamples, let estimate = ratio(pairs) else { return nil }
    let leftOut = pairs.indices.compactMap { index in
      ratio(pairs.enumerated().lazy.filter { $0.offset != index }.map(\.element))
    }
    return BCaInterval.bounds(estimate, resampled: ratios, leftOut: [leftOut]) ?? degenerate(ratios, estimate)
  }

  /// Events that all have one ratio leave nothing to spread.
  private static func degenerate(_ ratios: [Double], _ estimate: Double) -> ClosedRange<Double>? {
    ratios.allSatisfy { abs($0 - estimate) < 1e-9 } ? estimate...estimate : nil
  }

  /// The share of ways to flip the signs of differences whose |sum| is at least the real one's.
  static func signFlip(_ differences: [Double]) -> Double {
    let real = abs(differences.reduce(0, +)) - 1e-12
    if differences.count <= 14 {
      let ways = 1 << differences.count
      let extreme = (0..<ways).count { way in
        var sum = 0.0
        for (place, value) in differences.enumerated() { sum += way >> place & 1 == 0 ? value : -value }
        return abs(sum) >= real
      }
      return Double(extreme) / Double(ways)
    }
    var generator = SeededGenerator(seed: seed)
    var extreme = 1
    for _ in 0..<PermutationTest.drawn {
      var sum = 0.0
      var bits: UInt64 = 0
      for (place, value) in differences.enumerated() {
        if place % 64 == 0 { bits = generator.next() }
        sum += bits & 1 == 0 ? value : -value
        bits >>= 1
      }
      if abs(sum) >= real { extreme += 1 }
    }
    return Double(extreme) / Double(PermutationTest.drawn + 1)
  }
}
