import ParallaxCore

/// Reads lexicons as a careful reviewer would. Lines that cannot be read at all are `LexiconError`s.
public enum LexiconLint {
  /// What there is to say of lexicons that are used together, sorted by place.
  ///
  /// - Parameter lexicons: As read by `LexiconFolder.check` or `BuiltInLexicons.check`; otherwise columns
  ///   are 1 and examples are not looked at.
  /// - Complexity: O(n) in spelled-out words of all patterns, at most 256 ways of each.
  public static func check(_ lexicons: [Lexicon]) -> [LintFinding] {
    var findings: [LintFinding] = []
    for lexicon in lexicons {
      findings += fields(lexicon)
      findings += deadEntries(lexicon)
      findings += order(lexicon)
      if !lexicon.examples.isEmpty { findings += examples(lexicon) }
    }
    var overlaps = OverlapLint(lexicons)
    findings += overlaps.findings()
    return findings.sorted {
      $0.place != $1.place
        ? $0.place < $1.place : ($0.rule.rawValue, $0.message) < ($1.rule.rawValue, $1.message)
    }
  }

  /// A finding at a field of an entry.
  static func at(
    _ lexicon: Lexicon, _ index: Int, _ column: String, _ rule: LintFinding.Rule, _ message: String
  ) -> LintFinding {
    let place = EntriesParser.columns.firstIndex(of: column) ?? 0
    let columns = index < lexicon.fieldColumns.count ? lexicon.fieldColumns[index] : []
    return LintFinding(
      place: LexiconPlace(
        path: lexicon.entriesPath, line: lexicon.entries[index].line,
        column: place < columns.count ? columns[place] : 1),
      rule: rule, message: message)
  }

  // MARK: Fields

  private static func fields(_ lexicon: Lexicon) -> [LintFinding] {
    var found: [LintFinding] = []
    for (index, entry) in lexicon.entries.enumerated() {
      let info = entry.info
      func add(_ column: String, _ rule: LintFinding.Rule, _ message: String) {
        found.append(at(lexicon, index, column, rule, message))
      }
      let own = lexicon.ownCategories.first { $0.name == info.category.name }?.subcategories
      let known = own ?? Codebook.subcategories(of: info.category) ?? []
      if known.isEmpty {
        if !info.subcategory.isEmpty {
          add("subcategory", .unknown, "\(info.category) has no subcategories; leave the column empty")
        }
      } else if info.subcategory.isEmpty && own == nil {
        add("subcategory", .missing, "no subcategory; \(info.category) has \(known.joined(separator: ", "))")
      } else if !info.subcategory.isEmpty && !known.contains(info.subcategory) {
        add(
          "subcategory", .unknown,
          "\(info.category) has no subcategory \"\(info.subcategory)\"; it has \(known.joined(separator: ", "))"
        )
      }
      if info.neutral == nil && Codebook.requiresNeutral(info.category, info.subcategory) {
        add("neutral", .missing, "no neutral word; say what a flat wire report would write")
      }
      if info.source == nil && info.note == nil {
        add(
          "source", .missing,
          "neither source nor note; say where the class of words is described, or why it is here")
      }
      if info.category == .evaluative && info.polarity == .neutral {
        add(
          "polarity", .missing,
          "an evaluative entry that neither praises nor blames; give it a polarity or a category")
      }
      attributes(info, add)
    }
    return found
  }

  private static func attributes(
    _ info: EntryInfo, _ add: (_ column: String, _ rule: LintFinding.Rule, _ message: String) -> Void
  ) {
    for attribute in info.attributes {
      switch attribute.key {
      case "factor":
        let value = Double(attribute.value) ?? -1
        if !(0.1...3).contains(value) {
          add("attributes", .unknown, "factor \"\(attribute.value)\" is no number from 0.1 to 3")
        }
      case "domain":
        if !Codebook.metaphorDomains.contains(attribute.value) {
          add(
            "attributes", .unknown,
            "domain \"\(attribute.value)\" is none of \(Codebook.metaphorDomains.joined(separator: ", "))")
        }
      default: continue
      }
    }
    if info.category == .slogan && info.subcategory == "partisan"
      && info.attributes.first(where: { $0.key == "side" }) == nil
    {
      add("attributes", .missing, "no side; say in plain words who uses the phrase, side=…")
    }
  }

  // MARK: Order

  private static func order(_ lexicon: Lexicon) -> [LintFinding] {
    var found: [LintFinding] = []
    for index in lexicon.entries.indices.dropFirst() {
      let previous = lexicon.entries[index - 1].info.form
      let form = lexicon.entries[index].info.form
      if form.utf8.lexicographicallyPrecedes(previous.utf8) {
        found.append(
          at(
            lexicon, index, "form", .unsorted,
            "\"\(form)\" stands behind \"\(previous)\"; sort with LC_ALL=C sort"))
      }
    }
    return found
  }

  // MARK: Examples

  private static func examples(_ lexicon: Lexicon) -> [LintFinding] {
    var found: [LintFinding] = []
    var hits: Set<String> = []
    var misses: Set<String> = []
    let forms = Set(lexicon.entries.map(\.info.form))
    for example in lexicon.examples {
      if example.entry.isEmpty || !forms.contains(example.entry) {
        let message =
          example.entry.isEmpty
          ? "no entry named; write the form that the sentence tests in the second column"
          : "no entry has the form \"\(example.entry)\"; write it as in entries.tsv"
        found.append(
          LintFinding(
            place: LexiconPlace(path: lexicon.examplesPath, line: example.line), rule: .example,
            message: message))
      }
      if example.expected.isEmpty { misses.insert(example.entry) } else { hits.insert(example.entry) }
    }
    for (index, entry) in lexicon.entries.enumerated() where entry.guards.asksForContext {
      let form = entry.info.form
      let lacks = [
        hits.contains(form) ? nil : "a sentence that it finds", misses.contains(form) ? nil : "a near miss",
      ]
      let missing = lacks.compactMap { $0 }
      if !missing.isEmpty {
        found.append(
          at(
            lexicon, index, "guard", .example,
            "a guarded entry without \(missing.joined(separator: " and ")) in examples.tsv"))
      }
    }
    return found
  }
}

extension Guards {
  /// Whether the words around the match decide, and not only names, negation or the voice.
  var asksForContext: Bool {
    var plain = self
    plain.allowsNames = false
    plain.ignoresNegation = false
    plain.voices = nil
    plain.cue = nil
    return !plain.isEmpty
  }
}
