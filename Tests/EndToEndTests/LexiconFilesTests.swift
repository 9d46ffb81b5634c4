import Foundation
import ParallaxKit
import Testing

/// Dictionaries of other programs, and lexicons switched off, on the command line.
@Suite struct LexiconFilesTests {
  private static func fixture(_ name: String) -> String { CommandRunner.fixture("dictionaries/\(name)") }

  private static let text = """
    The harbour board of the town found a haven and a safe landing after the gale. Perhaps, YMMV, it was the
    reckless squall that wrecked the plan, and the people of the town ran aground with it.
    """

  private static func story(in folder: URL) throws -> String {
    let path = folder.appending(path: "story.txt").path
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private static func findings(_ arguments: [String], in folder: URL) throws -> [String] {
    let outcome = try CommandRunner.run(
      ["analyze", try story(in: folder), "--format", "json", "--quiet"] + arguments, folder: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try JSONParser.parse(outcome.output)
    return (json["findings"]?.array ?? []).map {
      "\($0["lexicon"]?.string ?? ""):\($0["category"]?.string ?? ""):\($0["text"]?.string ?? "")"
    }
  }

  @Test func importThenExport() throws {
    let folder = try CommandRunner.makeFolder()
    let imported = try CommandRunner.run(
      ["lexicon", "import", Self.fixture("harbor.dic"), "-o", "harbor", "--license", "CC0-1.0"],
      folder: folder)
    #expect(imported.status == 0)
    #expect(imported.errors.contains("13 entries in 3 categories written to harbor"))
    #expect(imported.errors.contains("2 rules or conditions not held (lines 12, 13)"))
    let losses = try String(contentsOf: folder.appending(path: "harbor/losses.tsv"), encoding: .utf8)
    #expect(losses.hasPrefix("line\tkind\ttext\toutcome\n12\trule\t"))
    let lint = try CommandRunner.run(["lexicon", "lint", "harbor"], folder: folder)
    #expect(lint.status == 0, "\(lint.text)")
    #expect(try CommandRunner.run(["lexicon", "test", "harbor"], folder: folder).status == 0)
    let exported = try CommandRunner.run(
      ["lexicon", "export", "./harbor", "--format", "dic", "-o", "again.dic"], folder: folder)
    #expect(exported.status == 0)
    let direct = try CommandRunner.run(
      ["lexicon", "export", Self.fixture("harbor.dic"), "--format", "dic"], folder: folder)
    func lines(_ text: String) -> Set<String> {
      Set(
        text.split(separator: "\n").map { line in
          // The numbers of an entry in any order.
          let fields = line.split(separator: "\t")
          return ([String(fields.first ?? "")] + fields.dropFirst().map(String.init).sorted()).joined(
            separator: "\t")
        })
    }
    let again = try String(contentsOf: folder.appending(path: "again.dic"), encoding: .utf8)
    #expect(lines(direct.text).subtracting(lines(again)) == ["gal*e\t02"])
  }

  @Test func aDamagedFileWritesNothing() throws {
    let folder = try CommandRunner.makeFolder()
    let outcome = try CommandRunner.run(
      ["lexicon", "import", Self.fixture("damaged/harbor.dic"), "-o", "out"], folder: folder)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("harbor.dic:6:1: an entry without category numbers in \"gale\""))
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out").path))
    let strict = try CommandRunner.run(
      ["lexicon", "import", Self.fixture("harbor.dic"), "-o", "out", "--strict"], folder: folder)
    #expect(strict.status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out").path))
    let unknown = try CommandRunner.run(
      ["lexicon", "import", try Self.story(in: folder), "-o", "out"], folder: folder)
    #expect(unknown.status == 65)
    #expect(unknown.errors.contains("name it with --from, one of dic, dicx, quanteda"))
  }

  @Test func dictionariesAreUsedAsTheyAre() throws {
    let folder = try CommandRunner.makeFolder()
    let found = try Self.findings(["--lexicon", Self.fixture("harbor.yml"), "--no-built-in"], in: folder)
    #expect(
      found == [
        "harbor:calm:haven", "harbor:storm:haven", "harbor:calm:safe landing", "harbor:storm:gale",
        "harbor:storm:squall",
      ])
  }

  @Test func lexiconsOfOneCategoryAreMeasuredApart() throws {
    let folder = try CommandRunner.makeFolder()
    let outcome = try CommandRunner.run(
      [
        "analyze", try Self.story(in: folder), "--format", "json", "--no-built-in", "--lexicon",
        Self.fixture("harbor.dic"), "--lexicon", Self.fixture("harbor.tsv"),
      ], folder: folder)
    // harbor.dic and harbor.tsv have one name, so the last one counts.
    #expect(!outcome.text.contains("\"text\":\"squall\""))
    #expect(outcome.errors.contains("two lexicons are called “harbor”; the last one counts"))
    try FileManager.default.copyItem(
      atPath: Self.fixture("harbor.tsv"), toPath: folder.appending(path: "quay.tsv").path)
    let apart = try Self.findings(
      ["--no-built-in", "--lexicon", Self.fixture("harbor.dic"), "--lexicon", "quay.tsv"], in: folder)
    #expect(apart.contains("harbor:harbor.calm:haven") && apart.contains("quay:quay.calm:haven"))
  }

  @Test func whatIsSwitchedOff() throws {
    let folder = try CommandRunner.makeFolder()
    let all = try Self.findings([], in: folder)
    #expect(all.contains("hedge:hedge:YMMV") && all.contains("hedge:hedge:Perhaps"))
    #expect(
      try Self.findings(["--without", "hedge:ymmv"], in: folder) == all.filter { $0 != "hedge:hedge:YMMV" })
    try Data("without: [hedge]\n".utf8).write(to: folder.appending(path: "parallax.yaml"))
    let added = try Self.findings(["--lexicon", Self.fixture("harbor.yml")], in: folder)
    #expect(added.filter { !$0.hasPrefix("harbor:") } == all.filter { !$0.hasPrefix("hedge:") })
    #expect(added.contains("harbor:calm:safe landing"))
    let unknown = try CommandRunner.run(
      ["analyze", try Self.story(in: folder), "--without", "hedge:nosuch"], folder: folder)
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("nothing called “hedge:nosuch” to switch off"))
  }

  @Test func theReportSetsLexiconsSideBySide() throws {
    let folder = try CommandRunner.makeFolder()
    let outcome = try CommandRunner.run(
      [
        "report", try Self.story(in: folder), "--lexicon", Self.fixture("harbor_lexicon.txt"), "--lexicon",
        Self.fixture("harbor-afinn.txt"), "--no-built-in",
      ], folder: folder)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("The same text under each lexicon"))
    #expect(outcome.text.contains("harbor-lexicon") && outcome.text.contains("harbor-afinn"))
  }

  @Test func evaluateFromEndToEnd() throws {
    let folder = try CommandRunner.makeFolder()
    let story = try Self.story(in: folder)
    _ = try CommandRunner.run(
      [
        "analyze", story, "--format", "jsonl", "-o", "a.jsonl", "--no-built-in", "--lexicon",
        Self.fixture("harbor.yml"),
      ], folder: folder)
    let scores = try CommandRunner.run(
      ["evaluate", "--gold", "a.jsonl", "--pred", "a.jsonl", "--format", "csv", "--resamples", "50"],
      folder: folder)
    #expect(scores.status == 0, "\(scores.errors)")
    #expect(scores.text.contains("micro,") && scores.text.contains(",1.000000,1.000000,1.000000,"))
    let sample = try CommandRunner.run(
      [
        "evaluate", "sample", "a.jsonl", "-o", "sheet.csv", "--key", "key.csv", "--size", "3",
        "--show-category",
      ],
      folder: folder)
    #expect(sample.status == 0, "\(sample.errors)")
    let sheet = try String(contentsOf: folder.appending(path: "sheet.csv"), encoding: .utf8)
    try Data(sheet.replacing(",\r\n", with: ",yes\r\n").utf8).write(to: folder.appending(path: "sheet.csv"))
    let judged = try CommandRunner.run(
      ["evaluate", "judged", "sheet.csv", "--key", "key.csv"], folder: folder)
    #expect(judged.status == 0, "\(judged.errors)")
    #expect(judged.text.contains("all"))
    #expect(
      try CommandRunner.run(["evaluate", "--gold", "no.jsonl", "--pred", "a.jsonl"], folder: folder).status
        == 66)
  }
}
