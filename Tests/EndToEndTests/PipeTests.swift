import Foundation
import ParallaxKit
import Testing

@Suite("pipe")
struct PipeTests {
  private func run(_ lines: [String], _ options: [String] = []) throws -> CommandRunner.Outcome {
    try CommandRunner.run(["pipe"] + options, input: Data(lines.joined(separator: "\n").utf8))
  }

  @Test("one line out per record in, in order, errors in their places")
  func order() throws {
    let outcome = try run([
      #"{"id": "a", "text": "The reckless plan failed, critics say."}"#, #"{"id": "b"}"#, "not json", "",
      #"{"text": "no id"}"#, #"{"id": 7, "html": "<p>A page with a few words in it.</p>"}"#,
      #"{"id": "c", "text": 5}"#, #"{"id": "d", "text": ""}"#,
    ])
    #expect(outcome.status == 2)
    let records = try outcome.lines.map { try JSONParser.parse($0.utf8) }
    #expect(records.count == 7)
    #expect(records.map { $0["id"]?.string } == ["a", "b", nil, nil, "7", "c", "d"])
    #expect(records[1]["error"]?["code"]?.string == "missing-text")
    #expect(records[2]["line"]?.integer == 3)
    #expect(records[3]["error"]?["code"]?.string == "missing-id")
    #expect(records[4]["document"]?["format"]?.string == "html")
    #expect(records[5]["error"]?["message"]?.string?.contains("\"text\" must be a string") == true)
    #expect(records[6]["error"] != nil)
  }

  @Test("a record over the limit comes back as an error with its id, and the next is unharmed")
  func tooLarge() throws {
    let long = #"{"id": "big", "text": ""# + String(repeating: "word ", count: 100_000) + #""}"#
    let outcome = try run([long, #"{"id": "small", "text": "Perhaps."}"#], ["--max-record", "10000"])
    let records = try outcome.lines.map { try JSONParser.parse($0.utf8) }
    #expect(records.count == 2)
    #expect(records[0]["id"]?.string == "big")
    #expect(records[0]["error"]?["code"]?.string == "record-too-large")
    #expect(records[1]["id"]?.string == "small" && records[1]["error"] == nil)
  }

  @Test("the same bytes whatever --jobs is")
  func jobs() throws {
    let lines = (0..<60).map {
      #"{"id": "\#($0)", "text": "Perhaps the plan number \#($0) is utterly reckless, Ada Veldt said."}"#
    }
    let one = try run(lines, ["--jobs", "1"])
    let four = try run(lines, ["--jobs", "4"])
    #expect(one.output == four.output && one.lines.count == 60 && one.status == 0)
  }

  @Test("what the record says of itself is kept")
  func hints() throws {
    let outcome = try run([
      #"{"id": "a", "text": "A bold plan.", "outlet": "The Ledger", "published": "2026-03-01", "url": "https://ledger.example/a", "event": "pier"}"#
    ])
    let document = try JSONParser.parse(outcome.output)["document"]
    #expect(document?["outlet"]?.string == "The Ledger")
    #expect(document?["published"]?.string == "2026-03-01")
    #expect(document?["source"]?.string == "https://ledger.example/a")
    #expect(document?["event"]?.string == "pier")
  }

  @Test("a text in a language without lexicons has no numbers and says why")
  func otherLanguage() throws {
    let outcome = try run([
      #"{"id": "de", "text": "Der Hafen bleibt nach Angaben der Behörde bis zum Herbst geschlossen, und die Fischer sind mit dem Plan nicht zufrieden."}"#
    ])
    let analysis = try JSONParser.parse(outcome.output)
    #expect(analysis["measures"]?.isNull == true)
    #expect(analysis["framing"]?["author"]?["index"]?.isNull == true)
    #expect(analysis["warnings"]?.array?.contains { $0.string?.contains("“de”") == true } == true)
  }
}
