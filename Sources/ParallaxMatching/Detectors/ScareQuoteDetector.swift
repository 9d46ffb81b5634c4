import ParallaxCore

/// Quotation marks around one to four words that nobody is said to have said: *the “experts” at the ministry*.
///
/// Not a device where the same or a neighbouring sentence of the paragraph reports speech, where the words are
/// a title or a name, or where they are under discussion (*the word “woke”*, *called “the Fix”*).
struct ScareQuoteDetector: Detector {
  static let triggers: DetectorTriggers = .quotation
  static let entry = Detectors.entry(
    "scareQuote", "one to four words in quotation marks, nobody quoted", .irony, "scareQuote", weight: 0.45,
    polarity: .negative, note: "quotation marks by which the writer stands apart from the words",
    source: "Predelli 2003; codebook, rule 6")

  static let longest = 4

  private let naming: [WordID]
  private let mentions: [WordID]
  private let glosses: [WordID]

  init(words: inout VocabularyBuilder) {
    func sorted(_ list: [String]) -> [WordID] { list.map { words.intern($0) }.sorted() }
    naming = sorted([
      "called", "calling", "call", "calls", "known", "named", "dubbed", "dubbing", "termed", "titled",
      "entitled",
      "nicknamed", "labelled", "labeled", "labelling", "labeling", "branded", "branding", "code-named",
      "christened",
      "renamed", "headlined", "pronounced", "spelled",
    ])
    mentions = sorted([
      "word", "words", "term", "terms", "phrase", "phrases", "expression", "slogan", "slogans", "motto",
      "title",
      "song", "single", "track", "album", "book", "novel", "memoir", "film", "movie", "documentary", "show",
      "series", "sitcom", "episode", "play", "musical", "essay", "article", "poem", "painting", "podcast",
      "game",
      "headline", "reads", "read", "reading", "spelling", "means", "meaning", "letter", "letters", "as",
      "operation",
      "hashtag", "label", "labels", "category", "box", "button", "sign", "signs", "banner", "banners",
    ])
    glosses = sorted([
      "means", "meaning", "meant", "refers", "refer", "referring", "comes", "derives", "translates",
    ])
  }

  func find(in view: ArticleView, into found: inout [Range<Int>]) {
    guard view.role.isEditorial else { return }
    var at = view.sentence.lowerBound
    var reportsSpeech: Bool?
    while at < view.sentence.upperBound {
      defer { at += 1 }
      guard view[at].shape.contains(.openingQuote), let close = closing(at, view) else { continue }
      let inside = at + 1..<close
      let isAuthors = inside.allSatisfy { view.voice($0) == .author }
      // “Never,” somebody says: speech, whoever says it.
      let isSpeech = at == view.sentence.lowerBound && view.isMark(close - 1)
      let isDevice =
        isAuthors && !isSpeech && isWording(inside, view) && !isMentioned(at, close, view)
        && !isTitle(inside, view)
      guard isDevice else {
        at = close
        continue
      }
      if reportsSpeech == nil { reportsSpeech = hasCue(view) }
      if reportsSpeech == false { found.append(at..<close + 1) }
      at = close
    }
  }

  /// The mark that closes the quotation opened at `open`, when it is near enough.
  private func closing(_ open: Int, _ view: ArticleView) -> Int? {
    var words = 0
    var at = open + 1
    while at < view.sentence.upperBound && words <= Self.longest {
      if view[at].shape.contains(.closingQuote) { return words > 0 ? at : nil }
      if view[at].shape.contains(.openingQuote) { return nil }
      if view[at].kind == .word || view[at].kind == .number { words += 1 }
      at += 1
    }
    return nil
  }

  /// Words and at most a comma or stop before the closing mark; no figures alone, no question, no handle, and
  /// no clause (*it’s a disgrace*).
  private func isWording(_ inside: Range<Int>, _ view: ArticleView) -> Bool {
    var hasWord = false
    if view.classes(inside.lowerBound).contains(.subject) { return false }
    for index in inside {
      switch view[index].kind {
      case .word: hasWord = true
      case .number, .clitic: continue
      case .punctuation:
        let isLast = index == inside.upperBound - 1
        guard isLast && (view.isMark(index, ",") || view.isMark(index, ".")) else { return false }
      default: return false
      }
    }
    return hasWord
  }

  /// Whether the words are under discussion: *the word “X”*, *called it “X”*, *known as “X”*, *“X” means*.
  private func isMentioned(_ open: Int, _ close: Int, _ view: ArticleView) -> Bool {
    var at = open - 1
    while at >= view.sentence.lowerBound && open - at <= 5 {
      if naming.holds(view.word(at)) || (open - at <= 2 && mentions.holds(view.word(at))) { return true }
      guard view[at].kind != .punctuation || view.isMark(at, ",") || view.isMark(at, ":") else { break }
      at -= 1
    }
    let next = close + 1
    return next < view.sentence.upperBound && glosses.holds(view.word(next))
  }

  /// Capitals on every long word: a title, a name, a slogan on a poster.
  private func isTitle(_ inside: Range<Int>, _ view: ArticleView) -> Bool {
    if view.casing != .normal { return false }
    var capitals = 0
    for index in inside where view[index].kind == .word && view.isContent(index) {
      guard view[index].shape.contains(.capitalized) else { return false }
      capitals += 1
    }
    return capitals > 0
  }

  /// Whether this or a neighbouring sentence of the paragraph says that somebody said something.
  private func hasCue(_ view: ArticleView) -> Bool {
    let sentences = view.voiced.segmented.sentences
    for index in max(0, view.sentenceIndex - 1)...min(sentences.count - 1, view.sentenceIndex + 1)
    where sentences[index].paragraph == view.paragraph {
      for token in sentences[index].tokens {
        if view.isCue[token] || view.voice(token) == .direct { return true }
      }
    }
    return false
  }
}
