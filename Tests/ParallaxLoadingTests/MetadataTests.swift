import ParallaxCore
import Testing

@testable import ParallaxLoading

@Suite("Metadata")
struct MetadataTests {
  @Test(
    "Dates as pages print them",
    arguments: [
      ("2026-03-01", "2026-03-01"), ("March 1, 2026", "2026-03-01"), ("1 March 2026", "2026-03-01"),
      ("Sunday, Mar. 1st, 2026 at 9:30 a.m. ET", "2026-03-01"), ("1. März 2026", "2026-03-01"),
      ("1er mars 2026", "2026-03-01"), ("1 de marzo de 2026", "2026-03-01"), ("01.03.2026", "2026-03-01"),
      ("25/12/2025", "2025-12-25"), ("12/25/2025", "2025-12-25"), ("03/04/2026", nil),
      ("February 30, 2026", nil),
      ("In 1987 the wall was mended", nil), ("the 3 of us", nil),
    ] as [(String, String?)])
  func dates(text: String, expected: String?) { #expect(DateText.find(in: text) == expected) }

  @Test("Declared dates keep their time")
  func normalized() {
    #expect(DateText.normalized("2026-03-02T09:30:00+01:00") == "2026-03-02T09:30:00+01:00")
    #expect(DateText.normalized("2026-03-02 09:30:00") == "2026-03-02T09:30:00")
    #expect(DateText.normalized("Mon, 02 Mar 2026 09:30:00 GMT") == "2026-03-02")
    #expect(DateText.normalized("yesterday") == nil)
    #expect(DateText.inURL("https://a.example/news/2026/03/02/harbor") == "2026-03-02")
    #expect(DateText.inURL("https://a.example/news/202603/harbor-12-34-5678") == nil)
  }

  @Test(
    "Titles lose the site's name",
    arguments: [
      ("Harbor shut until May | The Ledger", "The Ledger", nil, "Harbor shut until May"),
      ("The Ledger - Harbor shut until May", "The Ledger", nil, "Harbor shut until May"),
      ("Harbor shut until May - ledger.example", nil, "ledger", "Harbor shut until May"),
      (
        "Harbor shut - what now? The council has no plan | Local | The Ledger", "The Ledger", nil,
        "Harbor shut - what now? The council has no plan | Local"
      ),
      ("Storm – and calm", nil, nil, "Storm – and calm"), ("A harbor", "The Ledger", nil, "A harbor"),
    ] as [(String, String?, String?, String)])
  func titles(title: String, outlet: String?, host: String?, expected: String) {
    #expect(TitleText.withoutSite(title, outlet: outlet, host: host, headlines: []) == expected)
  }

  @Test("Values come from OpenGraph, microdata, <meta>, what the page shows, the URL, in that order")
  func order() throws {
    let prose =
      "<p>The harbor closed on Monday, and the council met. Nobody came, but the minutes say it did.</p>"
    let meta = "<meta name=date content=2026-03-03><meta name=author content='By Nora Whitcombe'>"
    let graph = "<meta property='article:published_time' content='2026-03-02T10:00:00Z'>"
    #expect(try page(prose, head: meta + graph).metadata.published == "2026-03-02T10:00:00Z")
    let article = try page(prose, head: meta)
    #expect(article.metadata.published == "2026-03-03")
    #expect(article.metadata.provenance["published"] == "meta")
    #expect(article.metadata.byline == "Nora Whitcombe")
    let source = "https://ledger.example/opinion/2026/03/04/goat"
    let bare = try Loader().load(html: prose, id: "x", source: source)
    #expect(bare.metadata.published == "2026-03-04")
    #expect(bare.metadata.provenance["published"] == "url")
    #expect(bare.metadata.genre == .opinion)
    let timed = try page("<h1>Closed</h1><p><time datetime='2026-03-05'>Thursday</time></p>" + prose)
    #expect(timed.metadata.published == "2026-03-05")
    #expect(timed.metadata.provenance["published"] == "time")
  }

  @Test("Of several articles in JSON-LD the page's own counts, broken scripts count for nothing")
  func linkedData() throws {
    let json = """
      [{"@type": "NewsArticle", "headline": "Another story", "author": "Someone Else"},
       {"@type": ["NewsArticle"], "headline": "Harbor shut", "author": {"name": "Nora Whitcombe"},
        "dateModified": "2026-03-02", "inLanguage": "en_GB"}]
      """
    let head = "<title>Harbor shut - Ledger</title><script type='application/ld+json'>{broken</script>"
    let article = try page(
      "<p>The harbor closed on Monday, and so on.</p>",
      head: head + "<script type=\"application/ld+json\">\(json);</script>")
    #expect(article.metadata.title == "Harbor shut")
    #expect(article.metadata.byline == "Nora Whitcombe")
    #expect(article.metadata.updated == "2026-03-02")
    #expect(article.metadata.language == "en-GB")
    #expect(article.metadata.genre == .news)
  }
}
