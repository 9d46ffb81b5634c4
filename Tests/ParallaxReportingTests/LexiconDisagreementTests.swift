import ParallaxKit
import Testing

@testable import ParallaxReporting

@Suite struct LexiconDisagreementTests {
  /// A view with findings at the words of a text: `praise`, `blame` or nothing by the polarity.
  private static func view(_ name: String, _ text: String, _ words: [(String, Polarity)]) -> LexiconView {
    var article = SampleArticle()
    article.add(.body, text)
    var view = LexiconView(name: name, analysis: article.analysis())
    view.findings = words.compactMap { word, polarity in
      guard let range = text.firstRange(of: word) else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let info = EntryInfo(
        lexicon: name, id: word, form: word, category: Category("mood"), subcategory: "", weight: 1,
        polarity: polarity)
      return Finding(
        entry: info, span: TextSpan(start, start + word.utf8.count), paragraph: 0, sentence: 0, segment: 0,
        voice: .author)
    }
    return view
  }

  private static let text = "A sick and fierce plan of the grand old harbour board, fine as ever."

  @Test func placesOfTwoLexicons() {
    let first = Self.view(
      "one", Self.text, [("sick", .negative), ("fierce", .negative), ("grand old", .positive)])
    let second = Self.view(
      "two", Self.text, [("sick", .positive), ("old harbour", .neutral), ("fine", .positive)])
    let comparison = LexiconDisagreement([first, second])
    #expect(
      comparison.places.map { String(decoding: Array(Self.text.utf8)[$0.span.range], as: UTF8.self) }
        == ["sick", "fierce", "grand old harbour", "fine"])
    #expect(
      comparison.places.map { LexiconDisagreement.verdict($0.readings) } == [
        .opposed, .partial, .agreed, .partial,
      ])
    #expect(comparison.pair(0, 1) == (2, 1, 1, 1))
    #expect(comparison.pair(1, 0) == (2, 1, 1, 1))
    #expect(comparison.paragraphs.map { $0.readings.map(\.hits) } == [[3, 3]])
    // One blames more than it praises, the other praises.
    #expect(comparison.paragraphs.map { LexiconDisagreement.verdict($0.readings) } == [.opposed])
  }

  @Test func theReportShowsThem() {
    var article = SampleArticle()
    article.add(.body, Self.text)
    let analysis = article.analysis()
    let views = [
      Self.view("one", Self.text, [("sick", .negative)]),
      Self.view("<two>", Self.text, [("sick", .positive)]),
      Self.view("none", Self.text, []),
    ]
    let page = ArticleReport.html(analysis, options: .init(lexiconViews: views))
    let scanned = PageScanner(page)
    #expect(scanned.faults == [])
    let ids = scanned.ids
    for link in scanned.links where link.hasPrefix("#p") { #expect(ids.contains(String(link.dropFirst()))) }
    let html = String(decoding: page, as: UTF8.self)
    #expect(
      html.contains("Of 1 place that any of the 3 finds, all find 0; on 1 one praises where another blames."))
    #expect(html.contains("&lt;two&gt;"))
    #expect(!String(decoding: ArticleReport.html(analysis), as: UTF8.self).contains("lexicons-apart"))
  }
}
