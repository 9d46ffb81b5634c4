/// Writes comma-separated values after RFC 4180: a header, `.` for decimals, empty for missing.
///
/// Text that a spreadsheet would take for a formula is left as it is: programs read these tables, and a
/// changed cell would be a changed datum. Import the columns as text where that matters.
public struct CSVWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private var atStart = true

  /// Starts with a header line.
  public init(header: [String] = []) {
    guard !header.isEmpty else { return }
    for name in header { cell(name) }
    endRow()
  }

  /// Writes a text cell; nil is empty.
  public mutating func cell(_ text: String?) {
    separate()
    guard let text else { return }
    if text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) {
      bytes.append(0x22)
      for byte in text.utf8 {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    } else {
      bytes.append(contentsOf: text.utf8)
    }
  }

  /// Writes a whole number; nil is empty.
  public mutating func cell(_ number: Int?) {
    separate()
    if let number { bytes.append(contentsOf: "\(number)".utf8) }
  }

  /// Writes a number with at most four decimals, or as many as asked for; nil is empty.
  public mutating func cell(_ number: Double?, decimals: Int = 4) {
    separate()
    guard let number, number.isFinite else { return }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let rounded = (number * scale).rounded() / scale
    let text = rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes `true` or `false`.
  public mutating func cell(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// Ends the row.
  public mutating func endRow() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    atStart = true
  }

  private mutating func separate() {
    if !atStart { bytes.append(0x2C) }
    atStart = false
  }
}
