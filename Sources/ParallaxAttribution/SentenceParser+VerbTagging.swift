import ParallaxCore

extension SentenceParser {
  func verbTag(_ index: Int) -> Tag {
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

  func verbTag(_ index: Int, afterNoun place: Int, canBeNoun: Bool) -> Tag {
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

  func isNaming(_ index: Int) -> Bool {
    guard let cue = cue(ofVerb: index) else { return false }
    return cue.constructions.contains(.naming) && !cue.constructions.contains(.clause)
  }

  /// Whether a name or quotation stands here with nothing predicated of it.
  func namesOnly(_ index: Int) -> Bool {
    guard index < units.count else { return false }
    if units[index].tag.isQuoted { return true }
    guard units[index].shape.contains(.capitalized) || classes(index).contains(.determiner) else {
      return false
    }
    var end = index
    while end < units.count && end < index + 10 {
      let unit = units[end]
      if unit.tag.isQuoted { return false }
      if tokens[Int(unit.first)].kind == .punctuation { return true }
      if classes(end).contains(.as) { return false }
      if !unit.classes.isDisjoint(with: [.auxiliary, .preposition]) { return end > index }
      if unit.classes.contains(.determiner) && end > index { return false }
      end += 1
    }
    return true
  }

  /// Whether the noun phrase that ends here is the object of a verb that takes no clause.
  func isObject(_ index: Int) -> Bool {
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
  func isMedialReport(_ index: Int, nounEnd: Int) -> Bool {
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
  func isVerbless(_ index: Int) -> Bool {
    let next = classes(index + 1)
    guard index + 1 < units.count else { return false }
    if byte(index + 1) == UInt8(ascii: ",") || byte(index + 1) == UInt8(ascii: ".") { return false }
    return next.isDisjoint(with: .auxiliary) && next.isDisjoint(with: [.of, .conjunction])
      && (next.isDisjoint(with: .anyVerb) || next.contains(.noun))
  }

  func nounOrAdjective(_ index: Int) -> Tag {
    let classes = units[index].classes
    if classes.contains(.noun) || classes.contains(.person) || classes.contains(.document) { return .noun }
    return !classes.isDisjoint(with: [.past, .participle]) ? .adjective : .noun
  }

  func isParticle(_ index: Int) -> Bool { classes(index).contains(.adverb) }

  func isCueForm(_ index: Int) -> Bool {
    let verb = Int(units[index].verb)
    guard verb >= 0, lexicon.verbs[verb].cue >= 0 else { return false }
    return lexicon.cues[Int(lexicon.verbs[verb].cue)].constructions.contains(.final)
  }

  /// Whether an object or clause begins here, so that the word before it is a verb.
  func opensObject(_ index: Int) -> Bool {
    guard index < units.count else { return false }
    let unit = units[index]
    if unit.tag.isQuoted || unit.tag == .bracketed { return unit.tag.isQuoted }
    if unit.shape.contains(.capitalized) && !isTitleCase { return unit.classes.isDisjoint(with: [.time]) }
    if tokens[Int(unit.first)].kind == .number { return true }
    return !unit.classes.isDisjoint(with: [
      .determiner, .pronoun, .possessive, .that, .to, .interrogative, .negator,
    ])
  }

  func opensAdjunct(_ index: Int) -> Bool {
    classes(index).contains(.preposition) || tag(index) == .stop
  }

  /// Whether a noun phrase that ends here can go with a base form: *the supporters of the law hope*.
  func isPlural(_ index: Int) -> Bool {
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

  func isPluralWord(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    if units[index].classes.contains(.plural) || units[index].classes.contains(.they) { return true }
    let token = token(index)
    let last = bytes[Int(token.end) - 1] | 32
    return last == UInt8(ascii: "s") && units[index].classes.isDisjoint(with: [.verbS])
      || units[index].classes.contains(.noun) && last == UInt8(ascii: "s")
      || (index > 1 && tag(index - 1) == .conjunction) || (index > 2 && tag(index - 2) == .conjunction)
      || classes(index).contains(.number)
  }

  /// Whether the verb before a conjunction is a base form, so that another may follow.
  func hasOpenBase(before place: Int) -> Bool {
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
}
