import ArgumentParser
import ParallaxKit

/// The articles of one file that a manifest lists by identifier, and what it says of each.
///
/// The file is read once, whatever the order of the rows. Where several of its articles have one identifier, the
/// first row is the first of them.
struct RecordSelection {
  private struct Wish {
    var hints: RecordHints
    var line: Int
  }

  private let manifest: String
  /// By identifier, in the order of the rows.
  private var wishes: [String: [Wish]] = [:]
  /// Identifiers in the order of the rows.
  private var order: ArraySlice<String> = []

  init(manifest: String) { self.manifest = manifest }

  /// Adds a row.
  mutating func add(_ id: String, _ hints: RecordHints, line: Int) {
    wishes[id, default: []].append(Wish(hints: hints, line: line))
    order.append(id)
  }

  /// What the manifest says of an article; nil when it does not list it.
  mutating func take(_ id: String) -> RecordHints? {
    guard var waiting = wishes[id], !waiting.isEmpty else { return nil }
    let wish = waiting.removeFirst()
    wishes[id] = waiting.isEmpty ? nil : waiting
    return wish.hints
  }

  /// What the manifest says of a record; nil when it does not list it or the record has no identifier.
  mutating func take(_ line: LineReader.Line) -> RecordHints? {
    switch line {
    case .line(let bytes, _):
      // A record that cannot be parsed has no identifier, and cannot be one that was wished for.
      guard let json = try? JSONParser.parse(bytes) else { return nil }
      return Record.identifier(of: json).flatMap { take($0) }
    case .tooLong(let start, _, _): return RecordPeek.id(in: start).flatMap { take($0) }
    case .broken: return RecordHints()
    }
  }

  /// The failure of the next row that no article answered to, in order; nil when there is none left.
  mutating func popMissing(in path: String) -> InputFailure? {
    while let id = order.popFirst() {
      guard var waiting = wishes[id], !waiting.isEmpty else { continue }
      let wish = waiting.removeFirst()
      wishes[id] = waiting.isEmpty ? nil : waiting
      return InputFailure(
        id: id, source: path, code: "missing-record",
        message: "\(manifest):\(wish.line): no article “\(id.prefix(80))” in \(path)", exitCode: ExitCode(66))
    }
    return nil
  }
}
