import ParallaxCore

/// Cuts a stretch of a pattern into the words and marks that the segmenter would make of it.
///
/// A hyphenated compound is one word, a clitic and every mark a word of its own, *n't* stays in its word.
/// All double quotation marks are `"`, all dashes of a sentence `—`, dots in a row `...`.
enum PatternWords {
  /// The normalized words of `text`, in order.
  ///
  /// - Complexity: O(n).
  static func split(_ text: some StringProtocol) -> [String] {
    let scalars = Array(WordForm.normalize(text).unicodeScalars)
    var words: [String] = []
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if scalar == " " || scalar == "\u{A0}" {
        at += 1
      } else if isLetter(scalar) {
        let end = wordEnd(scalars, at)
        let (word, clitic) = WordForm.splitClitic(string(scalars[at..<end]))
        words.append(word)
        if let clitic { words.append(clitic) }
        at = end
      } else {
        var end = at + 1
        if scalar == "." || scalar == "-" { while end < scalars.count && scalars[end] == scalar { end += 1 } }
        if scalar == "'", let length = cliticLength(scalars, at) { end = at + length }
        words.append(mark(scalars[at..<end]))
        at = end
      }
    }
    return words
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      let value = UInt8(scalar.value)
      return (value | 32) &- 97 < 26 || value &- 48 < 10
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

  /// One past the last scalar of the word that begins at `start`.
  private static func wordEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var at = start + 1
    while at < scalars.count {
      let scalar = scalars[at]
      if isLetter(scalar) {
        at += 1
        continue
      }
      let next = at + 1 < scalars.count ? scalars[at + 1] : " "
      switch scalar {
      case "'":
        guard isLetter(next), cliticLength(scalars, at) == nil else { return at }
      case "-":
        guard isLetter(next) else { return at }
      case ".":
        // Initials keep the stops between them, not the last: U.S, a.m; U.S.-led is one word.
        let isInitial = at == start + 1 || scalars[at - 2] == "."
        let joinsHyphen =
          next == "-" && isInitial && at > start + 1 && at + 2 < scalars.count && isLetter(scalars[at + 2])
        let joinsInitial = isInitial && isLetter(next) && !isDigit(next)
        guard joinsHyphen || joinsInitial || (isDigit(next) && isDigit(scalars[at - 1])) else { return at }
      case ",", ":", "/":
        guard isDigit(next), isDigit(scalars[at - 1]) else { return at }
      case "%":
        return isDigit(scalars[at - 1]) ? at + 1 : at
      default:
        return at
      }
      at += 1
    }
    return at
  }

  private static func cliticLength(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    let rest = string(scalars[start..<min(scalars.count, start + 3)])
    for clitic in WordForm.clitics.sorted(by: { $0.utf8.count > $1.utf8.count }) where rest.hasPrefix(clitic)
    {
      let end = start + clitic.utf8.count
      if end >= scalars.count || !isLetter(scalars[end]) { return clitic.utf8.count }
    }
    return nil
  }

  private static func mark(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    switch scalars.first?.value {
    case 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2039, 0x203A: "\""
    case 0x2014, 0x2015: "—"
    case 0x2026: "..."
    case 0x2D where scalars.count > 1: "—"
    case 0x2E where scalars.count > 1: "..."
    default: string(scalars)
    }
  }
}
