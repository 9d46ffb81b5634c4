import Foundation
import ParallaxCore
import ParallaxScoring
import ParallaxTestSupport
import Testing

@testable import ParallaxReporting

@Suite struct ArticleReportTests {
  private static let page = ArticleReport.html(SampleArticle.harbour.analysis())
  private static let scanned = PageScanner(page)

  @Test func sameInputSameBytes() {
    #expect(ArticleReport.html(SampleArticle.harbour.analysis()) == Self.page)
  }

  @Test func elementsNestAndClose() { #expect(Self.scanned.faults == []) }

  @Test func everyLinkLeadsSomewhere() {
    let ids = Self.scanned.ids
    #expect(Set(ids).count == ids.count, "an id occurs twice")
    for link in Self.scanned.links where link.hasPrefix("#") {
      #expect(ids.contains(String(link.dropFirst())), "\(link) leads nowhere")
    }
  }

  @Test func everyFindingStandsInTextAndListLinkedBothWays() {
    let analysis = SampleArticle.harbour.analysis()
    let tags = Self.scanned.tags
    for number in 1...analysis.findings.count {
      #expect(tags.contains { $0.name == "mark" && $0["id"] == "f\(number)" })
      #expect(tags.contains { $0.name == "li" && $0["id"] == "r\(number)" })
      #expect(tags.contains { $0.name == "a" && $0["href"] == "#f\(number)" })
      #expect(tags.contains { $0.name == "a" && $0["href"] == "#r\(number)" })
    }
    for number in 1...analysis.article.paragraphs.count { #expect(Self.scanned.ids.contains("p\(number)")) }
  }

  @Test func aDoubtfulExtractionIsSaidWithItsFigures() throws {
    let analysis = SampleArticle.harbour.analysis()
    var more = ExtractionBand.Reading(favor: "recall", analysis)
    more.words.author += 40
    more.index = 99.5
    let band = try #require(
      ExtractionBand([.init(favor: "balanced", analysis), more], chosen: "balanced"))
    let page = String(
      decoding: ArticleReport.html(analysis, options: .init(extractionBand: band)), as: UTF8.self)
    #expect(page.contains("--favor balanced (this report)"))
    #expect(page.contains(" and 99.5. See Method."))
    #expect(!String(decoding: Self.page, as: UTF8.self).contains("id=\"extraction\""))
  }

  /// What a reader copies is the article's own text, without letters or numbers of ours.
  @Test func textCopiesClean() throws {
    let sample = SampleArticle.harbour
    let article = sample.analysis().article
    let html = String(decoding: Self.page, as: UTF8.self)
    for index in article.paragraphs.indices {
      let start = try #require(html.range(of: "<div id=\"p\(index + 1)\"")).upperBound
      let block = html[start...]
      let open = try #require(block.range(of: "<p>")).upperBound
      let close = try #require(block[open...].range(of: "</p>")).lowerBound
      let plain = block[open..<close].replacing(/<[^>]*>/, with: "")
      #expect(plain == article.string(article.paragraphs[index].span))
    }
  }

  @Test func countsAgreeWithTheMeasures() {
    let analysis = SampleArticle.harbour.analysis()
    let facts = ArticleFacts(analysis)
    for (style, measure) in facts.measures {
      let findings = facts.findings(of: style.category).map { analysis.findings[$0] }
      #expect(findings.count == measure.all.count)
      #expect(findings.count { $0.voice == .author } == measure.author.count)
    }
  }

  @Test func saysNothingOfBiasOrSides() {
    let text = Self.scanned.text.lowercased()
    for word in ["bias", "truth", "left-wing", "right-wing", "leftist", "propaganda", "fake"] {
      #expect(!text.contains(word), "“\(word)” is on the page")
    }
  }

  @Test func leadIsNotAScore() throws {
    let summary = SummaryText(
      analysis: SampleArticle.harbour.analysis(), facts: ArticleFacts(SampleArticle.harbour.analysis()))
    #expect(
      summary.lead
        == "In its own voice the article uses framing wording 15 times in 159 words, about once every 11 words."
    )
    #expect(!summary.lead.contains("index"))
  }

  @Test func shortTextsAreTooShortToTell() {
    var sample = SampleArticle(title: "Note")
    sample.add(.body, "A {reckless|evaluative.judgement|0.6} plan.")
    let analysis = sample.analysis()
    let summary = SummaryText(analysis: analysis, facts: ArticleFacts(analysis))
    #expect(
      summary.lead
        == "The article has only 3 words of its own: too few to tell how it frames its subject. 1 framing wording "
        + "was found.")
    #expect(ArticleFacts(analysis).evidence == .tooShort)
  }

  @Test func foreignTextHasNoNumbers() {
    var sample = SampleArticle(title: "Le quai")
    sample.metadata.language = "fr"
    sample.add(.body, "Le conseil a voté mardi la construction d’un nouveau quai.")
    let analysis = sample.analysis(isMeasured: false)
    let text = PageScanner(ArticleReport.html(analysis)).text
    #expect(text.contains("Nothing was measured: no lexicon speaks the language of this text (fr)."))
    #expect(!text.contains("Per 1,000"))
    #expect(text.contains("nouveau quai"))
  }

  @Test func emptyArticle() {
    let page = PageScanner(ArticleReport.html(SampleArticle().analysis()))
    #expect(page.faults == [])
    #expect(page.text.contains("Untitled text"))
  }

  @Test func nothingFound() {
    var sample = SampleArticle(title: "Ferry times")
    sample.add(
      .body,
      Array(repeating: "The ferry leaves at nine from the north quay.", count: 20).joined(separator: " "))
    let text = PageScanner(ArticleReport.html(sample.analysis())).text
    #expect(text.contains("Nothing found does not mean that nothing is there."))
    #expect(text.contains("Looked for and not found: praise and blame, loaded words"))
  }

  @Test func longArticleStaysSmall() {
    var sample = SampleArticle(title: "Long")
    // About 1,000 words with a finding in every seven words, more than any article has.
    for index in 0..<16 {
      let sentence =
        "The {reckless|evaluative.judgement|0.6} board of the {regime|loaded.label|0.6|government} met "
        + "{perhaps|hedge.shield|0.3} again in the old town hall by the quay and ⟪d Speaker \(index)|talked of money and "
        + "{nothing|booster.absolute|0.3} else until the lamps went out in the street⟫ as everybody could see. "
      sample.add(.body, sentence + sentence)
    }
    let analysis = sample.analysis()
    #expect((1_000...1_400).contains(analysis.words.all))
    let size = ArticleReport.html(analysis).count
    #expect(size <= 250_000, "\(size) bytes")
  }

  @Test func scriptsAreSmallAndCannotEndTheirElement() {
    for template in [Template.articleScript, .tablesScript] {
      let text = String(decoding: template.bytes, as: UTF8.self)
      #expect(template.bytes.count < 60_000)
      #expect(!text.contains("</") && !text.contains("<!--"))
      #expect(!text.contains("innerHTML") && !text.contains("eval(") && !text.contains("fetch("))
    }
    for template in [Template.pageStyle, .articleStyle, .tablesStyle] {
      let text = String(decoding: template.bytes, as: UTF8.self)
      #expect(!text.contains("</") && !text.contains("url(") && !text.contains("@import"))
    }
  }

  @Test func policyAllowsNothingFromOutside() throws {
    let policy = try #require(
      Self.scanned.tags.first { $0["http-equiv"] == "Content-Security-Policy" }?["content"])
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
    #expect(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("*"))
  }

  /// The numbers of the page follow from the data in it.
  @Test func embeddedLedgerGivesTheNumbers() throws {
    let analysis = SampleArticle.harbour.analysis()
    let html = String(decoding: Self.page, as: UTF8.self)
    let start = try #require(html.range(of: "<script id=\"data\" type=\"application/json\">")).upperBound
    let end = try #require(html[start...].range(of: "</script>")).lowerBound
    let json = try JSONParser.parse(html[start..<end].utf8)
    #expect(json["schema"]?.string == "parallax.ledger/2")
    let paragraphs = try #require(json["paragraphs"]?.array)
    let findings = try #require(json["findings"]?.array)
    let entries = try #require(json["entries"]?.array)
    func words(_ included: (Role) -> Bool) -> Int {
      paragraphs.reduce(0) { sum, paragraph in
        guard let cells = paragraph.array, let role = cells[0].string.flatMap({ Role(rawValue: $0) }),
          included(role)
        else { return sum }
        return sum + (cells[1].integer ?? 0)
      }
    }
    for measure in analysis.measures {
      let own = findings.compactMap(\.array).filter {
        entries[$0[4].integer ?? 0].array?[3].string == measure.category.name && $0[2].integer == 0
      }
      let weight = own.reduce(0) { $0 + ($1[3].number ?? 0) }
      #expect(own.count == measure.author.count)
      #expect(abs(weight - measure.author.weight) < 1e-9)
      #expect(
        words(measure.category == .promotional ? \.isPromotional : \.isEditorial) == measure.author.words)
    }
    let sentences = try #require(json["sentences"]?.array)
    #expect(sentences.reduce(0) { $0 + ($1.array?[2].integer ?? 0) } == analysis.words.all)
  }

  @Test func snapshot() throws {
    try assertSnapshot(body(of: Self.page), named: "article.html")
  }

  /// The page without style, script and data, which have tests of their own.
  private func body(of page: [UInt8]) -> String {
    String(decoding: page, as: UTF8.self)
      .replacing(/<style>[^<]*<\/style>/, with: "<style></style>")
      .replacing(/<script[^>]*>(.|\n)*?<\/script>/, with: "<script></script>")
      .replacing(/sha256-[^']*/, with: "sha256-…")
  }

  /// Writes the samples to the folder in `REPORT_OUT`, to look at them in a browser.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_OUT"] != nil))
  func writeSamples() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["REPORT_OUT"])
    func write(_ bytes: [UInt8], _ name: String) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    let first = SampleArticle.harbour.analysis()
    let second = SampleArticle.pier.analysis()
    try write(Self.page, "article.html")
    try write(ComparisonReport.html([first, second]), "comparison.html")
    let rows = [
      BatchRow(first, report: "reports/a.html"), BatchRow(second, report: "reports/b.html"),
      BatchRow(failed: "c.bin", error: "not a text"),
    ]
    try write(BatchIndex.html(rows: rows), "index.html")
  }
}
