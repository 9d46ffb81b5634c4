import ParallaxCore

/// Reads who does what to whom in a sentence, with the shallow parser that finds attributions.
///
/// Quotation marks are passed over: what somebody says is read like any other clause. All places are tokens.
package struct ClauseReader {
  /// A verb with its auxiliaries and the noun phrase that performs it.
  package struct Clause {
    /// From the first auxiliary to the main verb.
    package var tokens: Range<Int>
    /// The main verb.
    package var head: Int
    /// Its grammatical subject.
    package var subject: Range<Int>?
    /// *was accused*, *accused of fraud*: the subject is acted upon.
    package var isPassive: Bool
    /// *is*, *became*, *remains*: what follows is said of the subject.
    package var isLinking: Bool
    /// Has a tense.
    package var isFinite: Bool
  }

  private var parser: SentenceParser
  private let linking: Set<WordID>
  private var unitNumbers: [Int32] = []
  private var start = 0
  /// The verbs of the sentence, in order.
  package private(set) var clauses: [Clause] = []

  init(lexicon: CueLexicon, bytes: UnsafePointer<UInt8>, tokens: UnsafeBufferPointer<Token>) {
    parser = SentenceParser(lexicon: lexicon, bytes: bytes, tokens: tokens)
    linking = lexicon.linking
  }

  func free() { parser.free() }

  /// Reads the sentence that the tokens of `range` make.
  ///
  /// - Complexity: O(n) in its tokens.
  package mutating func read(_ range: Range<Int>) {
    parser.parse(range, firstQuotation: 0, always: true)
    start = range.lowerBound
    unitNumbers.removeAll(keepingCapacity: true)
    for unit in parser.units.indices {
      for _ in parser.units[unit].tokens { unitNumbers.append(Int32(unit)) }
    }
    clauses.removeAll(keepingCapacity: true)
    for number in parser.groups.indices { clauses.append(clause(number)) }
  }

  private func clause(_ number: Int) -> Clause {
    let group = parser.groups[number]
    let head = Int(group.head)
    let isReduced = !group.isFinite && parser.tag(head) == .participle && Int(group.first) == head
    let found = isReduced ? nounPhrase(before: head) : subject(number)
    return Clause(
      tokens: parser.tokenRange(group.units), head: Int(parser.units[head].first), subject: found,
      isPassive: group.isPassive || isReduced, isLinking: isLinking(head), isFinite: group.isFinite)
  }

  private func subject(_ number: Int) -> Range<Int>? {
    guard let subject = parser.subject(of: number, low: 0) else { return nil }
    let units = subject.antecedent ?? subject.units
    return units.isEmpty ? nil : parser.tokenRange(units)
  }

  private func nounPhrase(before unit: Int) -> Range<Int>? {
    let end = parser.tag(unit - 1) == .comma ? unit - 1 : unit
    let first = parser.nounPhraseStart(endingAt: end, low: 0)
    return first < end ? parser.tokenRange(first..<end) : nil
  }

  private func isLinking(_ unit: Int) -> Bool {
    parser.classes(unit).contains(.be) || linking.contains(parser.units[unit].word)
  }

  // MARK: Asking

  /// What a token is in its sentence.
  package func kind(of token: Int) -> WordKind {
    guard let unit = unit(of: token) else { return .mark }
    switch parser.tag(unit) {
    case .noun, .name, .pronoun, .number, .time, .fragment, .quotation: return .noun
    case .determiner, .possessive: return .determiner
    case .adjective: return .adjective
    case .auxiliary, .verb, .base, .ing, .participle, .to: return .verb
    case .adverb: return .adverb
    case .preposition: return .preposition
    case .conjunction: return .conjunction
    case .subordinator, .that, .interrogative: return .opener
    case .comma: return .comma
    case .bracketed: return .bracketed
    case .colon, .semicolon, .dash, .stop, .other: return .mark
    }
  }

  /// The last verb before a token; nil when there is none.
  ///
  /// - Complexity: O(log n) in verbs.
  package func clause(before token: Int) -> Clause? {
    let count = verbs(before: token)
    return count > 0 ? clauses[count - 1] : nil
  }

  /// The first verb after a token; nil when there is none.
  package func clause(after token: Int) -> Clause? {
    let count = verbs(before: token + 1)
    return count < clauses.count ? clauses[count] : nil
  }

  private func verbs(before token: Int) -> Int {
    var low = 0
    var high = clauses.count
    while low < high {
      let middle = (low + high) / 2
      if clauses[middle].head < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The noun phrase that begins at `token`, or behind the preposition there, with its phrases.
  package func nounPhrase(from token: Int) -> Range<Int>? {
    guard let unit = unit(of: token) else { return nil }
    let first = parser.tag(unit) == .preposition || parser.tag(unit) == .to ? unit + 1 : unit
    let end = parser.nounPhraseEnd(from: first, withPhrases: true)
    return end > first ? parser.tokenRange(first..<end) : nil
  }

  /// Whether the word is *by* or *from*.
  package func namesAgent(_ token: Int) -> Bool {
    guard let unit = unit(of: token) else { return false }
    return parser.classes(unit).contains(.by)
  }

  private func unit(of token: Int) -> Int? {
    let place = token - start
    return place >= 0 && place < unitNumbers.count ? Int(unitNumbers[place]) : nil
  }
}

/// What a word is in its sentence, as far as stance asks.
package enum WordKind: Sendable {
  case noun, determiner, adjective, verb, adverb, preposition, conjunction
  /// *because*, *that*, *who*: opens a clause.
  case opener
  case comma, bracketed
  /// Any other mark.
  case mark
}

extension Attributor {
  /// Lets `body` read the clauses of an article; nil when it has no tokens.
  package func reading<Result>(
    _ segmented: SegmentedArticle, _ body: (inout ClauseReader, MentionIndex) -> Result
  ) -> Result? {
    segmented.article.text.withUnsafeBufferPointer { text in
      segmented.tokens.withUnsafeBufferPointer { tokens in
        guard let bytes = text.baseAddress, !tokens.isEmpty else { return nil }
        var builder = MentionBuilder(lexicon: lexicon, segmented: segmented, tokens: tokens, bytes: bytes)
        let index = builder.build()
        var reader = ClauseReader(lexicon: lexicon, bytes: bytes, tokens: tokens)
        defer { reader.free() }
        return body(&reader, index)
      }
    }
  }
}
