import ParallaxScoring

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Deals the articles out to two sides anew and asks how often a difference as large comes about.
///
/// Every way of dealing is tried where there are at most 20,000; else 9,999 are drawn with a fixed seed. With
/// few articles the smallest p is large by itself: .10 with three a side.
public struct PermutationTest: Sendable {
  /// Ways of dealing that are all tried.
  public static let enumerated = 20_000
  /// Ways drawn where there are more.
  public static let drawn = 9_999
  /// Seed of the draws.
  public static let seed: UInt64 = 2004

  private let total: Int
  private let chosen: Int
  /// Articles of the first side in each way of dealing, one after another; the first is the real one.
  private let deals: [UInt16]
  private let isExact: Bool

  /// Prepares the ways of dealing `sizes.0 + sizes.1` articles, those of the first side coming first.
  ///
  /// - Returns: nil where a side has no article or there are more than 65,535.
  public init?(sizes: (Int, Int)) {
    guard sizes.0 > 0, sizes.1 > 0, sizes.0 + sizes.1 <= Int(UInt16.max) else { return nil }
    total = sizes.0 + sizes.1
    chosen = sizes.0
    let ways = Self.ways(total, chosen)
    isExact = ways <= Self.enumerated
    deals = isExact ? Self.allDeals(total, chosen) : Self.drawnDeals(total, chosen)
  }

  /// The smallest p that these numbers of articles allow, ties aside.
  public var floor: Double {
    let count = Double(deals.count / chosen)
    // With sides of one size the mirror image is as extreme.
    return (isExact && total == 2 * chosen ? 2 : 1) / count
  }

  /// The share of ways whose |log ratio| is at least the real one's.
  ///
  /// - Parameter counts: The articles, those of the first side first.
  public func probability(_ counts: [ArticleCount]) -> Double? {
    guard counts.count == total else { return nil }
    let pool = PooledCount(counts)
    guard pool.hits > 0 else { return nil }
    func statistic(_ hits: Int, _ words: Int) -> Double {
      let rate = log((Double(hits) + 0.5) / (Double(words) + 0.5))
      let rest = log((Double(pool.hits - hits) + 0.5) / (Double(pool.words - words) + 0.5))
      return abs(rate - rest)
    }
    var real = 0.0
    var extreme = 0
    for deal in 0..<deals.count / chosen {
      var hits = 0
      var words = 0
      for place in deal * chosen..<(deal + 1) * chosen {
        hits += counts[Int(deals[place])].hits
        words += counts[Int(deals[place])].words
      }
      let value = statistic(hits, words)
      if deal == 0 { real = value }
      if value >= real - 1e-12 { extreme += 1 }
    }
    // A drawn sample holds the real one as its first.
    return Double(extreme) / Double(deals.count / chosen)
  }

  /// C(n, k), or more than `enumerated` where it is larger.
  static func ways(_ n: Int, _ k: Int) -> Int {
    var ways = 1
    for step in 1...min(k, n - k) {
      ways = ways * (n - min(k, n - k) + step) / step
      if ways > enumerated { return enumerated + 1 }
    }
    return ways
  }

  /// Every choice of `k` from `n`, in lexical order: the real one, 0..<k, is the first.
  private static func allDeals(_ n: Int, _ k: Int) -> [UInt16] {
    var deals: [UInt16] = []
    var choice = Array(0..<k)
    while true {
      deals += choice.map { UInt16($0) }
      guard let place = choice.indices.last(where: { choice[$0] < n - k + $0 }) else { return deals }
      choice[place] += 1
      for next in place + 1..<max(place + 1, k) { choice[next] = choice[next - 1] + 1 }
    }
  }

  private static func drawnDeals(_ n: Int, _ k: Int) -> [UInt16] {
    var generator = SeededGenerator(seed: seed)
    var deals = (0..<k).map { UInt16($0) }
    var articles = (0..<n).map { UInt16($0) }
    for _ in 0..<drawn {
      for place in 0..<k {
        articles.swapAt(place, Int.random(in: place..<n, using: &generator))
      }
      deals += articles[..<k]
    }
    return deals
  }
}
