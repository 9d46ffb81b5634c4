import ParallaxKit
import ParallaxLexiconFormats

/// Lexicons that a user names: folders and tables of ours, and dictionary files of other programs.
enum LexiconSource {
  /// The lexicons at a path; what a dictionary file loses on the way is told on standard error.
  ///
  /// - Parameter quiet: Whether to say nothing of losses.
  static func load(_ path: String, quiet: Bool = false) throws -> [Lexicon] {
    guard let (bytes, format) = try dictionary(path) else { return try LexiconFolder.load(path) }
    let read = try format.read(bytes, path: path)
    let made = LexiconImport(
      read.dictionary, format: format, path: path, sha256: SHA256.hexadecimal(of: bytes),
      .init(name: LexiconImport.name(for: path)))
    var losses = read.losses
    losses.add(made.losses)
    for line in quiet ? [] : losses.summary { Console.warning("\(path): \(line)") }
    return [try made.lexicon(path: path)]
  }

  /// The bytes and format of a dictionary file of another program's; nil for folders and tables of ours.
  static func dictionary(_ path: String) throws -> (bytes: [UInt8], format: DictionaryFormat)? {
    var isFolder = false
    guard Files.exists(path, isFolder: &isFolder), !isFolder else { return nil }
    let endings = [".txt", ".tsv"]
    guard DictionaryFormat.claims(path: path) || endings.contains(where: path.hasSuffix) else { return nil }
    let bytes = try Files.read(path)
    return DictionaryFormat.detect(path: path, bytes: bytes).map { (bytes, $0) }
  }
}
