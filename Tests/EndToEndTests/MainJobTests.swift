import Foundation
import ParallaxKit
import Testing

/// One article in, a report and data out.
@Suite("The main job")
struct MainJobTests {
  static let blog = CommandRunner.fixture("Texts/pier-blog.txt")

  private func analysis() throws -> JSONValue {
    let outcome = try CommandRunner.run(["analyze", Self.blog, "--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONParser.parse(outcome.output)
  }

  private func findings(_ analysis: JSONValue) -> [(text: String, kind: String, voice: String)] {
    (analysis["findings"]?.array ?? []).map { finding in
      let category = finding["category"]?.string ?? ""
      let subcategory = finding["subcategory"]?.string.map { "." + $0 } ?? ""
      return (finding["text"]?.string ?? "", category + subcategory, finding["voice"]?.string ?? "")
    }
  }

  @Test("paragraphs have their roles")
  func roles() throws {
    let analysis = try analysis()
    let text = Array((analysis["document"]?["text"]?.string ?? "").unicodeScalars)
    func role(_ beginning: String) -> String? {
      analysis["paragraphs"]?.array?.first { paragraph in
        guard let start = paragraph["start"]?.integer, let end = paragraph["end"]?.integer else {
          return false
        }
        return String(String.UnicodeScalarView(text[start..<end])).hasPrefix(beginning)
      }?["role"]?.string
    }
    #expect(role("Hmmm: Port Chief") == "headline")
    #expect(role("Photo by Ilan") == "credit")
    #expect(role("Advertisement") == "advertisement")
    #expect(role("Editor's Note") == "editorNote")
    #expect(role("Help us continue") == "promotion")
    #expect(role("Join the conversation") == "promotion")
    #expect(role("Trending on") == "related")
    #expect(role("YMMV, but") == "body")
  }

  @Test(
    "wording is found, in the voice that utters it",
    arguments: [
      ("YMMV", "hedge.disclaimer", "author"), ("Hmmm", "irony.interjection", "author"),
      ("mirabile dictu", "irony.flourish", "author"), ("sotto voce", "irony.flourish", "author"),
      ("until you are blue in the face", "figurative.metaphor", "author"),
      ("Will it reopen before the herring run?", "irony.rhetoricalQuestion", "author"),
    ])
  func wording(_ text: String, _ kind: String, _ voice: String) throws {
    let found = findings(try analysis())
    #expect(found.contains { $0 == (text, kind, voice) }, "\(found.filter { $0.text.contains(text) })")
  }

  @Test("selling is found where it stands")
  func selling() throws {
    let found = findings(try analysis()).filter { $0.kind.hasPrefix("promotional") }
    #expect(found.contains { $0.text.contains("promo code PIER26") && $0.kind == "promotional.offer" })
    #expect(found.contains { $0.text.contains("40% off") && $0.kind == "promotional.offer" })
    #expect(found.contains { $0.text.hasPrefix("Help us continue") && $0.kind == "promotional.callToAction" })
    #expect(found.contains { $0.text.hasPrefix("Join") && $0.kind == "promotional.callToAction" })
  }

  @Test("a quotation is its speaker's, a block quotation the publication's")
  func voices() throws {
    func segments(_ path: String) throws -> [JSONValue] {
      let outcome = try CommandRunner.run(["analyze", path, "--format", "json"])
      return (try JSONParser.parse(outcome.output)["paragraphs"]?.array ?? []).flatMap {
        $0["segments"]?.array ?? []
      }
    }
    let spoken = try segments(Self.blog)
    #expect(spoken.contains { $0["voice"]?.string == "direct" && $0["speaker"]?.string == "Ada Lindqvist" })
    let page = try segments(CommandRunner.root.appending(path: "Reports/Demo/tidewater-ledger.html").path)
    #expect(page.contains { $0["voice"]?.string == "excerpt" })
  }

  @Test("a report is one complete page, the same every time")
  func report() throws {
    let folder = try CommandRunner.makeFolder()
    let first = folder.appending(path: "a.html")
    let outcome = try CommandRunner.run(["report", Self.blog, "-o", first.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try String(contentsOf: first, encoding: .utf8)
    #expect(page.lowercased().hasPrefix("<!doctype html>"))
    #expect(page.contains("YMMV") && page.contains("</html>"))
    let again = try CommandRunner.run(["report", Self.blog])
    #expect(again.text == page)
  }

  @Test("the same bytes whatever runs at the same time")
  func deterministic() throws {
    let inputs = [Self.blog, CommandRunner.root.appending(path: "Reports/Demo").path]
    let one = try CommandRunner.run(["analyze", "--format", "jsonl", "--jobs", "1"] + inputs)
    let many = try CommandRunner.run(["analyze", "--format", "jsonl", "--jobs", "8"] + inputs)
    #expect(one.status == 0 && one.output == many.output)
    #expect(one.lines.count >= 2)
  }

  @Test("extract gives paragraphs with roles and no numbers")
  func extract() throws {
    let outcome = try CommandRunner.run(["extract", Self.blog, "--format", "jsonl"])
    let document = try JSONParser.parse(outcome.output)
    #expect(document["schema"]?.string == "parallax.document/1")
    #expect(document["paragraphs"]?.array?.first?["role"]?.string == "headline")
    #expect(document["measures"] == nil)
    #expect(document["document"]?["source"]?.string == Self.blog)
  }
}
