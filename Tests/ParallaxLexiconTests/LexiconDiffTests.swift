import ParallaxCore
import Testing

@testable import ParallaxLexicon

@Suite("Lexicon diff")
struct LexiconDiffTests {
  /// A lexicon of lines as in `entries.tsv`, with `|` for tabs.
  private func lexicon(_ lines: [String], name: String = "x") -> Lexicon {
    let rows = lines.map { $0.replacing("|", with: "\t") + "\n" }
    let table = Array((EntriesParserTests.header + rows.joined()).utf8).withUnsafeBufferPointer {
      EntriesParser.parse($0, path: "x/entries.tsv", lexicon: name)
    }
    #expect(table.errors.isEmpty)
    let info = LexiconInfo(
      name: name, version: "1", language: "en", entries: table.entries.count, sha256: "", title: "",
      license: "")
    return Lexicon(info: info, path: "x", entries: table.entries)
  }

  private func changes(_ old: [String], _ new: [String]) -> [String] {
    LexiconDiff.changes(from: [lexicon(old)], to: [lexicon(new)]).map(\.description)
  }

  private let bold = "bold|evaluative|judgement|0.5|positive||||s"
  private let regime = "regime~n|loaded|label|0.5|negative|government|||s"

  @Test("the same lexicons differ in nothing")
  func same() { #expect(changes([bold, regime], [bold, regime]).isEmpty) }

  @Test("new and lost entries")
  func newAndLost() {
    #expect(changes([bold], [bold, regime]) == ["+\tx\tregime~n\tloaded.label 0.5"])
    #expect(changes([bold, regime], [regime]) == ["-\tx\tbold\tevaluative.judgement 0.5"])
  }

  @Test(
    "every field that changes is named with what it was",
    arguments: [
      ("bold|evaluative|judgement|0.4|positive||||s", "weight 0.5 → 0.4"),
      ("bold|evaluative|affect|0.5|positive||||s", "category evaluative.judgement → evaluative.affect"),
      ("bold|evaluative|judgement|0.5|negative||||s", "polarity positive → negative"),
      ("bold|evaluative|judgement|0.5|positive|brave|||s", "neutral none → brave"),
      ("bold|evaluative|judgement|0.5|positive||not-before:type||s", "guard"),
      ("bold|evaluative|judgement|0.5|positive||||t", "source s → t"),
      ("bold|evaluative|judgement|0.5|positive||||s|n", "note none → n"),
    ])
  func fields(_ line: String, _ expected: String) {
    #expect(changes([bold], [line]) == ["~\tx\tbold\t\(expected)"])
  }

  @Test("back and forth is the mirror image")
  func mirror() {
    let there = LexiconDiff.changes(from: [lexicon([bold])], to: [lexicon([regime])])
    let back = LexiconDiff.changes(from: [lexicon([regime])], to: [lexicon([bold])])
    #expect(there.map(\.description).map { $0.first } == ["-", "+"])
    #expect(back.map(\.description).map { $0.first } == ["+", "-"])
  }

  @Test("entries of one form in two lexicons are two entries")
  func twoLexicons() {
    let found = LexiconDiff.changes(
      from: [lexicon([bold], name: "a")], to: [lexicon([bold], name: "a"), lexicon([bold], name: "b")])
    #expect(found.map(\.lexicon) == ["b"])
  }
}
