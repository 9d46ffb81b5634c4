import ParallaxCore
import Testing

@testable import ParallaxLoading

@Suite("Genre")
struct GenreRulesTests {
  private func load(_ before: String, _ after: String = "", head: String = "", source: String = "p.html")
    throws
    -> Metadata
  {
    let prose = BylineTextTests.prose
    let body = "<article>\(before)<h1>The harbor is closed</h1>\(after)\(prose)\(prose)</article>"
    let html = "<!doctype html><html><head>\(head)</head><body>\(body)</body></html>"
    return try Loader().load(html: html, id: "g", source: source).metadata
  }

  @Test(
    "Types of schema.org, alone, beside others, with their address",
    arguments: [
      ("\"OpinionNewsArticle\"", .opinion), ("[\"NewsArticle\", \"OpinionNewsArticle\"]", .opinion),
      ("[\"OpinionNewsArticle\", \"NewsArticle\"]", .opinion), ("\"AnalysisNewsArticle\"", .analysis),
      ("\"http://schema.org/AnalysisNewsArticle\"", .analysis), ("\"LiveBlogPosting\"", .liveBlog),
      ("\"AdvertiserContentArticle\"", .sponsored), ("\"NewsArticle\"", .news), ("\"Article\"", .unknown),
    ] as [(String, Metadata.Genre)])
  func types(type: String, genre: Metadata.Genre) throws {
    let head =
      "<script type=application/ld+json>{\"@type\": \(type), \"headline\": \"The harbor is closed\"}</script>"
    let metadata = try load("", head: head)
    #expect(metadata.genre == genre)
    #expect(metadata.provenance["genre"] == (genre == .unknown ? nil : "json-ld"))
  }

  @Test(
    "Labels at the headline",
    arguments: [
      ("Opinion", .opinion), ("OPINION:", .opinion), ("Analysis", .analysis), ("Sponsored", .sponsored),
      ("Paid post", .sponsored), ("Advertisement feature", .sponsored),
      ("Sponsored by Harwick Ferries", .sponsored),
      ("Kommentar", .opinion), ("News analysis", .analysis),
    ] as [(String, Metadata.Genre)])
  func labels(label: String, genre: Metadata.Genre) throws {
    for metadata in [
      try load("<div class=kicker>\(label)</div>"), try load("<a href=/s>\(label)</a>"),
      try load("", "<p>\(label)</p>"),
    ] {
      #expect(metadata.genre == genre)
      #expect(metadata.provenance["genre"] == "label")
    }
  }

  @Test(
    "Words elsewhere are no label",
    arguments: [
      "<nav><a href=/o>Opinion</a></nav>", "<div class=menu><a href=/o>Opinion</a></div>",
      "<ul><li><a href=/n>News</a></li><li><a href=/s>Sport</a></li><li><a href=/o>Opinion</a></li></ul>",
      "<div>Opinion is divided</div>", "<div>Local</div>", "<div>Live</div>",
    ])
  func noLabels(before: String) throws { #expect(try load(before).genre == .unknown) }

  @Test("Sections, titles and folders of the address, each with where it was found")
  func places() throws {
    let section = "<meta property=article:section content='Opinion'>"
    let type = "<script type=application/ld+json>{\"@type\": \"NewsArticle\"}</script>"
    let cases: [(Metadata, Metadata.Genre, String?)] = [
      (try load("", head: section), .opinion, "opengraph"),
      (try load("", head: section + type), .opinion, "opengraph"),
      (try load("", head: "<title>Analysis: The harbor is closed</title>"), .analysis, "title"),
      (try load("", source: "https://a.example/opinion/2026/harbor"), .opinion, "url"),
      (try load("", source: "https://a.example/news/opinion-on-the-harbor"), .unknown, nil),
      (try load("", head: "<meta property=article:section content='Opinionated Pets'>"), .unknown, nil),
      (try load("<div>Analysis</div>", head: type), .analysis, "label"),
    ]
    for (metadata, genre, place) in cases {
      #expect(metadata.genre == genre)
      #expect(metadata.provenance["genre"] == place)
    }
  }

  @Test("A live blog is one by its title and its entries, which keep their order")
  func liveBlog() throws {
    let entries = ["18:40", "18:10", "17:30"].map {
      "<div class=entry><time>\($0)</time><h2>At \($0)</h2><p>The ferry will not run tonight, the firm says, as of \($0).</p></div>"
    }
    let title = "<title>Storm over Harwick: live</title>"
    func load(_ entries: [String]) throws -> Article {
      try page("<main><h1>Storm over Harwick: live</h1>\(entries.joined())</main>", head: title)
    }
    let article = try load(entries)
    #expect(article.metadata.genre == .liveBlog)
    #expect(
      outline(article).filter { $0.hasPrefix("subhead") } == [
        "subhead: At 18:40", "subhead: At 18:10", "subhead: At 17:30",
      ])
    #expect(try load(Array(entries.prefix(2))).metadata.genre == .unknown)
  }
}
