import Foundation
import ParallaxCore
import Testing

@testable import ParallaxLexicon

@Suite struct LexiconFolderTests {
  static let metadata = """
    {"name": "mild", "title": "Mild words", "description": "For tests.", "license": "CC-BY-4.0",
     "version": "1.2.0", "language": "en", "categories": {"moral": ["care"]}}
    """
  static let entries = EntriesParserTests.header + "perhaps\thedge\tshield\t0.3\n"
  static let examples = "sentence\tentry\tnote\n{Perhaps} it rains.\tperhaps\t\n"

  /// Runs `body` with a folder that holds the given files.
  static func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    for (path, text) in files {
      let url = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try body(root.path)
  }

  @Test func aFolderOfFolders() throws {
    try Self.withFolder([
      "b/mild/lexicon.json": Self.metadata, "b/mild/entries.tsv": Self.entries,
      "b/mild/examples.tsv": Self.examples,
      "a/lexicon.json": Self.metadata.replacing("\"mild\"", with: "\"other\""),
      "a/entries.tsv": Self.entries + "care\tmoral\tcare\t0.2\n", "notes.txt": "not a lexicon",
    ]) { path in
      let lexicons = try LexiconFolder.load(path, readsExamples: true)
      #expect(lexicons.map(\.info.name) == ["other", "mild"])
      #expect(lexicons.map(\.info.entries) == [2, 1])
      #expect(lexicons.map(\.examples.count) == [0, 1])
      #expect(lexicons[1].info.version == "1.2.0")
      #expect(
        lexicons[1].info.sha256
          == SHA256.hexadecimal(of: Array((Self.metadata + Self.entries + Self.examples).utf8)))
      #expect(try LexiconFolder.load(path + "/b/mild").count == 1)
    }
  }

  @Test func aSingleTable() throws {
    try Self.withFolder(["mine.tsv": Self.entries]) { path in
      let lexicon = try #require(try LexiconFolder.load(path + "/mine.tsv").first)
      #expect(lexicon.info.name == "mine")
      #expect(lexicon.entries.count == 1)
    }
  }

  @Test func whatIsWrongIsSaid() throws {
    try Self.withFolder([
      "no-entries/lexicon.json": Self.metadata, "bad-json/lexicon.json": "{\n  \"name\": 1,,}",
      "bad-json/entries.tsv": Self.entries, "no-name/lexicon.json": "{\"title\": \"x\"}",
      "no-name/entries.tsv": Self.entries, "empty/readme.txt": "", "broken/lexicon.json": Self.metadata,
      "broken/entries.tsv": Self.entries + "x (\thedge\tshield\t0.3\n",
    ]) { root in
      func message(_ path: String) -> String {
        do throws(LexiconError) {
          _ = try LexiconFolder.load(root + path)
          return "read"
        } catch {
          return error.description.replacing(root, with: "")
        }
      }
      #expect(
        message("/nowhere") == "/nowhere: not found; expected a lexicon folder or a table of entries (.tsv)")
      #expect(
        message("/no-entries")
          == "/no-entries/entries.tsv: not found; expected the file beside the lexicon's others")
      #expect(message("/bad-json").hasPrefix("/bad-json/lexicon.json:2:13: not JSON: "))
      #expect(message("/no-name").hasPrefix("/no-name/lexicon.json:1:1: no \"name\"; add \"name\": \"…\""))
      #expect(
        message("/empty")
          == "/empty: not found; expected a folder with lexicon.json and entries.tsv in it, or below it")
      #expect(message("/broken").hasPrefix("/broken/entries.tsv:3:4: a bracket is not closed in \"x ("))
      #expect(
        message("/empty/readme.txt").hasSuffix(
          "expected a folder with lexicon.json and entries.tsv in it, or below it")
          == false)
    }
  }
}
