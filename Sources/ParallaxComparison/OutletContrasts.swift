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
      first.append(
        Self.contrast(
          Self.framing, .author, outlet, others, table, permutation: permutation, reference: reference))
      for voice in [Voice.author, nil] as [Voice?] {
        for category in comparison.categories {
          found.append(
            Self.contrast(
              category, voice, outlet, others, table, permutation: permutation, reference: reference))
        }
      }
    }
    contrasts = Self.judged(found)
    overall = Self.judged(first)
  }

  private static func contrast(
    _ category: Category, _ voice: Voice?, _ outlet: Int, _ others: [Int], _ table: CountTable,
    permutation: PermutationTest?, reference: Int?
  ) -> Contrast {
    let counts = table.counts(category, voice)
    let own = counts[outlet]
    let rest = others.flatMap { counts[$0] }
    let side = PooledCount(own)
    let pool = PooledCount(rest)
    let dispersion = Overdispersion(counts, prior: DispersionCalibration.prior(of: category, voice: voice))
    let ratio = LogRatio(side, pool, dispersion: dispersion)
    let fewest = min(side.articles, pool.articles)
    let p = fewest > 1 ? ModeratedTest.probability([side, pool], dispersion: dispersion) : nil
    return Contrast(
      category: category, voice: voice, outlet: outlet, reference: reference, side: side, rest: pool,
      ratio: ratio, dispersion: dispersion, p: p, q: nil,
      permutation: fewest > 3 ? permutation?.probability(own + rest) : nil,
      permutationFloor: fewest > 1 ? permutation?.floor : nil,
      equivalence: p == nil
        ? nil : Equivalence.probability(ratio, degrees: dispersion.moderatedDegrees),
      detectable: fewest > 1 ? DetectableRatio.minimum(side, pool, dispersion: dispersion) : nil,
      matched: fewest > 1 ? MatchedEvents(table.pairs(category, voice, outlet: outlet)) : nil,
      evenness: Evenness(own), logLikelihood: LogLikelihood.statistic([side, pool]), verdict: .tooFew)
  }

  /// Corrects for the number of tests and says what may be said.
  private static func judged(_ contrasts: [Contrast]) -> [Contrast] {
    let adjusted = FalseDiscovery.adjusted(contrasts.map(\.p))
    return zip(contrasts, adjusted).map { contrast, q in
      var contrast = contrast
      contrast.q = q
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
struct CountTable {
  private let comparison: OutletComparison
  /// Findings of each article in its author's words that enter the framing index.
  private let framing: [Int]

  init(_ comparison: OutletComparison) {
    self.comparison = comparison
    framing = comparison.analyses.map { analysis in
      analysis.findings.count {
        $0.voice == .author && $0.entry.category.isSlant(subcategory: $0.entry.subcategory)
      }
    }
  }

  /// One list of articles per outlet.
  func counts(_ category: Category, _ voice: Voice?) -> [[ArticleCount]] {
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
      return ArticleCount(hits: framing[article], words: words)
    }
    guard let measure = analysis.measures.first(where: { $0.category == category }) else {
      return ArticleCount(hits: 0, words: words)
    }
    let value = voice.map { measure[$0] } ?? measure.all
    // Promotions have words of their own to count among.
    return ArticleCount(hits: value.count, words: value.words > 0 ? value.words : words)
  }
}
