import ParallaxCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads the lexicons a user names: a folder with `lexicon.json`, a folder of such folders at any depth, or a
/// single table of entries.
public enum LexiconFolder {
  /// Largest file that is read, in bytes.
  public static let sizeLimit = 64 << 20
  /// Deepest folder that is searched.
  static let depthLimit = 16

  /// The lexicons at `path`, sorted by path.
  ///
  /// - Parameter readsExamples: Whether to read what only tests and checks need.
  /// - Throws: `LexiconError` for the first thing that is wrong.
  public static func load(_ path: String, readsExamples: Bool = false) throws(LexiconError) -> [Lexicon] {
    let (lexicons, errors) = try lexicons(at: path, isCheck: readsExamples)
    if let first = errors.first { throw first }
    return lexicons
  }

  /// The lexicons at `path` with their examples, and every line that cannot be read.
  public static func check(_ path: String) throws(LexiconError) -> (
    lexicons: [Lexicon], errors: [LexiconError]
  ) {
    try lexicons(at: path, isCheck: true)
  }

  private static func lexicons(at path: String, isCheck: Bool) throws(LexiconError) -> (
    lexicons: [Lexicon], errors: [LexiconError]
  ) {
    guard let kind = kind(path) else {
      throw .missing(path: path, expected: "a lexicon folder or a table of entries (.tsv)")
    }
    if kind == .file {
      let one = try readTable(path, isCheck: isCheck)
      return ([one.lexicon], one.errors)
    }
    var lexicons: [Lexicon] = []
    var errors: [LexiconError] = []
    for folder in try folders(under: path) {
      let metadata = try bytes(folder + "/lexicon.json")
      let entries = try bytes(folder + "/entries.tsv")
      let hasExamples = self.kind(folder + "/examples.tsv") == .file
      let examples = hasExamples ? try bytes(folder + "/examples.tsv") : nil
      let one = try parse(folder, metadata: metadata, entries: entries, examples: examples, isCheck: isCheck)
      lexicons.append(one.lexicon)
      errors += one.errors
    }
    if lexicons.isEmpty {
      throw .missing(path: path, expected: "a folder with lexicon.json and entries.tsv in it, or below it")
    }
    return (lexicons, errors)
  }

  /// A lexicon made of the texts of its files, as if they stood in `folder`.
  package static func lexicon(
    _ folder: String, metadata: [UInt8], entries: [UInt8]
  ) throws(LexiconError) -> Lexicon {
    let one = try parse(folder, metadata: metadata, entries: entries, examples: nil, isCheck: false)
    if let first = one.errors.first { throw first }
    return one.lexicon
  }

  private static func parse(
    _ folder: String, metadata: [UInt8], entries: [UInt8], examples: [UInt8]?, isCheck: Bool
  ) throws(LexiconError) -> (lexicon: Lexicon, errors: [LexiconError]) {
    var result: Result<(lexicon: Lexicon, errors: [LexiconError]), LexiconError>?
    metadata.withUnsafeBufferPointer { metadata in
      entries.withUnsafeBufferPointer { entries in
        (examples ?? []).withUnsafeBufferPointer { table in
          let files = LexiconFiles(
            path: folder, metadata: metadata, entries: entries, examples: examples == nil ? nil : table)
          do throws(LexiconError) {
            result = .success(try LexiconReader.read(files, isCheck: isCheck))
          } catch {
            result = .failure(error)
          }
        }
      }
    }
    guard let result else { throw .unreadable(path: folder, reason: "nothing was read") }
    return try result.get()
  }

  /// A table without metadata: its name is the file's, its categories the codebook's.
  private static func readTable(_ path: String, isCheck: Bool) throws(LexiconError) -> (
    lexicon: Lexicon, errors: [LexiconError]
  ) {
    guard path.hasSuffix(".tsv") || path.hasSuffix(".txt") else {
      throw .missing(path: path, expected: "a lexicon folder or a table of entries whose name ends in .tsv")
    }
    let bytes = try bytes(path)
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = String(file.dropLast(4))
    let table = bytes.withUnsafeBufferPointer {
      EntriesParser.parse($0, path: path, lexicon: name, recordsColumns: isCheck)
    }
    let info = LexiconInfo(
      name: name, version: "0", language: "en", entries: table.entries.count,
      sha256: SHA256.hexadecimal(of: bytes), title: file, license: "")
    var lexicon = Lexicon(info: info, path: path, entries: table.entries)
    lexicon.fieldColumns = table.fieldColumns
    return (lexicon, table.errors)
  }

  // MARK: Files

  private enum Kind {
    case file
    case folder
  }

  private static func kind(_ path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// Folders at or under `path` that hold a `lexicon.json`, sorted.
  static func folders(under path: String) throws(LexiconError) -> [String] {
    var found: [String] = []
    var pending = [(path: path, depth: 0)]
    while let (folder, depth) = pending.popLast() {
      if kind(folder + "/lexicon.json") == .file { found.append(folder) }
      guard depth < depthLimit else { continue }
      for name in try names(in: folder) where !name.hasPrefix(".") {
        let inner = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        if kind(inner) == .folder { pending.append((inner, depth + 1)) }
      }
    }
    return found.sorted()
  }

  private static func names(in folder: String) throws(LexiconError) -> [String] {
    guard let stream = opendir(folder) else {
      throw .unreadable(path: folder, reason: String(cString: strerror(errno)))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
          String(cString: $0)
        }
      }
      names.append(name)
    }
    return names.sorted()
  }

  private static func bytes(_ path: String) throws(LexiconError) -> [UInt8] {
    guard kind(path) == .file else {
      throw .missing(path: path, expected: "the file beside the lexicon's others")
    }
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, reason: String(cString: strerror(errno)))
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > sizeLimit { throw .tooLarge(path: path, bytes: bytes.count, limit: sizeLimit) }
    }
  }
}
