/// The form in which words are compared: lower case, one kind of apostrophe and hyphen, composed letters.
///
/// Texts and lexicon patterns go through the same function, so a pattern finds a word however it is typed.
/// The report always shows the original.
public enum WordForm {
  /// The normalized form of a word.
  ///
  /// Lower-cases; maps ’ ‘ ʼ ＇ to ', ‐ and ‑ to -; drops soft hyphens, zero-width and bidirectional
  /// marks; composes letters followed by a combining mark (the Latin ones of NFC).
  public static func normalize(_ word: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019, 0x02BC, 0xFF07, 0x201B: scalars.append("'")
      case 0x2010, 0x2011: scalars.append("-")
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: continue
      case 0x300...0x36F:
        if let last = scalars.last, let composed = compose(last, scalar) {
          scalars.removeLast()
          scalars.append(composed)
        } else {
          scalars.append(scalar)
        }
      default:
        if scalar.value < 0x80 {
          let value = UInt8(scalar.value)
          scalars.append(Unicode.Scalar(value &- 65 < 26 ? value | 32 : value))
        } else {
          scalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
      }
    }
    return String(scalars)
  }

  /// Endings that are tokens of their own after a word, longest first where one ends another.
  public static let clitics = ["'s", "'re", "'ve", "'ll", "'d", "'m"]

  /// Splits a normalized word into the word and its clitic: *you're* gives *you* and *'re*.
  ///
  /// *n't* stays in its word. The word itself is returned with a nil clitic when there is none.
  public static func splitClitic(_ normalized: String) -> (word: String, clitic: String?) {
    for clitic in clitics where normalized.hasSuffix(clitic) && normalized.utf8.count > clitic.utf8.count {
      return (String(normalized.dropLast(clitic.count)), clitic)
    }
    return (normalized, nil)
  }

  /// The composed letter, for the Latin letters and marks that news text uses.
  private static func compose(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard let (bases, composed) = compositions[mark.value] else { return nil }
    guard let place = bases.firstIndex(of: base) else { return nil }
    return composed[place]
  }

  private static let compositions: [UInt32: (bases: [Unicode.Scalar], composed: [Unicode.Scalar])] = {
    func row(_ bases: String, _ composed: String) -> ([Unicode.Scalar], [Unicode.Scalar]) {
      (Array(bases.unicodeScalars), Array(composed.unicodeScalars))
    }
    return [
      0x300: row("aeiounw", "àèìòùǹẁ"),
      0x301: row("aeiouyclnrsz", "áéíóúýćĺńŕśź"),
      0x302: row("aeioucghjswyz", "âêîôûĉĝĥĵŝŵŷẑ"),
      0x303: row("anoiuevy", "ãñõĩũẽṽỹ"),
      0x304: row("aeiou", "āēīōū"),
      0x306: row("aegiou", "ăĕğĭŏŭ"),
      0x307: row("cegz", "ċėġż"),
      0x308: row("aeiouyw", "äëïöüÿẅ"),
      0x30A: row("au", "åů"),
      0x30B: row("ou", "őű"),
      0x30C: row("cdenrstzaiougkj", "čďěňřšťžǎǐǒǔǧǩǰ"),
      0x323: row("adeioutsh", "ạḍẹịọụṭṣḥ"),
      0x326: row("st", "șț"),
      0x327: row("cgklnrst", "çģķļņŗşţ"),
      0x328: row("aeiou", "ąęįǫų"),
    ]
  }()
}
