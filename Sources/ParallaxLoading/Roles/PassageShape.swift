#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the role rules ask about a paragraph, gathered in one pass over its bytes.
struct PassageShape {
  /// Lower-case ASCII letters, straight quotation marks and hyphens for their typographic forms.
  private(set) var folded: [UInt8] = []
  /// Stretches of letters, digits and what stands between them without a blank.
  private(set) var words = 0
  /// Words that begin with a capital letter or a digit.
  private(set) var capitalized = 0
  /// Sentence ends: `.`, `!`, `?` before a blank or the end.
  private(set) var sentences = 0
  /// Decimal digits.
  private(set) var digits = 0
  /// Commas.
  private(set) var commas = 0
  /// Offsets into `folded` where a sentence begins.
  private(set) var sentenceStarts: [Int] = [0]

  /// - Complexity: O(n).
  init(_ text: [UInt8]) {
    folded.reserveCapacity(text.count)
    var isWordStart = true
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte == 0x20 {
        if let last = folded.last, last == 0x2E || last == 0x21 || last == 0x3F {
          sentences += 1
          sentenceStarts.append(folded.count + 1)
        }
        isWordStart = true
        folded.append(byte)
        at += 1
        continue
      }
      if isWordStart, byte >= 0x80 || Self.isLetter(byte) || Self.isDigit(byte) {
        words += 1
        if byte &- 0x41 < 26 || Self.isDigit(byte)
          || byte == 0xC3 && at + 1 < text.count && text[at + 1] < 0x9F
        {
          capitalized += 1
        }
        isWordStart = false
      }
      if Self.isDigit(byte) { digits += 1 }
      if byte == 0x2C { commas += 1 }
      if byte == 0xE2, at + 2 < text.count, text[at + 1] == 0x80, let plain = Self.plain(text[at + 2]) {
        folded.append(plain)
        at += 3
      } else {
        folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        at += 1
      }
    }
    if let last = folded.last(where: { $0 != 0x22 && $0 != 0x29 && $0 != 0x27 }),
      last == 0x2E || last == 0x21 || last == 0x3F
    {
      sentences += 1
      endsSentence = true
    }
  }

  /// Whether the last character, closing quotation marks and brackets aside, ends a sentence.
  private(set) var endsSentence = false

  private static func plain(_ last: UInt8) -> UInt8? {
    switch last {
    case 0x90...0x95: 0x2D
    case 0x98...0x9B: 0x27
    case 0x9C...0x9F: 0x22
    default: nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  // MARK: Asking

  /// Whether the folded text begins with `prefix` and a word ends there.
  func begins(with prefix: StaticString, at start: Int = 0) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard start >= 0, start + count <= folded.count else { return false }
    for index in 0..<count where folded[start + index] != prefix.utf8Start[index] { return false }
    return start + count == folded.count || !Self.isLetter(folded[start + count])
      || !Self.isLetter(prefix.utf8Start[count - 1])
  }

  /// Whether the folded text begins with one of `prefixes`.
  func begins(withAny prefixes: [StaticString], at start: Int = 0) -> Bool {
    prefixes.contains { begins(with: $0, at: start) }
  }

  /// Whether the folded text is `text`, final punctuation aside.
  func isJust(_ text: StaticString) -> Bool {
    guard begins(with: text) else { return false }
    return folded[text.utf8CodeUnitCount...].allSatisfy { $0 == 0x2E || $0 == 0x3A || $0 == 0x21 }
  }

  /// Whether `phrase` stands in the folded text between word ends.
  func contains(_ phrase: StaticString) -> Bool {
    let count = phrase.utf8CodeUnitCount
    guard count > 0, count <= folded.count else { return false }
    return folded.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      var at = 0
      // The C library looks for the first byte, many bytes at a time; the rest is checked where it stands.
      while at + count <= bytes.count,
        let hit = memchr(base + at, Int32(phrase.utf8Start[0]), bytes.count - count - at + 1)
      {
        at = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
        let isStart = at == 0 || !Self.isLetter(bytes[at - 1]) || !Self.isLetter(phrase.utf8Start[0])
        if isStart, memcmp(base + at, phrase.utf8Start, count) == 0, begins(with: phrase, at: at) {
          return true
        }
        at += 1
      }
      return false
    }
  }

  /// Whether one of `phrases` stands in the folded text.
  func containsAny(_ phrases: [StaticString]) -> Bool { phrases.contains { contains($0) } }
}
