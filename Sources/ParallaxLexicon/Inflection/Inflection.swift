/// The inflections that a pattern marks with `~v`, `~n`, `~a`, and the forms they stand for.
///
/// Rules of English spelling with tables of exceptions (`Inflection+Irregular.swift`). Where British and
/// American spelling differ (*travelled*, *traveled*) both are given; a form that nobody writes costs nothing.
public enum Inflection: Character, Sendable, CaseIterable {
  /// *slam, slams, slammed, slamming*
  case verb = "v"
  /// *regime, regimes*
  case noun = "n"
  /// *bold, bolder, boldest*
  case adjective = "a"

  /// All forms of `base`, the base first, each once.
  ///
  /// Of a hyphenated compound the last part changes (*cherry-pick~v*, *yes-man~n*), save in compounds such as
  /// *runner-up*.
  ///
  /// - Parameter base: A normalized word in its base form.
  /// - Complexity: O(length).
  public func forms(of base: String) -> [String] {
    guard base.utf8.contains(UInt8(ascii: "-")), let hyphen = base.lastIndex(of: "-"),
      !(self == .noun && Self.irregularNouns[base] != nil), base.index(after: hyphen) < base.endIndex
    else { return Self.distinct(base, inflected(base)) }
    let head = String(base[...hyphen])
    let last = String(base[base.index(after: hyphen)...])
    return Self.distinct(last, inflected(last)).map { head + $0 }
  }

  /// The base and its forms, each once.
  private static func distinct(_ base: String, _ others: [String]) -> [String] {
    var forms = [base]
    forms.reserveCapacity(others.count + 1)
    for form in others where !forms.contains(form) { forms.append(form) }
    return forms
  }

  private func inflected(_ word: String) -> [String] {
    let stem = Stem(word)
    switch self {
    case .verb: return Self.verbForms(word, stem)
    case .noun: return Self.nounForms(word, stem)
    case .adjective: return Self.adjectiveForms(word, stem)
    }
  }

  // MARK: Verbs

  private static func verbForms(_ word: String, _ stem: Stem) -> [String] {
    switch word {
    case "be": return ["am", "is", "are", "was", "were", "been", "being"]
    case "have": return ["has", "had", "having"]
    default: break
    }
    let doubling = doubling(word, stem)
    var forms = stem.withS(isVerb: true)
    forms += irregularPast(word, stem) ?? stem.withED(doubling: doubling)
    forms += stem.withING(doubling: doubling)
    return forms
  }

  private static func irregularPast(_ word: String, _ stem: Stem) -> [String]? {
    if let past = regularVerbs[word] ?? irregularVerbs[word] { return past }
    guard let prefix = verbPrefixes.first(where: { stem.hasPrefix($0) }) else { return nil }
    let rest = String(decoding: stem.bytes[prefix.utf8CodeUnitCount...], as: UTF8.self)
    return irregularPast(rest, Stem(rest))?.map { "\(prefix)\($0)" }
  }

  /// How a verb's last consonant is written before a vowel.
  private static func doubling(_ word: String, _ stem: Stem) -> Stem.Doubling {
    guard stem.endsInSingleConsonantAfterVowel else { return .never }
    if stem.syllables == 1 { return .always }
    if doublingVerbs.contains(word) { return variants.contains(word) ? .both : .always }
    for prefix in verbPrefixes where stem.hasPrefix(prefix) {
      // Un+pin, re+trim.
      let rest = Stem(bytes: Array(stem.bytes[prefix.utf8CodeUnitCount...]))
      if rest.syllables == 1 && rest.endsInSingleConsonantAfterVowel && rest.beginsWithConsonant {
        return .both
      }
    }
    for length in 3...5 where stem.bytes.count >= length + 3 {
      if doublingEndings.contains(String(decoding: stem.bytes.suffix(length), as: UTF8.self)) { return .both }
    }
    return stem.endsIn("l") || stem.endsIn("s") ? .both : .never
  }

  private static let variants: Set<String> = ["backpedal", "kidnap", "program", "worship"]

  // MARK: Nouns

  private static func nounForms(_ word: String, _ stem: Stem) -> [String] {
    if let irregular = irregularNouns[word] { return irregular }
    if stem.hasSuffix("man") && !regularMan.contains(word) { return [stem.replacing(last: 3, with: "men")] }
    if stem.hasSuffix("person") { return [stem.replacing(last: 6, with: "people"), word + "s"] }
    if stem.hasSuffix("wife") { return [stem.replacing(last: 2, with: "ves")] }
    if stem.hasSuffix("child") { return [word + "ren"] }
    if stem.hasSuffix("self") { return [stem.replacing(last: 1, with: "ves")] }
    if stem.hasSuffix("foot") && word != "foot" {
      return [stem.replacing(last: 4, with: "feet"), word + "s"]
    }
    if stem.hasSuffix("lysis") || stem.hasSuffix("crisis") || stem.hasSuffix("thesis") {
      return [stem.replacing(last: 2, with: "es")]
    }
    if stem.endsIn("o") { return nounsInOES.contains(word) ? [word + "es", word + "s"] : [word + "s"] }
    if stem.hasSuffix("quy") { return [stem.replacing(last: 1, with: "ies")] }
    return stem.withS(isVerb: false)
  }

  // MARK: Adjectives

  private static func adjectiveForms(_ word: String, _ stem: Stem) -> [String] {
    if let irregular = irregularAdjectives[word] { return irregular }
    // Longer ones take *more* and *most*.
    guard stem.syllables <= 2 else { return [] }
    let doubles = stem.syllables == 1 && stem.endsInSingleConsonantAfterVowel
    return stem.withEndings(["er", "est"], doubling: doubles ? .always : stem.endsIn("l") ? .both : .never)
  }
}
