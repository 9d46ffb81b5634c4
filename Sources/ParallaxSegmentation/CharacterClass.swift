/// What a character outside ASCII is to the tokenizer.
enum CharacterClass {
  /// Part of a word.
  case letter
  /// Part of a word or of what stands before it: combining marks, variation selectors.
  case mark
  /// A decimal digit.
  case digit
  /// A word by itself: a CJK ideograph or a Hiragana letter.
  case ideograph
  /// White space, or a character that shows nothing (zero-width space, soft hyphen, byte order mark).
  case space
  /// ‐ or ‑.
  case hyphen
  /// ’ ʼ ＇ and ‘, which may be quotation marks too.
  case apostrophe
  /// A mark of punctuation.
  case punctuation
  /// The first character of an emoji sequence.
  case emoji
  /// Everything else.
  case symbol

  /// - Complexity: O(1).
  static func of(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x400...0x481, 0x48A...0x52F, 0x391...0x3FF: return .letter
    case 0x300...0x36F, 0xFE0E, 0xFE0F, 0x20E3: return .mark
    case 0xAD, 0x80...0xA0, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF:
      return .space
    case 0x2010, 0x2011: return .hyphen
    case 0x2018, 0x2019, 0x02BC, 0xFF07, 0x201B: return .apostrophe
    case 0x2012...0x2017, 0x201A, 0x201C...0x2027, 0x2030...0x205E: return .punctuation
    case 0x3041...0x3096, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return .ideograph
    case 0x1F1E6...0x1F1FF: return .emoji
    default: return byProperties(scalar)
    }
  }

  private static func byProperties(_ scalar: Unicode.Scalar) -> CharacterClass {
    let properties = scalar.properties
    if properties.isEmojiPresentation { return .emoji }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
      return .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    case .decimalNumber: return .digit
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return .punctuation
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: return .space
    case .otherSymbol where properties.isEmoji && scalar.value >= 0x2000: return .emoji
    default: return .symbol
    }
  }
}
