import ParallaxCore
import ParallaxKit
import Testing

@testable import ParallaxComparison

@Suite("Who is heard")
struct SourceComparisonTests {
  private func sources(_ articles: [(outlet: String, text: String)]) throws -> (SourceComparison, NameIndex) {
    let comparison = try CoverageSample.comparison(articles)
    let names = NameIndex(comparison)
    return (SourceComparison(comparison, names: names), names)
  }

  private let plain = """
    “The pier stays shut,” said Mayor Ana Lind on Monday. Otto Vane said that boats would wait.
    """
  private let marked = """
    Lind claimed that the pier was rotten. “Nobody told us,” Otto Vane said. Lind insisted that it was safe.
    """

  @Test("one person in two outlets, with words, verbs and their kinds")
  func verbs() throws {
    let (found, names) = try sources([("A", plain), ("B", marked)])
    let lind = try #require(found.sources.first { names.entities[$0.entity].name == "Ana Lind" })
    #expect(lind.outlets == 2 && lind.kind == .named)
    #expect(lind.heard[0]?.verbs.map(\.lemma) == ["say"] && lind.heard[0]?.verbs.first?.stance == "neutral")
    #expect(lind.heard[1]?.verbs.map(\.lemma) == ["claim", "insist"])
    #expect(lind.heard[1]?.verbs.map(\.stance) == ["doubting", "doubting"])
    #expect(lind.heard[0]?.direct == 1 && lind.heard[1]?.indirect == 2)
    let share = try #require(lind.heard[1]?.markedShare)
    #expect(share.value == 1 && share.high == 1 && (share.low ?? 1) < 0.5, "two of two is little")
    #expect(lind.heard[1]?.share.low == nil, "one article has no interval over articles")
  }

  @Test("shares of an outlet add up to one, and words by kind to all words")
  func sums() throws {
    let (found, _) = try sources([("A", plain), ("B", marked)])
    for outlet in 0...1 {
      let shares = found.sources.compactMap { $0.heard[outlet]?.share.value }.reduce(0, +)
      #expect(abs(shares - 1) < 1e-12)
      #expect(found.outlets[outlet].byKind.reduce(0, +) == found.outlets[outlet].words)
      #expect(
        found.outlets[outlet].all.verbs.reduce(0) { $0 + $1.count }
          == found.outlets[outlet].stances.reduce(0) { $0 + $1.count })
    }
  }

  @Test("the interval over articles is that of the ratio estimator, worked out by hand")
  func interval() {
    // r = 30/100; residuals 10 − 15, 20 − 15: 25 + 25; k/(k−1) = 2; √100 / 100 = 0.1; t₁ = 12.706.
    let share = ShareInterval.share([(10, 50), (20, 50)])
    #expect(abs(share.value - 0.3) < 1e-12)
    #expect(share.low == 0 && share.high == 1)
    let many = ShareInterval.share([(10, 50), (20, 50), (15, 50), (15, 50), (15, 50)])
    // Residuals ±5, 0, 0, 0: 50; 5/4 · 50 = 62.5; √62.5 / 250 = 0.0316; t₄ = 2.776.
    #expect(abs((many.low ?? 0) - (0.3 - 2.776445 * 62.5.squareRoot() / 250)) < 1e-6)
    #expect(ShareInterval.share([]).value == 0)
  }
}
