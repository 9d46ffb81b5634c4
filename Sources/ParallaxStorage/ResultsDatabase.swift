import ParallaxCore
import ParallaxReporting

/// The database of a batch: its tables with the rows of the CSV files in their order, indexed, with views and a
/// description of every column.
///
///     let database = try ResultsDatabase(path: "results/analyses.sqlite.new", lexicons: lexicons)
///     for table in tables { try database.fill(table, from: "results/\(table.name).csv") { … } }
///     try database.finish()
public struct ResultsDatabase {
  private let database: Database
  private let path: String

  /// Makes an empty database.
  ///
  /// It is written without a journal and without waiting for the disk: what a fault leaves is to be thrown away.
  public init(path: String, tables: [TableDescription], lexicons: [LexiconInfo]) throws(StorageError) {
    self.path = path
    database = try Database(path: path, writes: true)
    try database.run([
      "PRAGMA page_size = 8192", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF",
      "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA cache_size = -32000", "PRAGMA user_version = 1",
    ])
    try database.run(["BEGIN"])
    try database.run(tables.map(Self.definition))
    try describe(tables, lexicons)
  }

  /// Adds the rows of a table.
  ///
  /// - Parameters:
  ///   - file: Name of the CSV file, for errors.
  ///   - next: Gives its next bytes, nil at the end.
  public func fill(
    _ table: TableDescription, file: String, from next: @escaping () throws(StorageError) -> [UInt8]?
  ) throws(StorageError) {
    var rows = TableRows(next)
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try database.prepare("INSERT INTO \(table.name) VALUES (\(marks))")
    let kinds = table.columns.map(\.kind)
    guard try rows.advance() else {
      throw .table(path: file, line: 1, problem: "is empty; expected a row of column names")
    }
    while try rows.advance() {
      guard rows.places.count == kinds.count else {
        throw .table(
          path: file, line: rows.line,
          problem: "\(rows.places.count) cells where the table has \(kinds.count) columns")
      }
      var failure: StorageError?
      rows.cells.withUnsafeBufferPointer { cells in
        do throws(StorageError) { try insert.insert(cells, rows.places, kinds) } catch { failure = error }
      }
      if let failure { throw failure }
    }
  }

  /// Makes indexes and views, and ends.
  public func finish() throws(StorageError) {
    try database.run(Self.indexes)
    try database.run(ResultsView.allCases.map(\.definition))
    try database.run(["ANALYZE", "COMMIT"])
  }

  private static func definition(_ table: TableDescription) -> String {
    let columns = table.columns.map { column in
      let type =
        switch column.kind {
        case .text: "TEXT"
        case .whole, .flag: "INTEGER"
        case .number: "REAL"
        }
      return "\"\(column.name)\" \(type)"
    }
    return "CREATE TABLE \(table.name) (\(columns.joined(separator: ", ")))"
  }

  /// What is searched and joined by.
  private static let indexes = [
    "CREATE INDEX documents_by_id ON documents (doc_id)",
    "CREATE INDEX documents_by_outlet ON documents (outlet, published)",
    "CREATE INDEX documents_by_event ON documents (event_id)",
    "CREATE INDEX paragraphs_by_document ON paragraphs (doc_id, paragraph)",
    "CREATE INDEX findings_by_document ON findings (doc_id, paragraph)",
    "CREATE INDEX findings_by_entry ON findings (entry_id)",
    "CREATE INDEX findings_by_category ON findings (category, voice)",
    "CREATE INDEX measures_by_document ON measures (doc_id)",
    "CREATE INDEX measures_of_documents ON measures (category, voice) WHERE level = 'document'",
    "CREATE INDEX targets_by_name ON targets (name)",
    "CREATE INDEX targets_by_document ON targets (doc_id)",
  ]

  private func describe(_ tables: [TableDescription], _ lexicons: [LexiconInfo]) throws(StorageError) {
    try database.run([
      "CREATE TABLE columns (table_name TEXT, column_name TEXT, type TEXT, unit TEXT, description TEXT)",
      "CREATE TABLE lexicons (name TEXT, version TEXT, language TEXT, entries INTEGER, sha256 TEXT)",
      "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    ])
    let column = try database.prepare("INSERT INTO columns VALUES (?, ?, ?, ?, ?)")
    for table in tables {
      for one in table.columns {
        try column.forEachRow(
          with: [table.name, one.name, one.kind.rawValue, one.unit ?? "", one.summary]
        ) { (_) throws(StorageError) in }
      }
    }
    let lexicon = try database.prepare("INSERT INTO lexicons VALUES (?, ?, ?, ?, ?)")
    for one in lexicons {
      try lexicon.forEachRow(with: [one.name, one.version, one.language, "\(one.entries)", one.sha256]) {
        (_) throws(StorageError) in
      }
    }
    let about = try database.prepare("INSERT INTO about VALUES (?, ?)")
    for (name, value) in [("program", ParallaxVersion.name), ("version", ParallaxVersion.current)] {
      try about.forEachRow(with: [name, value]) { (_) throws(StorageError) in }
    }
  }
}
