import Foundation
import ParallaxCore
import Testing

@Suite("Two versions")
struct DiffTests {
  private static let old = """
    The pier was closed on Monday. The mayor slashed the harbour budget last year, the minutes show.

    Ada Brandt said that the work would take until autumn.
    """
  private static let new = """
    The pier was closed on Monday. The mayor cut the harbour budget last year, the minutes show.

    Ada Brandt claimed that the work would take until autumn. 🚢 It may take longer.
    """

  private func folder() throws -> URL {
    let folder = try CommandRunner.makeFolder()
    for (name, text) in [
      ("old.txt", Self.old), ("new.txt", Self.new), ("empty.txt", ""),
      ("two.ndjson", #"{"id": "1", "text": "Fog."}"# + "\n"),
    ] { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return folder
  }

  @Test("text names each change and sets what went and came in brackets")
  func text() throws {
    let folder = try folder()
    let outcome = try CommandRunner.run(["diff", "old.txt", "new.txt"], folder: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for part in [
      "[-slashed-]{+cut+}", "softened: “slashed” → “cut”", "attribution changed: “said” → “claimed”",
      "passage inserted", "hedge added: “may”", "framing index",
    ] { #expect(outcome.text.contains(part), "\(part) is not in:\n\(outcome.text)") }
    let same = try CommandRunner.run(["diff", "-", "old.txt"], input: Data(Self.old.utf8), folder: folder)
    #expect(same.status == 0 && same.text.hasPrefix("No change but of layout"))
  }

  @Test("JSON has the same bytes every time, and code points of each version's text")
  func json() throws {
    let folder = try folder()
    let arguments = ["diff", "old.txt", "new.txt", "--format", "json"]
    let outcome = try CommandRunner.run(arguments, folder: folder)
    #expect(try CommandRunner.run(arguments, folder: folder).output == outcome.output)
    let json = try JSONParser.parse(outcome.output)
    #expect(json["schema"]?.string == "parallax.diff/1")
    #expect(json["counts"]?["softened"]?.integer == 1)
    let scalars = Array(Self.new.unicodeScalars)
    for passage in json["passages"]?.array ?? [] {
      for change in passage["changes"]?.array ?? [] {
        guard let place = change["new"], let start = place["start"]?.integer, let end = place["end"]?.integer
        else { continue }
        let text = String(String.UnicodeScalarView(scalars[start..<end]))
        #expect(text == place["text"]?.string)
      }
    }
    let before = json["rates"]?.array?.first { $0["category"]?.string == "loaded" }?["old"]?["author"]
    #expect(before?["count"]?.integer == 1)
  }

  @Test("errors say what is wrong and what would be right")
  func errors() throws {
    let folder = try folder()
    for (arguments, status, words) in [
      (["diff", "old.txt"], Int32(64), "Missing expected argument"),
      (["diff", "-", "-"], 64, "standard input holds one version"),
      (["diff", "old.txt", "nowhere.txt"], 66, "nowhere.txt: no such file"),
      (["diff", "old.txt", "two.ndjson"], 64, "two.ndjson: name one page or text"),
      (["diff", "old.txt", "empty.txt"], 65, "empty.txt"),
    ] {
      let outcome = try CommandRunner.run(arguments, folder: folder)
      #expect(outcome.status == status && outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
    }
  }
}
