import ParallaxCore
import Testing

@testable import ParallaxReporting

@Suite struct ExcerptTests {
  private func shown(_ text: String, _ match: String, reach: Int = 12) throws -> String {
    let bytes = Array(text.utf8)
    let range = try #require(text.firstRange(of: match))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let article = Article(
      id: "a", metadata: Metadata(source: "a", format: .text), text: bytes,
      paragraphs: [Paragraph(role: .body, span: TextSpan(0, bytes.count))])
    let excerpt = Excerpt.around(
      TextSpan(start, start + match.utf8.count), in: article, paragraph: 0, reach: reach)
    return "\(excerpt.before)[\(excerpt.match)]\(excerpt.after)"
  }

  @Test func cutsAtBlanks() throws {
    #expect(try shown("The board met in the old hall again.", "met") == "The board [met] in the old …")
    #expect(try shown("One two three four five six", "six") == "… four five [six]")
  }

  @Test func wholeParagraphNeedsNoEllipsis() throws {
    #expect(try shown("A short one.", "short") == "A [short] one.")
  }

  @Test func neverCutsInsideALetter() throws {
    let text = String(repeating: "é", count: 40) + "!" + String(repeating: "字", count: 40)
    #expect(!(try shown(text, "!")).contains("\u{FFFD}"))
  }

  @Test func flattensLines() throws { #expect(try shown("one\ntwo\nthree", "two") == "one [two] three") }

  @Test func shortens() {
    #expect(Excerpt.shortened("abcdef", to: 6) == "abcdef")
    #expect(Excerpt.shortened("abcdefg", to: 6) == "abcde…")
  }
}
