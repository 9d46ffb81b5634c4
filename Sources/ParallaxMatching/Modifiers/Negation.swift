import ParallaxCore
import ParallaxLexicon

/// Finds the negator that reaches a finding, and says what it does to the weight.
///
/// Scope runs from the negator to the right, at most `reach` words, and ends at a mark, at a conjunction that
/// opens a new clause, and where the voice changes. *Not only*, *no doubt*, *nothing but* and their like do
/// not negate, and two negators (*not without merit*) cancel out.
///
/// - SeeAlso: Polanyi and Zaenen 2006 (contextual valence shifters); Taboada et al. 2011, doi:10.1162/COLI_a_00049,
///   who shift rather than flip: what is denied is still named.
struct Negation: Sendable {
  /// Most words between a negator and what it reaches.
  static let reach = 6
  /// The same for *no*, which belongs to a noun phrase.
  static let nounPhraseReach = 3

  private let negators: [WordID]
  private let no: WordID
  private let not: WordID
  private let fail: [WordID]
  private let far: WordID
  private let from: WordID
  private let to: WordID
  private let instead: [WordID]
  private let than: WordID
  private let of: WordID
  private let boundaries: [WordID]
  private let and: WordID
  private let falseAfterNot: [WordID]
  private let falseAfterNo: [WordID]
  private let falseAfterNothing: [WordID]
  private let nothing: WordID
  private let whetherOr: [WordID]
  private let `if`: WordID
  private let help: WordID
  private let but: WordID
  private let nor: WordID
  private let without: WordID

  init(words: inout VocabularyBuilder) {
    func sorted(_ list: [String]) -> [WordID] { list.map { words.intern($0) }.sorted() }
    negators = sorted(WordClass.negator.words + ["rarely", "seldom", "lacks", "lacked", "lacking"])
    no = words.intern("no")
    not = words.intern("not")
    fail = sorted(["fail", "fails", "failed", "failing", "failure"])
    far = words.intern("far")
    from = words.intern("from")
    to = words.intern("to")
    instead = sorted(["instead", "rather"])
    than = words.intern("than")
    of = words.intern("of")
    and = words.intern("and")
    boundaries = sorted([
      "but", "although", "though", "because", "since", "while", "whereas", "yet", "unless", "until", "so",
      "which",
      "who", "whom", "whose", "that", "where", "when", "if", "as", "after", "before", "despite", "except",
    ])
    falseAfterNot = sorted(["only", "just", "merely", "simply", "solely", "least", "to"])
    falseAfterNo = sorted([
      "doubt", "wonder", "matter", "less", "sooner", "small", "question", "surprise", "mere",
    ])
    falseAfterNothing = sorted(["but", "short", "less", "if"])
    nothing = words.intern("nothing")
    whetherOr = sorted(["or", "if"])
    `if` = words.intern("if")
    help = words.intern("help")
    but = words.intern("but")
    nor = words.intern("nor")
    without = words.intern("without")
  }

  /// The tokens of the negator that reaches the words before `start`, nil when none does.
  ///
  /// - Complexity: O(reach).
  func negator(before start: Int, in view: ArticleView) -> Range<Int>? {
    var at = start - 1
    var words = 0
    let segment = view.voiced.tokenSegments[start]
    while at >= view.sentence.lowerBound && words <= Self.reach {
      let token = view[at]
      if view.voiced.tokenSegments[at] != segment { return nil }
      if token.kind == .punctuation && !view.isQuote(at) { return nil }
      if let range = negator(at: at, before: start, words: words, in: view) {
        // Not without, never failed to.
        let first = range.lowerBound
        let isDouble =
          first > view.sentence.lowerBound && !isPaired(first, in: view)
          && negator(at: first - 1, before: start, words: words + range.count, in: view) != nil
        return isDouble ? nil : range
      }
      if endsScope(at, before: start, in: view) { return nil }
      if token.kind != .clitic && token.kind != .punctuation { words += 1 }
      at -= 1
    }
    return nil
  }

  /// *Nor* belongs to a negator before it.
  private func isPaired(_ at: Int, in view: ArticleView) -> Bool { view.word(at) == nor }

  /// The negator whose last token is `at`, when it negates what begins at `start`.
  private func negator(at: Int, before start: Int, words: Int, in view: ArticleView) -> Range<Int>? {
    let word = view.word(at)
    let next = at + 1 < view.sentence.upperBound ? view.word(at + 1) : 0
    let previous = at > view.sentence.lowerBound ? view.word(at - 1) : 0
    if word == to && previous != 0 && fail.holds(previous) { return at - 1..<at + 1 }
    if word == from && previous == far { return at - 1..<at + 1 }
    if (word == of || word == than) && previous != 0 && instead.holds(previous) { return at - 1..<at + 1 }
    guard negators.holds(word) || view.ends(at, in: "n't") else { return nil }
    if word == no {
      return words <= Self.nounPhraseReach && !falseAfterNo.holds(next) ? at..<at + 1 : nil
    }
    if word == not {
      if falseAfterNot.holds(next) || previous == `if` || isWhetherOrNot(at, in: view) { return nil }
    }
    if word == nothing && falseAfterNothing.holds(next) { return nil }
    // Can't help, cannot but; without doubt, without question.
    if next == help || next == but || (word == without && falseAfterNo.holds(next)) { return nil }
    return at..<at + 1
  }

  private func isWhetherOrNot(_ at: Int, in view: ArticleView) -> Bool {
    at > view.sentence.lowerBound && whetherOr.holds(view.word(at - 1))
  }

  /// Whether a conjunction at `at` opens a clause of its own. *And* does not where it joins a word to the
  /// finding (*not a bold and visionary plan*).
  private func endsScope(_ at: Int, before start: Int, in view: ArticleView) -> Bool {
    let word = view.word(at)
    if word == 0 { return false }
    if word == and { return start - at > 2 }
    return boundaries.holds(word)
  }
}

/// What negation does to a finding.
struct NegationEffect: Sendable, Equatable {
  /// What the weight is multiplied by.
  var factor: Double
  /// Whether praise becomes blame and blame praise.
  var reverses: Bool

  /// The effect by category; nil where negation changes nothing.
  ///
  /// Denied praise is milder blame (*not a bold move*); a slanted word denied is still the word that was
  /// chosen (*no regime*); a denied booster hedges (*not always*). Presuppositions survive negation (Karttunen
  /// 1971), and hedges, cues, sources, addresses to the reader, irony and offers are what they are.
  static func on(_ category: Category) -> NegationEffect? {
    switch category {
    case .evaluative: NegationEffect(factor: 0.6, reverses: true)
    case .loaded, .figurative, .slogan: NegationEffect(factor: 0.8, reverses: true)
    case .booster: NegationEffect(factor: 0.4, reverses: false)
    case .intensifier: NegationEffect(factor: 0.5, reverses: false)
    case .hedge, .attribution, .vagueSource, .presupposition, .irony, .engagement, .promotional: nil
    default: category.isFrame ? nil : NegationEffect(factor: 0.6, reverses: true)
    }
  }
}
