import Foundation
import ParallaxCore
import Testing

@testable import ParallaxLexicon

@Suite struct BuiltInLexiconsTests {
  /// `Lexicons` of the repository.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Lexicons")

  @Test func theTableHoldsEveryFolder() throws {
    let root = Self.folder.path
    let folders = try LexiconFolder.folders(under: root).map { $0.dropFirst(root.count + 1) }
    let embedded = Set(BuiltInLexicons.embedded.map { String($0.path.dropFirst("built-in/".count)) })
    for folder in folders {
      #expect(embedded.contains(String(folder)), "add \(folder) to Lexicons/embed.c")
    }
  }

  @Test func theBytesAreThoseOfTheFiles() throws {
    for files in BuiltInLexicons.embedded {
      let folder = Self.folder.appending(path: String(files.path.dropFirst("built-in/".count)))
      let tables: [(String, UnsafeBufferPointer<UInt8>?)] = [
        ("lexicon.json", files.metadata), ("entries.tsv", files.entries), ("examples.tsv", files.examples),
      ]
      for (name, embedded) in tables {
        let data = (try? Data(contentsOf: folder.appending(path: name))) ?? Data()
        #expect(
          data.elementsEqual(embedded ?? .init(start: nil, count: 0)),
          "rebuild: \(files.path)/\(name) changed")
      }
    }
  }

  @Test func everyBuiltInLexiconReads() throws {
    let (lexicons, errors) = try BuiltInLexicons.check()
    #expect(errors.map(\.description) == [])
    for lexicon in lexicons {
      #expect(lexicon.info.language == "en")
      #expect(lexicon.info.license == "CC-BY-4.0")
      #expect(lexicon.info.sha256.count == 64)
      #expect(lexicon.path.hasSuffix(lexicon.info.name.replacing("frame.", with: "frames/")))
    }
    #expect(Set(lexicons.map(\.info.name)).count == lexicons.count)
  }

  @Test func otherLanguagesAreRefused() {
    #expect(throws: LexiconError.unknownLanguage("fr", known: ["en"])) {
      try BuiltInLexicons.load(language: "fr")
    }
    #expect(throws: Never.self) { try BuiltInLexicons.load(language: "en-GB") }
  }
}
