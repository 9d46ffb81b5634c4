import ParallaxComparison
import ParallaxScoring
import Testing

@Suite struct StatisticsTests {
  private func pool(_ hits: Int, _ words: Int, articles: Int = 1) -> PooledCount {
    PooledCount((0..<articles).map { .init(hits: $0 == 0 ? hits : 0, words: words / articles) })
  }

  private let prior = DispersionPrior(dispersion: 2, degrees: 8)

  /// The worked example of Rayson and Garside's calculator page, recomputed by hand: 10 of 1,000 against 2 of 1,000.
  @Test func logLikelihoodByHand() {
    // 2·(10·ln(10/6) + 2·ln(2/6)) = 2·(5.108 − 2.197)
    #expect(abs(LogLikelihood.statistic([pool(10, 1_000), pool(2, 1_000)]) - 5.8221) < 1e-3)
    #expect(LogLikelihood.statistic([pool(0, 1_000), pool(0, 500)]) == 0)
    #expect(abs(LogLikelihood.naiveProbability(3.8415) - 0.05) < 1e-4)
  }

  @Test func ratioIsAntisymmetricAndHoldsItsValue() {
    let dispersion = Overdispersion(
      [[.init(hits: 9, words: 900)], [.init(hits: 3, words: 800)]], prior: prior)
    let there = LogRatio(pool(9, 900), pool(3, 800), dispersion: dispersion)
    let back = LogRatio(pool(3, 800), pool(9, 900), dispersion: dispersion)
    #expect(abs(there.value + back.value) < 1e-12)
    #expect(there.low < there.value && there.value < there.high)
    #expect(abs(there.low + back.high) < 1e-12)
    #expect(LogRatio.value(pool(0, 500), pool(0, 500)) == 0)
  }

  @Test func priorKeepsFewArticlesFromPassing() {
    // Two even articles a side look as if nothing varied; the prior remembers that articles do.
    let groups = [
      [ArticleCount(hits: 10, words: 500), .init(hits: 10, words: 500)],
      [.init(hits: 5, words: 500), .init(hits: 5, words: 500)],
    ]
    let moderated = Overdispersion(groups, prior: prior)
    #expect(moderated.pearson == 0 && moderated.moderated == 1.6)
    let clumped = Overdispersion([[.init(hits: 20, words: 500), .init(hits: 0, words: 500)]], prior: prior)
    #expect(clumped.moderated > moderated.moderated)
  }

  @Test func nothingFoundIsNoTest() {
    let dispersion = Overdispersion([[.init(hits: 0, words: 90)], [.init(hits: 0, words: 80)]], prior: prior)
    #expect(ModeratedTest.probability([pool(0, 90), pool(0, 80)], dispersion: dispersion) == nil)
    #expect(ModeratedTest.probability([pool(1, 90), pool(0, 0)], dispersion: dispersion) == nil)
    #expect(DetectableRatio.minimum(pool(0, 90), pool(0, 80), dispersion: dispersion) == nil)
  }

  @Test func equivalenceNeedsManyHits() {
    let few = LogRatio(pool(5, 1_000), pool(5, 1_000), dispersion: Overdispersion([], prior: prior))
    #expect(Equivalence.probability(few, degrees: 10) > 0.05)
    let many = LogRatio(
      pool(5_000, 1_000_000), pool(5_000, 1_000_000), dispersion: Overdispersion([], prior: prior))
    #expect(Equivalence.probability(many, degrees: 10) < 0.05)
    let apart = LogRatio(
      pool(9_000, 1_000_000), pool(5_000, 1_000_000), dispersion: Overdispersion([], prior: prior))
    #expect(Equivalence.probability(apart, degrees: 10) > 0.5)
  }

  @Test func detectableRatioFallsWithHits() throws {
    let dispersion = Overdispersion([], prior: prior)
    let few = try #require(DetectableRatio.minimum(pool(4, 1_000), pool(4, 1_000), dispersion: dispersion))
    let many = try #require(
      DetectableRatio.minimum(pool(400, 100_000), pool(400, 100_000), dispersion: dispersion))
    #expect(few > many && many > 1)
  }

  @Test func permutationFloors() throws {
    // STATISTICS: .333, .100, .029, .0079 for 2, 3, 4, 5 articles a side.
    for (size, floor) in [(2, 1.0 / 3), (3, 0.1), (4, 1.0 / 35), (5, 1.0 / 126)] {
      let test = try #require(PermutationTest(sizes: (size, size)))
      #expect(abs(test.floor - floor) < 1e-12)
      // The most extreme deal reaches the floor.
      let counts = (0..<2 * size).map { ArticleCount(hits: $0 < size ? 20 + $0 : 0, words: 500) }
      #expect(abs(try #require(test.probability(counts)) - floor) < 1e-12)
    }
    #expect(PermutationTest(sizes: (0, 3)) == nil)
    let large = try #require(PermutationTest(sizes: (20, 20)))
    #expect(large.floor == 1.0 / 10_000)
    let same = (0..<40).map { _ in ArticleCount(hits: 3, words: 500) }
    #expect(large.probability(same) == 1)
  }

  @Test func evenness() {
    let even = Evenness([.init(hits: 2, words: 200), .init(hits: 4, words: 400)])
    #expect(abs(even.deviation ?? 1) < 1e-12 && even.articlesWith == 2)
    let clumped = Evenness([.init(hits: 6, words: 300), .init(hits: 0, words: 300)])
    #expect(clumped.deviation == 1 && clumped.articlesWith == 1)
    #expect(Evenness([.init(hits: 6, words: 300)]).deviation == nil)
  }

  /// Half of Σ|v − s|: shares of hits 1, 0 against shares of words ⅔, ⅓.
  @Test func proportionsByHand() {
    let spread = Evenness([.init(hits: 6, words: 200), .init(hits: 0, words: 100)])
    #expect(abs((spread.proportions ?? 0) - 1.0 / 3) < 1e-12)
    #expect(abs((spread.deviation ?? 0) - 0.5) < 1e-12)
  }

  @Test func conservativeCorrection() {
    // Three tests: 1 + 1/2 + 1/3.
    let q = FalseDiscovery.conservative([0.01, nil, 0.02, 0.9])
    #expect(abs((q[0] ?? 0) - 0.03 * 11 / 6) < 1e-12 && q[1] == nil && q[3] == 1)
  }

  @Test func intervalByDrawingArticles() throws {
    #expect(ArticleBootstrap(sizes: (9, 20)) == nil, "too few articles for a bootstrap")
    let bootstrap = try #require(ArticleBootstrap(sizes: (10, 12)))
    let side = (0..<10).map { ArticleCount(hits: 8 + $0 % 4, words: 400 + 10 * $0) }
    let rest = (0..<12).map { ArticleCount(hits: 3 + $0 % 3, words: 450) }
    let interval = try #require(bootstrap.interval(side, rest))
    let value = LogRatio.value(PooledCount(side), PooledCount(rest))
    #expect(interval.contains(value) && interval.lowerBound > 0)
    #expect(bootstrap.interval(side, rest) == interval, "the same draws every time")
    #expect(bootstrap.interval(side, rest.map { .init(hits: 0, words: $0.words) }) == nil)
    let even = bootstrap.interval(
      side.map { _ in .init(hits: 4, words: 400) }, rest.map { _ in .init(hits: 2, words: 400) })
    #expect(even == nil, "articles that do not vary leave nothing to draw")
    // Wider where the articles vary more.
    let clumped = side.enumerated().map {
      ArticleCount(hits: $0.offset < 2 ? 45 : 1, words: $0.element.words)
    }
    let wide = try #require(bootstrap.interval(clumped, rest))
    #expect(wide.upperBound - wide.lowerBound > 2 * (interval.upperBound - interval.lowerBound))
  }

  @Test func correctionLeavesGapsAlone() {
    #expect(FalseDiscovery.adjusted([nil, 0.02, nil, 0.5]) == [nil, 0.04, nil, 0.5])
    #expect(FalseDiscovery.adjusted([]) == [])
  }

  @Test func oneEventIsNoMatch() {
    let pair = MatchedEvents.Pair(side: pool(3, 100), reference: pool(1, 100))
    #expect(MatchedEvents([pair]) == nil)
    let six = MatchedEvents(Array(repeating: pair, count: 6))
    #expect(six?.probability == 2.0 / 64 && six?.floor == 1.0 / 32)
    #expect(abs((six?.interval?.lowerBound ?? 0) - (six?.logRatio ?? 1)) < 1e-9)
  }
}
