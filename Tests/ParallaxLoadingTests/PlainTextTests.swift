import ParallaxCore
import Testing

@testable import ParallaxLoading

@Suite("Plain text")
struct PlainTextTests {
  @Test("Blank lines separate paragraphs, wrapped lines are joined")
  func wrapped() throws {
    let text = """
      The harbor of Port Ellery closed on Monday after an inspector found cracks in
      the eastern breakwater. Ships were sent to Saint Oren, forty miles to the
      north, where two berths had been kept free.

      Mayor Ana Ruiz said the repair would take a month. She asked the council to
      pay for it out of the storm fund.
      """
    let article = try Loader().load(text: text, id: "t", source: "t.txt")
    #expect(article.paragraphs.map(\.role) == [.body, .body])
    #expect(article.string(article.paragraphs[0].span).contains("found cracks in the eastern"))
    #expect(article.string(article.paragraphs[1].span).hasSuffix("to pay for it out of the storm fund."))
    expectSound(article)
  }

  @Test("Wrapped lines are joined where no blank line separates paragraphs, too")
  func wrappedWithoutBlankLines() throws {
    let text = """
      The harbor of Port Ellery closed on Monday after an inspector found cracks
      in the eastern breakwater. Ships were sent to Saint Oren, forty miles to
      the north.
      Mayor Ana Ruiz said the repair would take a month. She asked the council
      to pay for it out of the storm fund, which had been filled a year before
      and was meant for such a case.
      """
    #expect(try outline(text).count == 2)
  }

  @Test("A text without blank lines has a paragraph per line")
  func lines() throws {
    let text = "First line of it, which is a sentence.\nSecond line.\r\nThird  line\u{A0}here.\n"
    #expect(
      try outline(text) == [
        "body: First line of it, which is a sentence.", "body: Second line.", "body: Third line here.",
      ])
  }

  @Test("Lines broken by choice stay apart inside a block")
  func blockOfLines() throws {
    let text = "Three boats left.\n\nAnna\nOrla Bright\nSaint Oren\n\nNone came back, said the harbormaster."
    #expect(try outline(text).count == 5)
  }

  @Test("A word wrapped at its hyphen is joined without a blank")
  func hyphen() throws {
    let text = """
      She called it a step that no one in the harbor ward had thought of before the well-
      known storm of last winter, and she meant to take it whatever the rest of the old
      council had to say.

      So she did.
      """
    #expect(try outline(text)[0].contains("the well-known storm"))
  }

  @Test("One or two sentences are body, never a headline")
  func shortRecords() throws {
    #expect(try outline("Rain fell") == ["body: Rain fell"])
    #expect(try outline("Rain fell\nThe river rose by a foot.").first == "body: Rain fell")
    #expect(try outline("Advertisement").first == "advertisement: Advertisement")
    #expect(try outline("Share").first == "body: Share")
  }

  @Test("List items keep their own paragraphs")
  func listItems() throws {
    let text =
      "They took three things with them.\n\n- a rope\n- a lamp\n- 1. no joke\n\nThen they left, all of them."
    let roles = try Loader().load(text: text, id: "t", source: "t").paragraphs.map(\.role)
    #expect(roles == [.body, .listItem, .listItem, .listItem, .body])
  }

  @Test("Characters stay as they are")
  func characters() throws {
    let text = "“Curly” quotes, an ellipsis… and a dash – all kept. Café, naïve, 漢字, 👩‍👧."
    #expect(try outline(text) == ["body: \(text)"])
  }

  @Test("Furniture of a pasted column gets its roles")
  func column() throws {
    let article = try Loader().load(try fixture("Texts/column.txt"), id: "c", source: "column.txt")
    #expect(
      article.paragraphs.map(\.role) == [
        .headline, .credit, .body, .advertisement, .body, .body, .body, .editorNote, .promotion, .promotion,
        .related, .related, .related, .advertisement, .advertisement,
      ])
    #expect(article.metadata.title == "Goat Keeps Its Word; Council Does Not")
    #expect(article.metadata.provenance["title"] == "text")
    expectSound(article)
  }

  @Test("A byline and a date are told from text")
  func byline() throws {
    let text = """
      Harbor Shut Until May

      By Nora Whitcombe and Idris Vale

      Published March 2, 2026

      The harbor at Port Ellery will stay closed until May, the mayor said on Monday, after divers found a crack.

      By noon the creels were on the steps. The mayor did not come out to see them, and nobody had asked her to.
      """
    let article = try Loader().load(text: text, id: "t", source: "t")
    #expect(article.paragraphs.map(\.role) == [.headline, .byline, .byline, .body, .body])
    #expect(article.metadata.byline == "Nora Whitcombe and Idris Vale")
    #expect(article.metadata.published == "2026-03-02")
  }
}
