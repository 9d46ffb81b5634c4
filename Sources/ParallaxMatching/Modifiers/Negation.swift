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

  /// What a word is to negation.
  private struct Part: OptionSet {
    let rawValue: UInt32
    static let negator = Part(rawValue: 1)
    static let no = Part(rawValue: 2)
    static let not = Part(rawValue: 4)
    static let nor = Part(rawValue: 8)
    static let nothing = Part(rawValue: 16)
    static let without = Part(rawValue: 32)
    /// *Failed* before *to*.
    static let fail = Part(rawValue: 64)
    /// *Instead* before *of*, *rather* before *than*.
    static let instead = Part(rawValue: 128)
    static let far = Part(rawValue: 256)
    /// The second word of those three.
    static let second = Part(rawValue: 512)
    /// Opens a clause of its own.
    static let boundary = Part(rawValue: 1024)
    static let and = Part(rawValue: 2048)
    /// *Not only*, *no doubt*, *nothing but*: what a false negator has behind it.
    static let afterNot = Part(rawValue: 4096)
    static let afterNo = Part(rawValue: 8192)
    static let afterNothing = Part(rawValue: 16384)
    /// *If not*, *or not*.
    static let beforeNot = Part(rawValue: 32768)
    /// *Cannot help*, *cannot but*.
    static let afterCannot = Part(rawValue: 65536)
  }

  private let bits: WordBits

  init(words: inout VocabularyBuilder) {
    var builder = WordBitsBuilder()
    func add(_ part: Part, _ list: [String]) { builder.add(list, part.rawValue, words: &words) }
    add(.negator, WordClass.negator.words + ["rarely", "seldom", "lacks", "lacked", "lacking"])
    add(.no, ["no"])
    add(.not, ["not"])
    add(.nor, ["nor"])
    add(.nothing, ["nothing"])
    add(.without, ["without"])
    add(.fail, ["fail", "fails", "failed", "failing", "failure"])
    add(.instead, ["instead", "rather"])
    add(.far, ["far"])
    add(.second, ["to", "of", "than", "from"])
    add(.and, ["and"])
    add(
      .boundary,
      [
        "but", "although", "though", "because", "since", "while", "whereas", "yet", "unless", "until", "so",
        "which",
        "who", "whom", "whose", "that", "where", "when", "if", "as", "after", "before", "despite", "except",
      ])
    add(.afterNot, ["only", "just", "merely", "simply", "solely", "least", "to"])
    add(.afterNo, ["doubt", "wonder", "matter", "less", "sooner", "small", "question", "surprise", "mere"])
    add(.afterNothing, ["but", "short", "less", "if"])
    add(.beforeNot, ["if", "or"])
    add(.afterCannot, ["help", "but"])
    bits = WordBits(builder.bits)
  }

  @inline(__always)
  private func part(_ index: Int, _ view: ArticleView) -> Part { Part(rawValue: bits[view.word(index)]) }

  /// The tokens of the negator that reaches the words before `start`, nil when none does.
  ///
  /// - Complexity: O(reach).
  func negator(before start: Int, in view: ArticleView) -> Range<Int>? {
    var at = start - 1
    var words = 0
    let segment = view.tokenSegments[start]
    while at >= view.sentence.lowerBound && words <= Self.reach {
      let kind = view[at].kind
      if view.tokenSegments[at] != segment || (kind == .punctuation && !view.isQuote(at)) { return nil }
      if let range = negator(at: at, words: words, in: view) {
        // Not without, never failed to; nor belongs to a negator before it.
        let first = range.lowerBound
        let isDouble =
          first > view.sentence.lowerBound && !part(first, view).contains(.nor)
          && negator(at: first - 1, words: words + range.count, in: view) != nil
        return isDouble ? nil : range
      }
      let word = part(at, view)
      // And joins a word to the finding (not a bold and visionary plan), or opens a clause.
      if word.contains(.boundary) || (word.contains(.and) && start - at > 2) { return nil }
      if kind != .clitic && kind != .punctuation { words += 1 }
      at -= 1
    }
    return nil
  }

  /// The negator whose last token is `at`, so many words before the finding; nil when there is none, or when
  /// it does not negate.
  private func negator(at: Int, words: Int, in view: ArticleView) -> Range<Int>? {
    let word = part(at, view)
    let previous = at > view.sentence.lowerBound ? part(at - 1, view) : []
    if word.contains(.second) && !previous.isDisjoint(with: [.fail, .instead, .far]) {
      return isPair(previous, at, view) ? at - 1..<at + 1 : nil
    }
    guard word.contains(.negator) || view.ends(at, in: "n't") else { return nil }
    let next = at + 1 < view.sentence.upperBound ? part(at + 1, view) : []
    if word.contains(.no) {
      return words <= Self.nounPhraseReach && !next.contains(.afterNo) ? at..<at + 1 : nil
    }
    if word.contains(.not) && (next.contains(.afterNot) || previous.contains(.beforeNot)) { return nil }
    if word.contains(.nothing) && next.contains(.afterNothing) { return nil }
    if word.contains(.without) && next.contains(.afterNo) { return nil }
    return next.contains(.afterCannot) ? nil : at..<at + 1
  }

  /// *Fail to*, *instead of*, *rather than*, *far from*.
  private func isPair(_ first: Part, _ at: Int, _ view: ArticleView) -> Bool {
    if first.contains(.fail) { return view.classes(at).contains(.to) }
    switch view.length(at) {
    case 2: return first.contains(.instead) && view.firstByte(at) | 32 == UInt8(ascii: "o")
    case 4:
      return view.firstByte(at) | 32 == UInt8(ascii: "t") ? first.contains(.instead) : first.contains(.far)
    default: return false
    }
  }
}

/// What negation does to a finding.
struct NegationEffect: Sendable, Equatable {
  /// What the weight is multiplied by.
  var factor: Double
  /// Whether praise becomes blame and blame praise.
  var reverses: Bool

  /// All effects; the first is none.
  static let all = [
    NegationEffect(factor: 1, reverses: false), NegationEffect(factor: 0.6, reverses: true),
    NegationEffect(factor: 0.8, reverses: true), NegationEffect(factor: 0.4, reverses: false),
    NegationEffect(factor: 0.5, reverses: false),
  ]

  /// The place in `all` of the effect on a category; 0 where negation changes nothing.
  ///
  /// Denied praise is milder blame (*not a bold move*); a slanted word denied is still the word that was
  /// chosen (*no regime*); a denied booster hedges (*not always*). Presuppositions survive negation (Karttunen
  /// 1971), and hedges, cues, sources, addresses to the reader, irony and offers are what they are.
  static func place(for category: Category) -> UInt8 {
    switch category {
    case .evaluative: 1
    case .loaded, .figurative, .slogan: 2
    case .booster: 3
    case .intensifier: 4
    case .hedge, .attribution, .vagueSource, .presupposition, .irony, .engagement, .promotional: 0
    default: category.isFrame ? 0 : 1
    }
  }
}
