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
  /// - Parameter readsExamples: Whether to parse the examples too; analysis has no use for them.
  static func read(
    _ files: LexiconFiles, readsExamples: Bool
  ) throws(LexiconError) -> (lexicon: Lexicon, errors: [LexiconError]) {
    let metadata = try LexiconMetadata.parse(files.metadata, path: files.path + "/lexicon.json")
    let (entries, entryErrors) = EntriesParser.parse(
      files.entries, path: files.path + "/entries.tsv", lexicon: metadata.name,
      ownCategories: Set(metadata.ownCategories.map(\.name)))
    var errors = entryErrors
    var examples: [Example] = []
    if readsExamples, let table = files.examples {
      let (read, exampleErrors) = ExamplesParser.parse(table, path: files.path + "/examples.tsv")
      examples = read
      errors += exampleErrors
    }
    var digest = SHA256()
    digest.update(files.metadata)
    digest.update(files.entries)
    if let table = files.examples { digest.update(table) }
    let info = LexiconInfo(
      name: metadata.name, version: metadata.version, language: metadata.language, entries: entries.count,
      sha256: digest.finalizeHexadecimal(), title: metadata.title, license: metadata.license)
    let lexicon = Lexicon(
      info: info, summary: metadata.summary, url: metadata.url, reference: metadata.reference,
      path: files.path,
      entries: entries, examples: examples)
    return (lexicon, errors)
  }
}
