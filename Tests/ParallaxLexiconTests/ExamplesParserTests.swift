import ParallaxCore
import Testing

@testable import ParallaxLexicon

@Suite struct ExamplesParserTests {
  private func parse(_ text: String) -> (examples: [Example], errors: [LexiconError]) {
    Array(text.utf8).withUnsafeBufferPointer { ExamplesParser.parse($0, path: "x/examples.tsv") }
  }

  @Test func marksBecomeSpans() throws {
    let (examples, errors) = parse(
      "sentence\tentry\tnote\nIt was {a waste of time|judgement}, a {sham}.\twaste of time\twhy\nNothing here.\tsham\n"
    )
    #expect(errors.isEmpty)
    #expect(examples.count == 2)
    let hit = try #require(examples.first)
    #expect(hit.text == "It was a waste of time, a sham.")
    #expect(
      hit.expected == [
        .init(span: TextSpan(7, 22), subcategory: "judgement"),
        .init(span: TextSpan(26, 30), subcategory: nil),
      ])
    #expect(hit.entry == "waste of time")
    #expect(hit.note == "why")
    #expect(hit.line == 2)
    #expect(examples[1].expected.isEmpty)
    #expect(examples[1].note == nil)
  }

  @Test(arguments: [
    ("a {b {c}} d", 6, "a brace inside braces"), ("a b} c", 4, "a closing brace too many"),
    ("é {b c", 3, "a brace that is not closed"), ("a {} b", 4, "empty braces"),
    ("a {|judgement} b", 14, "empty braces"), ("\tentry", 1, "no sentence"), ("a\tb\tc\td", 7, "4 fields"),
  ])
  func errors(line: String, column: Int, problem: String) throws {
    let (examples, errors) = parse("sentence\tentry\tnote\n\(line)\n")
    #expect(examples.isEmpty)
    let error = try #require(errors.first)
    #expect(error.place == LexiconPlace(path: "x/examples.tsv", line: 2, column: column))
    #expect(error.description.contains(problem))
  }
}
