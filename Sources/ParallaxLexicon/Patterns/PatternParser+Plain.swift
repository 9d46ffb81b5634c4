import ParallaxCore

// The short way for forms of plain words, and the capitals of a form.
extension PatternParser {
  /// The path of a form of ASCII letters, digits, inner hyphens, blanks and inflection marks; nil for others.
  static func plainPath(_ bytes: ArraySlice<UInt8>) -> Pattern? {
    var steps: [PatternStep] = []
    var capitals: [String] = []
    var at = bytes.startIndex
    let end = bytes.endIndex
    while at < end {
      let start = at
      var isCapital = false
      while at < end, bytes[at] != 0x20, bytes[at] != 0x7E {
        let byte = bytes[at]
        if byte &- 65 < 26 { isCapital = true }
        let isInnerHyphen = byte == 0x2D && at > start && at + 1 < end && isAlphanumeric(bytes[at + 1])
        guard isAlphanumeric(byte) || isInnerHyphen else { return nil }
        at += 1
      }
      guard at > start else { return nil }
      let word = lowercased(bytes[start..<at])
      if isCapital { capitals.append(word) }
      if at < end, bytes[at] == 0x7E {
        guard at + 1 < end, let inflection = Inflection(letter: bytes[at + 1]) else { return nil }
        let forms = inflection.forms(of: word)
        if isCapital { capitals += forms.dropFirst() }
        steps.append(.words(forms))
        at += 2
      } else {
        steps.append(.words([word]))
      }
      guard at == end || (bytes[at] == 0x20 && at + 1 < end && bytes[at + 1] != 0x20) else { return nil }
      at += 1
    }
    guard !steps.isEmpty, steps.count <= stepLimit else { return nil }
    return Pattern(paths: [steps], capitals: capitals)
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 || byte &- 48 < 10 }

  /// ASCII bytes in lower case.
  static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var count = 0
      for byte in bytes {
        buffer[count] = lowered(byte)
        count += 1
      }
      return count
    }
  }

  static func lowered(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }

  /// Normalized words that a form writes with a capital.
  static func capitals(in bytes: ArraySlice<UInt8>) -> [String] {
    guard bytes.contains(where: { $0 &- 65 < 26 || $0 >= 0x80 }) else { return [] }
    var found: [String] = []
    var run = ""
    func close(mark: Inflection?) {
      if run.unicodeScalars.contains(where: { $0.properties.isUppercase }) {
        for word in PatternWords.split(run) {
          for form in mark?.forms(of: word) ?? [word] where !found.contains(form) { found.append(form) }
        }
      }
      run = ""
    }
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "\\": break
      case " ", "(", ")", "[", "]", "|", "<", ">", "=", "*": close(mark: nil)
      case "~":
        index += 1
        close(mark: index < scalars.count ? Inflection(rawValue: Character(scalars[index])) : nil)
      default: run.unicodeScalars.append(scalars[index])
      }
      index += 1
    }
    close(mark: nil)
    return found
  }
}
