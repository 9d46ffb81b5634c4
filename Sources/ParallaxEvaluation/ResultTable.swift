import ParallaxCore

/// A table of results in the three forms in which they are given out: aligned text, CSV and JSON.
public struct ResultTable: Sendable {
  /// A cell.
  public enum Cell: Sendable, Equatable {
    /// Text.
    case text(String)
    /// A whole number.
    case count(Int)
    /// A number; nil where it is not defined.
    case number(Double?)
  }

  /// What the table is called in JSON.
  public var name: String
  /// Names of the columns.
  public var columns: [String]
  /// Rows as wide as the columns.
  public var rows: [[Cell]] = []
  /// What holds for the whole table, with names as in JSON.
  public var facts: [(name: String, value: Cell)] = []

  /// Makes an empty table.
  public init(name: String, columns: [String]) {
    self.name = name
    self.columns = columns
  }

  /// Aligned for reading: numbers with three decimals, `–` where one is not defined.
  public var text: String {
    let cells = [columns] + rows.map { $0.map { Self.shown($0, decimals: 3, missing: "–") } }
    let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let isText = columns.indices.map { column in
      rows.contains { if case .text = $0[column] { true } else { false } }
    }
    var text = ""
    for row in cells {
      let padded = row.indices.map { index in
        let blanks = String(repeating: " ", count: widths[index] - row[index].count)
        return isText[index] ? row[index] + blanks : blanks + row[index]
      }
      var line = padded.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      text += line + "\n"
    }
    for fact in facts {
      let name = fact.name.split(separator: "_").joined(separator: " ")
      text += "\(name): \(Self.shown(fact.value, decimals: 3, missing: "–"))\n"
    }
    return text
  }

  /// RFC 4180, empty where a number is not defined; without the facts.
  public var csv: String {
    let lines = [columns] + rows.map { $0.map { Self.shown($0, decimals: 6, missing: "") } }
    return lines.map { $0.map(CSVReader.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// One object with the facts and the rows.
  public var json: [UInt8] {
    var json = JSONWriter()
    func write(_ cell: Cell, to json: inout JSONWriter) {
      switch cell {
      case .text(let text): json.value(text)
      case .count(let count): json.value(count)
      case .number(let number?): json.value(number, decimals: 6)
      case .number(nil): json.null()
      }
    }
    json.object { json in
      for fact in facts {
        json.key(fact.name)
        write(fact.value, to: &json)
      }
      json.key(name)
      json.array { json in
        for row in rows {
          json.object { json in
            for (column, cell) in zip(columns, row) {
              json.key(column)
              write(cell, to: &json)
            }
          }
        }
      }
    }
    json.newline()
    return json.bytes
  }

  private static func shown(_ cell: Cell, decimals: Int, missing: String) -> String {
    switch cell {
    case .text(let text): return text
    case .count(let count): return "\(count)"
    case .number(let number):
      guard let number, number.isFinite else { return missing }
      var scale = 1.0
      for _ in 0..<decimals { scale *= 10 }
      let scaled = Int((abs(number) * scale).rounded())
      let fraction = "\(scaled % Int(scale))"
      let zeros = String(repeating: "0", count: decimals - fraction.count)
      return (number < 0 && scaled > 0 ? "-" : "") + "\(scaled / Int(scale)).\(zeros)\(fraction)"
    }
  }
}
