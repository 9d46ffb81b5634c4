import ParallaxCore
import ParallaxTestSupport
import Testing

@testable import ParallaxLexicon

@Suite struct EntriesParserTests {
  static let header =
    "form\tcategory\tsubcategory\tweight\tpolarity\tneutral\tguard\tattributes\tsource\tnote\n"

  private func parse(_ text: String, own: Set<String> = []) -> (entries: [Entry], errors: [LexiconError]) {
    let result = Array(text.utf8).withUnsafeBufferPointer {
      EntriesParser.parse($0, path: "x/entries.tsv", lexicon: "x", ownCategories: own)
    }
    return (result.entries, result.errors)
  }

  @Test func aFullLine() throws {
    let line =
      "bend~v to @poss will\tfigurative\tmetaphor\t0.35\tnegative\tgive in\tnot-before:power|of\tdomain=war; x = y\tMoon 1998\ta note\n"
    let (entries, errors) = parse(Self.header + "# a comment\n" + line)
    #expect(errors.isEmpty)
    let entry = try #require(entries.first)
    #expect(entry.line == 3)
    #expect(entry.info.id == "bend to @poss will")
    #expect(entry.info.form == "bend~v to @poss will")
    #expect(entry.info.category == .figurative)
    #expect(entry.info.subcategory == "metaphor")
    #expect(entry.info.weight == 0.35)
    #expect(entry.info.polarity == .negative)
    #expect(entry.info.neutral == "give in")
    #expect(entry.guards.notBefore.count == 1)
    #expect(entry.info.attributes.map { "\($0.key):\($0.value)" } == ["domain:war", "x:y"])
    #expect(entry.info.source == "Moon 1998")
    #expect(entry.info.note == "a note")
    #expect(entry.info.lexicon == "x")
  }

  @Test func missingTrailingColumnsCRLFAndByteOrderMark() {
    let (entries, errors) = parse(
      "\u{FEFF}" + "form\tcategory\tweight\r\nfoo\thedge\t1\r\n\r\nbar\thedge\t0\r\n")
    #expect(errors.isEmpty)
    #expect(entries.map(\.info.form) == ["foo", "bar"])
    #expect(entries.map(\.info.weight) == [1, 0])
    #expect(entries.map(\.line) == [2, 4])
  }

  @Test func identifiersAreUnique() {
    let (entries, _) = parse(
      Self.header + "YMMV\thedge\tdisclaimer\t0.6\nymmv\thedge\tdisclaimer\t0.6\n"
        + "(a|b c)~n [d]\thedge\tshield\t1\na <3> b\thedge\tshield\t1\n=May\thedge\tshield\t1\n")
    #expect(entries.map(\.info.id) == ["ymmv", "ymmv#2", "a/b c d", "a … b", "may"])
  }

  @Test(arguments: [
    ("x\thedgy\tshield\t0.3", 3, "an unknown category \"hedgy\""),
    ("x\t\tshield\t0.3", 3, "no category"),
    ("x\thedge\tshield\t", 16, "no weight"),
    ("x\thedge\tshield\t0,3", 16, "a weight that is not a number, \"0,3\""),
    ("x\thedge\tshield\t-0.3", 16, "a weight that is not a number, \"-0.3\""),
    ("x\thedge\tshield\t1.2", 16, "a weight above 1"),
    ("x\thedge\tshield\t0.2\tnegativ", 20, "an unknown polarity \"negativ\""),
    ("x\thedge\tshield\t0.2\tnegative\t\tbefor:x", 30, "an unknown guard \"befor\""),
    ("x\thedge\tshield\t0.2\tnegative\t\t\tdomain", 31, "an attribute without a value, \"domain\""),
    ("é (x\thedge\tshield\t0.2", 5, "a bracket is not closed"),
    ("\thedge\tshield\t0.2", 1, "no form"),
    ("a\thedge\tb\t1\t\t\t\t\ts\tn\tmore", 21, "11 fields"),
  ])
  func errors(line: String, column: Int, problem: String) throws {
    let (entries, errors) = parse(Self.header + line + "\ngood\thedge\tshield\t0.5\n")
    #expect(entries.map(\.info.form) == ["good"])
    let error = try #require(errors.first)
    guard case .line(let place, let text, let found, let remedy) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(place == LexiconPlace(path: "x/entries.tsv", line: 2, column: column))
    #expect(text == line)
    #expect(found == problem)
    #expect(!remedy.isEmpty)
  }

  @Test func wordingOfAnError() {
    let (_, errors) = parse(Self.header + "x\thedge\tshield\t1.2\n")
    #expect(
      errors.first?.description
        == "x/entries.tsv:2:16: a weight above 1 in \"x\thedge\tshield\t1.2\"; write a number from 0 to 1, such as 0.4"
    )
  }

  @Test func headerIsRequired() {
    #expect(parse("x\thedge\tshield\t0.3\n").errors.count == 1)
    #expect(parse("form\tcategory\n").errors.first?.description.contains("no column \"weight\"") == true)
    #expect(
      parse("form\tcategory\tweight\tweigth\n").errors.first?.description.contains("\"weigth\"") == true)
    #expect(parse("").entries.isEmpty)
  }

  @Test func ownCategoriesAreAllowedWhenDeclared() {
    #expect(parse(Self.header + "x\tmoral\tcare\t1\n", own: ["moral"]).errors.isEmpty)
    #expect(parse(Self.header + "x\tframe.economic\t\t1\n").errors.isEmpty)
    #expect(parse(Self.header + "x\tframe.economics\t\t1\n").errors.count == 1)
  }

  @Test func weightsAreRoundedLikeLiterals() {
    for (text, value) in [("0.1", 0.1), ("0.35", 0.35), ("0.07", 0.07), ("1", 1), ("1.000", 1), (".5", 0.5)] {
      let (entries, _) = parse(Self.header + "x\thedge\tshield\t\(text)\n")
      #expect(entries.first?.info.weight == value)
    }
  }

  @Test func tenThousandLinesParseInLinearTime() {
    func text(_ count: Int) -> String {
      var text = Self.header
      for index in 0..<count { text += "word\(index)~n of thing~n\thedge\tshield\t0.3\tnegative\n" }
      return text
    }
    func time(_ count: Int) -> Duration {
      let input = text(count)
      return ProcessorClock.measure { #expect(parse(input).entries.count == count) }
    }
    #expect(time(4000) < time(500) * 32 + .milliseconds(200))
  }
}
