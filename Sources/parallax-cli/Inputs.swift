import ParallaxKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the command line names, written out: one element per file or address, in order.
struct InputFile {
  /// What is in it.
  enum Kind {
    /// A page or a text.
    case article
    /// NDJSON records.
    case records
    /// A web archive.
    case archive
  }

  /// Path or address as the user gave it.
  var path: String
  /// What is in it.
  var kind = Kind.article
  /// What a manifest says of it.
  var hints = RecordHints()
  /// Which of its articles a manifest lists; nil for all.
  var selection: RecordSelection?
  /// What is open already: standard input, or a pipe that can be read but once.
  var source: PeekableSource?

  /// Extensions taken for articles when a folder is read.
  static let articleExtensions: Set<String> = ["html", "htm", "xhtml", "txt", "text", "md", "markdown"]
  /// Extensions taken for NDJSON.
  static let recordExtensions: Set<String> = ["jsonl", "ndjson"]
  /// Extensions taken for web archives.
  static let archiveExtensions: Set<String> = ["warc"]

  /// Whether it is one article, not a container of many.
  var isSingle: Bool { kind == .article }

  /// Whether a path is an address on the web.
  static func isAddress(_ path: String) -> Bool {
    let start = path.prefix(8).lowercased()
    return start.hasPrefix("http://") || start == "https://"
  }

  /// Writes out files, folders (with all below them), globs, addresses and `-`.
  ///
  /// A file that is named is known by its beginning as well as by its name; those of a folder by their names.
  ///
  /// - Throws: `Failure` when one of them does not exist or a folder holds no article.
  static func collect(_ arguments: [String]) throws(Failure) -> [InputFile] {
    var found: [InputFile] = []
    for argument in arguments {
      var isFolder = false
      if isAddress(argument) {
        found.append(InputFile(path: argument))
      } else if argument == "-" {
        found.append(try opened(argument))
      } else if Files.exists(argument, isFolder: &isFolder) {
        found += isFolder ? try folder(argument) : [try file(argument)]
      } else if argument.contains(where: { "*?[".contains($0) }) {
        let matches = expand(argument)
        guard !matches.isEmpty else { throw .missingInput("\(argument): no file matches") }
        found += try collect(matches)
      } else {
        throw .missingInput("\(argument): no such file or folder")
      }
    }
    return found
  }

  /// What a name says of a file's contents; nil when it says nothing. `.gz` at its end says nothing.
  private static func kind(of path: String) -> Kind? {
    let suffix = fileExtension(path)
    if articleExtensions.contains(suffix) { return .article }
    if recordExtensions.contains(suffix) { return .records }
    return archiveExtensions.contains(suffix) ? .archive : nil
  }

  /// A file by its name and its beginning.
  static func file(_ path: String) throws(Failure) -> InputFile {
    let kind = kind(of: path)
    if kind == .records || kind == .archive { return InputFile(path: path, kind: kind ?? .article) }
    // One that cannot be opened is reported in its turn.
    guard let source = try? FileSource(path: path) else { return InputFile(path: path) }
    guard source.length == nil else {
      return InputFile(path: path, kind: beginsArchive(PeekableSource(source)) ? .archive : .article)
    }
    return try opened(path)
  }

  /// Standard input or a pipe, whose beginning tells what it is.
  private static func opened(_ path: String) throws(Failure) -> InputFile {
    let source = PeekableSource(try FileSource(path: path))
    return InputFile(path: path, kind: beginsArchive(source) ? .archive : .article, source: source)
  }

  private static func beginsArchive(_ source: PeekableSource) -> Bool {
    // What cannot be read is no archive; reading it says why.
    (try? source.peek(2)).map { WARCReader.mayBeArchive($0) } == true
      && (try? source.peek(4_096)).map { WARCReader.isArchive($0) } == true
  }

  private static func fileExtension(_ path: String) -> String {
    var name = (path.split(separator: "/").last ?? "").lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return String(name[name.index(after: dot)...])
  }

  private static func folder(_ path: String) throws(Failure) -> [InputFile] {
    var files: [InputFile] = []
    var pending = [path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path]
    while let next = pending.popLast() {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: next) else {
        throw .unusableInput("\(next): the folder cannot be read (check its permissions)")
      }
      for name in names where !name.hasPrefix(".") {
        let child = next == "/" ? "/" + name : next + "/" + name
        var isFolder = false
        guard Files.exists(child, isFolder: &isFolder) else { continue }
        if isFolder {
          pending.append(child)
        } else if let kind = kind(of: child) {
          files.append(InputFile(path: child, kind: kind))
        }
      }
    }
    guard !files.isEmpty else {
      let known = [articleExtensions, recordExtensions, archiveExtensions].flatMap { $0.sorted() }
        .joined(separator: ", ")
      throw .missingInput("\(path): no articles in this folder; looked for \(known), each also with .gz")
    }
    return files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
  }

  private static func expand(_ pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { result.gl_pathv[$0].map { String(cString: $0) } }
  }
}
