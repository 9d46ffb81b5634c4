import ParallaxCore
import ParallaxLoading

/// A list of articles with what is known of each beside the text.
///
/// As a table (`.csv`, `.tsv`) with a header, of which `path` alone must be there:
///
///     path,outlet,event,date,genre
///     ledger.html,The Ledger,Pier closure,2026-03-04,news
///
/// or as JSON: one array of objects, or one object per line, with the same names.
///
/// Where a file holds many articles (NDJSON, a web archive), `id` says which: the record's own identifier. A row
/// without one then speaks of all articles of the file. `sure`, `next`, `title` and `words`, which `parallax
/// events` writes for people, are read over.
public struct Manifest: Sendable, Equatable {
  /// The names that columns and members may have.
  public static let columns = ["path", "id", "outlet", "event", "date", "genre"]
  /// Names that may stand beside them and say nothing to a program.
  public static let remarks = ["sure", "next", "title", "words"]

  /// One article of the list.
  public struct Entry: Sendable, Equatable {
    /// Where the article is, as the manifest says it; relative to the manifest's folder.
    public var path: String
    /// Identifier of the article in a file of many; nil for the file as a whole.
    public var id: String?
    /// What the manifest says of it.
    public var hints: RecordHints
    /// Line of the manifest, from 1.
    public var line: Int
  }

  /// The articles, in the order of the list; never empty.
  public var entries: [Entry]

  /// Reads a manifest; the first character that is no blank tells which form it has.
  ///
  /// - Parameter name: How errors call the file.
  /// - Throws: `ManifestError` with the line, what is wrong and what would be right.
  /// - Complexity: O(n).
  public init(_ bytes: [UInt8], name: String) throws(ManifestError) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let first = bytes.first(where: { $0 > 0x20 }) else {
      throw ManifestError(name: name, line: 1, message: "is empty; \(Self.expectation)")
    }
    entries = []
    switch first {
    case 0x5B: try readArray(bytes, name)
    case 0x7B: try readLines(bytes, name)
    default: try readTable(bytes, name)
    }
    if entries.isEmpty {
      throw ManifestError(name: name, line: 1, message: "lists no article; \(Self.expectation)")
    }
  }

  static let expectation =
    "a manifest has a header such as path,outlet,event,date,genre and a line for each article"

  // MARK: Tables

  private mutating func readTable(_ bytes: [UInt8], _ name: String) throws(ManifestError) {
    var rows = CSVReader(bytes)
    guard let header = rows.next() else { return }
    let columns = header.cells.map { Self.trimmed($0).lowercased() }
    for (place, column) in columns.enumerated() {
      try Self.check(column, line: header.line, name)
      if columns[..<place].contains(column) {
        throw ManifestError(name: name, line: header.line, message: "the column “\(column)” stands twice")
      }
    }
    guard columns.contains("path") else {
      throw ManifestError(name: name, line: header.line, message: "no column “path”; \(Self.expectation)")
    }
    while let row = rows.next() {
      if let fault = row.fault { throw ManifestError(name: name, line: row.line, message: fault) }
      if row.cells.allSatisfy({ Self.trimmed($0).isEmpty }) { continue }
      guard row.cells.count <= columns.count else {
        throw ManifestError(
          name: name, line: row.line,
          message:
            "\(row.cells.count) cells for \(columns.count) columns; put “quotes” around cells with commas")
      }
      var members: [String: String] = [:]
      for (column, cell) in zip(columns, row.cells) { members[column] = Self.trimmed(cell) }
      try append(members, line: row.line, name)
    }
  }

  // MARK: JSON

  private mutating func readArray(_ bytes: [UInt8], _ name: String) throws(ManifestError) {
    guard let items = try Self.parse(bytes[...], line: 1, name).array else { return }
    for (index, item) in items.enumerated() {
      try append(item, line: 1, name, place: "entry \(index + 1): ")
    }
  }

  private mutating func readLines(_ bytes: [UInt8], _ name: String) throws(ManifestError) {
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      try append(Self.parse(line, line: index + 1, name), line: index + 1, name)
    }
  }

  private static func parse(
    _ bytes: ArraySlice<UInt8>, line: Int, _ name: String
  ) throws(ManifestError) -> JSONValue {
    do throws(JSONError) {
      return try JSONParser.parse(bytes)
    } catch {
      throw ManifestError(
        name: name, line: line, message: "not JSON: column \(error.column): \(error.message)")
    }
  }

  private mutating func append(
    _ item: JSONValue, line: Int, _ name: String, place: String = ""
  ) throws(ManifestError) {
    guard let members = item.members else {
      throw ManifestError(
        name: name, line: line, message: place + "expected an object such as {\"path\": …, \"outlet\": …}")
    }
    var texts: [String: String] = [:]
    for member in members {
      try Self.check(member.key, line: line, name, place: place)
      if member.value.isNull || Self.remarks.contains(member.key) { continue }
      guard let text = member.value.string else {
        throw ManifestError(name: name, line: line, message: place + "“\(member.key)” must be a string")
      }
      texts[member.key] = Self.trimmed(text)
    }
    try append(texts, line: line, name, place: place)
  }

  // MARK: Entries

  private static func check(
    _ column: String, line: Int, _ name: String, place: String = ""
  ) throws(ManifestError) {
    guard columns.contains(column) || remarks.contains(column) else {
      throw ManifestError(
        name: name, line: line,
        message: place
          + "unknown column “\(column.prefix(60))”; known are \(columns.joined(separator: ", "))")
    }
  }

  private mutating func append(
    _ members: [String: String], line: Int, _ name: String, place: String = ""
  ) throws(ManifestError) {
    func text(_ key: String) -> String? { members[key].flatMap { $0.isEmpty ? nil : $0 } }
    guard let path = text("path") else {
      throw ManifestError(name: name, line: line, message: place + "no path")
    }
    var hints = RecordHints(outlet: text("outlet"), published: text("date"), event: text("event"))
    if let genre = text("genre") {
      guard
        let known = Metadata.Genre.allCases.first(where: { $0.rawValue.lowercased() == genre.lowercased() })
      else {
        let names = Metadata.Genre.allCases.map(\.rawValue).joined(separator: ", ")
        throw ManifestError(
          name: name, line: line, message: place + "unknown genre “\(genre.prefix(60))”; known are \(names)")
      }
      hints.genre = known
    }
    entries.append(Entry(path: path, id: text("id"), hints: hints, line: line))
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}

/// Why a manifest cannot be used.
public struct ManifestError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The manifest, as it was named.
  public var name: String
  /// Line, from 1.
  public var line: Int
  /// What is wrong and what would be right.
  public var message: String

  /// `coverage.csv:3: unknown genre …`
  public var description: String { "\(name):\(line): \(message)" }
}
