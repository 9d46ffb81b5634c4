import ParallaxCore

extension SentenceParser {
  /// What stands to the right of a cue and belongs to it.
  struct RightContent {
    /// Units of the content.
    var units: Range<Int>
    /// One past the last unit of the cue, with the preposition that joins it.
    var cueEnd: Int
    /// A clause or quotation rather than a noun phrase.
    var isClause: Bool
  }

  /// Content to the right of a cue whose last word stands before `end`.
  func rightContent(of cue: Cue, from end: Int, isNoun: Bool = false) -> RightContent? {
    let constructions = cue.constructions
    var index = end
    if constructions.contains(.hearer), tag(index).isNominal {
      let after = nounPhraseEnd(from: index)
      if after > index {
        if let content = content(afterHearer: after, hearer: index, of: cue, cueEnd: end) { return content }
      }
    }
    if let preposition = prepositionContent(of: cue, at: index) { return preposition }
    index = pastAdjuncts(from: end, of: cue)
    switch tag(index) {
    case .that:
      if constructions.contains(.clause) || constructions.contains(.that) { return clause(index, end) }
      return object(index, end, of: cue)
    case .interrogative:
      if constructions.contains(.question) || constructions.contains(.clause) && opensFreeClause(index) {
        return clause(index, end)
      }
      return nil
    case .quotation, .fragment: return clause(index, end)
    case .comma:
      if tag(index + 1).isQuoted, quotes(cue) { return clause(index + 1, end) }
      return nil
    case .colon:
      return index + 1 < units.count ? clause(index + 1, end) : nil
    case .to:
      return constructions.contains(.infinitive) ? verbPhrase(index, end) : nil
    case .ing where constructions.contains(.gerund):
      return verbPhrase(index, end)
    case .auxiliary, .verb, .conjunction, .stop, .semicolon, .dash, .base: return nil
    case .subordinator, .preposition, .adverb, .ing, .participle:
      guard constructions.contains(.clause), !isNoun, opensClause(index) else { return nil }
      return clause(index, end)
    default: break
    }
    let after = nounPhraseEnd(from: index, withPhrases: true)
    guard after > index else { return nil }
    if isNoun { return nil }
    if constructions.contains(.clause), isSubject(index, after, isDirect: !constructions.contains(.final)) {
      return clause(index, end)
    }
    if constructions.contains(.hearerInfinitive), tag(nounPhraseEnd(from: index)) == .to || tag(after) == .to
    {
      return verbPhrase(index, end)
    }
    if !constructions.isDisjoint(with: .anyObject) {
      return object(index, end, of: cue)
    }
    // *claimed the crown when her rival withdrew*: the clause is another.
    let isFollowedByAdjunct = tag(after) == .subordinator || classes(after).contains(.subordinator)
    if constructions.contains(.clause), constructions.contains(.final), !isFollowedByAdjunct,
      opensClause(index)
    {
      return clause(index, end)
    }
    return nil
  }

  func quotes(_ cue: Cue) -> Bool {
    !cue.constructions.isDisjoint(with: [.final, .quoted, .clause, .that, .hearer]) || cue.kind == .speech
  }

  func content(afterHearer after: Int, hearer: Int, of cue: Cue, cueEnd: Int) -> RightContent? {
    if cue.constructions.contains(.hearerInfinitive) {
      let to = classes(after).contains(.negator) ? after + 1 : after
      if tag(to) == .to { return verbPhrase(hearer, cueEnd) }
    }
    let place = pastAdjuncts(from: after, of: cue)
    if place == after, units[min(after, units.count - 1)].preposition & cue.prepositions != 0,
      tag(after) == .preposition
    {
      return object(after + 1, cueEnd, of: cue)
    }
    switch tag(place) {
    case .that, .interrogative, .quotation, .fragment: return clause(place, cueEnd)
    case .comma where tag(place + 1).isQuoted: return clause(place + 1, cueEnd)
    case .colon where place + 1 < units.count: return clause(place + 1, cueEnd)
    case .pronoun, .noun, .name, .determiner, .possessive, .number, .adjective, .time:
      let next = nounPhraseEnd(from: place, withPhrases: true)
      return next > place && isSubject(place, next) ? clause(place, cueEnd) : nil
    default: return nil
    }
  }

  /// *called for a vote*, *complained about the plan*, *refers to it*
  func prepositionContent(of cue: Cue, at index: Int) -> RightContent? {
    guard index + 1 < units.count, units[index].preposition & cue.prepositions != 0,
      tag(index) == .preposition || tag(index) == .adverb
    else { return nil }
    let start = index + 1
    if tag(start) == .ing || tag(start) == .interrogative { return verbPhrase(start, index + 1) }
    guard tag(start).isNominal || tag(start) == .quotation || tag(start) == .adverb else { return nil }
    return RightContent(units: start..<objectEnd(from: start), cueEnd: index + 1, isClause: false)
  }

  func clause(_ start: Int, _ cueEnd: Int) -> RightContent? {
    var end = clauseEnd(from: start)
    if end == units.count, tag(end - 1) == .colon { end -= 1 }
    // *argued that:* announces a list.
    if end == start + 1, tag(start) == .that { return nil }
    return end > start ? RightContent(units: start..<end, cueEnd: cueEnd, isClause: true) : nil
  }

  func verbPhrase(_ start: Int, _ cueEnd: Int) -> RightContent? {
    let end = clauseEnd(from: start, isVerbPhrase: true)
    return end > start ? RightContent(units: start..<end, cueEnd: cueEnd, isClause: true) : nil
  }

  func object(_ start: Int, _ cueEnd: Int, of cue: Cue) -> RightContent? {
    let end = objectEnd(from: start)
    guard end > start else { return nil }
    if cue.constructions.contains(.predicate), cue.constructions.isDisjoint(with: [.object, .naming]),
      !hasAs(in: start..<end)
    {
      return nil
    }
    return RightContent(units: start..<end, cueEnd: cueEnd, isClause: false)
  }

  func hasAs(in range: Range<Int>) -> Bool {
    for index in range.prefix(Self.reach) where units[index].classes.contains(.as) { return true }
    return false
  }

  /// Whether another dash follows within reach, so that the two set off a parenthesis.
  func hasDash(after index: Int) -> Bool {
    for place in index + 1..<max(index + 1, min(units.count, index + Self.reach))
    where units[place].tag == .dash {
      return true
    }
    return false
  }

  /// *what, how, why, whether, if* after a verb that takes clauses.
  func opensFreeClause(_ index: Int) -> Bool {
    classes(index).isDisjoint(with: [.relative]) && opensClause(index)
  }

  /// Whether the noun phrase `start..<end` is the subject of a verb with tense.
  ///
  /// - Parameter isDirect: Whether the verb must follow at once.
  func isSubject(_ start: Int, _ end: Int, isDirect: Bool = false) -> Bool {
    var index = end
    while tag(index) == .adverb || tag(index) == .bracketed { index += 1 }
    switch tag(index) {
    case .auxiliary, .verb: return true
    case .interrogative where classes(index).contains(.subordinator): return false
    case .interrogative, .that, .comma, .participle, .ing, .dash:
      if isDirect { return false }
      // A relative clause or apposition, and then the verb.
      return opensClause(start) && (tag(index) != .comma || hasVerb(afterCommaAt: index))
    default: return false
    }
  }

  /// A parenthesis between two commas, then a verb.
  func hasVerb(afterCommaAt comma: Int) -> Bool {
    var index = comma + 1
    let limit = min(units.count, comma + 45)
    while index < limit {
      if tag(index) == .stop || tag(index).isQuoted { return false }
      if tag(index) == .comma {
        var after = index + 1
        while tag(after) == .adverb { after += 1 }
        if tag(after) == .verb || tag(after) == .auxiliary { return true }
      }
      index += 1
    }
    return false
  }

  /// Whether a verb with tense follows before the sentence or its next part ends.
  func opensClause(_ index: Int) -> Bool {
    var place = index
    let limit = min(units.count, index + 30)
    while place < limit {
      switch tag(place) {
      case .verb, .auxiliary: return true
      case .stop, .semicolon, .colon: return false
      case .comma where tag(place + 1) == .ing || tag(place + 1) == .interrogative: return false
      default: place += 1
      }
    }
    return false
  }

  /// Past time and place between a cue and its content: *said on Tuesday in Vale that*.
  func pastAdjuncts(from index: Int, of cue: Cue) -> Int {
    var place = index
    while tag(place) == .adverb || tag(place) == .time || tag(place) == .bracketed { place += 1 }
    if tag(place) == .adjective || tag(place) == .determiner, tag(place + 1) == .time {  // last week
      var after = place + 2
      while tag(after) == .time { after += 1 }
      if tag(after) != .possessive { place = after }
    }
    var phrases = 0
    var after = place
    while phrases < 4, tag(after) == .preposition {
      let next = nounPhraseEnd(from: after + 1)
      guard next > after + 1 else { break }
      after = next
      while tag(after) == .adverb || tag(after) == .time { after += 1 }
      phrases += 1
    }
    guard phrases > 0 else { return place }
    switch tag(after) {
    case .that, .quotation, .fragment, .colon: return after
    case .interrogative: return cue.constructions.contains(.question) ? after : place
    case .comma where tag(after + 1).isQuoted: return after
    case .pronoun where !classes(after).isDisjoint(with: .subject): return opensClause(after) ? after : place
    default:
      // *said in Vale the plan would fail*: the verb needs a subject of its own.
      if tag(after).isNominal {
        let next = nounPhraseEnd(from: after, withPhrases: true)
        if next > after, isSubject(after, next) { return after }
      }
      return tag(after) == .comma || tag(after) == .stop ? after : place
    }
  }
}
