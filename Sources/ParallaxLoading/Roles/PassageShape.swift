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

  /// Reads the text; of a long paragraph, which no rule takes for furniture, only the beginning, and
  /// estimates its words from its length.
  ///
  /// - Complexity: O(n).
  init(_ text: [UInt8]) { self.init(text[...]) }

  /// Reads a stretch of text.
  init(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { bytes in
      if bytes.count <= Self.longest {
        read(bytes)
      } else {
        read(UnsafeBufferPointer(rebasing: bytes[..<Self.openingLength]))
        words = bytes.count / 7
      }
    }
  }

  /// Bytes of the longest text that is read whole, and of what is read of longer ones.
  private static let longest = 1_500
  private static let openingLength = 200

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
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

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  // MARK: Asking

  /// Whether a phrase stands at a place and a word ends with it.
  static func stands(_ phrase: StaticString, in text: [UInt8], at start: Int) -> Bool {
    let count = phrase.utf8CodeUnitCount
    guard start >= 0, start + count <= text.count else { return false }
    for index in 0..<count where text[start + index] != phrase.utf8Start[index] { return false }
    return start + count == text.count || !isLetter(text[start + count])
      || !isLetter(phrase.utf8Start[count - 1])
  }

  /// The phrase of a list that the text begins with.
  func opening(_ phrases: PhraseList) -> StaticString? { phrases.match(folded, at: 0) }

  /// Whether the text begins with a phrase of a list.
  func begins(with phrases: PhraseList) -> Bool { phrases.match(folded, at: 0) != nil }

  /// Whether the text is a phrase of a list, punctuation behind it aside.
  func isJust(_ phrases: PhraseList) -> Bool { phrases.isWhole(folded) }

  /// Whether a phrase of a list stands anywhere in the text.
  func contains(_ phrases: PhraseList) -> Bool { phrases.occurs(in: folded) }
}
