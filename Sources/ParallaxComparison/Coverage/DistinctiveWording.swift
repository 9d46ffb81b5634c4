import ParallaxCore
import ParallaxScoring

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Words, phrases and lexicon entries that stand out in one outlet's own words beside those of the others: a
/// reading list, ranked, not a list of findings.
///
/// The rank is the weighted log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008,
/// doi:10.1093/pan/mpn018):
///
///     δ = ln[(y₁+α)/(n₁+α₀−y₁−α)] − ln[(y₂+α)/(n₂+α₀−y₂−α)],  z = δ / √(φ · [1/(y₁+α) + 1/(y₂+α)])
///
/// with α₀ = 500 and α = α₀ · the word's share in general English, but no less than ½: below that, a word that
/// one side lacks would have no rank at all. φ is how much more articles of one outlet differ among each other
/// than chance has them, a word's own drawn toward that of all words as if they were eight articles; 1 where no
/// outlet has two.
public struct DistinctiveWording: Sendable {
  /// What is counted.
  public enum Unit: String, Sendable, CaseIterable {
    /// Single words.
    case word
    /// Two or three words side by side.
    case phrase
    /// Entries of the lexicons.
    case entry
  }

  /// Sum of the prior.
  public static let priorWeight = 500.0
  /// The least prior of a word.
  public static let leastPrior = 0.5
  /// Hits that an outlet with several articles must have, and the articles they must stand in.
  public static let leastHits = 5
  /// See `leastHits`.
  public static let leastArticles = 2
  /// Hits that an outlet with one article must have.
  public static let leastHitsAlone = 2
  /// Least z of a line.
  public static let leastZ = 1.0
  /// Longest list per outlet and unit.
  public static let listLength = 20

  /// One line of a list.
  public struct Item: Sendable {
    /// The word or phrase in lower case, or the entry's form.
    public var text: String
    /// Hits in the outlet.
    public var hits: Int
    /// Hits in the others.
    public var otherHits: Int
    /// Hits per 1,000 of the outlet's own words.
    public var per1000: Double
    /// Hits per 1,000 of the others' own words.
    public var otherPer1000: Double
    /// Articles of the outlet that have it.
    public var articles: Int
    /// δ; above 0.
    public var logOdds: Double
    /// δ in standard errors.
    public var z: Double
    /// Log-likelihood G² of the two cells with hits (Dunning 1993); every word taken as independent.
    public var g2: Double
    /// Gries' DP over the outlet's articles, 0 even to 1 clumped; nil with one article.
    public var dispersion: Double?
    /// A few places, of the outlet's articles in order.
    public var places: [Place]
  }

  /// A place to read it.
  public struct Place: Sendable, Equatable {
    /// Index into the comparison's analyses.
    public var article: Int
    /// Where.
    public var span: TextSpan
  }

  /// The lists of one outlet.
  public struct Outlet: Sendable {
    /// Author's words.
    public var words: Int
    /// One list per unit, the most distinctive first.
    public var lists: [Unit: [Item]]

    /// The list of a unit.
    public func list(_ unit: Unit) -> [Item] { lists[unit] ?? [] }
  }

  /// One per outlet of the comparison, in its order; empty when there are fewer than two.
  public let outlets: [Outlet]

  /// Ranks each outlet's wording against that of all others together.
  ///
  /// - Complexity: O(words · log background + items × outlets).
  public init(_ comparison: OutletComparison, background: BackgroundWords = .english) {
    guard comparison.outlets.count > 1 else {
      outlets = []
      return
    }
    let counts = WordingCounts(comparison, background: background)
    var owners = [Int](repeating: -1, count: counts.totals.count)
    for (outlet, value) in comparison.outlets.enumerated() {
      for article in value.articles { owners[article] = outlet }
    }
    let sides = Sides(owners: owners, totals: counts.totals, outlets: comparison.outlets.count)
    let ranked = [
      (Unit.word, sides.lists(of: counts.words)), (.phrase, sides.lists(of: counts.phrases)),
      (.entry, sides.lists(of: counts.entries)),
    ]
    outlets = comparison.outlets.indices.map { outlet in
      Outlet(
        words: sides.words[outlet],
        lists: Dictionary(uniqueKeysWithValues: ranked.map { ($0.0, $0.1[outlet]) }))
    }
  }
}

/// The arithmetic of one comparison.
private struct Sides {
  let owners: [Int]
  let totals: [Int]
  /// Author's words by outlet.
  let words: [Int]
  let articles: [Int]
  let degrees: Int

  init(owners: [Int], totals: [Int], outlets: Int) {
    self.owners = owners
    self.totals = totals
    var words = [Int](repeating: 0, count: outlets)
    var articles = [Int](repeating: 0, count: outlets)
    for (article, owner) in owners.enumerated() where owner >= 0 {
      words[owner] += totals[article]
      articles[owner] += 1
    }
    self.words = words
    self.articles = articles
    degrees = articles.reduce(0) { $0 + max(0, $1 - 1) }
  }

  /// One list per outlet.
  func lists(of items: [WordingCounts.Item]) -> [[DistinctiveWording.Item]] {
    let sums = items.map { pooled($0) }
    let excess = items.indices.map { degrees > 0 ? scatter(items[$0], sums[$0]) : 0 }
    let common = commonDispersion(sums, excess)
    let all = words.reduce(0, +)
    return words.indices.map { outlet in
      var list: [(item: Int, value: DistinctiveWording.Item)] = []
      let n1 = Double(words[outlet])
      let n2 = Double(all - words[outlet])
      guard n1 > 0, n2 > 0 else { return [] }
      for (index, item) in items.enumerated() where isEligible(item, sums[index][outlet], outlet) {
        let y1 = sums[index][outlet]
        let y2 = sums[index].reduce(0, +) - y1
        let phi = degrees > 0 ? max(1, (excess[index] + 8 * common) / (Double(degrees) + 8)) : 1
        let alpha = max(DistinctiveWording.leastPrior, DistinctiveWording.priorWeight * item.background)
        let (a, b) = (Double(y1) + alpha, Double(y2) + alpha)
        let rest = DistinctiveWording.priorWeight
        let delta = log(a / max(n1 + rest - a, 1)) - log(b / max(n2 + rest - b, 1))
        let z = delta / (phi * (1 / a + 1 / b)).squareRoot()
        guard z >= DistinctiveWording.leastZ else { continue }
        list.append(
          (
            index,
            DistinctiveWording.Item(
              text: item.text, hits: y1, otherHits: y2, per1000: Double(y1) * 1_000 / n1,
              otherPer1000: Double(y2) * 1_000 / n2, articles: spread(item, outlet), logOdds: delta,
              z: z,
              g2: Self.g2(Double(y1), n1, Double(y2), n2), dispersion: evenness(item, y1, outlet),
              places: item.places.filter { owners[$0.article] == outlet }.prefix(6).map {
                .init(article: $0.article, span: $0.span)
              })
          ))
      }
      list.sort { ($1.value.z, $0.value.text, $0.item) < ($0.value.z, $1.value.text, $1.item) }
      return Self.withoutParts(list.map(\.value))
    }
  }

  /// The head of a list without phrases that a longer one with as many hits holds.
  private static func withoutParts(_ list: [DistinctiveWording.Item]) -> [DistinctiveWording.Item] {
    let head = list.prefix(DistinctiveWording.listLength * 2)
    let whole = head.filter { item in
      !item.text.contains(" ")
        || !head.contains {
          $0.hits == item.hits && $0.text.utf8.count > item.text.utf8.count
            && " \($0.text) ".contains(" \(item.text) ")
        }
    }
    return Array(whole.prefix(DistinctiveWording.listLength))
  }

  private func pooled(_ item: WordingCounts.Item) -> [Int] {
    var sums = [Int](repeating: 0, count: words.count)
    for hit in item.hits where owners[hit.article] >= 0 { sums[owners[hit.article]] += hit.count }
    return sums
  }

  private func spread(_ item: WordingCounts.Item, _ outlet: Int) -> Int {
    item.hits.count { owners[$0.article] == outlet }
  }

  private func isEligible(_ item: WordingCounts.Item, _ hits: Int, _ outlet: Int) -> Bool {
    articles[outlet] < 2
      ? hits >= DistinctiveWording.leastHitsAlone
      : hits >= DistinctiveWording.leastHits && spread(item, outlet) >= DistinctiveWording.leastArticles
  }

  /// X² of an item: Σ (y − n·r)² / (n·r) over articles, r being its outlet's rate.
  private func scatter(_ item: WordingCounts.Item, _ sums: [Int]) -> Double {
    // Of an article without hits, (0 − n·r)² / (n·r) = n·r; these add up to Y − Σ n·r of those with hits.
    var total = Double(sums.reduce(0, +))
    for hit in item.hits where owners[hit.article] >= 0 {
      let owner = owners[hit.article]
      let expected = Double(totals[hit.article]) * Double(sums[owner]) / Double(max(words[owner], 1))
      guard expected > 0 else { continue }
      let difference = Double(hit.count) - expected
      total += difference * difference / expected - expected
    }
    return total
  }

  /// φ of all items with enough hits together.
  private func commonDispersion(_ sums: [[Int]], _ excess: [Double]) -> Double {
    guard degrees > 0 else { return 1 }
    var total = 0.0
    var count = 0
    for (index, sum) in sums.enumerated() where sum.reduce(0, +) >= DistinctiveWording.leastHits {
      total += excess[index]
      count += 1
    }
    return count == 0 ? 1 : max(1, total / Double(count * degrees))
  }

  private func evenness(_ item: WordingCounts.Item, _ hits: Int, _ outlet: Int) -> Double? {
    guard articles[outlet] > 1, hits > 0, words[outlet] > 0 else { return nil }
    // ½ Σ |v − s|, where articles without hits add their share of words.
    var sum = 1.0
    for hit in item.hits where owners[hit.article] == outlet {
      let share = Double(totals[hit.article]) / Double(words[outlet])
      sum += abs(Double(hit.count) / Double(hits) - share) - share
    }
    return max(0, sum / 2)
  }

  /// 2 Σ y ln(y / E).
  static func g2(_ y1: Double, _ n1: Double, _ y2: Double, _ n2: Double) -> Double {
    let rate = (y1 + y2) / (n1 + n2)
    func cell(_ y: Double, _ n: Double) -> Double { y > 0 ? y * log(y / (n * rate)) : 0 }
    return max(0, 2 * (cell(y1, n1) + cell(y2, n2)))
  }
}
