import ParallaxReporting

/// What a cell is.
typealias TableCell = TableColumn.Kind

/// Reads rows of a table as `CSVWriter` writes them, from pieces as they come.
struct TableRows {
  /// Cells of the row, one after another, without the marks around them.
  private(set) var cells: [UInt8] = []
  /// Where each cell lies.
  private(set) var places: [Range<Int>] = []
  /// Line in which the row begins, from 1.
  private(set) var line = 1

  private var piece: [UInt8] = []
  private var at = 0
  private var lines = 1
  private let next: () throws(StorageError) -> [UInt8]?

  /// - Parameter next: Gives the next bytes, nil at the end.
  init(_ next: @escaping () throws(StorageError) -> [UInt8]?) { self.next = next }

  /// Reads the next row; false at the end.
  mutating func advance() throws(StorageError) -> Bool {
    cells.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    line = lines
    var start = 0
    var isQuoted = false
    var any = false
    while true {
      if at == piece.count {
        guard let more = try next() else {
          guard any else { return false }
          places.append(start..<cells.count)
          return true
        }
        piece = more
        at = 0
        continue
      }
      any = true
      if isQuoted {
        let run = Self.end(of: piece, from: at) { $0 != 0x22 }
        for byte in piece[at..<run] where byte == 0x0A { lines += 1 }
        cells.append(contentsOf: piece[at..<run])
        at = run
        if at == piece.count { continue }
        at += 1
        isQuoted = false
        continue
      }
      let run = Self.end(of: piece, from: at) { $0 != 0x2C && $0 != 0x22 && $0 != 0x0D && $0 != 0x0A }
      cells.append(contentsOf: piece[at..<run])
      at = run
      if at == piece.count { continue }
      let byte = piece[at]
      at += 1
      switch byte {
      case 0x2C:
        places.append(start..<cells.count)
        start = cells.count
        wasMarked = false
      case 0x22:
        // A mark after a closing one stands for itself.
        if wasMarked { cells.append(0x22) }
        isQuoted = true
        wasMarked = true
      case 0x0D: break
      default:
        lines += 1
        places.append(start..<cells.count)
        wasMarked = false
        return true
      }
    }
  }

  /// Whether the cell began with a mark.
  private var wasMarked = false

  private static func end(of piece: [UInt8], from start: Int, while holds: (UInt8) -> Bool) -> Int {
    piece.withUnsafeBufferPointer { bytes in
      var at = start
      while at < bytes.count, holds(bytes[at]) { at += 1 }
      return at
    }
  }
}
