import Foundation
import ParallaxCore
import ParallaxReporting
import Testing

@testable import ParallaxStorage

@Suite("the database of a batch", .enabled(if: Database.isAvailable)) struct ResultsDatabaseTests {
  private static let tables = AnalysisTable.allCases.map(\.description) + [.failures]

  /// A database of two articles and a failure, written by hand.
  private func make(_ changes: [String: String] = [:]) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".sqlite").path
    let database = try ResultsDatabase(path: path, tables: Self.tables, lexicons: [])
    var contents = [
      "documents": [
        "a,a.html,Ledger,pier,,\"One, two\",,2026-03-01,en,news,10,1,1,8,2,12.5,1,20,11,p,x",
        "b,b.html,Courier,pier,,,,2026-04-02,en,news,30,1,1,30,0,0,0,9,0,p,y",
      ],
      "findings": [
        "a,0,0,4,12,code_point,reckless,the ,\" plan\r\n\",evaluative,,evaluative,reckless,reckless,0.6,0.6,negative,"
          + "false,,author,,body,,true,",
        "b,0,0,4,12,code_point,reckless,a , pier,evaluative,,evaluative,reckless,reckless,0.6,0,negative,"
          + "false,,author,,body,,false,exception",
      ],
      "measures": [
        "a,document,,evaluative,author,1,8,125,0.6,3.1,696",
        "b,document,,evaluative,author,1,32,31.25,0.6,0.8,174",
        "b,paragraph,0,evaluative,author,1,32,31.25,0.6,,",
      ],
      "failures": ["c,c.html,,,load,empty,c.html: is empty"],
    ]
    for (table, row) in changes { contents[table] = [row] }
    for table in Self.tables {
      let header = table.columns.map(\.name).joined(separator: ",")
      var pieces = ([header] + (contents[table.name] ?? [])).map { Array(($0 + "\r\n").utf8) }[...]
      try database.fill(table, file: table.name + ".csv") { () throws(StorageError) in pieces.popFirst() }
    }
    try database.finish()
    return path
  }

  private func rows(_ database: Database, _ sql: String) throws -> [[DatabaseValue]] {
    var rows: [[DatabaseValue]] = []
    let statement = try database.prepare(sql, readOnly: true)
    while try statement.step() { rows.append(statement.columns.indices.map { statement[$0] }) }
    return rows
  }

  private func text(_ text: String) -> DatabaseValue { .text(Array(text.utf8)) }

  @Test("cells have their types, empty ones are missing")
  func types() throws {
    let database = try Database(path: try make())
    let row = try rows(
      database,
      "SELECT title, n_tokens, framing_author, url, framing_author_low FROM documents WHERE doc_id='a'")
    #expect(row == [[text("One, two"), .integer(10), .real(12.5), .null, .real(1)]])
    #expect(
      try rows(database, "SELECT counted, post FROM findings ORDER BY rowid") == [
        [.integer(1), text(" plan\r\n")], [.integer(0), text(" pier")],
      ])
    #expect(try rows(database, "SELECT line, code FROM failures") == [[.null, text("empty")]])
  }

  @Test("views add up findings and words before they divide")
  func views() throws {
    let database = try Database(path: try make())
    #expect(
      try rows(database, "SELECT * FROM rates_by_category") == [
        [text("evaluative"), text("author"), .integer(2), .integer(2), .integer(40), .real(50)]
      ])
    #expect(
      try rows(database, "SELECT outlet, n_hits, rate_per_1000 FROM rates_by_outlet") == [
        [text("Courier"), .integer(1), .real(31.25)], [text("Ledger"), .integer(1), .real(125)],
      ])
    #expect(try rows(database, "SELECT month FROM rates_by_month") == [[text("2026-03")], [text("2026-04")]])
    #expect(
      try rows(database, "SELECT entry_id, n, articles FROM top_entries") == [
        [text("reckless"), .integer(1), .integer(1)]
      ])
    #expect(
      try rows(database, "SELECT doc_id, outlet, keyword FROM kwic") == [
        [text("a"), text("Ledger"), text("reckless")]
      ])
    for view in ResultsView.allCases {
      #expect(try !rows(database, "SELECT * FROM \(view.rawValue)").isEmpty, "\(view)")
    }
  }

  @Test("every column is described in the database itself")
  func description() throws {
    let database = try Database(path: try make())
    let count = try rows(database, "SELECT count(*), count(DISTINCT table_name) FROM columns")
    #expect(count == [[.integer(Int64(Self.tables.map(\.columns.count).reduce(0, +))), .integer(6)]])
    let undescribed = """
      SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p
        LEFT JOIN columns c ON c.table_name = m.name AND c.column_name = p.name
      WHERE m.name IN (SELECT table_name FROM columns) AND c.description IS NULL
      """
    #expect(try rows(database, undescribed) == [])
  }

  @Test("joins and filters can use the indexes")
  func indexes() throws {
    let database = try Database(path: try make())
    // A statement whose index does not serve it is an error.
    for (table, index, column) in [
      ("findings", "findings_by_entry", "entry_id"), ("documents", "documents_by_event", "event_id"),
      ("measures", "measures_by_document", "doc_id"), ("targets", "targets_by_name", "name"),
    ] {
      let sql = "SELECT * FROM \(table) INDEXED BY \(index) WHERE \(column) = 'nobody'"
      #expect(try rows(database, sql) == [])
    }
  }

  @Test(
    "what would change anything is refused",
    arguments: [
      "DELETE FROM documents", "CREATE TABLE t (a)", "ATTACH 'other.sqlite' AS o",
      "VACUUM INTO 'copy.sqlite'",
      "PRAGMA journal_mode = WAL", "INSERT INTO documents (doc_id) VALUES ('z')",
    ])
  func refused(_ sql: String) throws {
    let database = try Database(path: try make())
    #expect(throws: StorageError.self) { _ = try rows(database, sql) }
    #expect(try rows(database, "SELECT count(*) FROM documents") == [[.integer(2)]])
  }

  @Test("errors say what is wrong and where")
  func errors() throws {
    let database = try Database(path: try make())
    func message(_ sql: String) -> String {
      do {
        _ = try rows(database, sql)
        return ""
      } catch {
        return "\(error)"
      }
    }
    #expect(message("SELECT outlett FROM documents").hasPrefix("no such column: outlett"))
    #expect(
      message("SELECT 1; SELECT 2")
        == "more than one statement; give them one by one\n  SELECT 1; SELECT 2\n            ^")
    #expect(message(" ") == "there is no statement; write one such as SELECT")
    #expect(message("DELETE FROM documents").hasPrefix("the results are for reading"))
    #expect(message("SELECT FROM").contains("syntax error"))
    let missing = "/nowhere/analyses.sqlite"
    #expect(throws: StorageError.unopenable(path: missing, reason: "unable to open database file")) {
      _ = try Database(path: missing)
    }
    #expect(throws: StorageError.self) { _ = try Database(path: CommandLine.arguments[0]) }
  }

  @Test("a table that does not fit its description is an error with its line")
  func misfit() {
    #expect(
      throws: StorageError.table(
        path: "targets.csv", line: 2, problem: "2 cells where the table has 12 columns")
    ) { _ = try make(["targets": "a,b"]) }
  }
}
