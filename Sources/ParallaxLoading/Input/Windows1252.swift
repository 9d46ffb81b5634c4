/// Windows-1252, the encoding behind most text that calls itself Latin-1.
///
/// - SeeAlso: WHATWG Encoding Standard, index windows-1252.
enum Windows1252 {
  /// Code points of bytes 0x80 to 0x9F; the five free places keep their own number, as browsers do.
  static let upperControls: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The bytes as UTF-8; NULs become U+FFFD.
  ///
  /// - Complexity: O(n).
  static func utf8(from bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case 0: text.append(contentsOf: [0xEF, 0xBF, 0xBD])
      case 0x01..<0x80: text.append(byte)
      case 0x80..<0xA0: append(upperControls[Int(byte - 0x80)], to: &text)
      default: append(UInt16(byte), to: &text)
      }
    }
    return text
  }

  static func append(_ codePoint: UInt16, to text: inout [UInt8]) {
    if codePoint < 0x800 {
      text.append(0xC0 | UInt8(codePoint >> 6))
    } else {
      text.append(0xE0 | UInt8(codePoint >> 12))
      text.append(0x80 | UInt8(codePoint >> 6 & 0x3F))
    }
    text.append(0x80 | UInt8(codePoint & 0x3F))
  }
}
