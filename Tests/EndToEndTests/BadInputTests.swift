import Foundation
import ParallaxKit
import Testing

/// What a user can do wrong, or be handed: a clear error and the right exit status, never a crash.
@Suite("Bad input")
struct BadInputTests {
  private func file(_ bytes: Data, _ name: String = "input.html") throws -> String {
    let path = try CommandRunner.makeFolder().appending(path: name)
    try bytes.write(to: path)
    return path.path
  }

  private func expect(_ outcome: CommandRunner.Outcome, status: Int32, saying words: String) {
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test("a missing file is 66 and named")
  func missing() throws {
    expect(
      try CommandRunner.run(["report", "no-such.html"]), status: 66, saying: "no-such.html: no such file")
  }

  @Test("an empty file is 65")
  func empty() throws {
    let path = try file(Data())
    expect(try CommandRunner.run(["report", path]), status: 65, saying: path)
  }

  @Test("a binary file is 65")
  func binary() throws {
    let path = try file(
      Data((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 37) } + [0, 0, 0, 1, 2, 3]), "a.txt")
    expect(try CommandRunner.run(["analyze", path, "--format", "json"]), status: 65, saying: path)
  }

  @Test("a folder without articles is 66 and says what was looked for")
  func emptyFolder() throws {
    let folder = try CommandRunner.makeFolder()
    try Data("x".utf8).write(to: folder.appending(path: "photo.png"))
    expect(
      try CommandRunner.run(["batch", folder.path, "-o", folder.path + "/out"]), status: 66, saying: "html")
  }

  @Test("an unknown category is 64 and the known ones are named")
  func category() throws {
    let outcome = try CommandRunner.run(["analyze", MainJobTests.blog, "--only", "spin"])
    expect(outcome, status: 64, saying: "unknown category “spin”")
    #expect(outcome.errors.contains("loaded"))
  }

  @Test("a broken line of a lexicon is 65 with file, line and column")
  func lexicon() throws {
    let folder = try CommandRunner.makeFolder()
    let entries = folder.appending(path: "entries.tsv")
    try Data("form\tcategory\tsubcategory\tweight\tpolarity\nfine\thedge\tshield\theavy\tneutral\n".utf8)
      .write(to: entries)
    let outcome = try CommandRunner.run(["analyze", MainJobTests.blog, "--lexicon", entries.path])
    expect(outcome, status: 65, saying: "entries.tsv:2:")
    #expect(outcome.errors.contains("heavy"))
  }

  @Test("an output that cannot be written is 73")
  func output() throws {
    let path = "/no-such-folder/report.html"
    expect(try CommandRunner.run(["report", MainJobTests.blog, "-o", path]), status: 73, saying: path)
  }

  @Test("a wrong setting names its line")
  func settings() throws {
    let path = try file(Data("only: [hedge]\nspeed: fast\n".utf8), "parallax.yaml")
    expect(
      try CommandRunner.run(["analyze", MainJobTests.blog, "--config", path]), status: 65,
      saying: "parallax.yaml:2:1")
  }

  @Test("some inputs failed: the others are given, and the status is 2")
  func someFailed() throws {
    let empty = try file(Data(), "empty.txt")
    let outcome = try CommandRunner.run(["analyze", empty, MainJobTests.blog, "--format", "jsonl"])
    #expect(outcome.status == 2)
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors.contains(empty))
  }

  @Test("comparing one article is refused")
  func compareOne() throws {
    expect(try CommandRunner.run(["compare", MainJobTests.blog]), status: 65, saying: "two or more")
  }

  @Test("each limit of loading has an error of its own")
  func limits() throws {
    let many = "<body>" + String(repeating: "<p>word<p>", count: 20_000)
    let deep = String(repeating: "<div>", count: 2_000) + "<p>Words at the bottom of the page.</p>"
    let cases: [(Data, [String], String)] = [
      (Data(count: 20_000_001), [], "20000001 bytes are more than the limit"),
      (Data(deep.utf8), [], "nested deeper than the limit of 1000"),
      (Data(many.utf8), ["--time-limit", "0.001"], "loading took longer than the limit of 0.001 s"),
    ]
    for (page, options, words) in cases {
      expect(try CommandRunner.run(["extract", try file(page)] + options), status: 65, saying: words)
    }
    expect(
      try CommandRunner.run(["extract", MainJobTests.blog, "--time-limit", "0"]), status: 64,
      saying: "--time-limit must be 0.001 or more seconds")
  }

  @Test("deep nesting, NULs, broken UTF-8, huge words: an answer, not a crash")
  func hostile() throws {
    let deep = String(repeating: "<div>", count: 100_000) + "<p>Words at the bottom of the page.</p>"
    let pages: [Data] = [
      Data(deep.utf8), Data("<html><body><p>Zero\u{0}byte and more text here.</p>".utf8),
      Data("<p>Broken ".utf8) + Data([0xFF, 0xFE, 0xC3, 0x28]) + Data(" letters in a page</p>".utf8),
      Data(("<p>" + String(repeating: "x", count: 2_000_000) + "</p>").utf8),
      Data("<p title=\"".utf8) + Data(String(repeating: "a='1' ", count: 50_000).utf8)
        + Data(">text</p>".utf8),
    ]
    for page in pages {
      let outcome = try CommandRunner.run(["analyze", try file(page), "--format", "json"])
      #expect([0, 65].contains(outcome.status), "\(outcome.errors)")
      if outcome.status == 65 { #expect(!outcome.errors.isEmpty) }
    }
  }
}
