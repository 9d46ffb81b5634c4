/// Rows of comma-separated values after RFC 4180, with the line each begins in.
///
/// Cells in quotation marks may hold commas, line ends and doubled quotation marks. Lines end in LF, CRLF or a
/// bare CR; blank rows are passed over.
package enum CSVReader {
  /// A row of a table.
  package struct Row: Sendable, Equatable {
    /// Line in which it begins, from 1.
    package var line: Int
    /// Its cells as text.
    package var cells: [String]
  }

  /// Where a table breaks the format.
  package struct Fault: Error, Sendable, Equatable {
    /// Line, from 1.
    package var line: Int
    /// What stands there.
    package var text: String
    /// What is wrong.
    package var problem: String
    /// What would be right.
    package var remedy: String
  }

  /// All rows but blank ones.
  ///
  /// - Parameter bytes: UTF-8; a byte order mark is passed over.
  /// - Complexity: O(n).
  package static func rows(_ bytes: [UInt8]) throws(Fault) -> [Row] {
    var scanner = Scanner(bytes: bytes)
    try scanner.run()
    return scanner.rows
  }

  /// A cell as it is written: in quotation marks where it needs them.
  package static func cell(_ text: String) -> String {
    let edges: [UInt8?] = [text.utf8.first, text.utf8.last]
    let needsMarks =
      text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      || edges.contains { $0 == 0x20 || $0 == 0x09 }
    guard needsMarks else { return text }
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }

  private struct Scanner {
    let bytes: [UInt8]
    var rows: [Row] = []
    private var row = Row(line: 1, cells: [])
    private var cell: [UInt8] = []
    private var line = 1
    private var quotedFrom: Int?
    private var wasQuoted = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func run() throws(Fault) {
      var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while at < bytes.count {
        let byte = bytes[at]
        let isEnd = byte == 0x0A || byte == 0x0D
        if byte == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A { at += 1 }
        if isEnd { line += 1 }
        if quotedFrom == nil {
          try plain(byte, isEnd: isEnd)
        } else if byte != 0x22 {
          cell.append(isEnd ? 0x0A : byte)
        } else if at + 1 < bytes.count, bytes[at + 1] == 0x22 {
          cell.append(0x22)
          at += 1
        } else {
          quotedFrom = nil
          wasQuoted = true
        }
        at += 1
      }
      if let quotedFrom {
        throw Fault(
          line: quotedFrom, text: String(decoding: cell.prefix(80), as: UTF8.self),
          problem: "a quotation mark that is never closed", remedy: "close the cell, or double the mark")
      }
      if !cell.isEmpty || !row.cells.isEmpty || wasQuoted { closeRow() }
    }

    private mutating func plain(_ byte: UInt8, isEnd: Bool) throws(Fault) {
      if isEnd {
        closeRow()
      } else if byte == 0x2C {
        closeCell()
      } else if byte == 0x22 && cell.isEmpty && !wasQuoted {
        quotedFrom = line
      } else if wasQuoted && byte != 0x20 && byte != 0x09 {
        throw Fault(
          line: line, text: String(decoding: cell, as: UTF8.self),
          problem: "text behind a closing quotation mark",
          remedy: "double a quotation mark inside a cell, \"\"")
      } else if !wasQuoted {
        cell.append(byte)
      }
    }

    private mutating func closeCell() {
      row.cells.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
      wasQuoted = false
    }

    private mutating func closeRow() {
      closeCell()
      let isBlank = row.cells.allSatisfy { $0.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
      if !isBlank { rows.append(row) }
      row = Row(line: line, cells: [])
    }
  }
}
