/// Walks the lines and fields of a tab-separated table in UTF-8, without copying.
///
/// Lines end in LF or CRLF; a byte order mark, empty lines and lines that begin with `#` are skipped. There is
/// no quoting.
struct TableReader {
  let bytes: UnsafeBufferPointer<UInt8>
  private var next: Int
  /// Number of the current line, from 1.
  private(set) var line = 0
  /// The fields of the current line, as ranges of bytes.
  private(set) var fields: [Range<Int>] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    next = hasMark ? 3 : 0
  }

  /// Moves to the next line that holds a row; false at the end.
  mutating func advance() -> Bool {
    while next < bytes.count {
      line += 1
      let start = next
      fields.removeAll(keepingCapacity: true)
      var fieldStart = start
      var at = start
      while at < bytes.count, bytes[at] != 0x0A {
        if bytes[at] == 0x09 {
          fields.append(fieldStart..<at)
          fieldStart = at + 1
        }
        at += 1
      }
      next = at + 1
      if at > fieldStart && bytes[at - 1] == 0x0D { at -= 1 }
      fields.append(fieldStart..<at)
      if at == start || bytes[start] == UInt8(ascii: "#") { continue }
      return true
    }
    return false
  }

  /// Makes the line that begins at a byte the next one.
  mutating func move(to lineStart: Int) { next = lineStart }

  /// The whole current line.
  var lineRange: Range<Int> {
    guard let first = fields.first, let last = fields.last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }

  /// A field's text.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Column of a byte of the current line, in code points from 1.
  func column(of byte: Int) -> Int {
    var column = 1
    for index in lineRange.lowerBound..<max(lineRange.lowerBound, min(byte, bytes.count)) {
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
    }
    return column
  }

  /// A field without the blanks around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while !range.isEmpty && bytes[range.lowerBound] == 0x20 {
      range = range.lowerBound + 1..<range.upperBound
    }
    while !range.isEmpty && bytes[range.upperBound - 1] == 0x20 {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range
  }

  /// Whether a capital letter, or a letter beyond ASCII that may be one, is in a field.
  func mayHoldCapitals(_ range: Range<Int>) -> Bool {
    bytes[range].contains { $0 &- 65 < 26 || $0 >= 0x80 }
  }

  /// Whether a field holds exactly these bytes.
  func equals(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
    guard range.count == other.count else { return false }
    for offset in 0..<range.count where bytes[range.lowerBound + offset] != bytes[other.lowerBound + offset] {
      return false
    }
    return true
  }
}
