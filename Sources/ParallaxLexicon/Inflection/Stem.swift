/// A word as bytes, and the spelling rules for its endings.
struct Stem {
  let bytes: [UInt8]

  /// Whether the last consonant is doubled before a vowel.
  enum Doubling {
    case never
    case always
    /// British and American spelling differ.
    case both
  }

  init(_ word: String) { bytes = Array(word.utf8) }

  init(bytes: [UInt8]) { self.bytes = bytes }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }

  /// The byte so many places before the end, or 0.
  private func last(_ place: Int) -> UInt8 { bytes.count >= place ? bytes[bytes.count - place] : 0 }

  var beginsWithConsonant: Bool { bytes.first.map { !Self.isVowel($0) } ?? false }

  func hasPrefix(_ prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard bytes.count > count + 1 else { return false }
    for index in 0..<count where bytes[index] != prefix.utf8Start[index] { return false }
    return true
  }

  func hasSuffix(_ suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    let start = bytes.count - count
    for index in 0..<count where bytes[start + index] != suffix.utf8Start[index] { return false }
    return true
  }

  func endsIn(_ letter: Unicode.Scalar) -> Bool { last(1) == UInt8(ascii: letter) }

  private func endsIn(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    last(2) == UInt8(ascii: first) && last(1) == UInt8(ascii: second)
  }

  /// Groups of vowels, *y* among them but at the beginning, a silent *e* left out: good enough for two.
  var syllables: Int {
    var count = 0
    var inVowels = false
    for (index, byte) in bytes.enumerated() {
      let isVowel = Self.isVowel(byte) || (byte == UInt8(ascii: "y") && index > 0)
      if isVowel && !inVowels { count += 1 }
      inVowels = isVowel
    }
    if count > 1 && endsIn("e") && !Self.isVowel(last(2))
      && !(last(2) == UInt8(ascii: "l") && !Self.isVowel(last(3)))
    {
      count -= 1
    }
    return max(1, count)
  }

  /// *slam*, *quit*, but not *sweep*, *show*, *fix*, *help*.
  var endsInSingleConsonantAfterVowel: Bool {
    let final = last(1)
    guard bytes.count >= 2, !Self.isVowel(final), final >= UInt8(ascii: "a"), final <= UInt8(ascii: "z")
    else {
      return false
    }
    switch final {
    case UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y"), UInt8(ascii: "h"): return false
    default: break
    }
    guard Self.isVowel(last(2)) else { return false }
    if bytes.count == 2 || !Self.isVowel(last(3)) { return true }
    // Two vowels, but *qu* is a consonant: quit, quiz, squat.
    return last(3) == UInt8(ascii: "u") && last(4) == UInt8(ascii: "q")
  }

  private var endsInConsonantY: Bool { endsIn("y") && bytes.count > 1 && !Self.isVowel(last(2)) }

  // MARK: Endings

  /// The word with its last bytes replaced.
  func replacing(last count: Int, with ending: StaticString, doubled: Bool = false) -> String {
    let kept = bytes.count - count
    let total = kept + (doubled ? 1 : 0) + ending.utf8CodeUnitCount
    return String(unsafeUninitializedCapacity: total) { buffer in
      for index in 0..<kept { buffer[index] = bytes[index] }
      var at = kept
      if doubled {
        buffer[at] = bytes[kept - 1]
        at += 1
      }
      for index in 0..<ending.utf8CodeUnitCount { buffer[at + index] = ending.utf8Start[index] }
      return total
    }
  }

  /// Third person of a verb, or plural of a noun.
  func withS(isVerb: Bool) -> [String] {
    if endsInConsonantY { return [replacing(last: 1, with: "ies")] }
    if endsIn("o") && bytes.count > 1 && !Self.isVowel(last(2)) && isVerb {
      return [replacing(last: 0, with: "es"), replacing(last: 0, with: "s")]
    }
    if endsIn("z") && last(2) != UInt8(ascii: "z") && Self.isVowel(last(2)) && syllables == 1 {
      return [replacing(last: 0, with: "zes")]
    }
    if endsIn("s") || endsIn("x") || endsIn("z") || endsIn("c", "h") || endsIn("s", "h") {
      // Bus, gas, bias: both spellings are met.
      if endsIn("s") && Self.isVowel(last(2)) && last(2) != UInt8(ascii: "e") {
        return [replacing(last: 0, with: "es"), replacing(last: 0, with: "ses")]
      }
      return [replacing(last: 0, with: "es")]
    }
    return [replacing(last: 0, with: "s")]
  }

  /// Past tense of a regular verb.
  func withED(doubling: Doubling) -> [String] {
    if endsIn("e") { return [replacing(last: 0, with: "d")] }
    if endsIn("c") { return [replacing(last: 0, with: "ked"), replacing(last: 0, with: "ed")] }
    return withEndings(["ed"], doubling: doubling)
  }

  /// Present participle.
  func withING(doubling: Doubling) -> [String] {
    if endsIn("i", "e") { return [replacing(last: 2, with: "ying")] }
    if endsIn("e") && bytes.count > 2 {
      switch last(2) {
      case UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "y"): return [replacing(last: 0, with: "ing")]
      case UInt8(ascii: "g"):  // singeing, but raging
        let both = last(3) == UInt8(ascii: "n")
        return both
          ? [replacing(last: 1, with: "ing"), replacing(last: 0, with: "ing")]
          : [replacing(last: 1, with: "ing")]
      default: return [replacing(last: 1, with: "ing")]
      }
    }
    if endsIn("c") { return [replacing(last: 0, with: "king"), replacing(last: 0, with: "ing")] }
    if endsInConsonantY { return [replacing(last: 0, with: "ing")] }
    return withEndings(["ing"], doubling: doubling)
  }

  /// The word before endings that begin with a vowel.
  func withEndings(_ endings: [StaticString], doubling: Doubling) -> [String] {
    var forms: [String] = []
    for ending in endings {
      if endsIn("e") {
        forms.append(replacing(last: 1, with: ending))
      } else if endsInConsonantY {
        forms.append(replacing(last: 0, with: ending, yToI: true))
      } else {
        if doubling != .never { forms.append(replacing(last: 0, with: ending, doubled: true)) }
        if doubling != .always { forms.append(replacing(last: 0, with: ending)) }
      }
    }
    return forms
  }

  private func replacing(last count: Int, with ending: StaticString, yToI: Bool) -> String {
    var changed = bytes
    if yToI { changed[changed.count - 1] = UInt8(ascii: "i") }
    return Stem(bytes: changed).replacing(last: count, with: ending)
  }
}
