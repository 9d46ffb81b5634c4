import ParallaxCore
import ParallaxScoring

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The editorial words of an article as copies are looked for in it: letters and digits alone, so that case,
/// apostrophes, hyphens, quotation marks, dashes and white space make no difference.
struct WordSequence: Sendable {
  /// A number for each word; equal words have equal numbers.
  var words: [UInt64] = []
  /// For each word its token.
  var tokens: [Int32] = []
  /// For each word whether it is quoted speech.
  var isQuoted: [Bool] = []
  /// For each word whether a paragraph begins with it.
  var isParagraphStart: [Bool] = []
  /// For each word how much it tells: −ln of its share in general English; 0 in stock phrases.
  var information: [Float] = []

  var count: Int { words.count }

  /// Nothing, for articles that are not compared.
  init() {}

  /// Reads the editorial paragraphs.
  ///
  /// - Complexity: O(n) in the bytes of the text.
  init(_ analysis: Analysis, information known: inout WordInformation) {
    let segmented = analysis.voiced.segmented
    for (index, paragraph) in segmented.article.paragraphs.enumerated() where paragraph.role.isEditorial {
      let first = count
      for token in segmented.paragraphTokens[index] where segmented.tokens[token].isCounted {
        let bytes = segmented.article.text[segmented.tokens[token].span.range]
        let number = Self.number(bytes, isASCII: !segmented.tokens[token].shape.contains(.nonASCII))
        words.append(number)
        tokens.append(Int32(truncatingIfNeeded: token))
        isParagraphStart.append(count == first + 1)
        isQuoted.append(analysis.voiced.voice(ofToken: token) == .direct)
        information.append(known.information(of: number, bytes))
      }
    }
    for (word, isStock) in StockPhrases.marks(words).enumerated() where isStock { information[word] = 0 }
  }

  /// FNV-1a of a word's letters and digits in lower case.
  static func number(_ bytes: ArraySlice<UInt8>, isASCII: Bool) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    if isASCII {
      for byte in bytes where byte != 0x27 && byte != 0x2D { add(byte &- 65 < 26 ? byte | 32 : byte) }
    } else {
      for scalar in String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars
      where !Self.isMark(scalar) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { add(byte) }
      }
    }
    return hash
  }

  /// Apostrophes, hyphens and soft hyphens inside words.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x2D, 0xAD, 0x2BC, 0x2010, 0x2011, 0x2018, 0x2019: true
    default: false
    }
  }
}

/// How much words tell, looked up once each in the table of general English.
struct WordInformation {
  private let background: BackgroundWords
  private var known: [UInt64: Float] = [:]

  init(_ background: BackgroundWords = .english) { self.background = background }

  /// −ln of a word's share.
  mutating func information(of number: UInt64, _ bytes: ArraySlice<UInt8>) -> Float {
    if let value = known[number] { return value }
    let word = String(decoding: bytes, as: UTF8.self).lowercased().replacing("’", with: "'")
    let value = Float(-log(background.share(of: word)))
    known[number] = value
    return value
  }
}
