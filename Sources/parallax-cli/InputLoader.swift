import ArgumentParser
import ParallaxKit

/// Loads pieces of work; what goes wrong with one becomes part of the result, not the end of the run.
struct InputLoader: Sendable {
  private let loader: Loader

  /// - Parameter timeLimit: Seconds that loading one input may take.
  init(favor: FavorChoice?, timeLimit: Double = 30) {
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
    case .file(let path): loadFile(path)
    case .listed(let path, let hints): loadFile(path, hints: hints)
    case .record(let line, let path): loadRecord(line, path: path)
    }
  }

  private func loadFile(_ path: String, hints: RecordHints = .init()) -> Result<Article, InputFailure> {
    do {
      let bytes = try Files.read(path)
      return .success(try loader.load(bytes, id: path, source: path, hints: hints))
    } catch let failure as Failure {
      return .failure(
        .init(
          id: path, source: path, line: nil, code: failure.code, message: failure.message,
          exitCode: failure.exitCode))
    } catch let error as LoadingError {
      return .failure(
        .init(
          id: path, source: path, line: nil, code: error.code, message: "\(error)",
          exitCode: ExitCode(65)))
    } catch {
      return .failure(
        .init(
          id: path, source: path, line: nil, code: "fault", message: "\(error)",
          exitCode: ExitCode(70)))
    }
  }

  private func loadRecord(_ line: LineReader.Line, path: String) -> Result<Article, InputFailure> {
    switch line {
    case .tooLong(let start, let length, let number):
      return .failure(
        .init(
          id: RecordPeek.id(in: start), source: path, line: number, code: "record-too-large",
          message: "the record has \(length) bytes, more than --max-record allows", exitCode: ExitCode(65)))
    case .line(let bytes, let number):
      do {
        return .success(try Record(line: bytes).load(with: loader))
      } catch let error as RecordError {
        return .failure(
          .init(
            id: error.id ?? RecordPeek.id(in: Array(bytes.prefix(4_096))), source: path, line: number,
            code: error.code, message: error.message, exitCode: ExitCode(65)))
      } catch let error as LoadingError {
        let id = (try? Record(line: bytes))?.id
        return .failure(
          .init(
            id: id, source: path, line: number, code: error.code, message: "\(error)", exitCode: ExitCode(65))
        )
      } catch {
        return .failure(
          .init(
            id: nil, source: path, line: number, code: "fault", message: "\(error)", exitCode: ExitCode(70)))
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
      json.object("error") { json in
        json.field("code", code)
        json.field("message", message)
      }
    }
    json.newline()
    return json.bytes
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
