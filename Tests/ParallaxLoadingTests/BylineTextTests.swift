import ParallaxCore
import Testing

@testable import ParallaxLoading

@Suite("Lines of author and date")
struct BylineTextTests {
  static let prose =
    "<p>The harbor closed on Monday, and the council met. Nobody came, but the minutes say that it met, twice.</p>"

  private func load(_ line: String, head: String = "") throws -> Article {
    try page("<article><h1>The harbor is closed</h1>\(line)\(Self.prose)\(Self.prose)</article>", head: head)
  }

  @Test(
    "Parts are set apart, counters left out, the author read up to where the name's element ends",
    arguments: [
      (
        "<div class=meta><span class=author>Lucas Marrow</span><span class=date>22 Dec 2025</span><span>651</span></div>",
        "Lucas Marrow 22 Dec 2025", "Lucas Marrow", "2025-12-22"
      ),
      (
        "<div class=meta><a href=/n>By Nora Whitcombe</a><time>March 1, 2026</time><i>12 comments</i><b>1,204 views</b></div>",
        "By Nora Whitcombe March 1, 2026", "Nora Whitcombe", "2026-03-01"
      ),
      (
        "<p class=byline>By <span>Nora Whitcombe</span><span>Staff Writer</span><span>March 2, 2026</span></p>",
        "By Nora Whitcombe Staff Writer March 2, 2026", "Nora Whitcombe", "2026-03-02"
      ),
      (
        "<p class=byline>By <a href=/n>Nora Whitcombe</a> and <a href=/i>Idris Vale</a><span>1 March 2026</span></p>",
        "By Nora Whitcombe and Idris Vale 1 March 2026", "Nora Whitcombe and Idris Vale", "2026-03-01"
      ),
      (
        "<p class=byline>By Nora Whitcombe, Staff Writer | March 2, 2026</p>",
        "By Nora Whitcombe, Staff Writer | March 2, 2026", "Nora Whitcombe", "2026-03-02"
      ),
      (
        "<p class=byline><span class=author>by Nora Whitcombe</span> <span>March 2, 2026</span> <span>3 min read</span></p>",
        "by Nora Whitcombe March 2, 2026", "Nora Whitcombe", "2026-03-02"
      ),
      (
        "<p class=byline>By <b>N</b>ora Whitcombe<time>March 2, 2026</time></p>",
        "By Nora Whitcombe March 2, 2026",
        "Nora Whitcombe", "2026-03-02"
      ),
    ])
  func hits(line: String, text: String, author: String, date: String) throws {
    let article = try load(line)
    #expect(outline(article).contains("byline: \(text)"))
    #expect(article.metadata.byline == author)
    #expect(article.metadata.provenance["byline"] == "byline")
    #expect(article.metadata.published == date)
    expectSound(article)
  }

  @Test(
    "Elements inside ordinary text set nothing apart",
    arguments: [
      "The <b>i</b>Harbor<i>2</i>nd pier was closed, she said, by the town on Monday at noon, and stays so.",
      "It has <span class=date>12</span>th place, they say, of 40 ports, and no more than 651 boats in it all.",
      "Vale wrote it on 22 Dec 2025, and <span>651</span> people, no fewer, have read it since that very day.",
    ])
  func nearMisses(text: String) throws {
    let plain = text.replacing(#/<[^>]*>/#, with: "")
    #expect(try outline(load("<p>\(text)</p>")).contains("body: \(plain)"))
  }

  @Test("A section's name with a date names no author")
  func noAuthor() throws {
    let line = "<div class=meta><a class=cat href=/w>World News</a><time>March 1, 2026</time></div>"
    let article = try load(line)
    #expect(article.metadata.byline == nil)
    #expect(article.metadata.published == "2026-03-01")
  }

  @Test("Authors come from JSON-LD, OpenGraph, microdata, <meta>, a link's rel, the byline, in that order")
  func order() throws {
    let shown = "<p class=byline>By Shown Whitcombe</p>"
    let linked = "<p class=byline>By <a rel=author href=/l>Linked Whitcombe</a></p>"
    let item = "<p class=byline>By <span itemprop=author>Item Whitcombe</span></p>"
    let meta = "<meta name=author content='Meta Whitcombe'>"
    let graph = "<meta property=article:author content='Graph Whitcombe'>"
    let data =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Data Whitcombe\"}}</script>"
    let cases: [(String, String, String, String)] = [
      (shown, "", "Shown Whitcombe", "byline"), (linked, "", "Linked Whitcombe", "rel-author"),
      (linked, meta, "Meta Whitcombe", "meta"), (item, meta, "Item Whitcombe", "microdata"),
      (item, meta + graph, "Graph Whitcombe", "opengraph"),
      (item, meta + graph + data, "Data Whitcombe", "json-ld"),
    ]
    for (line, head, author, place) in cases {
      let metadata = try load(line, head: head).metadata
      #expect(metadata.byline == author && metadata.provenance["byline"] == place)
    }
  }
}
