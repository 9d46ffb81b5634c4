import ArgumentParser
import ParallaxKit

/// One piece of work: a file or page to read, or a record already read.
enum WorkItem: Sendable {
  /// A file still to be read, with what is known of it.
  case file(String, RecordHints)
  /// A page on the web still to be fetched, with what is known of it.
  case address(String, RecordHints)
  /// What came from standard input or a pipe.
  case bytes([UInt8], path: String)
  /// A line of NDJSON, with what a manifest says of it.
  case record(LineReader.Line, path: String, RecordHints = RecordHints())
  /// A page of a web archive, with what a manifest says of it.
  case capture(Capture, path: String, RecordHints = RecordHints())
  /// What could not be read.
  case failure(InputFailure)

  /// Path or address of the file that it is, or that holds it.
  var path: String {
    switch self {
    case .file(let path, _), .address(let path, _), .bytes(_, let path), .record(_, let path, _),
      .capture(_, let path, _):
      path
    case .failure(let failure): failure.source
    }
  }

  /// Whether it is one of many in its file.
  var isInContainer: Bool {
    switch self {
    case .record, .capture: true
    case .file, .address, .bytes, .failure: false
    }
  }
}

/// Gives the work behind a list of inputs one piece at a time, so that a large container is never held whole.
struct WorkSource {
  /// A container that is being read.
  private enum Container {
    case lines(LineReader)
    case pages(CaptureReader)
  }

  private var inputs: ArraySlice<InputFile>
  private let maxRecord: Int
  private let maxBytes = LoadingLimits().bytes
  private var container: Container?
  private var path = ""
  /// What a manifest says of the container that is being read.
  private var hints = RecordHints()
  /// Which of its articles a manifest lists; nil for all.
  private var selection: RecordSelection?

  init(_ inputs: [InputFile], maxRecord: Int) {
    self.inputs = inputs[...]
    self.maxRecord = maxRecord
  }

  /// The next piece, nil at the end.
  mutating func next() -> WorkItem? {
    while true {
      if let item = nextInContainer() { return item }
      if let missing = selection?.popMissing(in: path) { return .failure(missing) }
      guard let input = inputs.popFirst() else { return nil }
      path = input.path
      hints = input.hints
      selection = input.selection
      if InputFile.isAddress(path) { return .address(path, input.hints) }
      do {
        switch input.kind {
        case .article:
          guard let source = input.source else { return .file(path, input.hints) }
          return .bytes(try Files.read(source, path: path, limit: maxBytes), path: path)
        case .records:
          let source = try input.source ?? PeekableSource(FileSource(path: path))
          container = .lines(LineReader(try source.decompressed(name: path), limit: maxRecord))
        case .archive:
          let source: any ByteSource =
            if let opened = input.source { opened } else { try FileSource(path: path) }
          container = .pages(CaptureReader(source, archive: path, limit: maxBytes))
        }
      } catch {
        selection = nil
        return .failure(InputFailure(error, path: path))
      }
    }
  }

  private mutating func nextInContainer() -> WorkItem? {
    while true {
      switch container {
      case .lines(var lines):
        let line = lines.next()
        container = line == nil ? nil : .lines(lines)
        guard let line else { return nil }
        guard selection != nil else { return .record(line, path: path, hints) }
        if let hints = selection?.take(line) { return .record(line, path: path, hints) }
      case .pages(let pages):
        switch pages.next() {
        case .capture(let capture):
          guard selection != nil else { return .capture(capture, path: path, hints) }
          if let hints = selection?.take(capture.id) { return .capture(capture, path: path, hints) }
        case .damage(let damage): return .failure(InputFailure(damage, path: path))
        case nil:
          container = nil
          return emptyArchive(pages)
        }
      case nil: return nil
      }
    }
  }

  /// An archive that holds nothing is a failure; one without pages may be a crawler's log.
  private func emptyArchive(_ pages: CaptureReader) -> WorkItem? {
    if pages.records == 0 { return .failure(InputFailure(LoadingError.empty(source: path), path: path)) }
    if pages.captures == 0 { Console.warning("\(path): no web pages among its \(pages.records) records") }
    return nil
  }

  /// A function that gives the next piece of work.
  func makeNext() -> () -> WorkItem? {
    var source = self
    return { source.next() }
  }
}
