/// Why a database cannot be read or written.
public enum StorageError: Error, Sendable, Equatable, CustomStringConvertible {
  /// SQLite is not on this machine.
  case noLibrary
  /// The file cannot be opened.
  case unopenable(path: String, reason: String)
  /// A statement is wrong, or does what is not allowed.
  case statement(reason: String, sql: String, offset: Int?)
  /// The disk is full, or the file cannot be written.
  case unwritable(path: String, reason: String)
  /// A table does not have the columns that its description names.
  case table(path: String, line: Int, problem: String)

  /// What is wrong and what would be right.
  public var description: String {
    switch self {
    case .noLibrary:
      "SQLite's library is not on this machine; install libsqlite3 (Debian: libsqlite3-0), or use the CSV tables"
    case .unopenable(let path, let reason): "\(path): not a database that can be read (\(reason))"
    case .statement(let reason, let sql, let offset): reason + Self.shown(sql, offset)
    case .unwritable(let path, let reason): "\(path): cannot be written (\(reason))"
    case .table(let path, let line, let problem): "\(path):\(line): \(problem)"
    }
  }

  /// The line of a statement that is wrong, with a mark under the place.
  private static func shown(_ sql: String, _ offset: Int?) -> String {
    guard let offset, offset >= 0, offset <= sql.utf8.count else { return "" }
    let bytes = Array(sql.utf8)
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    let before = String(decoding: bytes[start..<offset], as: UTF8.self)
    let line = before + String(decoding: bytes[offset..<end], as: UTF8.self)
    return "\n  \(line)\n  \(String(repeating: " ", count: before.count))^"
  }
}
