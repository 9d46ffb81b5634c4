import ParallaxCore

extension SentenceParser {
  /// End of the clause that begins at `start`: the sentence's end, or where the reporter speaks again.
  func clauseEnd(from start: Int, isVerbPhrase: Bool = false) -> Int {
    var index = start
    var inClause = !isVerbPhrase
    var dashed = false
    while index < units.count {
      switch tag(index) {
      case .semicolon:
        return index
      case .dash where index > start && !hasDash(after: index):
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
  func opensMainClause(_ index: Int) -> Bool {
    guard tag(index).isNominal else { return false }
    let end = nounPhraseEnd(from: index, withPhrases: true)
    guard end > index else { return false }
    var head = end
    while tag(head) == .adverb { head += 1 }
    return tag(head) == .verb || tag(head) == .auxiliary
  }

  /// *is expected to win, leaving others behind*
  func leavesVerbPhrase(_ index: Int) -> Bool {
    switch tag(index) {
    case .ing, .subordinator, .interrogative: true
    case .conjunction: opensMainClause(index + 1)
    case .preposition: !classes(index).isDisjoint(with: [.subordinator])
    default: false
    }
  }

  /// After a quotation that ends its own sentence only a conjunction or lower case goes on with it.
  func endsAfterQuotation(_ index: Int) -> Bool {
    guard index + 1 < units.count else { return true }
    return units[index + 1].shape.contains(.capitalized)
  }

  /// Whether what follows a comma is the reporter's: *, adding that*, *, and said*, *, officials said*.
  func returnsToReporter(afterComma comma: Int, in start: Int) -> Bool {
    let next = comma + 1
    switch tag(next) {
    case .ing:
      return isSpeechCue(next)
    case .determiner
    where byte(next) | 32 == UInt8(ascii: "a") && units[next].tokens.count == 1
      && token(next).span.count <= 2
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
  func isNestedAccording(_ index: Int, in start: Int) -> Bool {
    if index <= start + 2 { return true }
    let end = sourceEnd(from: index + 2)
    return tag(end) == .comma && opensClause(end + 1)
  }

  /// *officials said* and then a mark, a time or a hearer.
  func isClosingReport(_ start: Int) -> Bool {
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
  func startsJoinedCue(_ conjunction: Int) -> Bool {
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

  func hasPastReporter(_ index: Int) -> Bool { !classes(index).isDisjoint(with: [.past, .verbS]) }

  func cue(ofVerb index: Int) -> Cue? {
    let verb = Int(index < units.count ? units[index].verb : -1)
    guard verb >= 0 else { return nil }
    let number = Int(lexicon.verbs[verb].cue)
    return number >= 0 ? lexicon.cues[number] : nil
  }

  func isSpeechCue(_ index: Int) -> Bool { cue(ofVerb: index)?.kind == .speech }

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
  func isReducedRelative(_ index: Int) -> Bool {
    tag(index - 1) == .pronoun || tag(index - 1) == .name && tag(index - 2) == .noun
  }

  /// Whether the phrase after a conjunction is part of the object and not the subject of a new clause.
  func joinsInside(_ index: Int) -> Bool {
    let end = nounPhraseEnd(from: index, withPhrases: true)
    return !(tag(end) == .verb || tag(end) == .auxiliary)
  }

  /// *on Tuesday*, *during the debate*, *after the vote*
  func isAdjunctPreposition(_ index: Int) -> Bool {
    if tag(index + 1) == .time { return true }
    if tag(index + 1) == .adjective || tag(index + 1) == .determiner, tag(index + 2) == .time { return true }
    let token = token(index)
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
  func endsPhrase(_ index: Int) -> Bool {
    guard tag(index + 1) == .time || tag(index + 2) == .time else { return true }
    var end = index + 1
    while tag(end) == .time || tag(end) == .determiner || tag(end) == .adjective { end += 1 }
    return end >= units.count || tag(end).isMark || tag(end) == .conjunction || tag(end) == .subordinator
  }

  /// Without time expressions at the end.
  func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end - 1 > start, tag(end - 1) == .time || tag(end - 1) == .comma { end -= 1 }
    return end
  }
}
