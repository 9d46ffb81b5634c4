import Foundation
import ParallaxCore
import ParallaxTestSupport
import Testing

@Suite("Finding events")
struct EventsTests {
  private static let ferry = """
    Ferry crews at Calder Sound walked out on Tuesday after Helene Marrow, the harbour premier, ordered them \
    back to work. The crews of the Straits Line want nine more deckhands on each crossing to Orrin Island.
    """
  private static let strike = """
    Premier Helene Marrow defended her order to ferry crews on Wednesday. No crossing to Orrin Island sailed, \
    and the Straits Line said its deckhands had stayed at home.
    """
  private static let bridge = """
    The Brindle Bridge will close for fourteen months, engineer Tomas Quill told the county. Inspectors found \
    corrosion in 41 of its hangers last week.
    """
  private static let detour = """
    Lorries must make a detour of 30 miles once Brindle Bridge shuts. Tomas Quill, an engineer, said corrosion \
    in the hangers left the county no choice.
    """

  private static func record(_ id: String, _ text: String, outlet: String) -> String {
    #"{"id": "\#(id)", "text": "\#(text)", "outlet": "\#(outlet)", "published": "2026-04-14"}"#
  }

  /// Two pages, and a file of three records.
  private func folder() throws -> URL {
    let folder = try CommandRunner.makeFolder()
    try FileManager.default.createDirectory(
      at: folder.appending(path: "in"), withIntermediateDirectories: true)
    for (name, text) in [
      ("in/a.txt", Self.ferry), ("in/b.txt", Self.bridge),
      (
        "in/c.ndjson",
        [
          Self.record("x1", Self.strike, outlet: "Ledger"), Self.record("x2", Self.detour, outlet: "Courier"),
          Self.record("x3", Self.bridge + " It rained.", outlet: "Voice"),
        ].joined(separator: "\n") + "\n"
      ),
    ] { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return folder
  }

  private func run(_ arguments: [String], in folder: URL) throws -> CommandRunner.Outcome {
    try CommandRunner.run(arguments, folder: folder)
  }

  @Test("a folder becomes a manifest that compare and batch read, records by their identifiers")
  func manifest() throws {
    let folder = try folder()
    let events = try run(["events", "in", "-o", "events.csv"], in: folder)
    #expect(events.status == 0, "\(events.errors)")
    #expect(events.errors.contains("5 articles in 2 events, 2 of several articles"))
    let table = try String(contentsOf: folder.appending(path: "events.csv"), encoding: .utf8)
    let rows = table.split(separator: "\r\n").map(String.init)
    #expect(rows[0] == "path,id,event,sure,title,outlet,date,genre,next,words")
    #expect(
      rows.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(2) }
        == [
          ["in/a.txt", ""], ["in/c.ndjson", "x1"], ["in/b.txt", ""], ["in/c.ndjson", "x2"],
          ["in/c.ndjson", "x3"],
        ])
    let name = try #require(rows[1].split(separator: "\"").dropFirst().first.map(String.init))
    let comparison = try run(
      ["compare", "--manifest", "events.csv", "--event", name, "--format", "json"], in: folder)
    #expect(comparison.status == 0, "\(comparison.errors)")
    let articles = try JSONParser.parse(comparison.output)["articles"]?.array
    #expect(articles?.map { $0["id"]?.string } == ["in/a.txt", "x1"])
    #expect(articles?.last?["outlet"]?.string == "Ledger")
    let batch = try run(["batch", "--manifest", "events.csv", "-o", "out"], in: folder)
    #expect(batch.status == 0, "\(batch.errors)")
    let documents = try String(contentsOf: folder.appending(path: "out/documents.csv"), encoding: .utf8)
    #expect(documents.contains("x1") && documents.contains("x3") && documents.contains("a.txt"))
  }

  @Test("the same input gives the same bytes, whatever the number of jobs; JSON is a manifest too")
  func stable() throws {
    let folder = try folder()
    for format in ["csv", "json"] {
      let first = try run(["events", "in", "--format", format, "--jobs", "1"], in: folder)
      let second = try run(["events", "in", "--format", format, "--jobs", "4", "--quiet"], in: folder)
      #expect(first.output == second.output && !first.output.isEmpty)
      #expect(second.errors.isEmpty)
      try first.output.write(to: folder.appending(path: "m." + format))
      let again = try run(["events", "--manifest", "m." + format, "--format", format], in: folder)
      // The records of one file are read together, so the rows may stand in another order.
      #expect(again.status == 0 && again.output.sorted() == first.output.sorted(), "\(again.errors)")
    }
  }

  @Test("a manifest in another folder names the articles so that they are found from there")
  func elsewhere() throws {
    let folder = try folder()
    try FileManager.default.createDirectory(
      at: folder.appending(path: "made"), withIntermediateDirectories: true)
    let absolute = folder.appending(path: "made/absolute.csv").path
    for output in ["made/events.csv", "in/events.csv", "./events.csv", "made/../up.csv", absolute] {
      #expect(try run(["events", "in", "-o", output, "--quiet"], in: folder).status == 0)
      // Reading the manifest finds every article, or says which it does not find.
      let again = try run(["events", "--manifest", output, "--quiet"], in: folder)
      #expect(again.status == 0, "\(output): \(again.errors)")
      #expect(again.text.split(separator: "\r\n").count == 6)
    }
  }

  @Test("a web archive's pages are named by their records")
  func archive() throws {
    let folder = try CommandRunner.makeFolder()
    var archive = SampleArchive()
    for (index, text) in [Self.ferry, Self.strike].enumerated() {
      let page = "<html><body><article><h1>Page \(index)</h1><p>\(text)</p></article></body></html>"
      archive.addPage(Array(page.utf8), url: "https://ledger.example/\(index)")
    }
    try Data(archive.bytes).write(to: folder.appending(path: "crawl.warc"))
    #expect(try run(["events", "crawl.warc", "-o", "m.csv", "--quiet"], in: folder).status == 0)
    let again = try run(["events", "--manifest", "m.csv", "--quiet"], in: folder)
    #expect(again.status == 0 && again.text.split(separator: "\r\n").count == 3, "\(again.errors)")
  }

  @Test("errors say what is wrong and what would be right")
  func errors() throws {
    let folder = try folder()
    for (name, text) in [
      ("gone.csv", "path,id\nin/c.ndjson,x1\nin/c.ndjson,x9\nin/c.ndjson,x2\n"),
      ("single.csv", "path,id\nin/a.txt,x1\n"), ("empty.txt", ""),
      ("twice.csv", "path,id\nin/c.ndjson,x1\nin/c.ndjson,x1\nin/a.txt,\n"),
    ] { try Data(text.utf8).write(to: folder.appending(path: name)) }
    for (arguments, status, words) in [
      (["events"], Int32(64), "name folders or files"),
      (["events", "-"], 64, "save it to a file"),
      (["events", "in", "--threshold", "0"], 64, "--threshold must be above 0 and below 1"),
      (["events", "in", "--window", "99999"], 64, "--window must be 0 to 36500 days"),
      (["events", "in", "--least", "0"], 64, "--least must be 1 or more"),
      (["events", "nowhere"], 66, "nowhere: no such file or folder"),
      (["events", "empty.txt"], 65, "no article could be read"),
      (["events", "in", "empty.txt"], 2, "empty.txt"),
      (["events", "--manifest", "gone.csv"], 2, "gone.csv:3: no article “x9” in in/c.ndjson"),
      (["events", "--manifest", "twice.csv"], 2, "twice.csv:3: no article “x1” in in/c.ndjson"),
      (["events", "--manifest", "single.csv"], 65, "single.csv:2: in/a.txt is one article and has no “id”"),
      (["compare", "--manifest", "gone.csv", "--event", "Fog"], 65, "no article of the event “Fog”"),
      (["compare", "in", "--event", "Fog"], 64, "--event chooses from a list of articles"),
    ] {
      let outcome = try run(arguments, in: folder)
      #expect(outcome.status == status && outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
    }
  }
}
