/// Reads comma-separated values after RFC 4180, with tabs where the first line holds tabs and no comma.
///
/// A quoted cell may hold separators and line ends; a quotation mark in it is doubled. Lines end in LF, CRLF
/// or CR. Broken UTF-8 becomes U+FFFD.
struct CSVReader {
  /// A row with the line it begins on.
  struct Row: Equatable {
    /// The cells, quotes taken off.
    var cells: [String]
    /// From 1.
    var line: Int
    /// What is wrong with it.
    var fault: String?
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var place = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let head = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    separator = head.contains(0x09) && !head.contains(0x2C) ? 0x09 : 0x2C
  }

  /// The next row, nil at the end. Empty lines are rows of one empty cell.
  mutating func next() -> Row? {
    guard place < bytes.count else { return nil }
    var row = Row(cells: [], line: line)
    while true {
      let (cell, fault) = readCell()
      row.cells.append(cell)
      row.fault = row.fault ?? fault
      guard place < bytes.count else { return row }
      let byte = bytes[place]
      place += 1
      if byte == separator {
        if place == bytes.count { row.cells.append("") }
        continue
      }
      if byte == 0x0D, place < bytes.count, bytes[place] == 0x0A { place += 1 }
      line += 1
      return row
    }
  }

  /// Reads up to a separator or a line's end, which stays unread.
  private mutating func readCell() -> (String, fault: String?) {
    guard place < bytes.count, bytes[place] == 0x22 else {
      let start = place
      while place < bytes.count, bytes[place] != separator, !isLineEnd(bytes[place]) { place += 1 }
      return (String(decoding: bytes[start..<place], as: UTF8.self), nil)
    }
    place += 1
    var cell: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte != 0x22 {
        if byte == 0x0A || byte == 0x0D && !(place < bytes.count && bytes[place] == 0x0A) { line += 1 }
        cell.append(byte)
      } else if place < bytes.count, bytes[place] == 0x22 {
        cell.append(0x22)
        place += 1
      } else {
        var fault: String?
        while place < bytes.count, bytes[place] != separator, !isLineEnd(bytes[place]) {
          fault = "text after a closing quotation mark; a quotation mark inside a cell is written twice"
          place += 1
        }
        return (String(decoding: cell, as: UTF8.self), fault)
      }
    }
    return (String(decoding: cell, as: UTF8.self), "a quotation mark is never closed")
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
