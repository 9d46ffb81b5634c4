import ParallaxKit
import Testing

@Suite("Lexicon coverage and finding diff")
struct LexiconCoverageTests {
  /// An analyzer of one small lexicon.
  private func analyzer(_ entries: [(form: String, weight: Double)]) throws -> Analyzer {
    let made = try entries.map { entry in
      Entry(
        info: EntryInfo(
          lexicon: "test", id: entry.form, form: entry.form, category: .evaluative, subcategory: "judgement",
          weight: entry.weight, polarity: .negative),
        pattern: try PatternParser.parse(entry.form))
    }
    let info = LexiconInfo(
      name: "test", version: "1", language: "en", entries: made.count, sha256: "", title: "", license: "")
    return try Analyzer(lexicons: [Lexicon(info: info, path: "test", entries: made)])
  }

  private func analysis(_ text: String, _ entries: [(form: String, weight: Double)]) throws -> Analysis {
    try analyzer(entries).analyze(Array(text.utf8), source: "a.txt")
  }

  private let text =
    "The reckless mayor made a reckless and disgraceful plan, and the harbor was closed at noon."

  @Test("findings, words and entries are counted")
  func counts() throws {
    var coverage = LexiconCoverage()
    coverage.add(try analysis(text, [("reckless", 0.5), ("harbor was closed", 0.3)]))
    let row = try #require(coverage.categories.first { $0.category == .evaluative }?.row)
    #expect(row.findings == 3 && row.words == 5)
    #expect(coverage.words == 16 && coverage.covered == 5)
    #expect(coverage.entries.first?.count == 2)
    #expect(coverage.count(of: .init(lexicon: "test", entry: "reckless")) == 2)
    #expect(coverage.count(of: .init(lexicon: "test", entry: "other")) == 0)
  }

  @Test("words of evaluative looks that nothing covers are listed, others not")
  func unknown() throws {
    var coverage = LexiconCoverage()
    coverage.add(try analysis(text, [("reckless", 0.5)]))
    #expect(coverage.unknown.map(\.word) == ["disgraceful"])
  }

  @Test(
    "looks",
    arguments: [("rumor-mongering", true), ("scandal-ridden", true), ("harbor", false), ("previous", false)])
  func looks(_ word: String, _ expected: Bool) { #expect(LexiconCoverage.looksEvaluative(word) == expected) }

  @Test("findings appear, vanish and change weight, in order of place")
  func findings() throws {
    let old = try analysis(text, [("reckless", 0.5), ("closed", 0.2)])
    let new = try analysis(text, [("reckless", 0.4), ("disgraceful", 0.7)])
    let changes = FindingDiff.changes(from: old, to: new)
    #expect(changes.map { "\($0.sign)\($0.text)" } == ["~reckless", "~reckless", "+disgraceful", "-closed"])
    #expect(changes[0].before == 0.5 && changes[0].after == 0.4)
    #expect(FindingDiff.changes(from: old, to: old).isEmpty)
  }
}
