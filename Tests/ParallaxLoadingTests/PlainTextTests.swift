import ParallaxCore
import Testing

@testable import ParallaxLoading

/// Paragraphs of a plain text as `role: text`.
func outline(_ text: String) throws -> [String] {
  let article = try Loader().load(text: text, id: "t", source: "t.txt")
  return article.paragraphs.map { "\($0.role.rawValue): \(article.string($0.span))" }
}

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
    #expect(!article.string(article.paragraphs[0].span).contains("\n"))
    #expect(article.string(article.paragraphs[1].span).hasSuffix("to pay for it out of the storm fund."))
  }

  @Test("A text without blank lines has a paragraph per line")
  func lines() throws {
    let text = "First line of it, which is a sentence.\nSecond line.\r\nThird  line\u{A0}here.\n"
    #expect(
      try outline(text) == [
        "body: First line of it, which is a sentence.", "body: Second line.", "body: Third line here.",
      ])
  }

  @Test("One or two sentences are body, never a headline")
  func shortRecords() throws {
    #expect(try outline("Rain fell") == ["body: Rain fell"])
    #expect(try outline("Rain fell\nThe river rose by a foot.").first == "body: Rain fell")
  }
}
