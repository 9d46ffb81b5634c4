import ParallaxKit
import ParallaxStorage

/// Writes the rows of a query as they come; a table for people is aligned, so its rows are held until the end.
struct QueryPrinter {
  private let format: Query.Format
  private let columns: [String]
  private var count = 0
  private var held: [[String]] = []
  private var isNumeric: [Bool]
  private var csv = CSVWriter()
  /// Most rows that a table for people holds before its first part is written.
  private static let tableLength = 1_000
  /// Longest text of a cell in a table for people.
  private static let cellLength = 60

  init(_ format: Query.Format, columns: [String]) {
    self.format = format
    self.columns = columns
    isNumeric = Array(repeating: true, count: columns.count)
    if format == .csv { csv = CSVWriter(header: columns) }
  }

  /// Takes a row.
  mutating func row(_ row: Statement) throws(Failure) {
    count += 1
    switch format {
    case .csv:
      for column in columns.indices { cell(row[column]) }
      csv.endRow()
      if csv.bytes.count > 1 << 16 { try flush() }
    case .json:
      var json = JSONWriter(capacity: 256)
      json.object { json in
        for (column, name) in columns.enumerated() {
          json.key(name)
          Self.value(row[column], to: &json)
        }
      }
      try Files.print(Array((count == 1 ? "[\n" : ",\n").utf8) + json.bytes)
    case .table:
      held.append(columns.indices.map { Self.text(row[$0]) })
      for column in columns.indices {
        switch row[column] {
        case .text, .blob: isNumeric[column] = false
        default: break
        }
      }
      if held.count == Self.tableLength { try writeTable() }
    }
  }

  /// Writes what is left.
  mutating func finish() throws(Failure) {
    switch format {
    case .csv: try flush()
    case .json: try Files.print(Array((count == 0 ? "[]\n" : "\n]\n").utf8))
    case .table:
      if !held.isEmpty || count == 0 { try writeTable() }
      if count == 0 { try Files.print(Array("(no rows)\n".utf8)) }
    }
  }

  private mutating func flush() throws(Failure) {
    try Files.print(csv.bytes)
    csv = CSVWriter()
  }

  private mutating func cell(_ value: DatabaseValue) {
    switch value {
    case .null: csv.cell(nil as String?)
    case .integer(let number): csv.cell(Int(number))
    case .real(let number): csv.cell(Self.shortest(number))
    case .text(let bytes), .blob(let bytes): csv.cell(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func value(_ value: DatabaseValue, to json: inout JSONWriter) {
    switch value {
    case .null: json.null()
    case .integer(let number): json.value(Int(number))
    case .real(let number): json.value(number, decimals: 6)
    case .text(let bytes), .blob(let bytes): json.value(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func shortest(_ number: Double) -> String {
    number.isFinite ? "\(number)" : ""
  }

  /// A cell for people: one line, without characters that a terminal would obey, cut where it is long.
  private static func text(_ value: DatabaseValue) -> String {
    switch value {
    case .null: return ""
    case .integer(let number): return "\(number)"
    case .real(let number): return shortest((number * 10_000).rounded() / 10_000)
    case .text(let bytes), .blob(let bytes):
      let clean = String(
        String.UnicodeScalarView(
          String(decoding: bytes, as: UTF8.self).unicodeScalars.map {
            $0.properties.generalCategory == .control ? " " : $0
          }))
      return clean.count > cellLength ? clean.prefix(cellLength - 1) + "…" : clean
    }
  }

  private mutating func writeTable() throws(Failure) {
    let widths = columns.indices.map { column in
      held.reduce(columns[column].count) { max($0, $1[column].count) }
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return isNumeric[column] ? padding + cell : cell + padding
      }
      var text = padded.joined(separator: "  ")
      while text.hasSuffix(" ") { text.removeLast() }
      return text + "\n"
    }
    var text = line(columns) + line(widths.map { String(repeating: "-", count: $0) })
    for row in held { text += line(row) }
    held.removeAll(keepingCapacity: true)
    try Files.print(Array(text.utf8))
  }
}
