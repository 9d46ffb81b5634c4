import ParallaxKit

/// What an input is known by from one run to the next: a digest of everything its analysis is made of, beside
/// the lexicons and the program.
struct ContentKey: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// The key of an input's parts: the first 128 bits of their SHA-256.
  ///
  /// Each part goes in with its length, so that no two lists of parts give the same bytes.
  init(_ parts: [[UInt8]?]) {
    var digest = SHA256()
    for part in parts {
      digest.update(Array("\(part?.count ?? -1)\n".utf8))
      if let part { digest.update(part) }
    }
    let digits = digest.finalizeHexadecimal().utf8
    high = Self.number(digits.prefix(16)) ?? 0
    low = Self.number(digits.dropFirst(16).prefix(16)) ?? 0
  }

  /// The key written as 32 hexadecimal digits; nil for anything else.
  init?(_ text: String) {
    guard text.utf8.count == 32, let high = Self.number(text.utf8.prefix(16)),
      let low = Self.number(text.utf8.suffix(16))
    else { return nil }
    self.high = high
    self.low = low
  }

  /// 32 hexadecimal digits.
  var description: String { Self.digits(high) + Self.digits(low) }

  /// Sixteen hexadecimal digits.
  static func digits(_ number: UInt64) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }

  private static func number(_ digits: Substring.UTF8View) -> UInt64? { UInt64(Substring(digits), radix: 16) }
}
