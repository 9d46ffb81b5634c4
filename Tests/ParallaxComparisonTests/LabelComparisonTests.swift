import ParallaxCore
import ParallaxKit
import ParallaxScoring
import Testing

@testable import ParallaxComparison

@Suite("Who is called what")
struct LabelComparisonTests {
  private func span(_ words: String, in analysis: Analysis) -> TextSpan? {
    let text = analysis.article.text
    let wanted = Array(words.utf8)
    let place = text.indices.first { text[$0...].starts(with: wanted) }
    return place.map { TextSpan($0, $0 + wanted.count) }
  }

  /// A comparison in which each article has one target with one label.
  private func comparison(
    _ articles: [(outlet: String, text: String, name: String, label: String?)]
  ) throws -> OutletComparison {
    let plain = try CoverageSample.comparison(articles.map { ($0.outlet, $0.text) })
    var analyses = plain.analyses
    for (index, article) in articles.enumerated() {
      let mention = span(article.name, in: analyses[index])
      var target = TargetStance(name: article.name, mentions: mention.map { [$0] } ?? [])
      if let label = article.label { target.labels = [.init(text: label, count: 1)] }
      analyses[index].targets = [target]
    }
    return OutletComparison(analyses)
  }

  @Test("labels of one person side by side, with the place and the finding in them")
  func sideBySide() throws {
    let comparison = try comparison([
      ("A", "The shameful liar Ana Lind left the harbor on Monday.", "Ana Lind", "shameful liar"),
      ("B", "The mayor, Ana Lind, left the harbor on Monday. Lind waved.", "Lind", "The mayor"),
      ("C", "Otto Vane, a baker, stayed in the harbor on Monday.", "Otto Vane", "a baker"),
    ])
    let names = NameIndex(comparison)
    let labels = LabelComparison(comparison, names: names)
    #expect(labels.entities.count == 1, "Vane is named once")
    let lind = try #require(labels.entities.first)
    #expect(names.entities[lind.entity].name == "Ana Lind")
    let first = try #require(lind.namings[0]?.labels.first)
    #expect(first.text == "shameful liar" && !first.categories.isEmpty)
    #expect(
      first.places.map { comparison.analyses[$0.article].article.string($0.span) } == ["shameful liar"])
    #expect(lind.namings[1]?.labels.first?.categories == [] && lind.namings[2] == nil)
    #expect(lind.namings[0]?.marked == 1 && lind.namings[1]?.marked == 0)
  }

  @Test("a description is joined through the noun that stands beside the name in another article")
  func heads() throws {
    let comparison = try comparison([
      ("A", "Premier Ana Lind left the harbor on Monday.", "Ana Lind", nil),
      ("B", "The iron-fisted premier left the harbor on Monday.", "The iron-fisted premier", "iron-fisted"),
    ])
    let names = NameIndex(comparison)
    #expect(
      names.entities.count == 1 && names.entities[0].variants.map(\.rule) == [.itself, .title("premier")])
    #expect(LabelComparison(comparison, names: names).entities.count == 1)
  }

  @Test("a description of one who is heard is a label of whom it stands for")
  func heard() throws {
    let comparison = try comparison([
      ("A", "Premier Ana Lind left the harbor. “It is shut,” Lind said.", "Ana Lind", nil),
      ("B", "Ana Lind was late. The iron-fisted premier claimed that it was shut.", "Ana Lind", nil),
    ])
    let labels = LabelComparison(comparison, names: NameIndex(comparison))
    let label = try #require(labels.entities.first?.namings[1]?.labels.first)
    #expect(label.text == "The iron-fisted premier" && label.count == 1)
    #expect(
      label.places.map { comparison.analyses[$0.article].article.string($0.span) }
        == ["The iron-fisted premier"])
  }

  @Test("nobody in common, nothing to show")
  func nobody() throws {
    let comparison = try comparison([
      ("A", "Ana Lind left the harbor on Monday.", "Ana Lind", "mayor"),
      ("B", "Otto Vane left the harbor on Monday.", "Otto Vane", "baker"),
    ])
    #expect(LabelComparison(comparison, names: NameIndex(comparison)).entities.isEmpty)
  }
}
