import Foundation
import Testing

@testable import ParallaxLexiconFormats

/// Reading of the fixtures, and dictionaries in a form that a person can check at a glance.
enum FormatSupport {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/dictionaries")

  /// A fixture's dictionary and losses; its format by name and content.
  static func read(_ name: String) throws -> ReadDictionary {
    let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
    let format = try #require(DictionaryFormat.detect(path: name, bytes: bytes))
    return try format.read(bytes, path: name)
  }

  /// The faults of a damaged file, without the path and the last line; empty when it was read.
  static func faults(_ name: String) throws -> [String] {
    do {
      _ = try read("damaged/" + name)
      return []
    } catch let error as LexiconFormatError {
      let lines = "\(error)".split(separator: "\n").map { String($0).replacing("damaged/\(name):", with: "") }
      #expect(lines.last?.hasSuffix("; nothing of it was taken") == true)
      return Array(lines.dropLast())
    }
  }

  /// Reads a text as a format.
  static func read(_ text: String, as format: DictionaryFormat) throws(LexiconFormatError) -> ReadDictionary {
    try format.read(Array(text.utf8), path: "test")
  }

  /// `group > inner: term=value, term`, a line per group.
  static func shown(_ dictionary: TermDictionary) -> [String] {
    dictionary.groups.enumerated().map { index, group in
      let terms = dictionary.terms.filter { $0.group == index }.map { term in
        term.text + (term.value.map { "=" + NumberText.of($0) } ?? "")
      }
      return group.path.joined(separator: " > ") + ": " + terms.joined(separator: ", ")
    }
  }

  /// Every term with its group and value, whatever the order.
  static func members(_ dictionary: TermDictionary) -> Set<String> {
    Set(
      dictionary.terms.map { term in
        dictionary.groups[term.group].path.joined(separator: "/") + ":" + term.text
          + (term.value.map { "=" + NumberText.of($0) } ?? "")
      })
  }

  /// `line kind text`, a line per loss.
  static func shown(_ losses: LossReport) -> [String] {
    losses.losses.map { "\($0.line) \($0.kind.rawValue) \($0.text)" }
  }

  /// Writes a dictionary and reads it again.
  static func roundTrip(_ dictionary: TermDictionary, _ format: DictionaryFormat) throws -> TermDictionary {
    let written = try format.write(dictionary)
    return try format.read(written.bytes, path: "again." + format.fileExtension).dictionary
  }
}
