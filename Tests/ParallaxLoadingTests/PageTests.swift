import ParallaxCore
import Testing

@testable import ParallaxLoading

@Suite("Web pages")
struct PageTests {
  @Test("A news page: every paragraph and its role")
  func harbor() throws {
    let article = try Loader().load(try fixture("Pages/harbor.html"), id: "h", source: "harbor.html")
    expectSound(article)
    #expect(
      article.paragraphs.map(\.role) == [
        .headline, .body, .byline, .byline, .caption, .body, .body, .advertisement, .body, .subhead, .body,
        .excerpt,
        .excerpt, .body, .pullQuote, .listItem, .listItem, .listItem, .promotion, .body, .table, .table,
        .table,
        .table, .body, .editorNote,
      ])
    let text = String(decoding: article.text, as: UTF8.self)
    for furniture in [
      "Skip to", "Sport", "Share", "written by a script", "hidden from readers", "My grandfather",
      "Goat wins",
      "All rights", "cookies", "Who paid for the lamp",
    ] {
      #expect(!text.contains(furniture))
    }
    #expect(text.contains("The council’s storm fund"))
    #expect(text.contains("Kessel & Rowe"))
    #expect(text.contains("Port Ellery | 412 | 96"))
    #expect(article.paragraphs.first { $0.role == .excerpt }?.via == "coastalworks.example")
  }

  @Test("Metadata of a news page and where each value was found")
  func harborMetadata() throws {
    let metadata = try Loader().load(try fixture("Pages/harbor.html"), id: "h", source: "harbor.html")
      .metadata
    #expect(metadata.format == .html)
    #expect(metadata.title == "Port Ellery harbor to stay shut through spring, mayor says")
    #expect(metadata.outlet == "The Ellery Ledger")
    #expect(metadata.byline == "Nora Whitcombe, Idris Vale")
    #expect(metadata.published == "2026-03-02T09:30:00Z")
    #expect(metadata.updated == "2026-03-02T18:05:00Z")
    #expect(metadata.language == "en-GB")
    #expect(metadata.url == "https://ledger.example/local/2026/03/02/harbor-shut")
    #expect(metadata.section == "Local")
    #expect(metadata.genre == .news)
    #expect(metadata.provenance["published"] == "json-ld")
    #expect(metadata.provenance["updated"] == "opengraph")
    #expect(metadata.provenance["url"] == "link")
  }

  @Test("What a record says wins over what the page says")
  func hints() throws {
    let hints = RecordHints(title: "A title", outlet: "An outlet", event: "harbor", language: "en")
    let bytes = try fixture("Pages/harbor.html")
    let metadata = try Loader().load(bytes, id: "h", source: "h.html", hints: hints).metadata
    #expect(metadata.title == "A title")
    #expect(metadata.provenance["title"] == "record")
    #expect(metadata.event == "harbor")
    #expect(metadata.byline == "Nora Whitcombe, Idris Vale")
  }

  @Test("An old page of tables, with paragraphs between line breaks")
  func column() throws {
    let article = try Loader().load(try fixture("Pages/column.html"), id: "c", source: "column.html")
    expectSound(article)
    #expect(
      article.paragraphs.map(\.role) == [
        .headline, .byline, .body, .body, .subhead, .body, .excerpt, .credit, .body, .body, .promotion,
      ])
    #expect(article.metadata.byline == "Greta Lindqvist")
    #expect(article.metadata.published == "2026-03-04")
    #expect(article.metadata.genre == .opinion)
    #expect(article.paragraphs.first { $0.role == .excerpt }?.via == "Holm Town Council (@holmcouncil)")
  }

  @Test("Questions and answers keep their order")
  func questions() throws {
    let article = try Loader().load(try fixture("Pages/questions.html"), id: "q", source: "q.html")
    #expect(
      article.paragraphs.map(\.role) == [
        .headline, .subhead, .body, .subhead, .body, .subhead, .body, .promotion, .body,
      ])
  }

  @Test(
    "Precision takes no more words than balance, recall no fewer",
    arguments: ["harbor", "column", "questions"])
  func favor(name: String) throws {
    let bytes = try fixture("Pages/\(name).html")
    let words = try [Favor.precision, .balanced, .recall].map { favor in
      try Loader(options: .init(favor: favor)).load(bytes, id: "f", source: "f.html").paragraphs
        .filter(\.role.isEditorial).reduce(0) { $0 + $1.span.count }
    }
    #expect(words[0] <= words[1] && words[1] <= words[2])
  }

  @Test("Inline markup is marked where it stands")
  func marks() throws {
    let article = try page(
      "<p>She <em>did</em> say, in <cite>Coastal Works</cite>, that <q>the wall</q> is <a href='/x'>old</a>.</p>"
    )
    let marked = article.paragraphs[0].marks.map { "\($0.kind) \(article.string($0.span))" }
    #expect(marked == ["emphasis did", "title Coastal Works", "quotation the wall", "link old"])
  }

  @Test("Marks end where their row ends")
  func marksInRows() throws {
    let rows =
      "<tr><th>Port</th><th>Tonnes</th></tr><tr><td><b>Ellery</td><td></b></td></tr><tr><td>1<td><i></i></tr>"
    expectSound(
      try page("<p>The harbor closed on Monday, and the council met, he said.</p><table>\(rows)</table>"))
  }

  @Test("Readings over characters are no text, soft structure is folded")
  func ruby() throws {
    let article = try page("<p><ruby>港<rt>みなと</rt></ruby>は 月曜日に\n   閉まりました。 とても静かです。</p>")
    #expect(outline(article) == ["body: 港は 月曜日に 閉まりました。 とても静かです。"])
  }

  @Test("A page of one line is still a text")
  func tiny() throws {
    #expect(try outline(page("<p>Test</p>")) == ["body: Test"])
    #expect(try outline(page("Rain fell", head: "<title>Rain fell</title>")) == ["body: Rain fell"])
  }

  @Test("Text that only <noscript> or a hidden element holds is found")
  func hidden() throws {
    let prose =
      "The harbor closed on Monday, and the council met. Nobody came, but the minutes say that it met, twice."
    let article = try page("<div id=app></div><noscript><p>\(prose)</p><p>\(prose)</p></noscript>")
    #expect(outline(article).first == "body: \(prose)")
    #expect(article.notes == ["The page hides its text until a script has run; read from what it hides."])
    let masked = try page("<div style='display:none'><p>\(prose)</p><p>\(prose)</p></div><p>Loading</p>")
    #expect(outline(masked).contains("body: \(prose)"))
  }

  @Test("A lead outside of the article's container is not lost")
  func lead() throws {
    let prose =
      "The harbor closed on Monday, and the council met. Nobody came, but the minutes say that it met, twice."
    let article = try page(
      """
      <div class=top><div class=share><a href=/s>Share</a> <a href=/t>Tweet</a></div><h1>The council met</h1>
      <p class=standfirst>A week after the wall broke, the council met to look at it, and found it wet.</p>
      <a href=/a>Local</a> <a href=/b>More</a></div><div class=story><p>\(prose)</p><p>\(prose)</p><p>\(prose)</p></div>
      """)
    #expect(article.paragraphs.map(\.role) == [.headline, .body, .body, .body, .body])
  }

  @Test("A heading that was left open does not make headings of paragraphs")
  func openHeading() throws {
    let prose =
      "The harbor closed on Monday, and the council met. Nobody came, but the minutes say that it met, twice."
    let article = try page("<div><h2>The wall<p>\(prose)</p><p>\(prose)</p></div>")
    #expect(article.paragraphs.filter { $0.role == .body }.count == 2)
  }

  @Test("Teasers and other stories stay out, links to them inside keep their role")
  func teasers() throws {
    let prose =
      "The harbor closed on Monday, and the council met. Nobody came, but the minutes say that it met, twice."
    let cards = (1...5).map {
      "<div class=c><h3><a href=/\($0)>A goat takes seat number \($0)</a></h3><p>It said, and did, nothing.</p></div>"
    }
    let article = try page(
      """
      <h1>The council met</h1><div class=b><p>\(prose)</p><p>\(prose)</p>
      <p><a href=/x>Read: what the minutes say of the last meeting</a></p><p>\(prose)</p></div>
      <div class=x>\(cards.joined())</div>
      """)
    #expect(article.paragraphs.map(\.role) == [.headline, .body, .body, .related, .body])
  }

  @Test("Soft hyphens and zero width spaces leave words whole")
  func invisible() throws {
    let article = try page("<p>The har\u{AD}bor\u{200B}master closed it on Mon&shy;day, he said.</p>")
    #expect(outline(article) == ["body: The harbormaster closed it on Monday, he said."])
  }

  @Test("The article's text comes from JSON-LD where the page shows none")
  func articleBody() throws {
    let prose =
      "The harbor closed on Monday, and the council met. Nobody came, but the minutes say that it met, twice."
    let json =
      "{\"@type\": \"NewsArticle\", \"headline\": \"Closed\", \"articleBody\": \"\(prose)\\n\\n\(prose)\"}"
    let article = try page(
      "<div id=app>Loading</div>", head: "<script type='application/ld+json'>\(json)</script>")
    #expect(outline(article) == ["body: \(prose)", "body: \(prose)"])
  }
}
