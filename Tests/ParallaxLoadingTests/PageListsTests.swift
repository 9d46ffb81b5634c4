import ParallaxCore
import Testing

@testable import ParallaxLoading

@Suite("Lists and items of pages")
struct PageListsTests {
  private let prose = BylineTextTests.prose
  private func roles(_ middle: String, after: String? = nil) throws -> [String] {
    let article = try page(
      "<article><h1>The harbor is closed</h1>\(prose)\(prose)\(middle)\(after ?? prose)</article>")
    expectSound(article)
    return outline(article).filter { !$0.contains("The harbor") }
  }

  @Test("Captions marked up as a list are captions")
  func captions() throws {
    let list =
      "<ul class=photos><li><img src=a><span class=caption>The pier at low tide.</span></li>"
      + "<li><img src=b><p class=caption>Cracks in a beam, seen from a boat.</p></li>"
      + "<li><figure><img src=c><figcaption>The mayor.</figcaption></figure></li></ul>"
    #expect(
      try roles(list) == [
        "caption: The pier at low tide.", "caption: Cracks in a beam, seen from a boat.",
        "caption: The mayor.",
      ])
    let steps =
      "<ol><li><img src=a>Hold the rope with both hands, and pull.</li><li>Tie it to the post, twice.</li></ol>"
    #expect(
      try roles(steps) == [
        "listItem: Hold the rope with both hands, and pull.", "listItem: Tie it to the post, twice.",
      ])
  }

  @Test("A few links to other stories inside the article are related")
  func related() throws {
    let links = [
      "Ferry firm to cut its winter crossings", "What the beams are made of", "Harwick elects a master",
    ]
    let list = links.map { "<li><a href=/x>\($0)</a></li>" }.joined()
    #expect(try roles("<ul>\(list)</ul>") == links.map { "related: \($0)" })
    #expect(try roles("<ul class=share>\(list)</ul>") == [])
    #expect(try roles("<ul>\(list)\(list)\(list)</ul>") == [])
    #expect(try roles("", after: "<ul>\(list)</ul>") == [])
  }

  @Test("Short items belong to the article where others of their list do, or a colon announces them")
  func shortItems() throws {
    let items = [
      "a plan of the beams, with photographs of each of the cracks in them", "a list of firms", "the cost",
    ]
    let list = "<ul>" + items.map { "<li>\($0)</li>" }.joined() + "</ul>"
    #expect(try roles("", after: list) == items.map { "listItem: \($0)" })
    let short = "<ul><li>a list of firms</li><li>the cost</li></ul>"
    let lead = "The council, which met on Monday and again on Tuesday, has now asked the engineers for"
    #expect(
      try roles("<p>\(lead):</p>", after: short) == [
        "body: \(lead):", "listItem: a list of firms", "listItem: the cost",
      ])
    #expect(try roles("<p>\(lead).</p>", after: short) == ["body: \(lead)."])
  }

  @Test("Microdata gives what it says of the article, and not of others")
  func microdata() throws {
    let article = try page(
      """
      <div itemscope itemtype='https://schema.org/OpinionNewsArticle'>
      <meta itemprop=mainEntityOfPage content='https://ledger.example/pier'><meta itemprop=inLanguage content=en-GB>
      <meta itemprop=dateModified content=2026-03-03><h1 itemprop=headline>The harbor is closed</h1>
      <p itemprop=author itemscope>By <span itemprop=name>Nora Whitcombe</span></p>
      <p itemprop=author itemscope>and <span itemprop=name>Idris Vale</span></p>
      <span itemprop=publisher itemscope><meta itemprop=name content='The Harwick Ledger'></span>
      <time itemprop=datePublished datetime=2026-03-01>1 March</time><span itemprop=articleSection>Local</span>
      <div itemprop=articleBody>\(prose)\(prose)</div></div>
      <aside itemscope itemtype='https://schema.org/LiveBlogPosting'><b itemprop=headline>Else</b></aside>
      """)
    let metadata = article.metadata
    #expect(metadata.title == "The harbor is closed")
    #expect(metadata.byline == "Nora Whitcombe, Idris Vale")
    #expect(metadata.published == "2026-03-01" && metadata.updated == "2026-03-03")
    #expect(
      metadata.outlet == "The Harwick Ledger" && metadata.section == "Local" && metadata.language == "en-GB")
    #expect(metadata.url == "https://ledger.example/pier" && metadata.genre == .opinion)
    for key in ["title", "byline", "published", "updated", "outlet", "section", "language", "url", "genre"] {
      #expect(metadata.provenance[key] == "microdata", "\(key)")
    }
  }

  @Test("Tables keep their rows, questions their answers, comments stay out")
  func order() throws {
    let table = "<table><tr><th>Year</th><th>Repairs</th></tr><tr><td>2024</td><td>120,000</td></tr></table>"
    #expect(try roles(table) == ["table: Year | Repairs", "table: 2024 | 120,000"])
    let questions =
      "<p><strong>Who pays?</strong></p><p>The town pays at first, and it hopes for half of it back.</p>"
    #expect(
      try roles(questions + questions.replacing("Who", with: "And who"))
        == [
          "body: Who pays?", "body: The town pays at first, and it hopes for half of it back.",
          "body: And who pays?", "body: The town pays at first, and it hopes for half of it back.",
        ])
    let comments =
      "<section id=comments><h3>2 Comments</h3><ol><li><p>I think it should stay as it is, because we love it.</p></li>"
      + "<li><p>Nonsense, take it down, that is what I have always said, and I say it.</p></li></ol></section>"
    #expect(try roles("", after: comments) == [])
  }
}
