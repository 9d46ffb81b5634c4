import Foundation
import ParallaxKit
import ParallaxTestSupport
import Testing

/// Compressed files and web archives, wherever a file can be named.
@Suite("Compressed files and web archives")
struct ContainerTests {
  private static let page = "<h1>The pier</h1><p>The reckless plan for the pier failed, critics say.</p>"

  private static let archive: SampleArchive = {
    var archive = SampleArchive()
    archive.addSurroundings(url: "https://ledger.example/")
    for number in 1...4 {
      archive.addPage(SampleArchive.page(number), url: "https://ledger.example/\(number)")
    }
    return archive
  }()

  private func file(_ name: String, _ bytes: [UInt8], in folder: URL? = nil) throws -> String {
    let path = try (folder ?? CommandRunner.makeFolder()).appending(path: name)
    try Data(bytes).write(to: path)
    return path.path
  }

  private func documents(_ outcome: CommandRunner.Outcome) throws -> [JSONValue] {
    try outcome.lines.map { try JSONParser.parse($0.utf8) }
  }

  @Test("a compressed page is read by its contents, whatever its name")
  func compressedPage() throws {
    let packed = Compressed.gzip(Array(Self.page.utf8))
    for name in ["a.html.gz", "a.html", "a.gz"] {
      let path = try file(name, packed)
      let outcome = try CommandRunner.run(["extract", path, "--format", "json"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try JSONParser.parse(outcome.output)["document"]?["source"]?.string == path)
      #expect(outcome.text.contains("reckless"))
    }
    let piped = try CommandRunner.run(["extract", "-", "--format", "json"], input: Data(packed))
    #expect(piped.status == 0 && piped.text.contains("reckless"))
  }

  @Test("a folder's compressed files are found by the name before .gz")
  func folder() throws {
    let folder = try CommandRunner.makeFolder()
    _ = try file("a.html.gz", Compressed.gzip(Array(Self.page.utf8)), in: folder)
    _ = try file("b.md.gz", Compressed.gzip(Array("# A pier\n\nIt opens.\n".utf8)), in: folder)
    _ = try file(
      "c.ndjson.gz", Compressed.gzip(Array(#"{"id": "r", "text": "A bold plan."}"#.utf8)), in: folder)
    _ = try file("d.warc.gz", Self.archive.compressedByRecord, in: folder)
    _ = try file("e.png.gz", Compressed.gzip([1, 2, 3]), in: folder)
    let outcome = try CommandRunner.run(["extract", folder.path, "--format", "jsonl"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let formats = try documents(outcome).map { $0["document"]?["format"]?.string }
    #expect(formats == ["html", "markdown", "text", "html", "html", "html", "html"])
  }

  @Test("a bomb and a file cut short are 65")
  func damaged() throws {
    let bomb = try file("a.html.gz", Compressed.gzip([UInt8](repeating: 0x20, count: 25_000_000)))
    let tooLong = try CommandRunner.run(["extract", bomb])
    #expect(tooLong.status == 65)
    #expect(tooLong.errors.contains("\(bomb): decompresses to more than the limit of 20000000 bytes"))
    let cut = try file("b.html.gz", Compressed.gzip(Array(Self.page.utf8)).dropLast(4))
    let short = try CommandRunner.run(["extract", cut])
    #expect(short.status == 65 && short.errors.contains("\(cut): the compressed data end too early"))
  }

  @Test("a file over the limit is refused unread, a stream as soon as it is over")
  func tooLarge() throws {
    let path = try file("a.txt", [UInt8](repeating: 0x61, count: 20_000_001))
    let outcome = try CommandRunner.run(["extract", path])
    #expect(outcome.status == 65 && outcome.errors.contains("20000001 bytes are more than the limit"))
    let stream = try CommandRunner.run(["extract", "-"], input: Data(repeating: 0x61, count: 20_000_001))
    #expect(stream.status == 65 && stream.errors.contains("-: more bytes than the limit of 20000000"))
  }

  @Test("compressed records: those before damage are given, then what is wrong")
  func records() throws {
    let lines = (0..<300).map {
      #"{"id": "\#($0)", "text": "A bold plan, number \#($0 &* 7919), was made."}"#
    }
    let packed = Compressed.gzip(Array(lines.joined(separator: "\n").utf8))
    let whole = try CommandRunner.run(["pipe"], input: Data(packed))
    #expect(whole.status == 0 && whole.lines.count == 300)
    let cut = try CommandRunner.run(["pipe"], input: Data(packed.dropLast(packed.count / 2)))
    let records = try documents(cut)
    #expect(cut.status == 2 && records.count > 50)
    #expect(records.last?["error"]?["code"]?.string == "damaged")
    #expect(records.last?["line"]?.integer == records.count)
    #expect(records.dropLast().allSatisfy { $0["error"] == nil })
    let path = try file("a.ndjson.gz", packed)
    #expect(try CommandRunner.run(["extract", path, "--format", "jsonl"]).lines.count == 300)
  }

  @Test("an archive gives its pages, with identifier, address, date of retrieval", arguments: 0..<4)
  func archives(form: Int) throws {
    let (name, bytes) =
      [
        ("a.warc", Self.archive.bytes), ("a.warc.gz", Self.archive.compressedByRecord),
        ("a.warc.gz", Self.archive.compressedWhole), ("named.otherwise", Self.archive.compressedByRecord),
      ][form]
    let path = try file(name, bytes)
    let outcome = try CommandRunner.run(["extract", path, "--format", "jsonl"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let analyses = try documents(outcome)
    #expect(analyses.map { $0["id"]?.string } == (7...10).map { "urn:test:\($0)" })
    let document = analyses.first?["document"]
    #expect(document?["source"]?.string == "https://ledger.example/1")
    #expect(document?["url"]?.string == "https://ledger.example/1")
    #expect(document?["retrieved"]?.string == "2026-03-08T12:00:00Z")
    #expect(document?["published"]?.string == nil)
    let piped = try CommandRunner.run(
      ["extract", "-", "--format", "jsonl", "--jobs", "1"], input: Data(bytes))
    #expect(piped.output == outcome.output)
    let list = try CommandRunner.run(["extract", path, "--format", "json"])
    #expect(try JSONParser.parse(list.output).array?.count == 4)
  }

  @Test("the server's encoding counts")
  func encoding() throws {
    var archive = SampleArchive()
    let body = Array("<p>Der Caf".utf8) + [0xE9, 0xA4] + Array(" is closed, the clerk said.</p>".utf8)
    archive.addPage(body, url: "https://a.example/", type: "text/html; charset=windows-1251")
    let outcome = try CommandRunner.run(["extract", try file("a.warc", archive.bytes), "--format", "json"])
    let document = try JSONParser.parse(outcome.output).array?.first?["document"]
    #expect(document?["encoding"]?.string == "windows-1251")
  }

  @Test("a damaged record is told and left out, the others are given, the status is 2")
  func damagedRecord() throws {
    var records = Self.archive.records.map(Compressed.gzip)
    records[7][40] ^= 0xFF
    let path = try file("a.warc.gz", records.flatMap { $0 })
    let place = records.prefix(7).map(\.count).reduce(0, +)
    let outcome = try CommandRunner.run(["analyze", path, "--format", "jsonl"])
    #expect(outcome.status == 2)
    #expect(try documents(outcome).map { $0["id"]?.string } == [7, 9, 10].map { "urn:test:\($0)" })
    #expect(outcome.errors.contains("\(path): record 8 at byte \(place): the compressed data are damaged"))
    #expect(outcome.errors.split(separator: "\n").count == 1)

    let results = try CommandRunner.makeFolder().path
    let batch = try CommandRunner.run(["batch", path, "-o", results])
    #expect(batch.status == 2 && batch.errors.contains("record 8 at byte \(place)"))
    let error = try JSONParser.parse(
      try String(contentsOfFile: results + "/errors.jsonl", encoding: .utf8).utf8)
    #expect(error["source"]?.string == path && error["record"]?.integer == 8)
    #expect(error["error"]?["code"]?.string == "damaged")
    let compared = try CommandRunner.run(["compare", path, "--format", "csv"])
    #expect(compared.status == 2 && !compared.output.isEmpty)
  }

  @Test("pipe takes an archive and answers each page, also those that are damaged")
  func pipedArchive() throws {
    for bytes in [Self.archive.bytes, Self.archive.compressedByRecord] {
      let outcome = try CommandRunner.run(["pipe"], input: Data(bytes))
      #expect(outcome.status == 0, "\(outcome.errors)")
      let analyses = try documents(outcome)
      #expect(analyses.map { $0["id"]?.string } == (7...10).map { "urn:test:\($0)" })
      #expect(analyses.first?["document"]?["source"]?.string == "https://ledger.example/1")
    }
    var records = Self.archive.records.map(Compressed.gzip)
    records[7][40] ^= 0xFF
    let outcome = try CommandRunner.run(["pipe"], input: Data(records.flatMap { $0 }))
    #expect(outcome.status == 2)
    let answers = try documents(outcome)
    #expect(answers.count == 4)
    #expect(answers.map { $0["error"]?["code"]?.string } == [nil, "damaged", nil, nil])
  }

  @Test("a report is not made of an archive; one without pages or records is told")
  func notPages() throws {
    let path = try file("a.warc", Self.archive.bytes)
    let report = try CommandRunner.run(["report", path])
    #expect(report.status == 64 && report.errors.contains("holds a web archive"))
    let log = try file("meta.warc", Self.archive.records.prefix(3).flatMap { $0 })
    let outcome = try CommandRunner.run(["extract", log])
    #expect(outcome.status == 0 && outcome.errors.contains("meta.warc: no web pages among its 3 records"))
    let empty = try CommandRunner.run(["extract", try file("b.warc", [])])
    #expect(empty.status == 65 && empty.errors.contains("b.warc: the input is empty"))
  }
}
