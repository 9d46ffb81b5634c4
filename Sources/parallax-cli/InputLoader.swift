import ArgumentParser
import ParallaxFetching
import ParallaxKit

/// Loads pieces of work; what goes wrong with one becomes part of the result, not the end of the run.
struct InputLoader: Sendable {
  let loader: Loader
  private let fetcher: Fetcher

  /// - Parameter timeLimit: Seconds that loading one input may take.
  init(favor: FavorChoice?, timeLimit: Double = 30, fetcher: Fetcher = Fetcher()) {
    self.fetcher = fetcher
    var options = LoadingOptions(limits: .init(seconds: timeLimit))
    switch favor ?? .balanced {
    case .precision: options.favor = .precision
    case .balanced: options.favor = .balanced
    case .recall: options.favor = .recall
    }
    loader = Loader(options: options)
  }

  /// Loads one piece of work without analyzing it.
  func load(_ item: WorkItem) -> Result<Article, InputFailure> {
    switch item {
    case .file(let path, _), .address(let path, _), .bytes(_, let path):
      return catching(path) { try article(of: document(item, path: path), loader) }
    case .record(let line, let path, let hints): return load(line, path: path, hints)
    case .capture(let capture, let path, let hints): return load(capture, path: path, hints)
    case .failure(let failure): return .failure(failure)
    }
  }

  func catching<T>(_ path: String, _ load: () throws -> T) -> Result<T, InputFailure> {
    Result { try load() }.mapError { InputFailure($0, path: path) }
  }

  /// Loads a page as chosen and in the other ways of finding its article; texts have one way only.
  ///
  /// - Returns: The article as chosen, and what loads it in another way; nil where that fails.
  func loadEachWay(_ item: WorkItem) -> Result<(article: Article, load: (Favor) -> Article?), InputFailure> {
    switch item {
    case .file(let path, _), .address(let path, _), .bytes(_, let path):
      return Result {
        let document = try document(item, path: path)
        let options = loader.options
        return (
          try article(of: document, loader),
          { favor in
            var options = options
            options.favor = favor
            // Another way is a side question: where it fails the report goes without it.
            return try? article(of: document, Loader(options: options))
          }
        )
      }.mapError { InputFailure($0, path: path) }
    default: return load(item).map { ($0, { _ in nil }) }
    }
  }

  /// How the articles of pages are found.
  var favor: Favor { loader.options.favor }

  /// The bytes of one input with what is known of them.
  struct Document: Sendable {
    var bytes: [UInt8]
    var source: String
    var format: Metadata.Format?
    var encoding: String?
    var hints = RecordHints()
    /// Where the page was fetched from.
    var address: String?
  }

  func document(_ item: WorkItem, path: String) throws -> Document {
    switch item {
    case .file(_, let hints):
      let source = try FileSource(path: path)
      let bytes = try Files.read(source, path: path, limit: loader.options.limits.bytes)
      if WARCReader.isArchive(Array(bytes.prefix(4_096))) {
        throw Failure.unusableInput(
          "\(path): is a web archive; name the file itself, or give it the ending .warc")
      }
      return Document(bytes: bytes, source: path, hints: hints)
    case .address(_, let hints):
      let page = try fetcher.fetch(path)
      let format: Metadata.Format? =
        switch page.mediaType {
        case .some(let type) where type.isHTML: .html
        case .some(let type) where type.name == "text/markdown": .markdown
        default: nil
        }
      return Document(
        bytes: page.bytes, source: path, format: format, encoding: page.mediaType?.charset, hints: hints,
        address: path)
    case .bytes(let bytes, _): return Document(bytes: bytes, source: path)
    default: throw Failure.unusableInput("\(path): is not one document")
    }
  }

  /// An article fetched from an address has that address, unless its page names another.
  func article(of document: Document, _ loader: Loader) throws -> Article {
    var article = try loader.load(
      document.bytes, id: document.source, source: document.source, format: document.format,
      declaredEncoding: document.encoding, hints: document.hints)
    if let address = document.address, article.metadata.url == nil {
      article.metadata.url = address
      article.metadata.provenance["url"] = "source"
    }
    return article
  }

  private func load(
    _ capture: Capture, path: String, _ hints: RecordHints
  ) -> Result<Article, InputFailure> {
    catching(capture, path) {
      try article(
        of: capture, page: capture.page(limit: loader.options.limits.bytes, archive: path), hints)
    }
  }

  func article(
    of capture: Capture, page: (bytes: [UInt8], encoding: String?), _ hints: RecordHints
  ) throws -> Article {
    try loader.load(
      page.bytes, id: capture.id, source: capture.url, format: .html, declaredEncoding: page.encoding,
      hints: hints.over(RecordHints(retrieved: capture.retrieved)))
  }

  func catching<T>(
    _ capture: Capture, _ path: String, _ load: () throws -> T
  ) -> Result<T, InputFailure> {
    Result { try load() }.mapError { error in
      var failure = InputFailure(error, path: path)
      failure.id = capture.id
      failure.record = capture.number
      return failure
    }
  }

  func load(
    _ line: LineReader.Line, path: String, _ hints: RecordHints
  ) -> Result<Article, InputFailure> {
    switch line {
    case .tooLong(let start, let length, let number):
      return .failure(
        .init(
          id: RecordPeek.id(in: start), source: path, line: number, code: "record-too-large",
          message: "the record has \(length) bytes, more than --max-record allows", exitCode: ExitCode(65)))
    case .broken(let error, let number):
      var failure = InputFailure(error, path: path)
      failure.id = nil
      failure.line = number
      return .failure(failure)
    case .line(let bytes, let number):
      do {
        var record = try Record(line: bytes)
        record.hints = hints.over(record.hints)
        return .success(try record.load(with: loader))
      } catch let error as RecordError {
        return .failure(
          .init(
            id: error.id ?? RecordPeek.id(in: Array(bytes.prefix(4_096))), source: path, line: number,
            code: error.code, message: error.message, exitCode: ExitCode(65)))
      } catch {
        var failure = InputFailure(error, path: path)
        // The record has failed already; its id only names it.
        failure.id = (try? Record(line: bytes))?.id
        failure.line = number
        return .failure(failure)
      }
    }
  }
}

/// Why one input of a run could not be analyzed.
struct InputFailure: Error, Sendable {
  var id: String?
  var source: String
  /// Line of a record, from 1.
  var line: Int?
  /// Number of a web archive's record, from 1.
  var record: Int?
  var code: String
  var message: String
  var exitCode: ExitCode

  /// The record that stands in place of an analysis.
  ///
  /// - Parameter withSource: Whether to name the input file.
  func json(withSource: Bool) -> [UInt8] {
    var json = JSONWriter(capacity: 256)
    json.object { json in
      json.field("id", id)
      if withSource { json.field("source", source) }
      if id == nil || withSource, let line { json.field("line", line) }
      if withSource, let record { json.field("record", record) }
      json.object("error") { json in
        json.field("code", code)
        json.field("message", message)
      }
    }
    json.newline()
    return json.bytes
  }
}

extension InputFailure {
  /// The failure of an input as a whole; its path stands for its identifier.
  init(_ error: any Error, path: String) {
    let (code, exitCode) =
      switch error {
      case let error as Failure: (error.code, error.exitCode)
      case let error as LoadingError: (error.code, ExitCode(65))
      case let error as FetchError: (error.code, ExitCode(error.isMissing ? 66 : 65))
      default: ("fault", ExitCode(70))
      }
    let message = (error as? Failure)?.message ?? "\(error)"
    self.init(id: path, source: path, code: code, message: message, exitCode: exitCode)
  }

  /// The failure of a stretch of a web archive.
  init(_ damage: WARCDamage, path: String) {
    self.init(
      id: damage.id, source: path, record: damage.number, code: "damaged",
      message: "\(path): \(damage.description)", exitCode: ExitCode(65))
  }
}

/// Finds the `id` of a record that cannot be parsed whole.
enum RecordPeek {
  /// The value of the first `"id"` member in the beginning of a record, nil where none can be read.
  static func id(in start: [UInt8]) -> String? {
    let key = Array("\"id\"".utf8)
    guard start.count > key.count,
      let at = (0..<start.count - key.count).first(where: { Array(start[$0..<$0 + key.count]) == key })
    else { return nil }
    var place = at + key.count
    while place < start.count, start[place] == 0x20 || start[place] == 0x3A { place += 1 }
    guard place < start.count else { return nil }
    var end = place
    if start[place] == 0x22 {
      end += 1
      while end < start.count, start[end] != 0x22 { end += start[end] == 0x5C ? 2 : 1 }
      guard end < start.count else { return nil }
      return (try? JSONParser.parse(start[place...end]))?.string
    }
    while end < start.count, start[end] &- 0x30 < 10 { end += 1 }
    return end > place ? String(decoding: start[place..<end], as: UTF8.self) : nil
  }
}
