import ParallaxAttribution
import ParallaxCore

/// Tells how a polar word of a sentence bears on a mention in it.
struct RelationFinder {
  /// How far apart the two may stand, in tokens.
  static let reach = 60

  let reader: ClauseReader
  let tokens: [Token]
  let sentence: Range<Int>

  /// What a word says of a mention.
  struct Bearing {
    var relation: StanceRelation
    var value: Double
    /// Tokens between the two.
    var distance: Int
  }

  func bearing(of word: PolarWord, on mention: Range<Int>) -> Bearing {
    let distance = max(
      0, max(mention.lowerBound - word.tokens.upperBound, word.tokens.lowerBound - mention.upperBound))
    func made(_ relation: StanceRelation, _ value: Double) -> Bearing {
      Bearing(relation: relation, value: value, distance: distance)
    }
    let head = headToken(word)
    if reader.kind(of: head) == .verb, let clause = clause(at: head) {
      if let (relation, value) = role(word, clause, mention) { return made(relation, value) }
    } else if reader.kind(of: head) != .verb {
      if let (relation, value) = noun(word, mention) { return made(relation, value) }
      if modifies(word, mention) { return made(.modifier, word.modifier) }
    }
    if let relation = predicate(word, mention) { return made(relation, word.mood) }
    return made(isClauseMate(word.tokens, mention) ? .clause : .sentence, word.mood)
  }

  /// The word's verb, else its last word.
  private func headToken(_ word: PolarWord) -> Int {
    word.tokens.first { reader.kind(of: $0) == .verb } ?? word.tokens.upperBound - 1
  }

  private func clause(at head: Int) -> ClauseReader.Clause? {
    reader.clause(before: head + 1).flatMap { $0.head == head ? $0 : nil }
  }

  // MARK: Verbs

  /// *Vale praised Ruiz*: who acts, and who is acted upon.
  private func role(
    _ word: PolarWord, _ clause: ClauseReader.Clause, _ mention: Range<Int>
  ) -> (StanceRelation, Double)? {
    if let subject = clause.subject, let part = part(mention, of: subject) {
      let value = clause.isPassive ? word.patient : word.agent
      let relation: StanceRelation = clause.isPassive ? .patient : .agent
      switch part {
      case .head: return (relation, value)
      case .owner: return (clause.isPassive ? .patientOwner : .agentOwner, value)
      case .inside: break
      }
    }
    guard mention.lowerBound >= word.tokens.upperBound, let object = object(after: word.tokens.upperBound)
    else {
      return nil
    }
    guard let part = part(mention, of: object.range) else { return nil }
    let value = clause.isPassive && object.isAgent ? word.agent : word.patient
    let relation: StanceRelation = clause.isPassive && object.isAgent ? .agent : .patient
    switch part {
    case .head: return (relation, value)
    case .owner: return (relation == .agent ? .agentOwner : .patientOwner, value)
    case .inside: return nil
    }
  }

  /// What follows a verb, with or without a preposition.
  private func object(after token: Int) -> (range: Range<Int>, isAgent: Bool)? {
    var first = token
    while first < sentence.upperBound, first < token + 8, reader.kind(of: first) == .adverb { first += 1 }
    guard first < sentence.upperBound, let range = reader.nounPhrase(from: first) else { return nil }
    return (range, reader.namesAgent(first))
  }

  private enum Part { case head, owner, inside }

  /// Where a mention stands in a noun phrase; nil when it does not.
  private func part(_ mention: Range<Int>, of phrase: Range<Int>) -> Part? {
    guard phrase.lowerBound <= mention.lowerBound, mention.upperBound <= phrase.upperBound else { return nil }
    var before = mention.lowerBound - 1
    while before >= phrase.lowerBound, before > mention.lowerBound - 12 {
      if reader.kind(of: before) == .preposition { return .inside }
      before -= 1
    }
    let next = mention.upperBound
    guard next < phrase.upperBound else { return .head }
    if tokens[next].kind == .clitic || isPossessiveMark(next) { return .owner }
    switch reader.kind(of: next) {
    case .noun, .adjective: return .owner
    default: return .head
    }
  }

  private func isPossessiveMark(_ token: Int) -> Bool {
    tokens[token].kind == .punctuation && reader.kind(of: token) == .determiner
  }

  // MARK: Nouns

  /// *Ruiz’s failure*, *the failure of Ruiz*, *criticism of Ruiz by Vale*
  private func noun(_ word: PolarWord, _ mention: Range<Int>) -> (StanceRelation, Double)? {
    if mention.upperBound <= word.tokens.lowerBound {
      // Nothing but the noun's own phrase may stand between.
      guard word.tokens.lowerBound - mention.upperBound <= 6 else { return nil }
      for token in mention.upperBound..<word.tokens.lowerBound {
        switch reader.kind(of: token) {
        case .noun, .adjective, .adverb: continue
        case .determiner where tokens[token].kind != .word || token == mention.upperBound: continue
        default: return nil
        }
      }
      return (.owner, word.owner)
    }
    let next = word.tokens.upperBound
    guard next < sentence.upperBound, mention.lowerBound > next, reader.kind(of: next) == .preposition,
      let phrase = reader.nounPhrase(from: next), let part = part(mention, of: phrase), part != .inside
    else { return nil }
    let share = part == .owner ? 0.6 : 1
    if !word.hasRoles { return (.object, word.mood * share) }
    return (.object, (reader.namesAgent(next) ? word.agent : word.patient) * share)
  }

  /// *embattled Ruiz*, *Ruiz, a reckless mayor,*
  private func modifies(_ word: PolarWord, _ mention: Range<Int>) -> Bool {
    if word.tokens.upperBound <= mention.lowerBound {
      guard mention.lowerBound - word.tokens.upperBound <= 4 else { return false }
      return (word.tokens.upperBound..<mention.lowerBound).allSatisfy {
        switch reader.kind(of: $0) {
        case .noun, .adjective: true
        default: false
        }
      }
    }
    let comma = mention.upperBound
    guard comma < sentence.upperBound, reader.kind(of: comma) == .comma,
      word.tokens.lowerBound > comma, word.tokens.lowerBound - comma <= 8
    else { return false }
    return (comma + 1..<word.tokens.lowerBound).allSatisfy {
      switch reader.kind(of: $0) {
      case .noun, .adjective, .determiner, .adverb: true
      default: false
      }
    }
  }

  // MARK: Clauses

  /// *Ruiz is reckless*, *Ruiz took reckless steps*
  private func predicate(_ word: PolarWord, _ mention: Range<Int>) -> StanceRelation? {
    guard mention.upperBound <= word.tokens.lowerBound else { return nil }
    guard let clause = reader.clause(before: word.tokens.lowerBound),
      let subject = clause.subject, let part = part(mention, of: subject), part == .head
    else { return nil }
    // The word performs a verb of its own, or is one that another performs.
    if let next = reader.clause(after: word.tokens.lowerBound - 1), next.isFinite, let other = next.subject,
      other != subject, other.overlaps(word.tokens) || word.tokens.contains(next.head)
    {
      return nil
    }
    for token in clause.head + 1..<max(clause.head + 1, word.tokens.lowerBound) {
      if reader.kind(of: token) == .opener || reader.kind(of: token) == .mark { return nil }
    }
    return clause.isLinking ? .predicate : .subject
  }

  /// Whether nothing that opens a clause stands between two places.
  private func isClauseMate(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let low = min(a.upperBound, b.upperBound)
    let high = max(a.lowerBound, b.lowerBound)
    guard low < high else { return true }
    for token in low..<high {
      switch reader.kind(of: token) {
      case .opener: return false
      case .mark where tokens[token].kind == .punctuation && !isQuote(token): return false
      default: continue
      }
    }
    return true
  }

  private func isQuote(_ token: Int) -> Bool {
    !tokens[token].shape.isDisjoint(with: [.openingQuote, .closingQuote])
  }
}
