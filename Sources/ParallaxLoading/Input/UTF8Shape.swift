/// How far bytes follow the grammar of UTF-8.
struct UTF8Shape {
  /// Well-formed sequences of two to four bytes.
  private(set) var multibyte = 0
  /// Bytes that belong to no well-formed sequence.
  private(set) var invalid = 0
  /// NUL bytes.
  private(set) var nulls = 0

  /// Nothing to repair.
  var isValid: Bool { invalid == 0 && nulls == 0 }
  /// Every encoding that extends ASCII reads these bytes alike.
  var isASCII: Bool { multibyte == 0 && invalid == 0 }
  /// Text in another encoding hardly ever forms long runs of valid sequences by chance.
  var looksLikeUTF8: Bool { invalid == 0 || multibyte > 2 * invalid }

  /// - Complexity: O(n).
  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { scan($0) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    var at = 0
    while at < count {
      // Eight ASCII bytes without a NUL at a time.
      while at + 8 <= count {
        let word = UnsafeRawPointer(bytes.baseAddress! + at).loadUnaligned(as: UInt64.self)
        let hasNull = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
        if word & 0x8080_8080_8080_8080 != 0 || hasNull != 0 { break }
        at += 8
      }
      guard at < count else { return }
      let byte = bytes[at]
      if byte < 0x80 {
        if byte == 0 { nulls += 1 }
        at += 1
        continue
      }
      let length = Self.sequenceLength(bytes, at)
      if length == 0 {
        invalid += 1
        at += 1
      } else {
        multibyte += 1
        at += length
      }
    }
  }

  /// Length of the well-formed sequence at `at`, 0 when there is none (Unicode, Table 3-7).
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let lead = bytes[at]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xE1...0xEC, 0xEE...0xEF: length = 3
    case 0xED: (length, high) = (3, 0x9F)
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, high) = (4, 0x8F)
    default: return 0
    }
    guard at + length <= bytes.count, bytes[at + 1] >= low, bytes[at + 1] <= high else { return 0 }
    for index in at + 2..<max(at + 2, at + length) where bytes[index] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
