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
    if constructions.contains(.clause), constructions.contains(.final), opensClause(index) {
      return clause(index, end)
    }
    return nil
  }

  private func quotes(_ cue: Cue) -> Bool {
    !cue.constructions.isDisjoint(with: [.final, .quoted, .clause, .that, .hearer]) || cue.kind == .speech
  }

  private func content(afterHearer after: Int, hearer: Int, of cue: Cue, cueEnd: Int) -> RightContent? {
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
  private func prepositionContent(of cue: Cue, at index: Int) -> RightContent? {
    guard index + 1 < units.count, units[index].preposition & cue.prepositions != 0,
      tag(index) == .preposition || tag(index) == .adverb
    else { return nil }
    let start = index + 1
    if tag(start) == .ing || tag(start) == .interrogative { return verbPhrase(start, index + 1) }
    guard tag(start).isNominal || tag(start) == .quotation || tag(start) == .adverb else { return nil }
    return RightContent(units: start..<objectEnd(from: start), cueEnd: index + 1, isClause: false)
  }

  private func clause(_ start: Int, _ cueEnd: Int) -> RightContent? {
    var end = clauseEnd(from: start)
    if end == units.count, tag(end - 1) == .colon { end -= 1 }
    return end > start ? RightContent(units: start..<end, cueEnd: cueEnd, isClause: true) : nil
  }

  private func verbPhrase(_ start: Int, _ cueEnd: Int) -> RightContent? {
    let end = clauseEnd(from: start, isVerbPhrase: true)
    return end > start ? RightContent(units: start..<end, cueEnd: cueEnd, isClause: true) : nil
  }

  private func object(_ start: Int, _ cueEnd: Int, of cue: Cue) -> RightContent? {
    let end = objectEnd(from: start)
    guard end > start else { return nil }
    if cue.constructions.contains(.predicate), cue.constructions.isDisjoint(with: [.object, .naming]),
      !(start..<end).prefix(Self.reach).contains(where: { classes($0).contains(.as) })
    {
      return nil
    }
    return RightContent(units: start..<end, cueEnd: cueEnd, isClause: false)
  }

  /// *what, how, why, whether, if* after a verb that takes clauses.
  private func opensFreeClause(_ index: Int) -> Bool {
    classes(index).isDisjoint(with: [.relative]) && opensClause(index)
  }

  /// Whether the noun phrase `start..<end` is the subject of a verb with tense.
  ///
  /// - Parameter isDirect: Whether the verb must follow at once.
  private func isSubject(_ start: Int, _ end: Int, isDirect: Bool = false) -> Bool {
    var index = end
    while tag(index) == .adverb || tag(index) == .bracketed { index += 1 }
    switch tag(index) {
    case .auxiliary, .verb: return true
    case .interrogative, .that, .comma, .participle, .ing, .dash:
      if isDirect { return false }
      // A relative clause or apposition, and then the verb.
      return opensClause(start) && (tag(index) != .comma || hasVerb(afterCommaAt: index))
    default: return false
    }
  }

  /// A parenthesis between two commas, then a verb.
  private func hasVerb(afterCommaAt comma: Int) -> Bool {
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
  private func pastAdjuncts(from index: Int, of cue: Cue) -> Int {
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

  // MARK: Where content ends

  /// End of the clause that begins at `start`: the sentence's end, or where the reporter speaks again.
  func clauseEnd(from start: Int, isVerbPhrase: Bool = false) -> Int {
    var index = start
    var inClause = !isVerbPhrase
    var dashed = false
    while index < units.count {
      switch tag(index) {
      case .semicolon:
        return index
      case .dash
      where index > start && !(units[index...].dropFirst().prefix(60).contains { $0.tag == .dash }):
        if !dashed { return index }
      case .dash: dashed = true
      case .comma:
        if returnsToReporter(afterComma: index, in: start) { return index }
        if isSubordinate, opensMainClause(index + 1) { return index }
        if isVerbPhrase {
          if leavesVerbPhrase(index + 1) { return index }
          inClause = false
        }
      case .conjunction where isVerbPhrase && !classes(index + 1).isDisjoint(with: .subordinator):
        return index
      case .that, .interrogative, .subordinator: inClause = true
      case .verb, .auxiliary:
        // *her plan to go is old*: the verb of the clause around it.
        if !inClause, tag(index - 1).isHead, tag(index - 1) != .pronoun, !isReducedRelative(index) {
          return index
        }
        inClause = true
      case .conjunction:
        if tag(index - 1) != .comma, startsJoinedCue(index) { return index }
      case .preposition where classes(index).contains(.according) && !isNestedAccording(index, in: start):
        return tag(index - 1) == .comma ? index - 1 : index
      case .quotation, .fragment:
        if let quotation = quotation(index), quotation.isSentence, endsAfterQuotation(index) {
          return index + 1
        }
      case .stop where index == units.count - 1:
        return index
      default: break
      }
      index += 1
    }
    return index
  }

  /// A subject and a verb with tense: *After saying so, the man left.*
  private func opensMainClause(_ index: Int) -> Bool {
    guard tag(index).isNominal else { return false }
    let end = nounPhraseEnd(from: index, withPhrases: true)
    guard end > index else { return false }
    var head = end
    while tag(head) == .adverb { head += 1 }
    return tag(head) == .verb || tag(head) == .auxiliary
  }

  /// *is expected to win, leaving others behind*
  private func leavesVerbPhrase(_ index: Int) -> Bool {
    switch tag(index) {
    case .ing, .subordinator, .interrogative: true
    case .conjunction: opensMainClause(index + 1)
    case .preposition: !classes(index).isDisjoint(with: [.subordinator])
    default: false
    }
  }

  /// After a quotation that ends its own sentence only a conjunction or lower case goes on with it.
  private func endsAfterQuotation(_ index: Int) -> Bool {
    guard index + 1 < units.count else { return true }
    return units[index + 1].shape.contains(.capitalized)
  }

  /// Whether what follows a comma is the reporter's: *, adding that*, *, and said*, *, officials said*.
  private func returnsToReporter(afterComma comma: Int, in start: Int) -> Bool {
    let next = comma + 1
    switch tag(next) {
    case .ing:
      return isSpeechCue(next)
    case .determiner
    where byte(next) | 32 == UInt8(ascii: "a") && units[next].tokens.count == 1
      && tokens[units[next].tokens.lowerBound].span.count <= 2
      && !hasFinite(in: next..<min(units.count, next + 8)):
      return true
    case .preposition: return classes(next).contains(.according) && !isNestedAccording(next, in: start)
    case .conjunction:
      if tag(next + 1) == .pronoun, classes(next + 1).contains(.subject),
        tag(next + 2) == .adverb || tag(next + 2) == .verb
      {
        var head = next + 2
        while tag(head) == .adverb { head += 1 }
        if tag(head) == .verb, isSpeechCue(head), classes(head).contains(.past) { return true }
      }
      return startsJoinedCue(next)
    case .verb: return isSpeechCue(next)
    case .adverb: return tag(next + 1) == .ing && isSpeechCue(next + 1)
    default:
      return isClosingReport(next)
    }
  }

  /// *that, according to Ruiz, it rained*: a parenthesis in the content, which goes on after it.
  private func isNestedAccording(_ index: Int, in start: Int) -> Bool {
    if index <= start + 2 { return true }
    let end = sourceEnd(from: index + 2)
    return tag(end) == .comma && opensClause(end + 1)
  }

  /// *officials said* and then a mark, a time or a hearer.
  private func isClosingReport(_ start: Int) -> Bool {
    guard tag(start).isNominal, tag(start) != .fragment else { return false }
    let end = nounPhraseEnd(from: start, withPhrases: true)
    guard end > start, end - start <= 14 else { return false }
    var head = end
    while tag(head) == .auxiliary || tag(head) == .adverb { head += 1 }
    guard tag(head) == .verb || tag(head) == .participle, isFinalCue(head) else { return false }
    return isTail(head + 1)
  }

  /// Whether nothing that could be content follows a cue.
  func isTail(_ index: Int) -> Bool {
    switch tag(index) {
    case .stop, .comma, .time, .semicolon, .dash, .other: true
    case .preposition: !opensClause(index)
    case .name, .noun, .determiner, .possessive, .pronoun: !opensClause(index)
    default: false
    }
  }

  /// Whether a conjunction joins another report to the one being read: *and added*, *but Ruiz said*.
  private func startsJoinedCue(_ conjunction: Int) -> Bool {
    var index = conjunction + 1
    while tag(index) == .adverb { index += 1 }
    if tag(index) == .verb { return isSpeechCue(index) && hasPastReporter(index) }
    if tag(index) == .auxiliary {
      var head = index
      while tag(head) == .auxiliary || tag(head) == .adverb { head += 1 }
      return (tag(head) == .participle || tag(head) == .base) && isFinalCue(head)
    }
    guard tag(index).isNominal else { return false }
    let end = nounPhraseEnd(from: index, withPhrases: true)
    guard end > index, end - index <= 10 else { return false }
    var head = end
    while tag(head) == .auxiliary || tag(head) == .adverb { head += 1 }
    guard tag(head).isVerbal else { return false }
    return isFinalCue(head) && tag(index) != .pronoun
  }

  private func hasPastReporter(_ index: Int) -> Bool { !classes(index).isDisjoint(with: [.past, .verbS]) }

  func cue(ofVerb index: Int) -> Cue? {
    let verb = Int(index < units.count ? units[index].verb : -1)
    guard verb >= 0 else { return nil }
    let number = Int(lexicon.verbs[verb].cue)
    return number >= 0 ? lexicon.cues[number] : nil
  }

  private func isSpeechCue(_ index: Int) -> Bool { cue(ofVerb: index).map { $0.kind == .speech } ?? false }

  func isFinalCue(_ index: Int) -> Bool {
    guard let cue = cue(ofVerb: index) else { return false }
    return cue.constructions.contains(.final) && (cue.kind == .speech || cue.kind == .evidence)
  }

  /// End of the noun phrase that is a cue's object, with what belongs to it.
  func objectEnd(from start: Int) -> Int {
    var index = start
    var inClause = false
    while index < units.count {
      switch tag(index) {
      case .comma, .stop, .semicolon, .colon, .dash: return trimmed(start, index)
      case .subordinator: return trimmed(start, index)
      case .that, .interrogative: inClause = true
      case .verb, .auxiliary:
        if !inClause && index > start && !isReducedRelative(index)
          && (tag(index) == .verb || !isNonFiniteAuxiliary(index))
        {
          return trimmed(start, index)
        }
      case .conjunction:
        var next = index + 1
        while tag(next) == .adverb { next += 1 }
        if tag(next) == .verb || tag(next) == .auxiliary { return trimmed(start, index) }
        if tag(next).isNominal, !joinsInside(next) { return trimmed(start, index) }
      case .preposition where classes(index).contains(.according): return trimmed(start, index)
      case .preposition where index > start && isAdjunctPreposition(index) && endsPhrase(index):
        return trimmed(start, index)
      default: break
      }
      index += 1
    }
    return trimmed(start, index)
  }

  /// *the plan he proposed*: a subject inside the phrase opens a clause of its own.
  private func isReducedRelative(_ index: Int) -> Bool {
    tag(index - 1) == .pronoun || tag(index - 1) == .name && tag(index - 2) == .noun
  }

  /// Whether the phrase after a conjunction is part of the object and not the subject of a new clause.
  private func joinsInside(_ index: Int) -> Bool {
    let end = nounPhraseEnd(from: index, withPhrases: true)
    return !(tag(end) == .verb || tag(end) == .auxiliary)
  }

  /// *on Tuesday*, *during the debate*, *after the vote*
  private func isAdjunctPreposition(_ index: Int) -> Bool {
    if tag(index + 1) == .time { return true }
    if tag(index + 1) == .adjective || tag(index + 1) == .determiner, tag(index + 2) == .time { return true }
    let token = tokens[units[index].tokens.lowerBound]
    let first = bytes[Int(token.start)] | 32
    let length = token.end - token.start
    // during, after, before, following, amid, despite
    return length == 6 && (first == UInt8(ascii: "d") || first == UInt8(ascii: "b"))
      && classes(index).isDisjoint(with: .adverb)
      || length == 5 && bytes[Int(token.start)] | 32 == UInt8(ascii: "a")
        && bytes[Int(token.start) + 1] == UInt8(ascii: "f")
      || length == 9 && first == UInt8(ascii: "f")
  }

  /// Whether the phrase that begins with a preposition is the last one before a mark.
  private func endsPhrase(_ index: Int) -> Bool {
    guard tag(index + 1) == .time || tag(index + 2) == .time else { return true }
    var end = index + 1
    while tag(end) == .time || tag(end) == .determiner || tag(end) == .adjective { end += 1 }
    return end >= units.count || tag(end).isMark || tag(end) == .conjunction || tag(end) == .subordinator
  }

  /// Without time expressions at the end.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end - 1 > start, tag(end - 1) == .time || tag(end - 1) == .comma { end -= 1 }
    return end
  }
}
