/// Rows of comma-separated values after RFC 4180, with the line each begins in.
///
/// Cells in quotation marks may hold commas, line ends and doubled quotation marks.
struct CSVReader {
  struct Row {
    var line: Int
    var cells: [String]
    /// Where what the row says can be shown in a message.
    var source: SourceLine { SourceLine(number: line, text: cells.joined(separator: ",")) }
    var isBlank: Bool { cells.allSatisfy { $0.trimmed.isEmpty } }
  }

  /// All rows but blank ones.
  ///
  /// - Complexity: O(n).
  static func rows(_ source: SourceText, _ faults: inout FaultList) -> [Row] {
    let bytes = source.bytes
    var rows: [Row] = []
    var row = Row(line: 1, cells: [])
    var cell: [UInt8] = []
    var line = 1
    var at = 0
    var quotedFrom: Int?
    var wasQuoted = false
    func closeCell() {
      row.cells.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    func closeRow() {
      closeCell()
      if !row.isBlank { rows.append(row) }
      row = Row(line: line, cells: [])
    }
    while at < bytes.count {
      let byte = bytes[at]
      let isEnd = byte == 0x0A || byte == 0x0D
      if isEnd && byte == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A { at += 1 }
      if isEnd { line += 1 }
      if quotedFrom != nil {
        if byte != 0x22 {
          cell.append(isEnd ? 0x0A : byte)
        } else if at + 1 < bytes.count, bytes[at + 1] == 0x22 {
          cell.append(0x22)
          at += 1
        } else {
          quotedFrom = nil
          wasQuoted = true
        }
      } else if isEnd {
        closeRow()
      } else if byte == 0x2C {
        closeCell()
      } else if byte == 0x22 && cell.isEmpty && !wasQuoted {
        quotedFrom = line
      } else if wasQuoted && byte != 0x20 && byte != 0x09 {
        faults.add(
          line: line, text: String(decoding: cell, as: UTF8.self), "text behind a closing quotation mark",
          "double a quotation mark inside a cell, \"\"")
        return rows
      } else if !wasQuoted {
        cell.append(byte)
      }
      at += 1
    }
    if let quotedFrom {
      faults.add(
        line: quotedFrom, text: String(decoding: cell.prefix(80), as: UTF8.self),
        "a quotation mark that is never closed", "close the cell, or double the mark")
      return rows
    }
    if !cell.isEmpty || !row.cells.isEmpty || wasQuoted { closeRow() }
    return rows
  }

  /// A cell as it is written: in quotation marks where it needs them.
  static func cell(_ text: String) -> String {
    let needsMarks =
      text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      || text != text.trimmed
    return needsMarks
      ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      : text
  }
}
