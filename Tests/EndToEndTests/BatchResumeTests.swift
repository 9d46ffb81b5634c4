import Foundation
import ParallaxKit
import Testing

@testable import parallax_cli

/// Runs that end early go on, and come to what a run would have that did not.
@Suite("batch, resumed") struct BatchResumeTests {
  /// Records of articles that differ, each with an outlet.
  private func records(_ numbers: some Sequence<Int>) -> Data {
    let lines = numbers.map {
      #"{"id": "r\#($0)", "outlet": "The \#($0 % 3 == 0 ? "Ledger" : "Courier")", "text": "Perhaps the reckless plan number \#($0) will fail, Ada Veldt said on Monday. It is utterly bold."}"#
    }
    return Data((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// A folder with a file of records, and what a run on it gives.
  private struct Bench {
    let folder: URL
    var input: String { folder.appending(path: "records.ndjson").path }

    init(_ records: Data) throws {
      folder = try CommandRunner.makeFolder()
      // A few words start faster than the built-in lexicons, and serve as well.
      let words =
        "term,category,weight\nreckless,evaluative,0.6\nutterly,intensifier,0.5\nbold,evaluative,0.4\n"
      try Data(words.utf8).write(to: folder.appending(path: "words.csv"))
      try give(records)
    }

    func give(_ records: Data) throws { try records.write(to: URL(filePath: input)) }

    func run(_ name: String, _ options: String...) throws -> CommandRunner.Outcome {
      try CommandRunner.run(
        ["batch", input, "-o", path(name), "--no-built-in", "--lexicon", "words.csv"] + options,
        folder: folder)
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// All files of a result but the journal and the database's bytes.
    func files(_ name: String) throws -> [String: Data] {
      let manager = FileManager.default
      var files: [String: Data] = [:]
      for file in try manager.contentsOfDirectory(atPath: path(name))
      where !file.hasPrefix(".") && !file.hasSuffix(".sqlite") {
        files[file] = manager.contents(atPath: path(name) + "/" + file)
      }
      return files
    }

    /// Takes the last lines off a journal, as when the run had been killed before.
    func cutJournal(_ name: String, lines: Int) throws {
      let file = URL(filePath: path(name) + "/.batch/journal.jsonl")
      let all = try Data(contentsOf: file).split(separator: 0x0A)
      let entries = all.filter { !String(decoding: $0, as: UTF8.self).contains("complete") }
      try Data(entries.dropLast(lines).joined(separator: [0x0A]) + [0x0A]).write(to: file)
    }
  }

  @Test("a run cut off at any entry goes on and ends with the same bytes")
  func cutOff() throws {
    let bench = try Bench(records(0..<12))
    #expect(try bench.run("whole", "--quiet").status == 0)
    let whole = try bench.files("whole")
    #expect(whole.keys.contains("datapackage.json") && whole.keys.contains("failures.csv"))
    for lines in [1, 5, 12] {
      try? FileManager.default.removeItem(atPath: bench.path("cut"))
      try FileManager.default.copyItem(atPath: bench.path("whole"), toPath: bench.path("cut"))
      try bench.cutJournal("cut", lines: lines + 1)  // one is the note that the disk was waited for
      let outcome = try bench.run("cut", "--resume")
      #expect(outcome.status == 0, "\(outcome.errors)")
      if lines < 12 { #expect(outcome.errors.contains("(\(12 - lines) of them by an earlier run)")) }
      #expect(try bench.files("cut") == whole, "\(lines) lines cut off")
    }
  }

  @Test("articles that have not changed are not analyzed again when others come between them")
  func grown() throws {
    let bench = try Bench(records(stride(from: 0, to: 12, by: 2)))
    #expect(try bench.run("grown").status == 0)
    try bench.give(records(0..<12))
    let outcome = try bench.run("grown", "--resume")
    #expect(outcome.errors.contains("12 articles analyzed (6 of them by an earlier run), 0 failed"))
    #expect(try bench.run("fresh", "--quiet").status == 0)
    #expect(try bench.files("grown") == bench.files("fresh"))
    let aside = bench.path("grown") + "/.batch/earlier-1"
    #expect(!FileManager.default.fileExists(atPath: aside))
    // Fewer again: what is no longer asked for goes.
    try bench.give(records(0..<5))
    #expect(try bench.run("grown", "--resume").errors.contains("5 articles analyzed (5 of them"))
    #expect(try bench.run("fresh", "--quiet").status == 0)
    #expect(try bench.files("grown") == bench.files("fresh"))
  }

  @Test("other lexicons or settings begin anew; without --resume everything does")
  func otherSettings() throws {
    let bench = try Bench(records(0..<3))
    #expect(try bench.run("out").status == 0)
    #expect(try bench.run("out", "--resume").errors.contains("3 of them by an earlier run"))
    #expect(try !bench.run("out", "--resume", "--without", "words:bold").errors.contains("earlier run"))
    #expect(try !bench.run("out").errors.contains("earlier run"))
  }

  @Test("an input that failed is tried again")
  func failed() throws {
    let bench = try Bench(records(0..<2) + Data("broken\n".utf8) + records(2..<4))
    let first = try bench.run("out")
    #expect(first.status == 2)
    let failures = try #require(try bench.files("out")["failures.csv"])
    #expect(
      String(decoding: failures, as: UTF8.self).contains(",not-json,") || first.errors.contains("1 failed"))
    #expect(try bench.run("out", "--resume").status == 2)
    try bench.give(records(0..<4))
    let mended = try bench.run("out", "--resume")
    #expect(mended.status == 0 && mended.errors.contains("4 articles analyzed (4 of them"))
    #expect(try bench.files("out")["errors.jsonl"] == Data())
  }

  @Test("an output that cannot be written is status 73")
  func fullDisk() throws {
    guard FileManager.default.isWritableFile(atPath: "/dev/full") else { return }
    let sink = try FileSink(appending: "/dev/full")
    #expect(throws: Failure.self) { try sink.write([1]) }
    let bench = try Bench(records(0..<2))
    try Data().write(to: URL(filePath: bench.path("file")))
    let outcome = try bench.run("file")
    #expect(outcome.status == 73 && outcome.errors.contains("file"))
  }

  @Test("two runs do not write into one folder")
  func locked() throws {
    let folder = try CommandRunner.makeFolder().path
    let results = try BatchResults(folder: folder, run: "r", resumes: false)
    #expect(
      throws: Failure.unwritableOutput("\(folder)/.batch/lock: another run is writing into this folder")
    ) {
      try BatchResults(folder: folder, run: "r", resumes: true)
    }
    withExtendedLifetime(results) {}
  }

  @Test("keys tell apart what differs, and only that")
  func keys() throws {
    let parts: [[UInt8]?] = [[1, 2], nil, [], [3]]
    #expect(ContentKey(parts) == ContentKey(parts))
    #expect(ContentKey([[1], [2]]) != ContentKey([[1, 2]]))
    #expect(ContentKey([nil, [1]]) != ContentKey([[], [1]]))
    let key = ContentKey(parts)
    #expect(ContentKey("\(key)") == key && "\(key)".utf8.count == 32)
    #expect(ContentKey("zz") == nil)
  }

  @Test("progress is a bar with rate and time left")
  func progress() {
    #expect(
      Progress.text(done: 500, total: 1_000, rate: 120.7)
        == "[##########..........] 500/1000 articles, 120/s, 5 s left")
    #expect(Progress.text(done: 7, total: nil, rate: 0.52) == "7 articles, 0.5/s")
    #expect(Progress.text(done: 1, total: 36_001, rate: 2).hasSuffix("2.0/s, 5 h 0 min left"))
    #expect(Progress.text(done: 9, total: 3, rate: 1).hasPrefix("[####################] 9/3"))
  }
}
