import ArgumentParser
import ParallaxKit
import ParallaxStorage

/// `parallax query`
struct Query: AsyncParsableCommand {
  /// The forms a result can take.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
    case json
  }

  static let configuration = CommandConfiguration(
    abstract: "Asks the database that a batch has left.",
    discussion: """
      Without --sql and --view it lists tables, views and columns. Statements can read and nothing else.

      Views:
      \(ResultsView.allCases.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

      Examples:
        parallax query results/
        parallax query results/ --view rates-by-outlet --category loaded --voice author
        parallax query results/ --view top-entries --limit 20
        parallax query results/ --view kwic --entry ymmv
        parallax query results/ --sql 'SELECT outlet, avg(framing_author) FROM documents GROUP BY outlet'
        parallax query results/ --sql 'SELECT * FROM kwic WHERE speaker IS NOT NULL' --format csv > quoted.csv
      """)

  @Argument(help: "The folder of a batch, or its database.")
  var results: String

  @Option(help: "A statement of SQLite's SQL.")
  var sql: String?

  @Option(help: "One of the views above.")
  var view: ResultsView?

  @Option(help: ArgumentHelp("Of a view only the rows of this entry.", valueName: "id"))
  var entry: String?

  @Option(help: "Of a view only the rows of this category.")
  var category: String?

  @Option(help: "Of a view only the rows of this voice.")
  var voice: String?

  @Option(help: "Of a view only the rows of this outlet.")
  var outlet: String?

  @Option(help: "Most rows of a view; all by default.")
  var limit: Int?

  @Option(help: "table, csv or json; table on a terminal, else csv.")
  var format: Format?

  func validate() throws {
    if sql != nil && view != nil { throw ValidationError("give --sql or --view, not both") }
    if view == nil, [entry, category, voice, outlet].contains(where: { $0 != nil }) || limit != nil {
      throw ValidationError("--entry, --category, --voice, --outlet and --limit belong to --view")
    }
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more") }
  }

  func run() async throws {
    try await reportingFailures {
      let database = try Database(path: try path())
      let (statement, values) = try statement(in: database)
      let form = format ?? (Console.outputIsTerminal ? .table : .csv)
      var printer = QueryPrinter(form, columns: statement.columns)
      var failure: Failure?
      try statement.forEachRow(with: values) { (row) throws(StorageError) in
        guard failure == nil else { return }
        do throws(Failure) { try printer.row(row) } catch { failure = error }
      }
      if let failure { throw failure }
      try printer.finish()
    }
  }

  private func path() throws(Failure) -> String {
    var isFolder = false
    guard Files.exists(results, isFolder: &isFolder) else {
      throw .missingInput("\(results): no such file or folder")
    }
    guard isFolder else { return results }
    let path = (results.hasSuffix("/") ? String(results.dropLast()) : results) + "/" + BatchFiles.database
    guard Files.exists(path, isFolder: &isFolder) else {
      throw .missingInput(
        "\(path): no such database; it is made when a batch ends, so a batch that was ended early needs --resume"
      )
    }
    return path
  }

  /// The statement asked for, with the values of its parameters.
  private func statement(in database: Database) throws -> (Statement, [String]) {
    if let sql {
      let statement = try database.prepare(sql, readOnly: true)
      guard statement.parameters == 0 else {
        throw Failure.usage("the statement has parameters (?) that nothing fills; write the values into it")
      }
      return (statement, [])
    }
    guard let view else { return (try database.prepare(Self.contents), []) }
    var text = "SELECT * FROM \(view.rawValue)"
    let columns = try database.prepare(text).columns
    var values: [String] = []
    let wishes = [
      ("entry_id", "--entry", entry), ("category", "--category", category), ("voice", "--voice", voice),
      ("outlet", "--outlet", outlet),
    ]
    for (column, option, value) in wishes {
      guard let value else { continue }
      guard columns.contains(column) else {
        throw Failure.usage(
          "\(option) does not fit \(view.name), which has \(columns.joined(separator: ", "))")
      }
      text += (values.isEmpty ? " WHERE " : " AND ") + "\"\(column)\" = ?"
      values.append(value)
    }
    if let limit { text += " LIMIT \(limit)" }
    return (try database.prepare(text, readOnly: true), values)
  }

  /// Tables and views with their columns.
  private static let contents = """
    SELECT m.type AS kind, m.name AS name, p.name AS "column", coalesce(c.type, lower(p.type)) AS type, c.unit,
      c.description
    FROM sqlite_master m JOIN pragma_table_info(m.name) p
      LEFT JOIN columns c ON c.table_name = m.name AND c.column_name = p.name
    WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite%'
    ORDER BY m.type, m.rowid, p.cid
    """
}

extension ResultsView: ExpressibleByArgument {
  /// The names as they are typed.
  public static var allValueStrings: [String] { allCases.map(\.name) }

  /// The view of a name as it is typed, or as it is called in SQL.
  public init?(argument: String) {
    guard let view = Self.allCases.first(where: { $0.name == argument || $0.rawValue == argument }) else {
      return nil
    }
    self = view
  }
}
