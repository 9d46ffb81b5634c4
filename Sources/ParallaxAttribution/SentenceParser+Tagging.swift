import ParallaxCore

extension SentenceParser {
  mutating func tagAll() {
    for index in units.indices where units[index].tag == .other {
      units[index].tag = tag(of: index)
    }
  }

  /// The tag of the nearest unit to the left that is no adverb.
  func tagBefore(_ index: Int) -> Tag { tag(before(index)) }

  func before(_ index: Int) -> Int {
    var place = index - 1
    while place >= 0 && (units[place].tag == .adverb || units[place].tag == .bracketed) { place -= 1 }
    return place
  }

  func tag(of index: Int) -> Tag {
    let unit = units[index]
    let token = tokens[Int(unit.first)]
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
  func capitalTag(_ index: Int) -> Tag? {
    let classes = units[index].classes
    let isPlain = classes.isDisjoint(with: [
      .pronoun, .determiner, .preposition, .subordinator, .conjunction, .interrogative, .possessive, .that,
    ])
    if classes.contains(.time) && isPlain { return classes.contains(.adverb) ? .name : .time }
    if isPlain { return .name }
    return nil
  }

  /// The first word of a sentence begins a name when another capital follows.
  func startsName(_ index: Int) -> Bool {
    guard index + 1 < units.count else { return false }
    let next = units[index + 1]
    return next.shape.contains(.capitalized) && next.shape.contains(.spaceBefore)
      && units[index].classes.isDisjoint(with: [
        .conjunction, .that, .interrogative, .adverb, .auxiliary, .possessive, .to,
      ])
  }

  func cliticTag(_ index: Int) -> Tag {
    let token = token(index)
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

  func markTag(_ index: Int, _ token: Token) -> Tag {
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
  func isPluralOwner(_ index: Int) -> Bool {
    guard index > 0, index + 1 < units.count, !units[index].shape.contains(.spaceBefore) else { return false }
    let token = token(index - 1)
    return units[index - 1].tag.isNominal && bytes[Int(token.end) - 1] | 32 == UInt8(ascii: "s")
  }

  /// Whether only closing marks follow.
  func endsSentence(_ index: Int) -> Bool {
    var next = index + 1
    while next < units.count && next < index + 4 && token(next).kind == .punctuation {
      next += 1
    }
    return next == units.count
  }

  /// Tags of closed classes; nil for words whose neighbours decide.
  func functionTag(_ index: Int) -> Tag? {
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
        && token(index).span.count == 2
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

  func isBaseAuxiliary(_ index: Int) -> Bool {
    let token = token(index)
    let length = token.end - token.start
    let first = bytes[Int(token.start)] | 32
    return length == 2 && (first == UInt8(ascii: "b") || first == UInt8(ascii: "d"))
      || length == 4 && first == UInt8(ascii: "h") && bytes[Int(token.start) + 1] == UInt8(ascii: "a")
        && bytes[Int(token.start) + 2] == UInt8(ascii: "v")
  }

  /// Whether a noun, or an adjective before one, can begin here.
  func startsNoun(_ unit: Unit) -> Bool {
    guard tokens[Int(unit.first)].kind == .word || tokens[Int(unit.first)].kind == .number
    else {
      return unit.tag.isQuoted || tokens[Int(unit.first)].kind == .symbol
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

  func endsInLY(_ unit: Unit) -> Bool {
    let token = tokens[Int(unit.first)]
    return token.end - token.start > 4 && bytes[Int(token.end) - 1] == UInt8(ascii: "y")
      && bytes[Int(token.end) - 2] == UInt8(ascii: "l")
  }
}
