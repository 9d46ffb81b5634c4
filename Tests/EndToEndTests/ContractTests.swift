import Foundation
import ParallaxKit
import Testing

/// What other programs rely on, checked on the JSON itself.
@Suite("The contract")
struct ContractTests {
  private static let analyzer = try? Analyzer()

  private static let texts: [String] = [
    "A reckless plan 🙂, “critics say,” café owners’ naïve hopes—utterly dashed.\n\nPerhaps. He said: “It’s not a bold move.”",
    "One sentence about a reckless regime.",
    "🙂🙂🙂\n\nE\u{301}lite opinion, they claim, is \u{201C}always\u{201D} right.\r\n\r\nReally? YMMV.",
    "Headline here\n\nThe mayor slammed the plan. \"It is a disgrace,\" Ana Ruiz said. \"A waste of time.\"\n\nAdvertisement\n\nSubscribe now!",
  ]

  private func analysis(_ bytes: [UInt8]) throws -> JSONValue? {
    let analyzer = try #require(Self.analyzer)
    guard let analysis = try? analyzer.analyze(bytes, source: "test") else { return nil }
    return try JSONParser.parse(AnalysisJSON(includesNotCounted: true).bytes(analysis))
  }

  private func check(_ json: JSONValue) throws {
    let text = Array((json["document"]?["text"]?.string ?? "").unicodeScalars)
    func slice(_ value: JSONValue) -> String? {
      guard let start = value["start"]?.integer, let end = value["end"]?.integer,
        start >= 0, start <= end, end <= text.count
      else { return nil }
      return String(String.UnicodeScalarView(text[start..<end]))
    }
    var lastEnd = 0
    for paragraph in json["paragraphs"]?.array ?? [] {
      let own = try #require(slice(paragraph))
      #expect(!own.isEmpty && (paragraph["start"]?.integer ?? -1) >= lastEnd)
      lastEnd = paragraph["end"]?.integer ?? 0
      // Segments are in order and leave no gap but white space.
      var at = paragraph["start"]?.integer ?? 0
      for segment in paragraph["segments"]?.array ?? [] {
        let start = try #require(segment["start"]?.integer)
        let gap = text[at..<max(at, start)]
        #expect(start >= at && gap.allSatisfy { $0.properties.isWhitespace }, "\(gap.map(\.value))")
        at = try #require(segment["end"]?.integer)
        #expect(Voice(rawValue: segment["voice"]?.string ?? "") != nil)
      }
      let rest = text[at..<max(at, paragraph["end"]?.integer ?? at)]
      #expect(rest.allSatisfy { $0.properties.isWhitespace }, "\(rest.map(\.value))")
      #expect(Role(rawValue: paragraph["role"]?.string ?? "") != nil)
    }
    for finding in json["findings"]?.array ?? [] {
      #expect(slice(finding) == finding["text"]?.string)
      #expect((finding["counted"]?.bool == true) == (finding["reason"]?.isNull == true))
    }
    guard let measures = json["measures"]?.members else { return }
    for measure in measures {
      let counted = (json["findings"]?.array ?? []).filter {
        $0["category"]?.string == measure.key && $0["counted"]?.bool == true
      }
      let all = measure.value["all"]
      #expect(all?["count"]?.integer == counted.count, "\(measure.key)")
      let weight = counted.reduce(0) { $0 + ($1["effectiveWeight"]?.number ?? 0) }
      #expect(abs((all?["weight"]?.number ?? -1) - weight) < 0.001 * Double(counted.count + 1))
      if measure.key != "promotional", let words = json["words"]?["all"]?.number, words > 0 {
        let rate = 1_000 * Double(counted.count) / words
        #expect(abs((all?["per1000"]?.number ?? -1) - rate) < 0.001)
      }
    }
    let framing = json["framing"]?["author"]
    if let index = framing?["index"]?.number, let rate = framing?["rate"]?.number {
      #expect(abs(index - FramingIndex.index(rate: rate)) < 0.02)
      #expect((framing?["low"]?.number ?? 101) <= index && index <= (framing?["high"]?.number ?? -1))
    }
  }

  @Test("places, segments and numbers agree", arguments: texts)
  func agrees(_ text: String) throws { try check(try #require(try analysis(Array(text.utf8)))) }

  @Test(
    "so they do on the bundled page and text",
    arguments: [
      "Reports/Demo/tidewater-ledger.html", "Tests/Fixtures/Texts/pier-blog.txt",
    ])
  func agreesOnFiles(_ path: String) throws {
    let data = try Data(contentsOf: CommandRunner.root.appending(path: path))
    try check(try #require(try analysis([UInt8](data))))
  }

  @Test("and on mutated pages and texts, none of which is a crash")
  func mutated() throws {
    let page = [UInt8](
      try Data(contentsOf: CommandRunner.root.appending(path: "Reports/Demo/tidewater-ledger.html")))
    var state: UInt64 = 20_260_304
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let pieces = [
      "<", ">", "\"", "“", "</p>", "<p>", "\u{0}", "<!--", "&#x", "]]>", "<table>", "🙂", "''", "\n\n",
    ]
    for round in 0..<150 {
      var bytes = round % 2 == 0 ? page : Array(Self.texts[round % Self.texts.count].utf8)
      for _ in 0...next(6) {
        let place = next(bytes.count)
        switch next(4) {
        case 0: bytes[place] = UInt8(next(256))
        case 1: bytes.insert(contentsOf: Array(pieces[next(pieces.count)].utf8), at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + next(40)))
        default: bytes.append(contentsOf: bytes[place..<min(bytes.count, place + next(200))])
        }
        if bytes.isEmpty { bytes = [0x61] }
      }
      if let json = try analysis(bytes) { try check(json) }
    }
  }

  @Test(
    "a record's targets and hints of the wrong type are errors with a code",
    arguments: [
      (#"{"id": "a", "text": "x", "targets": {}}"#, "wrong-type"),
      (#"{"id": [], "text": "x"}"#, "wrong-type"),
      (#"{"id": "a", "text": "x", "html": "y"}"#, "two-texts"), (#"[1]"#, "invalid-json"),
      (#"{"id": "a", "text": "x", "outlet": 5}"#, "wrong-type"),
    ])
  func records(_ line: String, _ code: String) {
    #expect {
      try Record(line: line.utf8)
    } throws: { ($0 as? RecordError)?.code == code }
  }
}
