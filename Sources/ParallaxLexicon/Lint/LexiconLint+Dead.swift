import ParallaxCore

// Entries that can never count, by their guards.
extension LexiconLint {
  static func deadEntries(_ lexicon: Lexicon) -> [LintFinding] {
    var found: [LintFinding] = []
    for (index, entry) in lexicon.entries.enumerated() {
      if let reason = contradiction(in: entry.guards) ?? roleReason(entry) ?? exceptionReason(entry) {
        found.append(at(lexicon, index, "guard", .dead, reason))
      }
    }
    return found
  }

  /// Why guards cannot all hold; nil when they can.
  private static func contradiction(in guards: Guards) -> String? {
    if let roles = guards.roles, roles.subtracting(guards.excludedRoles).isEmpty {
      return "never counts: role and not-role leave no role"
    }
    if guards.cue == true, let voices = guards.voices, voices.isEmpty {
      return "never counts: no voice is left"
    }
    if !guards.after.isEmpty && guards.after.allSatisfy({ guards.notAfter.contains($0) }) {
      return "never counts: not-after takes away all that after asks for"
    }
    if !guards.before.isEmpty && guards.before.allSatisfy({ guards.notBefore.contains($0) }) {
      return "never counts: not-before takes away all that before asks for"
    }
    if guards.sentenceStart == true && !guards.after.isEmpty && !guards.after.contains(where: mayStandAtStart)
    {
      return "never counts: start, but after asks for a word before it"
    }
    if guards.sentenceStart == false && !guards.after.isEmpty
      && guards.after.allSatisfy({ $0 == .wordClass(.start) })
    {
      return "never counts: not-start, but after asks for the start"
    }
    return nil
  }

  private static func mayStandAtStart(_ item: ContextItem) -> Bool {
    switch item {
    case .wordClass(let wordClass): return [.start, .punctuation, .quote, .comma].contains(wordClass)
    case .phrase(let steps):
      return steps.allSatisfy {
        switch $0 {
        case .wordClass(let wordClass): [.start, .punctuation, .quote, .comma].contains(wordClass)
        case .words(let words): words.contains { !$0.unicodeScalars.contains { $0.properties.isAlphabetic } }
        default: false
        }
      }
    }
  }

  private static func roleReason(_ entry: Entry) -> String? {
    guard let roles = entry.guards.roles else { return nil }
    let isMeasured = roles.contains {
      entry.info.category == .promotional ? $0.isPromotional : $0.isEditorial
    }
    return isMeasured ? nil : "never counts: none of its roles is measured for \(entry.info.category)"
  }

  /// An exception of the form's own words.
  private static func exceptionReason(_ entry: Entry) -> String? {
    let isAlways = entry.pattern.paths.allSatisfy { path in
      entry.guards.exceptions.contains { phrase in
        phrase.count == path.count && zip(phrase, path).allSatisfy { covers($0, $1) }
      }
    }
    return isAlways ? "never counts: an exception takes away all of its words" : nil
  }

  /// Whether one step takes all that another does.
  private static func covers(_ wide: PatternStep, _ narrow: PatternStep) -> Bool {
    if wide == narrow { return true }
    guard case .words(let all) = wide, case .words(let some) = narrow else { return false }
    return Set(some).isSubset(of: all)
  }
}
