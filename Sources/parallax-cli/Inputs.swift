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

/// What the command line names, written out: one element per file, in order.
enum InputFile: Sendable, Equatable {
  /// A page or a text.
  case article(String)
  /// A file of NDJSON records.
  case records(String)
  /// A page or a text that a manifest lists, with what it says of it.
  case listed(String, RecordHints)

  /// Extensions taken for articles when a folder is read.
  static let articleExtensions: Set<String> = ["html", "htm", "xhtml", "txt", "text", "md", "markdown"]
  /// Extensions taken for NDJSON.
  static let recordExtensions: Set<String> = ["jsonl", "ndjson"]

  /// The path as the user gave it.
  var path: String {
    switch self {
    case .article(let path), .records(let path), .listed(let path, _): path
    }
  }

  /// Writes out files, folders (with all below them), globs and `-`.
  ///
  /// - Throws: `Failure` when one of them does not exist or a folder holds no article.
  static func collect(_ arguments: [String]) throws(Failure) -> [InputFile] {
    var found: [InputFile] = []
    for argument in arguments {
      if argument.hasPrefix("http://") || argument.hasPrefix("https://") {
        throw .usage("\(argument): addresses are not read; save the page and name the file")
      }
      var isFolder = false
      if argument == "-" {
        found.append(.article("-"))
      } else if Files.exists(argument, isFolder: &isFolder) {
        found += isFolder ? try folder(argument) : [classify(argument)]
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

  private static func classify(_ path: String) -> InputFile {
    recordExtensions.contains(fileExtension(path)) ? .records(path) : .article(path)
  }

  private static func fileExtension(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
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
        let suffix = fileExtension(child)
        if isFolder {
          pending.append(child)
        } else if articleExtensions.contains(suffix) || recordExtensions.contains(suffix) {
          files.append(classify(child))
        }
      }
    }
    guard !files.isEmpty else {
      let known = (articleExtensions.sorted() + recordExtensions.sorted()).joined(separator: ", ")
      throw .missingInput("\(path): no articles in this folder; looked for \(known)")
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

/// One piece of work: a file to read, or a record already read.
enum WorkItem: Sendable {
  /// A file still to be read.
  case file(String)
  /// A file still to be read, with what is known of it.
  case listed(String, RecordHints)
  /// A line of NDJSON.
  case record(LineReader.Line, path: String)
}

/// Gives the work behind a list of inputs one piece at a time, so that a large file of records is never held whole.
struct WorkSource {
  private var inputs: ArraySlice<InputFile>
  private let maxRecord: Int
  private var lines: LineReader?
  private var linesPath = ""
  private var descriptor: Int32 = -1

  init(_ inputs: [InputFile], maxRecord: Int) {
    self.inputs = inputs[...]
    self.maxRecord = maxRecord
  }

  mutating func next() -> WorkItem? {
    while true {
      if lines != nil {
        if let line = lines?.next() { return .record(line, path: linesPath) }
        lines = nil
        close(descriptor)
      }
      guard let input = inputs.popFirst() else { return nil }
      switch input {
      case .article(let path): return .file(path)
      case .listed(let path, let hints): return .listed(path, hints)
      case .records(let path):
        descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return .file(path) }
        lines = LineReader(descriptor: descriptor, limit: maxRecord)
        linesPath = path
      }
    }
  }
}
