import ParallaxLoading
import Testing

@testable import ParallaxKit

@Suite("Manifests")
struct ManifestTests {
  private func entries(_ text: String) throws -> [Manifest.Entry] {
    try Manifest(Array(text.utf8), name: "m.csv").entries
  }

  private func error(_ text: String) -> String? {
    do {
      _ = try entries(text)
      return nil
    } catch { return "\(error)" }
  }

  @Test(
    "a table, lines of JSON and an array say the same",
    arguments: [
      "path,outlet,event,date,genre\na.html,The Ledger,Pier,2026-03-04,opinion\nb.html,,,,\n",
      "\u{FEFF}genre,path,date,outlet,event\r\nOpinion, a.html ,2026-03-04,\"The Ledger\",Pier\r\n\r\n,b.html\r\n",
      "path\toutlet\tevent\tdate\tgenre\na.html\tThe Ledger\tPier\t2026-03-04\topinion\nb.html",
      #"{"path":"a.html","outlet":"The Ledger","event":"Pier","date":"2026-03-04","genre":"opinion"}"#
        + "\n\n" + #"{"path":"b.html","genre":null}"#,
      #"[{"path":"a.html","outlet":"The Ledger","event":"Pier","date":"2026-03-04","genre":"opinion"},"#
        + #"{"path":"b.html"}]"#,
    ])
  func forms(_ text: String) throws {
    let found = try entries(text)
    #expect(found.map(\.path) == ["a.html", "b.html"])
    #expect(
      found.first?.hints
        == RecordHints(outlet: "The Ledger", published: "2026-03-04", event: "Pier", genre: .opinion))
    #expect(found.last?.hints == RecordHints())
  }

  @Test("quoted cells hold commas, quotation marks and line ends; lines are counted through them")
  func quoting() throws {
    let found = try entries("path,outlet\n\"a,1.html\",\"The \"\"Old\"\"\nLedger\"\nb.html,B\n")
    #expect(found[0].path == "a,1.html" && found[0].hints.outlet == "The \"Old\"\nLedger")
    #expect(found.map(\.line) == [2, 4])
  }

  @Test("an identifier names an article in a file of many; remarks for people are read over")
  func identifiers() throws {
    for text in [
      "path,id,event,sure,next,title,words\nd.ndjson,a1,Pier,0.93,,\"Pier, closed\",pier · nine\nb.html,,,,,,\n",
      #"[{"path":"d.ndjson","id":"a1","event":"Pier","sure":0.93,"next":null,"words":["pier"]},{"path":"b.html"}]"#,
    ] {
      let found = try entries(text)
      #expect(found.map(\.id) == ["a1", nil])
      #expect(found.map(\.path) == ["d.ndjson", "b.html"])
      #expect(found[0].hints == RecordHints(event: "Pier"))
    }
  }

  @Test(
    "errors name the line, what is wrong and what would be right",
    arguments: [
      ("", "m.csv:1: is empty; a manifest has a header"),
      ("path,outlet\n\n", "m.csv:1: lists no article"),
      ("file,outlet\na,b", "m.csv:1: unknown column “file”; known are path, id, outlet, event, date, genre"),
      ("outlet,event\na,b", "m.csv:1: no column “path”"),
      ("path,path\na,b", "m.csv:1: the column “path” stands twice"),
      ("path,outlet\na.html,A\n,B", "m.csv:3: no path"),
      ("path,genre\na.html,rant", "m.csv:2: unknown genre “rant”; known are news, opinion"),
      ("path,outlet\na.html,Smith, Jones", "m.csv:2: 3 cells for 2 columns"),
      ("path\n\"a.html", "m.csv:2: a quotation mark is never closed"),
      ("path\n\"a\"b.html", "m.csv:2: text after a closing quotation mark"),
      ("{\"path\":\"a\"}\n{\"path\":}", "m.csv:2: not JSON: column 9"),
      ("{\"file\":\"a\"}", "m.csv:1: unknown column “file”"),
      ("[{\"path\":\"a\"},{\"path\":7}]", "m.csv:1: entry 2: “path” must be a string"),
      ("[3]", "m.csv:1: entry 1: expected an object"),
      ("[]", "m.csv:1: lists no article"),
    ])
  func errors(_ text: String, _ message: String) {
    let told = error(text)
    #expect(told?.hasPrefix(message) == true, "\(told ?? "no error")")
  }

  @Test("any bytes give entries or an error, never a crash")
  func hostile() {
    var state: UInt64 = 7
    let pieces: [[UInt8]] = [
      Array("path".utf8), [0x2C], [0x22], [0x0A], [0x0D], [0xFF], Array("a.html".utf8), [0x7B], [0x5B], [0],
    ]
    for _ in 0..<500 {
      var bytes: [UInt8] = Array("path\n".utf8)
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        bytes += pieces[Int(state >> 33) % pieces.count]
      }
      _ = try? Manifest(bytes, name: "m")
    }
  }
}
