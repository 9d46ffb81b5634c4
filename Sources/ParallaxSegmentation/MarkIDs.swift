import ParallaxCore

/// The numbers of clitics and marks, looked up once per article.
struct MarkIDs {
  private var asciiIDs: [WordID] = Array(repeating: 0, count: 128)
  /// *...* and *…* are one mark.
  let ellipsis: WordID
  /// *--* and *—* are one mark.
  let dash: WordID
  private let clitics: (s: WordID, re: WordID, ve: WordID, ll: WordID, d: WordID, m: WordID)

  init(_ vocabulary: Vocabulary) {
    func first(_ forms: String...) -> WordID {
      for form in forms {
        let id = vocabulary.id(form)
        if id != 0 { return id }
      }
      return 0
    }
    for byte in UInt8(0x21)..<0x7F where ByteClass.bits(of: byte) & ByteClass.alphanumeric == 0 {
      asciiIDs[Int(byte)] = vocabulary.id(String(UnicodeScalar(byte)))
    }
    ellipsis = first("...", "…")
    dash = first("—", "--")
    clitics = (first("'s"), first("'re"), first("'ve"), first("'ll"), first("'d"), first("'m"))
  }

  @inline(__always)
  func ascii(_ byte: UInt8) -> WordID { asciiIDs[Int(byte & 0x7F)] }

  /// The clitic that begins with this letter.
  func clitic(_ letter: UInt8) -> WordID {
    switch letter | 32 {
    case UInt8(ascii: "s"): clitics.s
    case UInt8(ascii: "r"): clitics.re
    case UInt8(ascii: "v"): clitics.ve
    case UInt8(ascii: "l"): clitics.ll
    case UInt8(ascii: "d"): clitics.d
    default: clitics.m
    }
  }

  /// Single curly marks are the straight one to a pattern.
  func singleQuote(_ scalar: Unicode.Scalar) -> WordID { ascii(UInt8(ascii: "'")) }

  /// So are double ones and guillemets.
  func doubleQuote(_ scalar: Unicode.Scalar) -> WordID { ascii(UInt8(ascii: "\"")) }
}
