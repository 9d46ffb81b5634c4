import ParallaxCore
import Testing

@testable import ParallaxLexicon

@Suite struct LexiconLintTests {
  /// A lexicon of lines as in `entries.tsv`, with `|` for tabs and `¦` for the bars of alternatives.
  private func lexicon(_ lines: [String], examples: String = "") -> Lexicon {
    let rows = lines.map { $0.replacing("|", with: "\t").replacing("¦", with: "|") + "\n" }
    let table = Array((EntriesParserTests.header + rows.joined()).utf8).withUnsafeBufferPointer {
      EntriesParser.parse($0, path: "x/entries.tsv", lexicon: "x", recordsColumns: true)
    }
    #expect(table.errors.map(\.description) == [])
    let info = LexiconInfo(
      name: "x", version: "1", language: "en", entries: table.entries.count, sha256: "", title: "",
      license: "")
    var lexicon = Lexicon(info: info, path: "x", entries: table.entries)
    lexicon.fieldColumns = table.fieldColumns
    lexicon.examples = Array(("sentence\tentry\tnote\n" + examples).utf8).withUnsafeBufferPointer {
      ExamplesParser.parse($0, path: "x/examples.tsv").examples
    }
    return lexicon
  }

  private func messages(_ lines: [String], examples: String = "") -> [String] {
    LexiconLint.check([lexicon(lines, examples: examples)]).map(\.description)
  }

  @Test func aCleanLexiconSaysNothing() {
    #expect(
      messages([
        "bold|evaluative|judgement|0.5|positive||||s", "regime~n|loaded|label|0.5|negative|government|||s",
        "war chest|figurative|metaphor|0.3|neutral|||domain=war|s",
      ]) == [])
  }

  @Test(arguments: [
    (["regime|loaded|label|0.5|negative||||s"], "x/entries.tsv:2:34: error (missing): no neutral word"),
    (
      ["bold|evaluative|judgement|0.5|positive"],
      "x/entries.tsv:2:39: error (missing): neither source nor note"
    ),
    (
      ["bold|evaluative|judgment|0.5|positive||||s"],
      "x/entries.tsv:2:17: error (unknown): evaluative has no subcategory \"judgment\""
    ),
    (
      ["bold|evaluative||0.5|positive||||s"],
      "x/entries.tsv:2:17: error (missing): no subcategory; evaluative has judgement, "
    ),
    (
      ["tax|frame.economic|x|0.5|neutral||||s"],
      "x/entries.tsv:2:20: error (unknown): frame.economic has no subcategories"
    ),
    (
      ["bold|evaluative|judgement|0.5|neutral||||s"],
      "x/entries.tsv:2:31: error (missing): an evaluative entry that neither"
    ),
    (
      ["so|intensifier|amplifier|0.2|neutral|||factor=x|s"],
      "x/entries.tsv:2:40: error (unknown): factor \"x\""
    ),
    (
      ["so|figurative|metaphor|0.2|neutral|||domain=sea|s"],
      "x/entries.tsv:2:38: error (unknown): domain \"sea\""
    ),
    (["so|slogan|partisan|0.2|neutral|y|||s"], "x/entries.tsv:2:35: error (missing): no side"),
    (
      ["b|hedge|shield|0.2|neutral||||s", "a|hedge|shield|0.2|neutral||||s"],
      "x/entries.tsv:3:1: warning (unsorted): \"a\" stands behind \"b\""
    ),
    (
      ["a|hedge|shield|0.2|neutral||||s", "a|hedge|shield|0.3|neutral||||s"],
      "x/entries.tsv:2:1: error (duplicate): the same words and guards as \"a\" (x/entries.tsv:3)"
    ),
    (
      ["dream~n|hedge|shield|0.2|neutral||||s", "dreams|hedge|shield|0.2|neutral||||s"],
      "x/entries.tsv:3:1: error (shadowed): \"dream~n\" (x/entries.tsv:2) always wins"
    ),
    (
      ["(a¦b) c|hedge|shield|0.2|neutral||||s", "a (c¦d)|hedge|shield|0.2|neutral||||s"],
      "x/entries.tsv:3:1: warning (overlap): \"a c\" is found by \"(a|b) c\""
    ),
    (
      ["bold|evaluative|judgement|0.5|positive||||s", "bold|loaded|modifier|0.5|negative|y|||s"],
      "x/entries.tsv:2:1: error (contradiction): \"bold\" is also loaded"
    ),
    (
      ["bold|evaluative|judgement|0.5|positive||||s", "bold|evaluative|judgement|0.4|negative||||s"],
      "x/entries.tsv:3:1: error (contradiction): \"bold\" is negative here and positive in"
    ),
    (
      ["a|hedge|shield|0.2|neutral||start after:the||s"],
      "x/entries.tsv:2:29: error (dead): never counts: start, but after"
    ),
    (
      ["a|hedge|shield|0.2|neutral||not-start after:@start||s"],
      "x/entries.tsv:2:29: error (dead): never counts: not-start"
    ),
    (
      ["a|hedge|shield|0.2|neutral||after:the not-after:the||s"],
      "x/entries.tsv:2:29: error (dead): never counts: not-after"
    ),
    (
      ["a|hedge|shield|0.2|neutral||role:body not-role:body||s"],
      "x/entries.tsv:2:29: error (dead): never counts: role and not-role"
    ),
    (
      ["a|hedge|shield|0.2|neutral||role:promotion||s"],
      "x/entries.tsv:2:29: error (dead): never counts: none of its roles"
    ),
    (
      ["slam~v|hedge|shield|0.2|neutral||except:slam~v||s"],
      "x/entries.tsv:2:34: error (dead): never counts: an exception"
    ),
  ])
  func findings(lines: [String], expected: String) {
    let found = LexiconLint.check([lexicon(lines)]).map(\.description)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test func differentGuardsAreNoContradiction() {
    #expect(
      messages([
        "slam~v|attribution|charged|0.5|negative||cue||s",
        "slam~v|loaded|verb|0.5|negative|criticize|not-cue||s",
      ]) == [])
  }

  @Test func framesMayShareWords() {
    #expect(messages(["tax|frame.economic||0.5|neutral||||s", "tax|frame.fairness||0.5|neutral||||s"]) == [])
  }

  @Test func examplesAreAsked() {
    let lines = ["sham|evaluative|judgement|0.5|negative||not-before:marriage||s"]
    #expect(messages(lines, examples: "A {sham} trial.\tsham\nA sham marriage.\tsham\n") == [])
    #expect(
      messages(lines, examples: "A {sham} trial.\tsham\nA bad marriage.\tshams\n") == [
        "x/entries.tsv:2:41: warning (example): a guarded entry without a near miss in examples.tsv",
        "x/examples.tsv:3:1: warning (example): no entry has the form \"shams\"; write it as in entries.tsv",
      ])
  }

  @Test func everyRuleIsEitherAnErrorOrAWarning() {
    let place = LexiconPlace(path: "x", line: 1)
    let errors = LintFinding.Rule.allCases.filter { LintFinding(place: place, rule: $0, message: "").isError }
    #expect(errors == [.duplicate, .dead, .shadowed, .contradiction, .missing, .unknown])
  }
}
