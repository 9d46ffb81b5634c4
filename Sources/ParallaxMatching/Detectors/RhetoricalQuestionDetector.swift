import ParallaxCore

/// A question that the author puts and does not answer with a reported fact: *Will it work?*
///
/// The whole sentence is the finding. Left out are questions in other voices, headings that announce an
/// explanation (*What is a tariff?*), the questions of an interview, questions that ask the reader for
/// something (*Got a tip?*), and *wh*-questions answered by a figure or a source in the next sentence.
struct RhetoricalQuestionDetector: Detector {
  static let triggers: DetectorTriggers = .question
  static let entry = Detectors.entry(
    "rhetoricalQuestion", "a question of the author's", .irony, "rhetoricalQuestion", weight: 0.4,
    note: "a question put for effect, which the article does not answer by reporting a fact",
    source: "Ilie 1994; Hyland 2005")

  private let asking: [WordID]
  private let interview: [WordID]
  private let requests: [WordID]

  init(words: inout VocabularyBuilder) {
    func sorted(_ list: [String]) -> [WordID] { list.map { words.intern($0) }.sorted() }
    asking = sorted(["what", "who", "whom", "whose", "when", "where", "how", "which", "why"])
    interview = sorted(["q", "question"])
    requests = sorted(["got", "want", "have", "need", "looking", "interested", "enjoy", "like", "ready"])
  }

  func find(in view: ArticleView, into found: inout [Range<Int>]) {
    let sentence = view.sentence
    guard let mark = questionMark(view), view.role.isEditorial else { return }
    guard let first = sentence.first(where: { view[$0].kind != .punctuation }), first < mark else { return }
    let isAuthors =
      view.voice(first) == .author && view.voice(mark) == .author
    guard isAuthors, view[first].kind == .word else { return }
    // Quoted in full, or answered in a dialogue.
    if view.isQuote(sentence.lowerBound) && view[sentence.lowerBound].shape.contains(.openingQuote) { return }
    if interview.holds(view.word(first)) && first + 1 < mark && view.isMark(first + 1) { return }
    if sentence.contains(where: { view.isCue[$0] }) { return }
    let isAsking = asking.holds(view.word(first))
    if isAsking && (view.role == .subhead || isAnswered(view)) { return }
    if requests.holds(view.word(first)) && asksTheReader(first, mark, view) { return }
    found.append(first..<mark + 1)
  }

  /// The question mark that ends the sentence.
  private func questionMark(_ view: ArticleView) -> Int? {
    var at = view.sentence.upperBound - 1
    while at >= view.sentence.lowerBound && view[at].kind == .punctuation {
      if view.firstByte(at) == UInt8(ascii: "?") { return at }
      // A question mark inside closing quotation marks ends what somebody else asks.
      if view.isQuote(at) { return nil }
      at -= 1
    }
    return nil
  }

  /// Whether the next sentence of the paragraph gives a figure or a source.
  private func isAnswered(_ view: ArticleView) -> Bool {
    let sentences = view.voiced.segmented.sentences
    let next = view.sentenceIndex + 1
    guard next < sentences.count, sentences[next].paragraph == view.paragraph else { return false }
    return sentences[next].tokens.contains { view[$0].kind == .number || view.isCue[$0] }
  }

  /// *Got a tip?*, *Want more?*: no subject of its own, or *you*.
  private func asksTheReader(_ first: Int, _ mark: Int, _ view: ArticleView) -> Bool {
    guard first + 1 < mark else { return true }
    let next = view.classes(first + 1)
    return !next.contains(.pronoun) || mark - first <= 3
  }
}
