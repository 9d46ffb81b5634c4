import ParallaxCore

/// All that attribution knows of words, indexed by word number: built once, read by all threads.
final class CueLexicon: Sendable {
  /// A verb and the particles with which it makes other cues.
  struct Verb: Sendable {
    /// Index into `cues`, or -1.
    var cue: Int16 = -1
    /// Word numbers of particles and the cues they make.
    var particles: [(word: WordID, cue: Int16)] = []
  }

  let cues: [Cue]
  let verbs: [Verb]
  /// Base forms of the cues.
  let lemmas: [String]
  /// What is known of each word, by its number.
  let entries: [WordEntry]
  /// Verbs that say what somebody is: *seem*, *become*, *remain*.
  let linking: Set<WordID>
  /// Countries and the like by what they and their people are called.
  let gazetteer: Gazetteer

  /// What is known of a word; nothing for number 0.
  @inline(__always)
  func entry(_ word: WordID) -> WordEntry { Int(word) < entries.count ? entries[Int(word)] : WordEntry() }

  /// The base form of the cue with a number; nil for quotations without one.
  func lemma(ofCue number: Int) -> String? {
    if number >= 0 { return lemmas[number] }
    return number == Draft.according ? "according to" : nil
  }

  init(words: inout VocabularyBuilder) {
    var builder = Builder()
    linking = Set(
      FunctionWords.linking.split(whereSeparator: \.isWhitespace).map { words.intern(String($0)) })
    gazetteer = Gazetteer()
    builder.addFunctionWords(&words)
    builder.addSources(&words)
    builder.addVerbs(&words)
    builder.addNouns(&words)
    cues = builder.cues
    verbs = builder.verbs
    lemmas = builder.lemmas
    var entries = [WordEntry](repeating: WordEntry(), count: Int(builder.entries.keys.max() ?? 0) + 1)
    for (id, entry) in builder.entries {
      entries[Int(id)] = entry
      let verb = entry.verb >= 0 ? builder.verbs[Int(entry.verb)] : Verb()
      if entry.cue >= 0 || verb.cue >= 0 || !verb.particles.isEmpty
        || !entry.classes.isDisjoint(with: [.according, .survey])
      {
        entries[Int(id)].classes.formUnion(.trigger)
      }
    }
    for index in entries.indices { entries[index].fixedTag = entries[index].classes.fixedTag }
    entries[0] = WordEntry()
    self.entries = entries
  }

  /// Takes parts that fit together.
  init(cues: [Cue], verbs: [Verb], lemmas: [String], entries: [WordEntry], linking: Set<WordID>) {
    self.cues = cues
    self.verbs = verbs
    self.lemmas = lemmas
    self.entries = entries
    self.linking = linking
    gazetteer = Gazetteer()
  }

  /// Gathers entries while words get their numbers.
  private struct Builder {
    var cues: [Cue] = []
    var lemmas: [String] = []
    var verbs: [Verb] = []
    var entries: [WordID: WordEntry] = [:]
    var verbNumbers: [String: Int] = [:]

    mutating func add(_ word: String, _ classes: WordClasses, _ words: inout VocabularyBuilder) {
      entries[words.intern(word), default: WordEntry()].classes.formUnion(classes.union(.known))
    }

    mutating func add(list: String, _ classes: WordClasses, _ words: inout VocabularyBuilder) {
      for word in list.split(whereSeparator: \.isWhitespace) { add(String(word), classes, &words) }
    }

    mutating func addFunctionWords(_ words: inout VocabularyBuilder) {
      add(list: FunctionWords.determiners, .determiner, &words)
      add(list: FunctionWords.possessives, .possessive, &words)
      add(list: FunctionWords.subjectPronouns, .subject, &words)
      add(list: FunctionWords.pronouns, .pronoun, &words)
      add(list: FunctionWords.modals, .modal, &words)
      add(list: FunctionWords.be, .be, &words)
      add(list: FunctionWords.have, .have, &words)
      add(list: FunctionWords.do, .do, &words)
      add(list: FunctionWords.conjunctions, .conjunction, &words)
      add(list: FunctionWords.subordinators, .subordinator, &words)
      add(list: FunctionWords.relatives, .relative, &words)
      add(list: FunctionWords.interrogatives, .interrogative, &words)
      add(list: FunctionWords.prepositions, .preposition, &words)
      add(list: FunctionWords.adverbs, .adverb, &words)
      add(list: FunctionWords.times, .time, &words)
      add(list: FunctionWords.numbers, .number, &words)
      add(list: FunctionWords.titles, .title, &words)
      add(list: FunctionWords.maleTitles, .male, &words)
      add(list: FunctionWords.femaleTitles, .female, &words)
      add(list: "to", .to, &words)
      add(list: "that", .that, &words)
      add(list: "as", .as, &words)
      add(list: "not never n't", .negator, &words)
      add(list: "according", .according, &words)
      add(list: "by", .by, &words)
      add(list: "of", .of, &words)
      add(list: "in", .in, &words)
      add(list: "on", .on, &words)
      add(list: "and", .and, &words)
      add(list: "who whom", .who, &words)
      add(list: "he him his himself", .he, &words)
      add(list: "she her hers herself", .she, &words)
      add(list: "they them their themselves", .they, &words)
      add(list: "it its itself", .it, &words)
      add(list: FunctionWords.guesses, .guess, &words)
      add(list: FunctionWords.contractions, .contracted, &words)
      add(list: FunctionWords.interjections, .interjection, &words)
      add(
        list: "report reports story article piece account post column reporting dispatch scoop", .publication,
        &words)
      add(list: "poll polls survey surveys study studies census", .survey, &words)
      add(list: "data police media people percent majority public staff", [.plural, .noun], &words)
      add(list: "i me my we us our you your myself yourself ourselves let's", .first, &words)
      add(list: "reportedly allegedly purportedly", [.adverb, .reportedly], &words)
      for (place, preposition) in Cue.prepositionList.enumerated() {
        entries[words.intern(preposition), default: WordEntry()].preposition = 1 << UInt16(place)
      }
    }

    mutating func addSources(_ words: inout VocabularyBuilder) {
      func nouns(_ list: String, _ classes: WordClasses, _ builder: inout Builder) {
        for noun in list.split(whereSeparator: \.isWhitespace) {
          let noun = String(noun)
          builder.add(noun, classes.union(.noun), &words)
          let plural =
            noun.hasSuffix("man") ? noun.dropLast(2) + "en" : VerbForms(noun).third
          builder.add(String(plural), classes.union([.noun, .plural]), &words)
        }
      }
      nouns(SourceNouns.persons, .person, &self)
      nouns(SourceNouns.groups, .group, &self)
      nouns(SourceNouns.documents, .document, &self)
      add(list: SourceNouns.collectives, [.collective, .plural], &words)
      add(list: FirstNames.male, [.firstName, .male], &words)
      add(list: FirstNames.female, [.firstName, .female], &words)
    }

    mutating func addVerbs(_ words: inout VocabularyBuilder) {
      let doubling = Set(NounForms.doubling.split(whereSeparator: \.isWhitespace).map(String.init))
      var nouns = Set(NounForms.list.split(whereSeparator: \.isWhitespace).map(String.init))
      nouns.subtract(NounForms.notNouns.split(whereSeparator: \.isWhitespace).map(String.init))
      var seen: [String: Int] = [:]
      for line in CueVerbs.table.split(separator: "\n") where !line.hasPrefix("#") {
        guard let (lemma, cue) = Cue.read(line: line) else { continue }
        if let known = seen[lemma] {
          cues[known].constructions.formUnion(cue.constructions)
          cues[known].prepositions |= cue.prepositions
          continue
        }
        seen[lemma] = cues.count
        let parts = lemma.split(separator: " ").map(String.init)
        let verb = addVerb(
          parts[0], isNoun: nouns.contains(parts[0]), doubles: doubling.contains(parts[0]), &words)
        if parts.count == 1 {
          verbs[verb].cue = Int16(cues.count)
        } else {
          verbs[verb].particles.append((words.intern(parts[1]), Int16(cues.count)))
        }
        cues.append(cue)
        lemmas.append(lemma)
      }
      for item in PlainVerbs.list.split(whereSeparator: \.isWhitespace) {
        let isNoun = item.hasSuffix("/n")
        let doubled = item.contains("+")
        let base = String(item.prefix { $0 != "/" && $0 != "+" })
        addVerb(base, isNoun: isNoun || nouns.contains(base), doubles: doubled, &words)
      }
      for verb in CueNouns.lightVerbs.split(whereSeparator: \.isWhitespace) {
        let forms = VerbForms(String(verb))
        for form in [forms.base, forms.third, forms.past, forms.participle, forms.ing] {
          add(form, .lightVerb, &words)
        }
      }
    }

    /// Gives a verb's forms their classes; returns its number.
    @discardableResult
    mutating func addVerb(
      _ base: String, isNoun: Bool, doubles: Bool, _ words: inout VocabularyBuilder
    ) -> Int {
      if let known = verbNumbers[base] { return known }
      let number = verbs.count
      verbNumbers[base] = number
      verbs.append(Verb())
      let forms = VerbForms(base, doubles: doubles)
      let noun: WordClasses = isNoun ? .noun : []
      for (form, classes) in [
        (forms.base, noun.union(.verbBase)), (forms.third, noun.union(.verbS)), (forms.past, .past),
        (forms.participle, .participle), (forms.ing, .ing),
      ] {
        add(form, classes, &words)
        let id = words.intern(form)
        if entries[id]?.verb ?? 0 < 0 { entries[id]?.verb = Int16(number) }
      }
      return number
    }

    mutating func addNouns(_ words: inout VocabularyBuilder) {
      func add(_ table: String, _ role: WordClasses, plural: Bool, _ builder: inout Builder) {
        for line in table.split(separator: "\n") {
          guard let (lemma, cue) = Cue.read(line: line) else { continue }
          let forms = plural ? [lemma, VerbForms(lemma).third] : [lemma]
          for (place, form) in forms.enumerated() {
            builder.add(
              form, plural ? (place == 0 ? [role, .noun] : [role, .noun, .plural]) : role, &words)
            builder.entries[words.intern(form)]?.cue = Int16(builder.cues.count)
          }
          builder.cues.append(cue)
          builder.lemmas.append(lemma)
        }
      }
      add(CueNouns.nouns, .nounCue, plural: true, &self)
      add(CueNouns.adjectives, .adjectiveCue, plural: false, &self)
    }
  }
}
