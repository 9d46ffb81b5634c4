import ParallaxReporting
import Testing

@testable import ParallaxStorage

@Suite("rows of tables") struct TableRowsTests {
  /// Rows of a table that comes in pieces of so many bytes.
  private func rows(_ bytes: [UInt8], pieces: Int) throws -> [[String]] {
    var at = 0
    var reader = TableRows { () throws(StorageError) in
      guard at < bytes.count else { return nil }
      defer { at += pieces }
      return Array(bytes[at..<min(at + pieces, bytes.count)])
    }
    var rows: [[String]] = []
    while try reader.advance() {
      rows.append(reader.places.map { String(decoding: reader.cells[$0], as: UTF8.self) })
    }
    return rows
  }

  @Test("what the writer wrote comes back, wherever the pieces end")
  func roundTrip() throws {
    let cells = ["", "a", "a,b", "say \"so\"", "\"", "\"\"", "two\r\nlines", "é🙂", ",", " x "]
    var csv = CSVWriter(header: ["one", "two", "three"])
    var expected = [["one", "two", "three"]]
    for first in cells {
      for second in cells {
        for cell in [first, second, "end"] { csv.cell(cell) }
        csv.endRow()
        expected.append([first, second, "end"])
      }
    }
    for length in [1, 2, 3, 7, 64, 1 << 16] {
      #expect(try rows(csv.bytes, pieces: length) == expected, "pieces of \(length)")
    }
  }

  @Test("a last row without its end is given too")
  func cutOff() throws {
    #expect(try rows(Array("a,b\r\nc".utf8), pieces: 2) == [["a", "b"], ["c"]])
    #expect(try rows([], pieces: 1) == [])
  }
}
