internal import CLexiconData
import ParallaxCore

/// The lexicons inside the binary: `Lexicons/en` of the repository, as it was when the binary was built.
public enum BuiltInLexicons {
  /// Languages that have lexicons.
  public static let languages = ["en"]

  /// The lexicons of a language, in the order of the embedded table. A folder that was empty at build time is
  /// left out.
  ///
  /// - Parameters:
  ///   - language: A BCP 47 tag; only the language itself counts (`en-GB` is `en`).
  ///   - readsExamples: Whether to read what only tests and checks need.
  /// - Throws: `LexiconError.unknownLanguage`, or what is wrong with a file.
  /// - Complexity: O(n) in the size of the files; some milliseconds for 1,000 entries.
  public static func load(
    language: String = "en", readsExamples: Bool = false
  ) throws(LexiconError) -> [Lexicon] {
    let (lexicons, errors) = try read(language: language, isCheck: readsExamples)
    if let first = errors.first { throw first }
    return lexicons
  }

  /// The lexicons of a language with their examples, and every line that cannot be read.
  public static func check(language: String = "en") throws(LexiconError) -> (
    lexicons: [Lexicon], errors: [LexiconError]
  ) {
    try read(language: language, isCheck: true)
  }

  private static func read(language: String, isCheck: Bool) throws(LexiconError) -> (
    lexicons: [Lexicon], errors: [LexiconError]
  ) {
    let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    guard languages.contains(primary) else { throw .unknownLanguage(language, known: languages) }
    var lexicons: [Lexicon] = []
    var errors: [LexiconError] = []
    for files in embedded where !files.metadata.isEmpty && !files.entries.isEmpty {
      guard files.path.hasPrefix("built-in/" + primary + "/") else { continue }
      let one = try LexiconReader.read(files, isCheck: isCheck)
      lexicons.append(one.lexicon)
      errors += one.errors
    }
    return (lexicons, errors)
  }

  /// The embedded files, empty ones among them.
  static var embedded: [LexiconFiles] {
    let table = UnsafeBufferPointer(start: parallax_lexicons(), count: parallax_lexicon_count())
    return table.map { row in
      LexiconFiles(
        path: "built-in/" + String(cString: row.folder), metadata: buffer(row.metadata),
        entries: buffer(row.entries), examples: row.examples.count > 0 ? buffer(row.examples) : nil)
    }
  }

  /// The image that the build took in, empty where it took none.
  package static var image: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(buffer(parallax_compiled_lexicons()))
  }

  /// A hash of all embedded files, by which an image of other files is told.
  ///
  /// - Complexity: O(n) in the size of the files; less than a millisecond.
  package static var fingerprint: UInt64 {
    var fingerprint = Fingerprint()
    for files in embedded {
      fingerprint.add(UnsafeRawBufferPointer(files.metadata))
      fingerprint.add(UnsafeRawBufferPointer(files.entries))
      if let examples = files.examples { fingerprint.add(UnsafeRawBufferPointer(examples)) }
      fingerprint.add(UInt64(files.path.utf8.count))
    }
    return fingerprint.value
  }

  private static func buffer(_ file: parallax_file) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: file.bytes, count: file.count)
  }
}
