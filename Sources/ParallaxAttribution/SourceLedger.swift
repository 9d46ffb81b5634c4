import ParallaxCore

/// Adds up who is heard in an article, and how.
struct SourceLedger {
  let segmented: SegmentedArticle
  let lexicon: CueLexicon
  let speakers: [SpeakerResolver.Speaker]

  private var attributions: [Attribution] = []
  private var sources: [SourceSummary] = []
  private var numbers: [String: Int] = [:]
  private var cues: [[(lemma: String, count: Int)]] = []

  init(segmented: SegmentedArticle, lexicon: CueLexicon, speakers: [SpeakerResolver.Speaker]) {
    self.segmented = segmented
    self.lexicon = lexicon
    self.speakers = speakers
  }

  /// Adds what a speaker said.
  mutating func add(_ draft: Draft, isQuoted: [Bool]) {
    guard !draft.content.isEmpty else { return }
    let isDirect = draft.content.contains { range in range.contains { isQuoted[$0] } }
    let lemma = lexicon.lemma(of: draft)
    var number: Int?
    if draft.speaker >= 0 {
      let speaker = speakers[draft.speaker]
      let place = place(of: speaker.name, kind: speaker.kind)
      if isDirect { sources[place].direct += 1 } else { sources[place].indirect += 1 }
      for range in draft.content { sources[place].words += segmented.words(in: range) }
      if let lemma { count(lemma, at: place) }
      number = place
    }
    attributions.append(
      Attribution(
        source: draft.sourceTokens.map(segmented.span), cue: draft.cueTokens.map(segmented.span),
        content: draft.content.map(segmented.span), kind: draft.kind, voice: isDirect ? .direct : .indirect,
        sourceIndex: number, cueLemma: lemma))
  }

  /// Adds what another publication wrote.
  mutating func add(_ excerpt: Excerpt, owners: [Int32]) {
    let paragraphs = excerpt.paragraphs.filter {
      segmented.article.paragraphs[$0].role == .body || segmented.article.paragraphs[$0].role == .excerpt
    }
    var number: Int?
    if let via = excerpt.via {
      let place = place(of: segmented.line(via), kind: .document)
      sources[place].indirect += 1
      for paragraph in paragraphs {
        for token in segmented.paragraphTokens[paragraph]
        where owners[token] < 0 && segmented.tokens[token].isCounted { sources[place].words += 1 }
      }
      number = place
    }
    attributions.append(
      Attribution(
        source: excerpt.source.map(segmented.span), cue: excerpt.cue.map(segmented.span),
        content: paragraphs.map { segmented.span(of: segmented.paragraphTokens[$0]) },
        kind: .speech, voice: .excerpt, sourceIndex: number))
  }

  /// Attributions in order of their first content, and their sources in order of appearance.
  mutating func finish() -> ([Attribution], [SourceSummary]) {
    for place in sources.indices {
      sources[place].cues = cues[place].sorted { ($1.count, $0.lemma) < ($0.count, $1.lemma) }
        .map { SourceSummary.CueCount(lemma: $0.lemma, count: $0.count) }
    }
    let order = attributions.indices.sorted {
      (attributions[$0].content.first?.start ?? 0, $0) < (attributions[$1].content.first?.start ?? 0, $1)
    }
    return (order.map { attributions[$0] }, sources)
  }

  private mutating func place(of name: String, kind: SourceKind) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = sources.count
    sources.append(SourceSummary(name: name, kind: kind))
    cues.append([])
    return sources.count - 1
  }

  private mutating func count(_ lemma: String, at place: Int) {
    if let known = cues[place].firstIndex(where: { $0.lemma == lemma }) {
      cues[place][known].count += 1
    } else {
      cues[place].append((lemma, 1))
    }
  }
}
