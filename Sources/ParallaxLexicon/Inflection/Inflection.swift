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
    var head = base[base.startIndex..<base.startIndex]
    var last = base[...]
    if !(self == .noun && Self.irregularNouns[base] != nil), let hyphen = base.lastIndex(of: "-") {
      let next = base.index(after: hyphen)
      if next < base.endIndex {
        head = base[..<next]
        last = base[next...]
      }
    }
    let word = String(last)
    var forms = [word]
    for form in inflected(word) where !forms.contains(form) { forms.append(form) }
    if !head.isEmpty { forms = forms.map { String(head) + $0 } }
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
    var forms = stem.withS(isVerb: true)
    if word.hasSuffix("do"), let irregular = pastOfDo(word) {
      forms += irregular
    } else if word.hasSuffix("go"), let irregular = pastOfGo(word) {
      forms += irregular
    } else if let past = irregularPast(word) {
      forms += past
    } else {
      forms += stem.withED(doubling: doubling(word, stem))
    }
    return forms + stem.withING(doubling: doubling(word, stem))
  }

  private static func irregularPast(_ word: String) -> [String]? {
    if let regular = regularVerbs[word] { return regular }
    if let past = irregularVerbs[word] { return past }
    for prefix in verbPrefixes where word.hasPrefix(prefix) && word.utf8.count > prefix.utf8.count + 1 {
      let rest = String(word.dropFirst(prefix.count))
      if let past = irregularPast(rest) { return past.map { prefix + $0 } }
    }
    return nil
  }

  private static func pastOfDo(_ word: String) -> [String]? {
    let prefix = String(word.dropLast(2))
    guard prefix.isEmpty || verbPrefixes.contains(prefix) else { return nil }
    return [prefix + "did", prefix + "done"]
  }

  private static func pastOfGo(_ word: String) -> [String]? {
    let prefix = String(word.dropLast(2))
    guard prefix.isEmpty || verbPrefixes.contains(prefix) || prefix == "for" else { return nil }
    return [prefix + "went", prefix + "gone"]
  }

  /// How a verb's last consonant is written before a vowel.
  private static func doubling(_ word: String, _ stem: Stem) -> Stem.Doubling {
    guard stem.endsInSingleConsonantAfterVowel else { return .never }
    if stem.syllables == 1 { return .always }
    if doublingVerbs.contains(word) {
      return word == "program" || word == "worship" || word == "kidnap" || word == "backpedal"
        ? .both : .always
    }
    for prefix in ["re", "un", "over", "out", "under", "mis"] where word.hasPrefix(prefix) {
      let rest = Stem(String(word.dropFirst(prefix.count)))
      // Un+pin, re+trim: what remains must be a word of its own, so begin with a consonant.
      if rest.syllables == 1 && rest.endsInSingleConsonantAfterVowel && rest.beginsWithConsonant {
        return .both
      }
    }
    return stem.endsIn("l") || stem.endsIn("s") ? .both : .never
  }

  // MARK: Nouns

  private static func nounForms(_ word: String, _ stem: Stem) -> [String] {
    if let irregular = irregularNouns[word] { return irregular }
    if word.hasSuffix("man") && !regularMan.contains(word) { return [stem.replacing(last: 3, with: "men")] }
    if word.hasSuffix("person") { return [stem.replacing(last: 6, with: "people"), word + "s"] }
    if word.hasSuffix("wife") { return [stem.replacing(last: 2, with: "ves")] }
    if word.hasSuffix("child") { return [word + "ren"] }
    if word.hasSuffix("self") { return [stem.replacing(last: 1, with: "ves")] }
    if word.hasSuffix("foot") && word != "foot" {
      return [stem.replacing(last: 4, with: "feet"), word + "s"]
    }
    if word.hasSuffix("lysis") || word.hasSuffix("crisis") || word.hasSuffix("thesis") {
      return [stem.replacing(last: 2, with: "es")]
    }
    if stem.endsIn("o") { return nounsInOES.contains(word) ? [word + "es", word + "s"] : [word + "s"] }
    if word.hasSuffix("quy") { return [stem.replacing(last: 1, with: "ies")] }
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
