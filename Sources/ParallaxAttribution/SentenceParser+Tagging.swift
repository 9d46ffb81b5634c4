import ParallaxCore

extension SentenceParser {
  mutating func tagAll() {
    for index in units.indices where units[index].tag == .other {
      units[index].tag = tag(of: index)
    }
  }

  /// The tag of the nearest unit to the left that is no adverb.
  private func tagBefore(_ index: Int) -> Tag { tag(before(index)) }

  private func before(_ index: Int) -> Int {
    var place = index - 1
    while place >= 0 && (units[place].tag == .adverb || units[place].tag == .bracketed) { place -= 1 }
    return place
  }

  private func tag(of index: Int) -> Tag {
    let unit = units[index]
    let token = tokens[unit.tokens.lowerBound]
    switch token.kind {
    case .number: return .number
    case .address: return .name
    case .clitic: return cliticTag(index)
    case .symbol, .emoji:
      return byte(index) == UInt8(ascii: "$") || token.end - token.start > 1 ? .number : .other
    case .punctuation: return markTag(index, token)
    case .word: break
    }
    let classes = unit.classes
    if unit.shape.contains(.capitalized) && !isTitleCase {
      if !unit.shape.contains(.sentenceStart) && index > 0 {
        if let name = capitalTag(index) { return name }
      } else if classes.isEmpty || !classes.isDisjoint(with: [.firstName, .title]) || startsName(index) {
        if classes.isDisjoint(with: [.pronoun, .determiner, .preposition, .subordinator]) { return .name }
      }
    }
    if classes.contains(.known) {
      if let tag = functionTag(index) { return tag }
      if !classes.isDisjoint(with: .anyVerb) { return verbTag(index) }
      if classes.contains(.adjectiveCue) { return .adjective }
      if classes.contains(.number) { return .number }
      if classes.contains(.time) { return .time }
      if classes.contains(.firstName) && isTitleCase { return .name }
      return .noun
    }
    return tagBySuffix(index, token)
  }

  /// A capital inside a sentence makes a name, but for pronouns and articles after a mark.
  private func capitalTag(_ index: Int) -> Tag? {
    let classes = units[index].classes
    let isPlain = classes.isDisjoint(with: [
      .pronoun, .determiner, .preposition, .subordinator, .conjunction, .interrogative, .possessive, .that,
    ])
    if classes.contains(.time) && isPlain { return classes.contains(.adverb) ? .name : .time }
    if isPlain { return .name }
    return nil
  }

  /// The first word of a sentence begins a name when another capital follows.
  private func startsName(_ index: Int) -> Bool {
    guard index + 1 < units.count else { return false }
    let next = units[index + 1]
    return next.shape.contains(.capitalized) && next.shape.contains(.spaceBefore)
      && units[index].classes.isDisjoint(with: [
        .conjunction, .that, .interrogative, .adverb, .auxiliary, .possessive, .to,
      ])
  }

  private func cliticTag(_ index: Int) -> Tag {
    let token = tokens[units[index].tokens.lowerBound]
    let letter = bytes[Int(token.end) - 1] | 32
    guard letter == UInt8(ascii: "s") else { return .auxiliary }
    let last = index > 0 ? units[index - 1] : units[index]
    if last.classes.contains(.pronoun) || last.classes.contains(.interrogative)
      || last.classes.contains(.that)
    {
      return last.classes.isDisjoint(with: [.subject, .interrogative, .that]) ? .possessive : .auxiliary
    }
    guard index + 1 < units.count, !isTitleCase else { return .possessive }
    let next = units[index + 1]
    if next.shape.contains(.capitalized) { return .possessive }
    if !next.classes.isDisjoint(with: [.determiner, .negator]) { return .auxiliary }
    if next.classes.contains(.ing) && next.classes.isDisjoint(with: [.noun]) && last.tag == .name
      && index + 2 < units.count
      && !units[index + 2].classes.isDisjoint(with: [.determiner, .to, .preposition])
    {
      return .auxiliary
    }
    return .possessive
  }

  private func markTag(_ index: Int, _ token: Token) -> Tag {
    switch byte(index) {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: "."):
      // After initials and titles it is part of a name.
      if index > 0, !endsSentence(index), units[index - 1].tag == .name || units[index - 1].tag == .time {
        return units[index - 1].tag == .name ? .name : .adverb
      }
      return token.end - token.start == 1 && !endsSentence(index) ? .adverb : .stop
    case UInt8(ascii: "?"), UInt8(ascii: "!"): return .stop
    case UInt8(ascii: "'"): return isPluralOwner(index) ? .possessive : .other
    case UInt8(ascii: "-"): return .dash
    case 0xE2:
      let last = bytes[Int(token.start) + 2]
      if bytes[Int(token.start) + 1] == 0x80 && (0x92...0x95).contains(last) { return .dash }
      if last == 0x99 { return isPluralOwner(index) ? .possessive : .other }
      return last == 0xA6 ? .stop : .other
    default: return .other
    }
  }

  /// *the aides’ plan*: an apostrophe right after a noun that ends in *s*.
  private func isPluralOwner(_ index: Int) -> Bool {
    guard index > 0, index + 1 < units.count, !units[index].shape.contains(.spaceBefore) else { return false }
    let token = tokens[units[index - 1].tokens.lowerBound]
    return units[index - 1].tag.isNominal && bytes[Int(token.end) - 1] | 32 == UInt8(ascii: "s")
  }

  /// Whether only closing marks follow.
  private func endsSentence(_ index: Int) -> Bool {
    var next = index + 1
    while next < units.count && next < index + 4 && tokens[units[next].tokens.lowerBound].kind == .punctuation
    {
      next += 1
    }
    return next == units.count
  }

  /// Tags of closed classes; nil for words whose neighbours decide.
  private func functionTag(_ index: Int) -> Tag? {
    let classes = units[index].classes
    let next = index + 1 < units.count ? units[index + 1] : units[index]
    if classes.contains(.to) {
      var after = index + 1
      if self.classes(after).contains(.adverb) && !self.classes(after).contains(.verbBase) { after += 1 }
      let following = self.classes(after)
      if following.contains(.verbBase) || (!following.isDisjoint(with: [.be, .have, .do])) {
        return isBaseAuxiliary(after) || following.contains(.verbBase) ? .to : .preposition
      }
      return .preposition
    }
    if classes.contains(.that) { return .that }
    if !classes.isDisjoint(with: .auxiliary) { return .auxiliary }
    if classes.contains(.negator) { return .adverb }
    if classes.contains(.conjunction) { return .conjunction }
    if classes.contains(.according) { return .preposition }
    if !classes.isDisjoint(with: [.interrogative, .relative]) {
      return classes.contains(.subordinator) ? .interrogative : .interrogative
    }
    if classes.contains(.possessive) {
      if classes.contains(.pronoun) {  // her
        return startsNoun(next) ? .possessive : .pronoun
      }
      return .possessive
    }
    if classes.contains(.determiner) {
      if classes.contains(.pronoun) || classes.contains(.subject) {
        return startsNoun(next) ? .determiner : .pronoun
      }
      return .determiner
    }
    if classes.contains(.pronoun) {
      // *US*, the country
      return units[index].shape.contains(.allCapitals)
        && tokens[units[index].tokens.lowerBound].span.count == 2
        && !isTitleCase && !classes.contains(.subject) ? .name : .pronoun
    }
    if classes.contains(.preposition), tagBefore(index) == .determiner, !startsNoun(next) { return .noun }
    if classes.contains(.preposition) && classes.contains(.subordinator),
      !next.classes.isDisjoint(with: .subject),
      next.classes.contains(.pronoun)
    {
      return .subordinator
    }
    if classes.contains(.preposition) {
      if classes.contains(.adverb) && !startsNoun(next)
        && next.classes.isDisjoint(with: [.determiner, .possessive, .pronoun])
      {
        return .adverb
      }
      return .preposition
    }
    if classes.contains(.subordinator) { return .subordinator }
    if classes.contains(.adverb) && classes.isDisjoint(with: .anyVerb) {
      return classes.contains(.time) ? .time : .adverb
    }
    return nil
  }

  private func isBaseAuxiliary(_ index: Int) -> Bool {
    let token = tokens[units[index].tokens.lowerBound]
    let length = token.end - token.start
    let first = bytes[Int(token.start)] | 32
    return length == 2 && (first == UInt8(ascii: "b") || first == UInt8(ascii: "d"))
      || length == 4 && first == UInt8(ascii: "h") && bytes[Int(token.start) + 1] == UInt8(ascii: "a")
        && bytes[Int(token.start) + 2] == UInt8(ascii: "v")
  }

  /// Whether a noun, or an adjective before one, can begin here.
  private func startsNoun(_ unit: Unit) -> Bool {
    guard tokens[unit.tokens.lowerBound].kind == .word || tokens[unit.tokens.lowerBound].kind == .number
    else {
      return unit.tag.isQuoted || tokens[unit.tokens.lowerBound].kind == .symbol
    }
    let classes = unit.classes
    if !classes.contains(.known) { return !endsInLY(unit) }
    if !classes.isDisjoint(with: [
      .noun, .person, .group, .document, .number, .time, .title, .firstName, .ing, .adjectiveCue, .plural,
    ]) {
      return true
    }
    if unit.shape.contains(.capitalized) && !unit.shape.contains(.sentenceStart) { return true }
    if !classes.isDisjoint(with: [
      .auxiliary, .preposition, .conjunction, .pronoun, .determiner, .possessive, .subordinator,
      .interrogative, .that, .to, .verbBase, .verbS, .adverb,
    ]) {
      return false
    }
    return true
  }

  private func endsInLY(_ unit: Unit) -> Bool {
    let token = tokens[unit.tokens.lowerBound]
    return token.end - token.start > 4 && bytes[Int(token.end) - 1] == UInt8(ascii: "y")
      && bytes[Int(token.end) - 2] == UInt8(ascii: "l")
  }

  // MARK: Verbs

  private func verbTag(_ index: Int) -> Tag {
    let classes = units[index].classes
    let place = before(index)
    let last = tag(place)
    let lastClasses = self.classes(place)
    let canBeNoun = !classes.isDisjoint(with: [.noun, .person, .group, .document, .nounCue])
    switch last {
    case .to: return classes.contains(.verbBase) ? .base : nounOrAdjective(index)
    case .auxiliary:
      if !lastClasses.isDisjoint(with: [.modal, .do]) && classes.contains(.verbBase) { return .base }
      if units[place].classes.contains(.have) && classes.contains(.participle) { return .participle }
      if classes.contains(.participle) { return .participle }
      if classes.contains(.ing) { return .ing }
      if classes.contains(.past) { return .verb }
      // *Did the mayor say*: the auxiliary stands apart from its verb.
      return canBeNoun ? .noun : classes.contains(.verbBase) ? .base : .verb
    case .determiner, .possessive, .adjective, .number, .preposition:
      if classes.contains(.ing) { return last == .preposition ? .ing : .noun }
      if last == .number || last == .adjective || last == .preposition, !canBeNoun,
        !classes.isDisjoint(with: [.verbS, .past])
      {
        // *two said*; a preposition here is a particle.
        return last == .preposition && !isParticle(place) && classes.contains(.participle)
          ? .adjective : .verb
      }
      if last == .number, classes.contains(.verbBase), opensObject(index + 1) { return .verb }
      return nounOrAdjective(index)
    case .pronoun:
      if classes.contains(.ing) { return .ing }
      if !classes.isDisjoint(with: [.past, .verbS]) { return .verb }
      if lastClasses.contains(.subject) { return classes.contains(.verbBase) ? .verb : .participle }
      return classes.contains(.verbBase) ? .base : .participle
    case .noun, .name, .time, .quotation, .fragment, .bracketed, .interrogative, .that, .other:
      return verbTag(index, afterNoun: place, canBeNoun: canBeNoun)
    case .conjunction:
      if classes.contains(.ing) { return .ing }
      if classes.contains(.past) { return .verb }
      if classes.contains(.participle) { return .participle }
      if classes.contains(.verbBase), hasOpenBase(before: place) { return .base }
      if canBeNoun { return opensObject(index + 1) ? .verb : .noun }
      return .verb
    case .comma, .dash, .colon, .semicolon, .subordinator, .stop:
      if classes.contains(.ing) { return .ing }
      if classes.contains(.participle) && classes.contains(.past) {
        return last == .comma && !isCueForm(index) && opensAdjunct(index + 1) ? .participle : .verb
      }
      if classes.contains(.participle) { return .participle }
      if classes.contains(.past) { return .verb }
      if canBeNoun { return opensObject(index + 1) && classes.contains(.verbS) ? .verb : .noun }
      return classes.contains(.verbBase) ? .base : .verb
    case .verb, .participle:
      // *those surveyed say*
      if classes.contains(.verbBase) && !canBeNoun && last == .verb { return .verb }
      fallthrough
    default:
      if classes.contains(.ing) { return .ing }
      if classes.contains(.participle) { return .participle }
      return canBeNoun ? .noun : .base
    }
  }

  private func verbTag(_ index: Int, afterNoun place: Int, canBeNoun: Bool) -> Tag {
    let classes = units[index].classes
    let last = tag(place)
    if classes.contains(.past) {
      if classes.contains(.participle) {
        if self.classes(index + 1).contains(.by), last != .name || !isCueForm(index) { return .participle }
        // *a program called Beacon*
        if last == .noun && isNaming(index) && namesOnly(index + 1) { return .participle }
      }
      return .verb
    }
    if classes.contains(.participle) { return .participle }
    if classes.contains(.ing) {
      if last == .noun && canBeNoun && !opensObject(index + 1) { return .noun }
      return .ing
    }
    if last == .interrogative || last == .that {
      return canBeNoun && last == .that && !opensObject(index + 1) ? .noun : .verb
    }
    if !canBeNoun { return .verb }
    if opensObject(index + 1), !isObject(place) {
      return classes.contains(.verbS) || isPlural(place) || last == .name || last == .bracketed
        ? .verb : .noun
    }
    if last == .name && classes.contains(.verbS) && isVerbless(index) { return .verb }
    if isCueForm(index) && isMedialReport(index, nounEnd: place) { return .verb }
    if isTitleCase && last == .name { return isVerbless(index) ? .verb : .noun }
    return .noun
  }

  private func isNaming(_ index: Int) -> Bool {
    guard let cue = cue(ofVerb: index) else { return false }
    return cue.constructions.contains(.naming) && !cue.constructions.contains(.clause)
  }

  /// Whether a name or quotation stands here with nothing predicated of it.
  private func namesOnly(_ index: Int) -> Bool {
    guard index < units.count else { return false }
    if units[index].tag.isQuoted { return true }
    guard units[index].shape.contains(.capitalized) || classes(index).contains(.determiner) else {
      return false
    }
    var end = index
    while end < units.count && end < index + 10 {
      let unit = units[end]
      if unit.tag.isQuoted { return false }
      if tokens[unit.tokens.lowerBound].kind == .punctuation { return true }
      if classes(end).contains(.as) { return false }
      if !unit.classes.isDisjoint(with: [.auxiliary, .preposition]) { return end > index }
      if unit.classes.contains(.determiner) && end > index { return false }
      end += 1
    }
    return true
  }

  /// Whether the noun phrase that ends here is the object of a verb that takes no clause.
  private func isObject(_ index: Int) -> Bool {
    var start = index
    while start > 0 && units[start].tag.isNominal && start > index - 6 {
      if units[start].tag == .determiner || units[start].tag == .possessive { break }
      start -= 1
    }
    if units[start].tag == .determiner || units[start].tag == .possessive { start -= 1 }
    guard start >= 0 else { return false }
    switch units[start].tag {
    case .verb, .base, .ing: return !(cue(ofVerb: start)?.constructions.contains(.clause) ?? false)
    default: return false
    }
  }

  /// *, Vale notes,* and *, analysts claim.*
  private func isMedialReport(_ index: Int, nounEnd: Int) -> Bool {
    guard index + 1 < units.count else { return false }
    let next = byte(index + 1)
    guard next == UInt8(ascii: ",") || next == UInt8(ascii: ".") else { return false }
    var start = nounEnd
    while start > 0 && units[start - 1].tag.isNominal && start > nounEnd - 5 { start -= 1 }
    guard start > 0, units[start - 1].tag == .comma || units[start - 1].tag == .quotation else {
      return false
    }
    return classes(index).contains(.verbS) ? !isPlural(nounEnd) : isPlural(nounEnd)
  }

  /// Whether no verb stands right after, so that this must be one.
  private func isVerbless(_ index: Int) -> Bool {
    let next = classes(index + 1)
    guard index + 1 < units.count else { return false }
    if byte(index + 1) == UInt8(ascii: ",") || byte(index + 1) == UInt8(ascii: ".") { return false }
    return next.isDisjoint(with: .auxiliary) && next.isDisjoint(with: [.of, .conjunction])
      && (next.isDisjoint(with: .anyVerb) || next.contains(.noun))
  }

  private func nounOrAdjective(_ index: Int) -> Tag {
    let classes = units[index].classes
    if classes.contains(.noun) || classes.contains(.person) || classes.contains(.document) { return .noun }
    return !classes.isDisjoint(with: [.past, .participle]) ? .adjective : .noun
  }

  private func isParticle(_ index: Int) -> Bool { classes(index).contains(.adverb) }

  private func isCueForm(_ index: Int) -> Bool {
    let verb = Int(units[index].verb)
    guard verb >= 0, lexicon.verbs[verb].cue >= 0 else { return false }
    return lexicon.cues[Int(lexicon.verbs[verb].cue)].constructions.contains(.final)
  }

  /// Whether an object or clause begins here, so that the word before it is a verb.
  private func opensObject(_ index: Int) -> Bool {
    guard index < units.count else { return false }
    let unit = units[index]
    if unit.tag.isQuoted || unit.tag == .bracketed { return unit.tag.isQuoted }
    if unit.shape.contains(.capitalized) && !isTitleCase { return unit.classes.isDisjoint(with: [.time]) }
    if tokens[unit.tokens.lowerBound].kind == .number { return true }
    return !unit.classes.isDisjoint(with: [
      .determiner, .pronoun, .possessive, .that, .to, .interrogative, .negator,
    ])
  }

  private func opensAdjunct(_ index: Int) -> Bool {
    classes(index).contains(.preposition) || tag(index) == .stop
  }

  /// Whether a noun phrase that ends here can go with a base form: *the supporters of the law hope*.
  private func isPlural(_ index: Int) -> Bool {
    var place = index
    while place >= 0 && place > index - 8 {
      if isPluralWord(place) { return true }
      var start = place
      while start > 0 && units[start - 1].tag.isNominal && start > place - 5 { start -= 1 }
      guard start > 1, units[start - 1].tag == .preposition else { return false }
      place = start - 2
    }
    return false
  }

  private func isPluralWord(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    if units[index].classes.contains(.plural) || units[index].classes.contains(.they) { return true }
    let token = tokens[units[index].tokens.lowerBound]
    let last = bytes[Int(token.end) - 1] | 32
    return last == UInt8(ascii: "s") && units[index].classes.isDisjoint(with: [.verbS])
      || units[index].classes.contains(.noun) && last == UInt8(ascii: "s")
      || (index > 1 && tag(index - 1) == .conjunction) || (index > 2 && tag(index - 2) == .conjunction)
      || classes(index).contains(.number)
  }

  /// Whether the verb before a conjunction is a base form, so that another may follow.
  private func hasOpenBase(before place: Int) -> Bool {
    var index = place - 1
    while index >= 0 && index > place - 25 {
      switch units[index].tag {
      case .base: return true
      case .verb, .stop, .semicolon: return false
      default: index -= 1
      }
    }
    return false
  }

  // MARK: Unknown words

  private func tagBySuffix(_ index: Int, _ token: Token) -> Tag {
    let length = Int(token.end - token.start)
    guard length > 3 else { return .noun }
    let end = Int(token.end)
    let (a, b, c) = (bytes[end - 3] | 32, bytes[end - 2] | 32, bytes[end - 1] | 32)
    let last = tagBefore(index)
    if c == UInt8(ascii: "y") && b == UInt8(ascii: "l") && length > 4 {
      return .adverb
    }
    if c == UInt8(ascii: "g") && b == UInt8(ascii: "n") && a == UInt8(ascii: "i") && length > 4 {
      switch last {
      case .auxiliary, .comma, .preposition, .pronoun, .conjunction, .stop: return .ing
      case .noun, .name: return opensObject(index + 1) ? .ing : .noun
      default: return .noun
      }
    }
    if c == UInt8(ascii: "d") && b == UInt8(ascii: "e") && length > 4
      && !units[index].shape.contains(.hyphenated)
    {
      switch last {
      case .auxiliary: return .participle
      case .determiner, .possessive, .adjective, .number, .preposition: return .adjective
      case .comma: return opensAdjunct(index + 1) ? .participle : .verb
      case .noun, .name, .time, .quotation, .fragment, .bracketed:
        return classes(index + 1).contains(.by) ? .participle : .verb
      default: return .verb
      }
    }
    return .noun
  }
}
