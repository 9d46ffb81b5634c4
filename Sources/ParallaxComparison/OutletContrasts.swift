import ParallaxCore
import ParallaxScoring

/// The tested differences of a comparison: each outlet against the other, or against all others together.
///
/// What is said follows from the number of articles: with one a side there is an indicative interval and no
/// test; with two or three the moderated test and the smallest ratio it could have found; from four on the
/// permutation test beside it. All tests of a comparison are one family.
public struct OutletContrasts: Sendable {
  /// Level of the corrected tests.
  public static let level = 0.05

  /// Stands for all wording that enters the framing index.
  public static let framing = Category("framing")

  /// In order of outlets, voices (the author's, then all) and categories.
  public let contrasts: [Contrast]
  /// All framing wording in the author's words, one per outlet: the question asked first, a family of its own.
  public let overall: [Contrast]
  /// All framing wording in the author's words over three outlets or more; nil with two, where `overall` asks
  /// the same, and where an outlet has one article.
  public let among: OutletTest?
  /// The fewest articles that an outlet has.
  public let fewestArticles: Int

  /// Tests every category of a comparison.
  ///
  /// - Complexity: O(outlets × (categories + deals) × articles).
  public init(_ comparison: OutletComparison) {
    let outlets = comparison.outlets
    fewestArticles = outlets.map(\.articles.count).min() ?? 0
    guard outlets.count > 1 else {
      contrasts = []
      overall = []
      among = nil
      return
    }
    var found: [Contrast] = []
    var first: [Contrast] = []
    let table = CountTable(comparison)
    // Two outlets differ once, not once in each direction.
    for outlet in outlets.count == 2 ? 0..<1 : outlets.indices {
      let others = outlets.indices.filter { $0 != outlet }
      let sizes = (outlets[outlet].articles.count, others.reduce(0) { $0 + outlets[$1].articles.count })
      let permutation = min(sizes.0, sizes.1) > 1 ? PermutationTest(sizes: sizes) : nil
      let reference = outlets.count == 2 ? others.first : nil
      let sides = Sides(
        outlet: outlet, others: others, reference: reference, permutation: permutation,
        bootstrap: ArticleBootstrap(sizes: sizes))
      first.append(Self.contrast(Self.framing, .author, sides, table))
      for voice in [Voice.author, nil] as [Voice?] {
        let categories = (voice == nil ? [Self.framing] : []) + comparison.categories
        for category in categories { found.append(Self.contrast(category, voice, sides, table)) }
      }
    }
    among = outlets.count > 2 && fewestArticles > 1 ? Self.among(table) : nil
    contrasts = Self.judged(found)
    overall = Self.judged(first)
  }

  /// Which outlets are set against which, and how their articles are dealt and drawn anew.
  private struct Sides {
    var outlet: Int
    var others: [Int]
    var reference: Int?
    var permutation: PermutationTest?
    var bootstrap: ArticleBootstrap?
  }

  private static func contrast(
    _ category: Category, _ voice: Voice?, _ sides: Sides, _ table: CountTable
  ) -> Contrast {
    let counts = table.counts(category, voice)
    let own = counts[sides.outlet]
    let rest = sides.others.flatMap { counts[$0] }
    let side = PooledCount(own)
    let pool = PooledCount(rest)
    let dispersion = Overdispersion(counts, prior: DispersionCalibration.prior(of: category, voice: voice))
    let ratio = LogRatio(side, pool, dispersion: dispersion)
    let fewest = min(side.articles, pool.articles)
    let p = fewest > 1 ? ModeratedTest.probability([side, pool], dispersion: dispersion) : nil
    return Contrast(
      category: category, voice: voice, outlet: sides.outlet, reference: sides.reference, side: side,
      rest: pool, ratio: ratio, dispersion: dispersion, p: p, q: nil, conservative: nil,
      permutation: fewest > 3 ? sides.permutation?.probability(own + rest) : nil,
      permutationFloor: fewest > 1 ? sides.permutation?.floor : nil,
      equivalence: p == nil
        ? nil : Equivalence.probability(ratio, degrees: dispersion.moderatedDegrees),
      detectable: fewest > 1 ? DetectableRatio.minimum(side, pool, dispersion: dispersion) : nil,
      matched: fewest > 1 ? MatchedEvents(table.pairs(category, voice, outlet: sides.outlet)) : nil,
      resampled: sides.bootstrap?.interval(own, rest),
      evenness: Evenness(own), restEvenness: Evenness(rest),
      logLikelihood: LogLikelihood.statistic([side, pool]), verdict: .tooFew)
  }

  /// F = [G² ÷ (m − 1)] ÷ φ̃ over all m outlets.
  private static func among(_ table: CountTable) -> OutletTest? {
    let counts = table.counts(framing, .author)
    let dispersion = Overdispersion(
      counts, prior: DispersionCalibration.prior(of: framing, voice: .author))
    let pools = counts.map { PooledCount($0) }
    guard let p = ModeratedTest.probability(pools, dispersion: dispersion) else { return nil }
    let numerator = Double(pools.count - 1)
    return OutletTest(
      category: framing, voice: .author,
      f: LogLikelihood.statistic(pools) / numerator / dispersion.moderated, numerator: numerator,
      denominator: dispersion.moderatedDegrees, p: p)
  }

  /// Corrects for the number of tests and says what may be said.
  private static func judged(_ contrasts: [Contrast]) -> [Contrast] {
    let adjusted = FalseDiscovery.adjusted(contrasts.map(\.p))
    let conservative = FalseDiscovery.conservative(contrasts.map(\.p))
    return contrasts.indices.map { index in
      var contrast = contrasts[index]
      let q = adjusted[index]
      contrast.q = q
      contrast.conservative = conservative[index]
      guard let q else { return contrast }
      if q <= level {
        contrast.verdict = .differs
      } else if let equivalence = contrast.equivalence, equivalence <= level {
        contrast.verdict = .alike
      } else {
        contrast.verdict = .notDistinguishable
      }
      return contrast
    }
  }
}

/// Counts of a comparison by outlet and article.
public struct CountTable: Sendable {
  private let comparison: OutletComparison
  /// Findings of each article that enter the framing index, in its author's words and in all.
  private let framing: [(author: Int, all: Int)]

  /// Counts what enters the framing index; everything else is looked up.
  public init(_ comparison: OutletComparison) {
    self.comparison = comparison
    framing = comparison.analyses.map { analysis in
      let slant = analysis.findings.filter { $0.entry.category.isSlant(subcategory: $0.entry.subcategory) }
      return (slant.count { $0.voice == .author }, slant.count)
    }
  }

  /// One list of articles per outlet.
  public func counts(_ category: Category, _ voice: Voice?) -> [[ArticleCount]] {
    comparison.outlets.map { outlet in outlet.articles.map { count($0, category, voice) } }
  }

  /// An outlet and all others within each event that both cover, in order of the events' first articles.
  func pairs(_ category: Category, _ voice: Voice?, outlet: Int) -> [MatchedEvents.Pair] {
    var order: [String] = []
    var own: [String: [ArticleCount]] = [:]
    var rest: [String: [ArticleCount]] = [:]
    for (index, candidate) in comparison.outlets.enumerated() {
      for article in candidate.articles {
        guard let event = comparison.analyses[article].article.metadata.event else { continue }
        if own[event] == nil && rest[event] == nil { order.append(event) }
        let count = count(article, category, voice)
        if index == outlet {
          own[event, default: []].append(count)
        } else {
          rest[event, default: []].append(count)
        }
      }
    }
    return order.compactMap { event in
      guard let own = own[event], let rest = rest[event] else { return nil }
      return .init(side: PooledCount(own), reference: PooledCount(rest))
    }
  }

  private func count(_ article: Int, _ category: Category, _ voice: Voice?) -> ArticleCount {
    let analysis = comparison.analyses[article]
    let words = voice.map { analysis.words[$0] } ?? analysis.words.all
    if category == OutletContrasts.framing {
      let hits = voice == .author ? framing[article].author : framing[article].all
      return ArticleCount(hits: hits, words: words)
    }
    guard let measure = analysis.measures.first(where: { $0.category == category }) else {
      return ArticleCount(hits: 0, words: words)
    }
    let value = voice.map { measure[$0] } ?? measure.all
    // Promotions have words of their own to count among.
    return ArticleCount(hits: value.count, words: value.words > 0 ? value.words : words)
  }
}
