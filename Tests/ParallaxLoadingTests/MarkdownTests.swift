import ParallaxCore
import Testing

@testable import ParallaxLoading

@Suite("Markdown")
struct MarkdownTests {
  private func load(_ text: String) throws -> Article {
    try Loader().load(Array(text.utf8), id: "m", source: "story.md")
  }

  @Test("Headings, lists, quotations and rules")
  func blocks() throws {
    let article = try load(
      """
      ---
      layout: post
      ---
      # The council met

      The harbor closed on Monday,
      and the council met.

      ## What it decided

      - A rope
      - A lamp,
        lit at night
      1. Nothing else

      > The toe of the structure
      > has lost its stone.

      ***
      Another part
      ------------
      It ended at nine.
      """)
    #expect(article.metadata.format == .markdown)
    #expect(
      outline(article) == [
        "headline: The council met", "body: The harbor closed on Monday, and the council met.",
        "subhead: What it decided", "listItem: A rope", "listItem: A lamp, lit at night",
        "listItem: Nothing else",
        "excerpt: The toe of the structure has lost its stone.", "subhead: Another part",
        "body: It ended at nine.",
      ])
    #expect(article.paragraphs.map(\.level) == [1, nil, 2, nil, nil, nil, nil, 2, nil])
    expectSound(article)
  }

  @Test("Links and emphasis become marks, other marks stay")
  func inline() throws {
    let article = try load(
      "See [the **old** report](https://x.example/a), *please*; 2 * 3 and snake_case stay. ![A](b)")
    #expect(outline(article) == ["body: See the old report, please; 2 * 3 and snake_case stay."])
    let marks = article.paragraphs[0].marks.map { "\($0.kind) \(article.string($0.span))" }
    #expect(marks == ["link the old report", "emphasis old", "emphasis please"])
    expectSound(article)
  }
}
