import Foundation
import ParallaxKit
import Testing

/// Annotation files, read back by a reader that shares no code with Parallax.
@Suite struct AnnotationTests {
  /// Emoji inside and outside the Basic Multilingual Plane, combining marks, curly quotes, CRLF, and what the
  /// formats reserve.
  static let text =
    "Harbour board 🌊 bets everything\r\n\r\n"
    + "Perhaps the re\u{301}gime of the harbour board, “a joke” 👩‍🚀 ☂ they say, is reckless_and *mad* [sic] | a;b -> c.\r\n"
    + "It is, frankly, the best pier\tin the wo\u{308}rld 🎉. Perhaps \\ not!\r\n\r\n"
    + "The harbour board of the town — 𝒜 reckless one — said nothing.\r\n"

  /// Two categories that cross, and one that lies in another.
  static let lexicon = """
    term,category,weight,lang,note
    harbour board,who,1,en,
    board of the town,what_kind,1,en,
    board,short,1,en,
    re\u{301}gime of the harbour,cross,1,en,
    reckless,mood,-1,en,
    perhaps,frame.made up,1,en,
    mad,mood,-1,en,
    best pier,mood > very good,2,en,
    "[sic]",mark,1,en,
    """

  static let hasPython: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import json"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  private static func prepare() throws -> URL {
    let folder = try CommandRunner.makeFolder()
    try Data(text.utf8).write(to: folder.appending(path: "harbour story.txt"))
    try Data(lexicon.utf8).write(to: folder.appending(path: "own.csv"))
    return folder
  }

  private static func run(_ arguments: [String], in folder: URL) throws -> CommandRunner.Outcome {
    try CommandRunner.run(
      ["analyze", "harbour story.txt", "--lexicon", "own.csv", "--no-built-in", "--quiet"] + arguments,
      folder: folder)
  }

  /// What the independent reader finds in a file, a line each: start, end, text, category.
  private static func readBack(_ arguments: [String], in folder: URL) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", CommandRunner.fixture("readers/read_annotations.py")] + arguments
    process.currentDirectoryURL = folder
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
    return try String(decoding: data, as: UTF8.self).split(separator: "\n").map { line in
      let value = try JSONParser.parse(Array(line.utf8))
      return shown(
        value["start"]?.integer, value["end"]?.integer, value["text"]?.string, value["category"]?.string)
    }
  }

  private static func shown(_ start: Int?, _ end: Int?, _ text: String?, _ category: String?) -> String {
    "\(start ?? -1) \(end ?? -1) \(category ?? "") \(text ?? "")"
  }

  /// The findings of the JSON, in the reader's order.
  private static func findings(in folder: URL) throws -> (text: String, lines: [String]) {
    let json = try JSONParser.parse(try run(["--format", "json"], in: folder).output)
    let findings = try #require(json["findings"]?.array)
    let sorted = findings.sorted {
      let (a, b) = ($0, $1)
      let (x, y) = (a["start"]?.integer ?? 0, b["start"]?.integer ?? 0)
      return x != y ? x < y : (a["end"]?.integer ?? 0) < (b["end"]?.integer ?? 0)
    }
    return (
      json["document"]?["text"]?.string ?? "",
      sorted.map {
        shown($0["start"]?.integer, $0["end"]?.integer, $0["text"]?.string, $0["category"]?.string)
      }
    )
  }

  @Test(.enabled(if: hasPython)) func spansComeBackAsTheyWere() throws {
    let folder = try Self.prepare()
    let (text, expected) = try Self.findings(in: folder)
    #expect(expected.count >= 8)
    #expect(
      expected.contains {
        $0.hasSuffix("re\u{301}gime of the harbour") || $0.hasSuffix("régime of the harbour")
      })
    #expect(expected.contains { $0.contains("what_kind board of the town") })
    for format in ["w3c", "brat", "webanno"] {
      let outcome = try Self.run(["--format", format, "-o", format], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    try Data(text.utf8).write(to: folder.appending(path: "text.txt"))
    #expect(
      try Self.readBack(["w3c", "w3c/harbour-story.jsonld", "text.txt"], in: folder).sorted()
        == expected.sorted())
    #expect(
      try Self.readBack(["webanno", "webanno/harbour-story.tsv"], in: folder).sorted() == expected.sorted())
    let brat = try Self.readBack(["brat", "brat/harbour-story.ann", "brat/harbour-story.txt"], in: folder)
    #expect(brat.sorted() == expected.map { $0.replacing("frame.made up", with: "frame_made_up") }.sorted())
  }

  @Test func bratKnowsEveryNameItIsGiven() throws {
    let folder = try Self.prepare()
    _ = try Self.run(["--format", "brat", "-o", "b"], in: folder)
    let configuration = try String(contentsOf: folder.appending(path: "b/annotation.conf"), encoding: .utf8)
    let annotations = try String(contentsOf: folder.appending(path: "b/harbour-story.ann"), encoding: .utf8)
    let names = Set(configuration.split(separator: "\n").map(String.init))
    for line in annotations.split(separator: "\n") where line.hasPrefix("T") {
      let type = line.split(separator: "\t")[1].split(separator: " ")[0]
      #expect(names.contains(String(type)), "\(type)")
    }
    for line in annotations.split(separator: "\n") where line.contains("\tSubcategory ") {
      let value = String(line.split(separator: " ").last ?? "")
      #expect(configuration.contains(value), "\(value)")
    }
  }

  @Test func severalFilesNeedAFolder() throws {
    let folder = try Self.prepare()
    let outcome = try Self.run(["--format", "brat"], in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--format brat writes several files; name a folder with -o"))
    let single = try Self.run(["--format", "w3c"], in: folder)
    #expect(try JSONParser.parse(single.output)["type"]?.string == "AnnotationCollection")
    #expect(try Self.run(["--format", "w3c"], in: folder).output == single.output)
  }
}
