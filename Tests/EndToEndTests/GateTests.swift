import Foundation
import ParallaxKit
import Testing

@Suite("limits, baselines and checks") struct GateTests {
  private struct Bench {
    let folder: URL

    init() throws {
      folder = try CommandRunner.makeFolder()
      try write("words.csv", "term,category,weight\nreckless,evaluative,0.6\nbold,evaluative,0.4\n")
      try write("story.txt", "The harbor plan\n\nThe reckless plan failed in May. Nobody knew of it.\n")
    }

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }

    func read(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

    func run(_ arguments: String..., input: Data = Data()) throws -> CommandRunner.Outcome {
      try CommandRunner.run(
        [arguments[0], "--no-built-in", "--lexicon", "words.csv"] + arguments.dropFirst(), input: input,
        folder: folder)
    }
  }

  @Test("a passed limit is status 1 and says which, by how much and where")
  func limits() throws {
    let bench = try Bench()
    let over = try bench.run("analyze", "story.txt", "--fail-on", "evaluative.author.count > 0")
    #expect(over.status == 1 && over.lines.count == 1)
    #expect(over.errors.contains("limit passed: story.txt: evaluative.author.count > 0: it is 1"))
    #expect(try bench.run("analyze", "story.txt", "--fail-on", "evaluative.author.count > 1").status == 0)
    let record = Data("{\"id\": \"a\", \"text\": \"A reckless, bold plan.\"}\nbroken\n".utf8)
    let pipe = try bench.run("pipe", "--fail-on", "evaluative.all.count >= 2", input: record)
    #expect(pipe.status == 1 && pipe.lines.count == 2 && pipe.errors.contains("limit passed: a:"))
    for options in [[], ["--resume"]] {
      let batch = try CommandRunner.run(
        [
          "batch", "story.txt", "-o", "out", "--no-built-in", "--lexicon", "words.csv", "--fail-on",
          "evaluative.author.per1000.high > 1",
        ] + options, folder: bench.folder)
      #expect(batch.status == 1 && batch.errors.contains("limit passed: story.txt"), "\(batch.errors)")
    }
  }

  @Test("a limit that cannot be read is status 64 with its place")
  func wrongLimits() throws {
    let bench = try Bench()
    let typo = try bench.run("analyze", "story.txt", "--fail-on", "evaluative.autor.count > 1")
    #expect(typo.status == 64 && typo.errors.contains("column 12: expected a voice"), "\(typo.errors)")
    let unknown = try bench.run("analyze", "story.txt", "--fail-on", "selling.author.count > 1")
    #expect(unknown.status == 64 && unknown.errors.contains("known are"))
    let new = try bench.run("analyze", "story.txt", "--fail-on", "new > 0")
    #expect(new.status == 64 && new.errors.contains("--baseline"))
  }

  @Test("with a baseline only new findings are told of")
  func baseline() throws {
    let bench = try Bench()
    #expect(try bench.run("analyze", "story.txt", "--write-baseline", "accepted.json").status == 0)
    let check = ["--baseline", "accepted.json", "--fail-on", "new > 0"]
    func analyze(_ format: String) throws -> CommandRunner.Outcome {
      try CommandRunner.run(
        ["analyze", "story.txt", "--no-built-in", "--lexicon", "words.csv", "--format", format] + check,
        folder: bench.folder)
    }
    let quiet = try analyze("github")
    #expect(quiet.status == 0 && quiet.text == "")
    // A paragraph before the accepted finding does not make it new.
    try bench.write(
      "story.txt",
      "The harbor plan\n\nA bold word first.\n\nThe reckless plan failed in May. Nobody knew of it.\n")
    let loud = try analyze("github")
    #expect(loud.status == 1)
    #expect(loud.lines.count == 1 && loud.text.hasPrefix("::warning file=story.txt,line=3,endLine=3,col=3,"))
    let sarif = try JSONParser.parse(try analyze("sarif").output)
    let results = sarif["runs"]?.array?[0]["results"]?.array ?? []
    #expect(results.map { $0["baselineState"]?.string } == ["new", "unchanged"])
    let wrong = try bench.run("analyze", "story.txt", "--baseline", "words.csv")
    #expect(wrong.status == 65 && wrong.errors.contains("is no baseline"))
  }

  @Test("a comparison takes the articles of an event from a batch")
  func comparison() throws {
    let bench = try Bench()
    let records = ["Ledger", "Courier", "Voice"].enumerated().map { number, outlet in
      #"{"id": "\#(outlet)", "outlet": "\#(outlet)", "event": "pier \"\#(number / 2)\"", "text": "The reckless plan of the \#(outlet) failed in May, and that is that."}"#
    }
    try bench.write("records.ndjson", records.joined(separator: "\n"))
    #expect(try bench.run("batch", "records.ndjson", "-o", "out", "--quiet").status == 0)
    let compared = try bench.run("compare", "--from", "out", "--event", "pier \"0\"", "--format", "json")
    let json = try JSONParser.parse(compared.output)
    #expect(json["outlets"]?.array?.map { $0["name"]?.string } == ["Ledger", "Courier"])
    let direct = try bench.run("compare", "records.ndjson", "--format", "json")
    let whole = try JSONParser.parse(direct.output)
    #expect(json["outlets"]?.array?[0] == whole["outlets"]?.array?[0])
    #expect(json["warnings"]?.array?.contains { $0.string?.contains("measured again") == true } == false)
    let missing = try bench.run("compare", "--from", "out", "--event", "tide")
    #expect(missing.status == 65 && missing.errors.contains("no article on the event “tide”"))
    #expect(try bench.run("compare", "--from", "out").status == 64)
  }

  @Test("broken records among good ones come back as one line each")
  func broken() throws {
    let bench = try Bench()
    let bad = [
      "{", "[]", "null", "{}", "\u{0}\u{0}", #"{"id": 1}"#, #"{"id": "x", "text": 5}"#,
      #"{"id": [], "text": "a"}"#,
      #"{"id": "x", "text": "\#u{1}"}"#, #"{"id": "x", "text": "\ud800"#,
      String(repeating: "[", count: 3_000),
      #"{"text": "no id"}"#, "\u{FEFF}x", #"{"id": "x", "text": ""}"#, "tru", #"{"id": "x" "text": "a"}"#,
    ]
    let good = (0..<160).map { #"{"id": "g\#($0)", "text": "A reckless plan number \#($0)."}"# }
    let mixed = good.enumerated().flatMap { [$1, bad[$0 % bad.count]] }
    let alone = try bench.run("pipe", input: Data(good.joined(separator: "\n").utf8))
    let together = try bench.run("pipe", input: Data(mixed.joined(separator: "\n").utf8))
    #expect(alone.status == 0 && together.status == 2)
    #expect(alone.lines.count == good.count && together.lines.count == mixed.count)
    for (number, line) in together.lines.enumerated() {
      if number % 2 == 0 {
        #expect(line == alone.lines[number / 2])
      } else {
        #expect(
          try JSONParser.parse(line.utf8)["error"]?["code"]?.string != nil, "\(mixed[number].prefix(80))")
      }
    }
  }
}
