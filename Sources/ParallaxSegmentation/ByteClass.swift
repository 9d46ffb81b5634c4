/// What a byte of UTF-8 can be part of; words and numbers are recognised by these bits alone.
enum ByteClass {
  static let upper: UInt8 = 1
  static let lower: UInt8 = 2
  static let digit: UInt8 = 4
  /// White space and control characters.
  static let space: UInt8 = 8
  /// The first or a later byte of a character outside ASCII.
  static let high: UInt8 = 16
  /// `$ + < = > ^ ` | ~` and `\`: signs rather than marks.
  static let symbol: UInt8 = 32
  /// `_`, which joins letters but is none.
  static let underscore: UInt8 = 64

  static let letter: UInt8 = upper | lower
  static let alphanumeric: UInt8 = letter | digit
  static let word: UInt8 = alphanumeric | underscore

  static func bits(of byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): upper
    case UInt8(ascii: "a")...UInt8(ascii: "z"): lower
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
    case UInt8(ascii: "_"): underscore
    case 0...0x20, 0x7F: space
    case 0x80...: high
    case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "\\"):
      symbol
    default: 0
    }
  }
}

/// The class and the lower-case form of all 256 bytes, at addresses that never move.
final class ByteTables: @unchecked Sendable {
  // Sendable although it holds pointers: filled in `init`, only read after, and never freed.

  static let shared = ByteTables()

  let classes: UnsafePointer<UInt8>
  let lowered: UnsafePointer<UInt8>

  private init() {
    let classes = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    let lowered = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max {
      let bits = ByteClass.bits(of: byte)
      (classes + Int(byte)).initialize(to: bits)
      (lowered + Int(byte)).initialize(to: bits & ByteClass.upper != 0 ? byte | 32 : byte)
    }
    self.classes = UnsafePointer(classes)
    self.lowered = UnsafePointer(lowered)
  }
}
