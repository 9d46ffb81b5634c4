import ParallaxCore
import ParallaxKit
import ParallaxScoring
import Testing

@testable import ParallaxComparison

@Suite("Stance by outlet and voice")
struct StanceMatrixTests {
  /// A comparison in which each article has one target with evidence of the values given.
  private func comparison(
    _ articles: [(outlet: String, name: String, author: [Double], quoted: [Double])]
  ) throws -> OutletComparison {
    let plain = try CoverageSample.comparison(
      articles.enumerated().map { ($0.element.outlet, "The harbor was open on Monday, \($0.offset) of it.") })
    var analyses = plain.analyses
    for (index, article) in articles.enumerated() {
      var target = TargetStance(name: article.name, mentions: [TextSpan(4, 10), TextSpan(15, 19)])
      target.evidence =
        article.author.map { Self.evidence($0, .author) } + article.quoted.map { Self.evidence($0, .direct) }
      analyses[index].targets = [target]
    }
    return OutletComparison(analyses)
  }

  private static func evidence(_ value: Double, _ voice: Voice) -> TargetStance.Evidence {
    .init(span: TextSpan(4, 10), relation: .modifier, value: value, share: 1, voice: voice, sentence: 0)
  }

  @Test("author's and quoted words apart, articles of one outlet together")
  func apart() throws {
    let comparison = try comparison([
      ("A", "Ana Lind", [-1, -1], [1]), ("A", "Lind", [-1], []), ("B", "Mayor Ana Lind", [], [1, 1, -1]),
    ])
    let matrix = StanceMatrix(comparison, names: NameIndex(comparison))
    let row = try #require(matrix.rows.first)
    #expect(matrix.rows.count == 1 && row.mentions == 6)
    let author = try #require(row.outlets[0]?.author)
    #expect(author.positive == 0 && author.negative == 3 && author.score < 0)
    #expect(author.evidence.map(\.article) == [0, 0, 1])
    #expect(author.low < author.score && author.score < author.high && author.low >= -1)
    #expect(row.outlets[0]?.quoted?.positive == 1 && row.outlets[1]?.author == nil)
    #expect(row.outlets[1]?.quoted?.positive == 2 && row.outlets[1]?.quoted?.negative == 1)
  }

  @Test("a cell of one article says what the article's own reading says")
  func likeOneArticle() throws {
    let text = "Ana Lind is a shameful liar. The corrupt Lind lied to the city. Otto Vane praised Ana Lind."
    let comparison = try CoverageSample.comparison([
      ("A", text), ("B", "Ana Lind saved the port. Lind spoke."),
    ])
    let matrix = StanceMatrix(comparison, names: NameIndex(comparison))
    for row in matrix.rows {
      for (outlet, value) in row.outlets.enumerated() {
        guard let score = value?.author?.score else { continue }
        let targets = comparison.analyses[outlet].targets
        #expect(targets.contains { abs(($0.author ?? 9) - score) < 1e-9 })
      }
    }
    #expect(!matrix.rows.isEmpty)
  }

  @Test("nobody shared, or nothing said: no row")
  func empty() throws {
    let apart = try comparison([("A", "Ana Lind", [1], []), ("B", "Otto Vane", [1], [])])
    #expect(StanceMatrix(apart, names: NameIndex(apart)).rows.isEmpty)
    let silent = try comparison([("A", "Ana Lind", [], []), ("B", "Ana Lind", [], [])])
    #expect(StanceMatrix(silent, names: NameIndex(silent)).rows.isEmpty)
  }
}
