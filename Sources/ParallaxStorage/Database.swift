import CSQLite
import ParallaxReporting

/// A cell of a row.
public enum DatabaseValue: Sendable, Equatable {
  /// `NULL`
  case null
  /// A whole number.
  case integer(Int64)
  /// A number.
  case real(Double)
  /// A text, as UTF-8.
  case text([UInt8])
  /// Bytes.
  case blob([UInt8])
}

/// An SQLite database; not for use by several threads.
///
/// The library is loaded when the first database is opened, so that a program that opens none neither needs it
/// nor waits for it.
public final class Database {
  private let handle: OpaquePointer
  private let path: String

  private static let isLoaded = parallax_sqlite_load() != 0

  /// Whether SQLite is on this machine.
  public static var isAvailable: Bool { isLoaded }

  /// Opens a database.
  ///
  /// - Parameter writes: Whether to change it, and make it when missing; else statements can read it and
  ///   nothing beside it.
  public init(path: String, writes: Bool = false) throws(StorageError) {
    guard Self.isLoaded else { throw .noLibrary }
    self.path = path
    var handle: OpaquePointer?
    let code = parallax_sqlite_open(path, writes ? 1 : 0, &handle)
    guard let handle else { throw .unopenable(path: path, reason: "no memory") }
    self.handle = handle
    guard code == PARALLAX_SQLITE_OK else { throw .unopenable(path: path, reason: message) }
    if !writes {
      // Only now does SQLite read the file.
      do throws(StorageError) { try forEachRow("SELECT count(*) FROM sqlite_master") { _ in } } catch {
        throw .unopenable(path: path, reason: message)
      }
      parallax_sqlite_forbid_other_files(handle)
    }
  }

  deinit { parallax_sqlite_close(handle) }

  private var message: String { String(cString: parallax_sqlite_message(handle)) }

  /// What went wrong with a statement.
  fileprivate func error(_ code: Int32, _ sql: String) -> StorageError {
    if code & 0xFF == PARALLAX_SQLITE_FULL {
      return .unwritable(path: path, reason: "no space left on device")
    }
    let offset = Int(parallax_sqlite_error_offset(handle))
    return .statement(reason: message, sql: sql, offset: offset < 0 ? nil : offset)
  }

  /// Compiles one statement.
  ///
  /// - Parameter readOnly: Whether a statement that changes anything is refused.
  public func prepare(_ sql: String, readOnly: Bool = false) throws(StorageError) -> Statement {
    var statement: OpaquePointer?
    var used: Int32 = 0
    let code = parallax_sqlite_prepare(handle, sql, Int32(clamping: sql.utf8.count), &statement, &used)
    guard code == PARALLAX_SQLITE_OK else { throw error(code, sql) }
    guard let statement else {
      throw .statement(reason: "there is no statement; write one such as SELECT", sql: "", offset: nil)
    }
    let prepared = Statement(statement, of: self, sql: sql)
    let rest = sql.utf8.dropFirst(Int(used)).drop { $0 <= 0x20 || $0 == 0x3B }
    guard rest.isEmpty else {
      throw .statement(
        reason: "more than one statement; give them one by one", sql: sql, offset: sql.utf8.count - rest.count
      )
    }
    guard !readOnly || parallax_sqlite_is_readonly(statement) != 0 else {
      throw .statement(
        reason: "the results are for reading; a statement that changes them is refused", sql: sql, offset: 0)
    }
    return prepared
  }

  /// Runs statements without rows, one after another.
  public func run(_ statements: [String]) throws(StorageError) {
    for sql in statements {
      let statement = try prepare(sql)
      while try statement.step() {}
    }
  }

  /// Runs a statement and gives its rows one by one.
  public func forEachRow(_ sql: String, _ body: (Statement) throws(StorageError) -> Void) throws(StorageError)
  {
    let statement = try prepare(sql)
    while try statement.step() { try body(statement) }
  }
}

/// A compiled statement.
public final class Statement {
  private let handle: OpaquePointer
  private let database: Database
  private let sql: String

  fileprivate init(_ handle: OpaquePointer, of database: Database, sql: String) {
    self.handle = handle
    self.database = database
    self.sql = sql
  }

  deinit { parallax_sqlite_finalize(handle) }

  /// Goes to the next row; false when there is none.
  public func step() throws(StorageError) -> Bool {
    let code = parallax_sqlite_step(handle)
    if code == PARALLAX_SQLITE_ROW { return true }
    guard code == PARALLAX_SQLITE_DONE else { throw database.error(code, sql) }
    return false
  }

  /// Names of the columns.
  public var columns: [String] {
    (0..<parallax_sqlite_columns(handle)).map { String(cString: parallax_sqlite_column_name(handle, $0)) }
  }

  /// How many parameters it has.
  public var parameters: Int { Int(parallax_sqlite_parameters(handle)) }

  /// A cell of the row.
  public subscript(column: Int) -> DatabaseValue {
    let place = Int32(column)
    switch Int(parallax_sqlite_column_type(handle, place)) {
    case PARALLAX_SQLITE_INTEGER: return .integer(parallax_sqlite_column_integer(handle, place))
    case PARALLAX_SQLITE_FLOAT: return .real(parallax_sqlite_column_float(handle, place))
    case PARALLAX_SQLITE_TEXT: return .text(bytes(place))
    case PARALLAX_SQLITE_BLOB: return .blob(bytes(place))
    default: return .null
    }
  }

  private func bytes(_ place: Int32) -> [UInt8] {
    guard let start = parallax_sqlite_column_text(handle, place) else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: Int(parallax_sqlite_column_bytes(handle, place))))
  }

  /// Runs the statement with texts for its parameters, and gives its rows.
  public func forEachRow(
    with texts: [String], _ body: (Statement) throws(StorageError) -> Void
  ) throws(StorageError) {
    let copies = texts.map { Array($0.utf8.map(CChar.init(bitPattern:))) }
    var failure: StorageError?
    func bind(_ index: Int) {
      guard index < copies.count else {
        do throws(StorageError) { while try step() { try body(self) } } catch { failure = error }
        parallax_sqlite_reset(handle)
        return
      }
      copies[index].withUnsafeBufferPointer { text in
        // An empty text has no address, and without one it would be NULL.
        _ = "".withCString { empty in
          parallax_sqlite_bind_text(
            handle, Int32(index + 1), text.baseAddress ?? empty, Int32(clamping: text.count))
        }
        bind(index + 1)
      }
    }
    bind(0)
    if let failure { throw failure }
  }

  /// Inserts a row of cells that are written as text.
  ///
  /// - Parameters:
  ///   - cells: The bytes of all cells one after another.
  ///   - places: Where each lies in them; an empty one is NULL.
  ///   - kinds: What each is.
  func insert(_ cells: UnsafeBufferPointer<UInt8>, _ places: [Range<Int>], _ kinds: [TableCell])
    throws(StorageError)
  {
    for (index, place) in places.enumerated() {
      let parameter = Int32(index + 1)
      if place.isEmpty {
        _ = parallax_sqlite_bind_null(handle, parameter)
        continue
      }
      let bytes = UnsafeBufferPointer(rebasing: cells[place])
      switch kinds[index] {
      case .flag: _ = parallax_sqlite_bind_integer(handle, parameter, bytes[0] == 0x74 ? 1 : 0)
      case .whole, .number:
        let text = String(decoding: bytes, as: UTF8.self)
        if let whole = Int64(text) {
          _ = parallax_sqlite_bind_integer(handle, parameter, whole)
        } else if let number = Double(text) {
          _ = parallax_sqlite_bind_float(handle, parameter, number)
        } else {
          bind(bytes, parameter)
        }
      case .text: bind(bytes, parameter)
      }
    }
    while try step() {}
    parallax_sqlite_reset(handle)
  }

  private func bind(_ bytes: UnsafeBufferPointer<UInt8>, _ parameter: Int32) {
    bytes.withMemoryRebound(to: CChar.self) { text in
      _ = parallax_sqlite_bind_text(handle, parameter, text.baseAddress, Int32(clamping: text.count))
    }
  }
}
