import ParallaxCore

/// Writes a term of another dictionary as a form of ours, and the other way.
enum FormText {
  /// A form, with what must hold where it is found.
  struct Form: Equatable {
    var text: String
    /// Whether it holds marks among letters or alone, as emoticons do, and must stand by itself.
    var isTight: Bool
  }

  /// Why a term has no form.
  struct Refusal: Error, Equatable { var reason: String }

  private static let marks: Set<Unicode.Scalar> = ["(", ")", "[", "]", "|", "<", ">", "~", "\\"]

  /// The form of a term.
  static func form(of term: String, _ syntax: TermDictionary.Syntax) throws(Refusal) -> Form {
    var words: [String] = []
    var isTight = false
    let parts = term.split(separator: " ").map(String.init)
    for part in parts {
      words.append(try word(part, syntax))
      if parts.count == 1 && isEmoticon(part) { isTight = true }
    }
    guard !words.isEmpty, words.count <= 32 else {
      throw Refusal(reason: words.isEmpty ? "it is empty" : "it has more than 32 words")
    }
    var text = words.joined(separator: " ")
    if text.hasPrefix("#") { text = "\\" + text }
    return Form(text: text, isTight: isTight)
  }

  /// A word that begins or ends with a mark which is no apostrophe, hyphen or star, or has one between letters.
  static func isEmoticon(_ word: String) -> Bool {
    let letters = word.unicodeScalars.count { isLetter($0) }
    let others = word.unicodeScalars.count {
      !isLetter($0) && !["'", "’", "-", "*", ".", "&", "%", "$", "#", "@"].contains($0)
    }
    return others > 0 || letters == 0
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || "0"..."9" ~= scalar
  }

  private static func word(_ word: String, _ syntax: TermDictionary.Syntax) throws(Refusal) -> String {
    var text = word
    var start = ""
    var end = ""
    if syntax != .literal && text.count > 1 && text.hasSuffix("*") {
      text.removeLast()
      end = "*"
    }
    if syntax == .glob {
      if text.count > 1 && text.hasPrefix("*") {
        text.removeFirst()
        start = "*"
      }
      if !start.isEmpty && !end.isEmpty { throw Refusal(reason: "a star at both ends") }
      if text == "*" { throw Refusal(reason: "a star for a whole word") }
      if text.contains("*") || text.contains("?") && text.count > 1 {
        throw Refusal(reason: "a wildcard inside a word")
      }
    }
    if !start.isEmpty || !end.isEmpty {
      guard text.unicodeScalars.count >= 3 else {
        throw Refusal(reason: "a star on fewer than three letters")
      }
      guard text.unicodeScalars.allSatisfy({ isLetter($0) || $0 == "-" || $0 == "'" || $0 == "’" }) else {
        throw Refusal(reason: "a star on a word with marks")
      }
    }
    return start + escaped(text) + end
  }

  /// The text with a backslash before every mark that would mean something in a form.
  static func escaped(_ text: String) -> String {
    var form = ""
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if marks.contains(scalar) || scalar == "*" || (place == 0 && (scalar == "=" || scalar == "@")) {
        form.append("\\")
      }
      form.unicodeScalars.append(scalar)
    }
    return form
  }

  /// The text of a form that only names words, with `*` where it has wildcards; nil for other forms.
  ///
  /// - Returns: The text, and whether it holds a star or question mark that is a mark of the text.
  static func plainText(of form: String) -> (text: String, hasLiteralStar: Bool)? {
    var text = ""
    var isEscaped = false
    var hasLiteralStar = false
    var isWordStart = true
    for scalar in form.unicodeScalars {
      if isEscaped {
        if scalar == "*" { hasLiteralStar = true }
        text.unicodeScalars.append(scalar)
        isEscaped = false
        isWordStart = false
        continue
      }
      if scalar == "\\" {
        isEscaped = true
        continue
      }
      if marks.contains(scalar) || (isWordStart && (scalar == "=" || scalar == "@")) { return nil }
      if scalar == "?" { hasLiteralStar = true }
      text.unicodeScalars.append(scalar)
      isWordStart = scalar == " "
    }
    return (text, hasLiteralStar)
  }
}
