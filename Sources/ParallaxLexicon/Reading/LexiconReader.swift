import ParallaxCore

/// The bytes of a lexicon's three files.
struct LexiconFiles {
  /// Path of the folder, as shown to people.
  var path: String
  /// `lexicon.json`.
  var metadata: UnsafeBufferPointer<UInt8>
  /// `entries.tsv`.
  var entries: UnsafeBufferPointer<UInt8>
  /// `examples.tsv`; nil where there is none.
  var examples: UnsafeBufferPointer<UInt8>?
}

/// Turns the files of a lexicon into a `Lexicon`.
enum LexiconReader {
  /// The lexicon and everything that is wrong with its lines; throws only for metadata that cannot be read.
  ///
  /// - Parameter isCheck: Whether to read what only checks need: examples and the columns of fields.
  static func read(
    _ files: LexiconFiles, isCheck: Bool
  ) throws(LexiconError) -> (lexicon: Lexicon, errors: [LexiconError]) {
    let metadata = try LexiconMetadata.parse(files.metadata, path: files.path + "/lexicon.json")
    let table = EntriesParser.parse(
      files.entries, path: files.path + "/entries.tsv", lexicon: metadata.name,
      ownCategories: Set(metadata.ownCategories.map(\.name)), recordsColumns: isCheck)
    var errors = table.errors
    var examples: [Example] = []
    if isCheck, let examplesTable = files.examples {
      let (read, exampleErrors) = ExamplesParser.parse(examplesTable, path: files.path + "/examples.tsv")
      examples = read
      errors += exampleErrors
    }
    var digest = SHA256()
    digest.update(files.metadata)
    digest.update(files.entries)
    if let examples = files.examples { digest.update(examples) }
    let info = LexiconInfo(
      name: metadata.name, version: metadata.version, language: metadata.language,
      entries: table.entries.count,
      sha256: digest.finalizeHexadecimal(), title: metadata.title, license: metadata.license)
    var lexicon = Lexicon(
      info: info, summary: metadata.summary, url: metadata.url, reference: metadata.reference,
      path: files.path,
      entries: table.entries, examples: examples)
    lexicon.ownCategories = metadata.ownCategories
    lexicon.switchesOff = metadata.switchesOff
    lexicon.origin = metadata.origin
    lexicon.fieldColumns = table.fieldColumns
    return (lexicon, errors)
  }
}
