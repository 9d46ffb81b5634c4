/// The tokenizer as a list of regular expressions: slow, and plain enough to check by eye.
///
/// Covers words, numbers, clitics, addresses and marks; emoji and scripts without spaces have tests of their
/// own.
struct ObviousTokenizer {
  private let clitic = ObviousTokenizer.regex(clitics)
  private let tag = ObviousTokenizer.regex(#"[@#]\w*[A-Za-zéŽ_]\w*"#)
  /// In order of preference.
  private let tokens = [
    "(?i:https?|ftp)://" + path,
    #"[A-Za-z][\w+-]*(?:\.[\w+-]+)*@"# + host + #"(?:\."# + host + ")+",
    #"[A-Za-z]\w*(?:[.-]\w+)*\.(?:com|org)(?![\w-])(?:/(?:"# + path + ")?)?",
    #"[A-Za-z](?:\.[A-Za-z])+(?:\.-"# + run + "+|" + run + "*)" + joined,
    #"\p{L}"# + run + "*" + joined,
    #"\d[\d_]*(?:[.,:/-]\d[\d_]*)*%"#,
    #"\d[\d_]*(?:[.,:/-]\d[\d_]*)*(?:\p{L}"# + run + #"*)?(?:-[\p{L}\p{Nd}]"# + run + "*)*%?",
    #"\.+|-+|_+|''|``"#,
    #"[^\s\p{L}\p{Nd}]"#,
  ].map(ObviousTokenizer.regex)

  private static let run = #"[\p{L}\p{Nd}_]"#
  private static let clitics = #"['’‘](?i:s|d|m|re|ve|ll)(?![\p{L}\p{Nd}_])"#
  private static let joined = "(?:(?:(?!" + clitics + ")['’‘]|[-‐‑])[\\p{L}\\p{Nd}]" + run + "*)*"
  private static let path = #"[^\s"<>“”‘’—–…]*[^\s"<>“”‘’—–….,;:!?)\]']"#
  private static let host = "[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*"

  /// A pattern that never matches stands in for one that cannot be read; the tests then fail.
  private static func regex(_ pattern: String) -> Regex<Substring> {
    ((try? Regex(pattern, as: Substring.self)) ?? #/(?!)/#).matchingSemantics(.unicodeScalar)
  }

  /// The texts of the tokens.
  func cut(_ text: String) -> [String] {
    var rest = text[...]
    var result: [String] = []
    var last: Unicode.Scalar = " "
    while let first = rest.unicodeScalars.first {
      if first.properties.isWhitespace {
        rest.unicodeScalars.removeFirst()
        last = " "
        continue
      }
      let isWord = last.properties.isAlphabetic || last.properties.numericType != nil
      let match =
        (isWord || "._)%\"”".unicodeScalars.contains(last) ? rest.prefixMatch(of: clitic) : nil)
        ?? (isWord && last.isASCII ? nil : rest.prefixMatch(of: tag))
        ?? tokens.lazy.compactMap { rest.prefixMatch(of: $0) }.first
      guard let match else { return result }
      result.append(String(match.output))
      last = match.output.unicodeScalars.last ?? " "
      rest = rest[match.range.upperBound...]
    }
    return result
  }
}
