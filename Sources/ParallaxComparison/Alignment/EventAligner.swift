import ParallaxCore
import ParallaxScoring

/// Aligns the articles of one event.
struct EventAligner {
  private let comparison: OutletComparison
  private let aligner: SentenceAligner
  private let terms: [[SentenceTerms.Term]]

  init(
    _ comparison: OutletComparison, _ articles: [(article: Int, outlet: Int)], shares: inout BackgroundShares
  ) {
    self.comparison = comparison
    var sentences: [(item: SentenceAligner.Item, terms: [SentenceTerms.Term])] = []
    for (article, outlet) in articles.sorted(by: { ($0.outlet, $0.article) < ($1.outlet, $1.article) }) {
      let segmented = comparison.analyses[article].voiced.segmented
      for (number, sentence) in segmented.sentences.enumerated()
      where Self.isTold(segmented.article.paragraphs[sentence.paragraph].role)
        && sentence.words >= Alignment.leastWords
      {
        sentences.append(
          (
            .init(article: article, sentence: number, outlet: outlet),
            SentenceTerms.terms(of: sentence, in: segmented, shares: &shares)
          ))
      }
    }
    aligner = SentenceAligner(sentences)
    terms = sentences.map(\.terms)
  }

  /// Whether sentences of a role tell of the event.
  private static func isTold(_ role: Role) -> Bool {
    switch role {
    case .headline, .body, .listItem, .excerpt: true
    default: false
    }
  }

  /// The event with its rows and what stands alone.
  func event(_ name: String?, _ outlets: [Int]) -> Alignment.Event {
    let candidates = aligner.candidates()
    let pairs = SentenceAligner.pairs(candidates, of: aligner.items)
    var nearest = [Double](repeating: 0, count: aligner.items.count)
    for pair in candidates {
      nearest[pair.first] = max(nearest[pair.first], pair.score)
      nearest[pair.second] = max(nearest[pair.second], pair.score)
    }
    let lone = aligner.items.indices.filter {
      nearest[$0] < Alignment.loneBelow && aligner.items[$0].terms.count > 2
    }
    return Alignment.Event(
      name: name, outlets: outlets, rows: rows(pairs), lone: lone.map(sentence),
      facts: LoneFacts.facts(items: aligner.items, terms: terms, comparison))
  }

  private func sentence(_ item: Int) -> Alignment.Sentence {
    let item = aligner.items[item]
    let segmented = comparison.analyses[item.article].voiced.segmented
    return Alignment.Sentence(
      outlet: item.outlet, article: item.article, span: segmented.sentences[item.sentence].span,
      index: item.sentence)
  }

  /// Pairs joined to rows, one sentence an outlet. Two sentences come into one row through a third only when
  /// they have something to do with each other themselves.
  private func rows(_ pairs: [SentenceAligner.Pair]) -> [Alignment.Row] {
    var rows: [(items: [Int], scores: [Double])] = []
    var rowOf: [Int: Int] = [:]
    for pair in pairs {
      switch (rowOf[pair.first], rowOf[pair.second]) {
      case (nil, nil):
        rowOf[pair.first] = rows.count
        rowOf[pair.second] = rows.count
        rows.append(([pair.first, pair.second], [pair.score]))
      case (let row?, nil) where takes(pair.second, into: rows[row].items):
        rowOf[pair.second] = row
        rows[row].items.append(pair.second)
        rows[row].scores.append(pair.score)
      case (nil, let row?) where takes(pair.first, into: rows[row].items):
        rowOf[pair.first] = row
        rows[row].items.append(pair.first)
        rows[row].scores.append(pair.score)
      case (let a?, let b?):
        // Both are shown beside others already.
        if a == b { rows[a].scores.append(pair.score) }
      default:
        // One of them tells more than one thing, and is needed twice.
        if rowOf[pair.first] == nil { rowOf[pair.first] = rows.count }
        if rowOf[pair.second] == nil { rowOf[pair.second] = rows.count }
        rows.append(([pair.first, pair.second], [pair.score]))
      }
    }
    return rows.sorted { ($0.items.min() ?? 0) < ($1.items.min() ?? 0) }.map { row in
      Alignment.Row(
        sentences: marked(row.items.sorted()), score: row.scores.reduce(0, +) / Double(row.scores.count))
    }
  }

  private func takes(_ item: Int, into row: [Int]) -> Bool {
    row.allSatisfy {
      aligner.items[$0].outlet != aligner.items[item].outlet
        && aligner.score($0, item).score >= SentenceAligner.threshold / 2
    }
  }

  // MARK: Differing words

  /// A word as it is compared.
  private struct Word {
    var number: UInt64
    var stem: UInt64
    var isFunctionWord: Bool
    var span: TextSpan
  }

  private func words(_ item: Int) -> [Word] {
    let segmented = comparison.analyses[aligner.items[item].article].voiced.segmented
    return segmented.sentences[aligner.items[item].sentence].tokens.compactMap { index in
      let token = segmented.tokens[index]
      guard token.isCounted else { return nil }
      let text = segmented.string(token).lowercased().replacing("’", with: "'")
      let stem = SentenceTerms.stem(text)
      return Word(
        number: WordSequence.number(segmented.article.text[token.span.range], isASCII: false),
        stem: WordSequence.number(Array(stem.utf8)[...], isASCII: false),
        isFunctionWord: FunctionWords.contains(text), span: token.span)
    }
  }

  /// Sentences of a row with the words that none of the others has. A word that stands elsewhere in another is
  /// no difference, and neither are function words alone.
  private func marked(_ items: [Int]) -> [Alignment.Sentence] {
    let texts = items.map(words)
    return items.indices.map { index in
      var known = [Bool](repeating: false, count: texts[index].count)
      for other in items.indices where other != index {
        let common = WordDiff.common(texts[index].map(\.number), texts[other].map(\.number)).first
        let stems = Set(texts[other].filter { !$0.isFunctionWord }.map(\.stem))
        for word in known.indices where common[word] || stems.contains(texts[index][word].stem) {
          known[word] = true
        }
      }
      var sentence = sentence(items[index])
      var run: [Word] = []
      for (word, isKnown) in zip(texts[index], known) {
        if !isKnown {
          run.append(word)
          continue
        }
        Self.close(&run, into: &sentence.differing)
      }
      Self.close(&run, into: &sentence.differing)
      return sentence
    }
  }

  private static func close(_ run: inout [Word], into spans: inout [TextSpan]) {
    defer { run.removeAll() }
    guard let first = run.first(where: { !$0.isFunctionWord }),
      let last = run.last(where: { !$0.isFunctionWord })
    else { return }
    spans.append(TextSpan(first.span.start, last.span.end))
  }
}
