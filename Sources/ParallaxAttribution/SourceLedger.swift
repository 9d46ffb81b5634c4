import ParallaxCore

/// Adds up who is heard in an article, and how.
struct SourceLedger {
  let segmented: SegmentedArticle
  let lexicon: CueLexicon
  let speakers: [SpeakerResolver.Speaker]

  private var attributions: [Attribution] = []
  private var sources: [SourceSummary] = []
  /// For each speaker, its place among the sources, or -1.
  private var places: [Int]
  private var cues: [[(cue: Int, count: Int)]] = []

  init(segmented: SegmentedArticle, lexicon: CueLexicon, speakers: [SpeakerResolver.Speaker]) {
    self.segmented = segmented
    self.lexicon = lexicon
    self.speakers = speakers
    places = [Int](repeating: -1, count: speakers.count)
  }

  /// Adds what a speaker said.
  mutating func add(_ draft: Draft, isQuoted: [Bool]) {
    guard !draft.content.isEmpty else { return }
    var isDirect = false
    for range in draft.content {
      for token in range where isQuoted[token] { isDirect = true }
    }
    let lemma = draft.cueTokens == nil ? nil : lexicon.lemma(ofCue: draft.cue)
    var number: Int?
    if draft.speaker >= 0 {
      let speaker = speakers[draft.speaker]
      if places[draft.speaker] < 0 { places[draft.speaker] = add(source: speaker.name, kind: speaker.kind) }
      let place = places[draft.speaker]
      if isDirect { sources[place].direct += 1 } else { sources[place].indirect += 1 }
      for range in draft.content { sources[place].words += segmented.words(in: range) }
      if lemma != nil { count(draft.cue, at: place) }
      number = place
    }
    attributions.append(
      Attribution(
        source: draft.sourceTokens.map { segmented.span(of: $0) },
        cue: draft.cueTokens.map { segmented.span(of: $0) },
        content: draft.content.map { segmented.span(of: $0) }, kind: draft.kind,
        voice: isDirect ? .direct : .indirect,
        sourceIndex: number, cueLemma: lemma))
  }

  /// Adds what another publication wrote.
  mutating func add(_ excerpt: Excerpt, owners: [Int32]) {
    let paragraphs = excerpt.paragraphs.filter {
      segmented.article.paragraphs[$0].role == .body || segmented.article.paragraphs[$0].role == .excerpt
    }
    var number: Int?
    if let via = excerpt.via {
      let name = segmented.line(via)
      let place = sources.firstIndex { $0.name == name } ?? add(source: name, kind: .document)
      sources[place].indirect += 1
      for paragraph in paragraphs {
        for token in segmented.paragraphTokens[paragraph]
        where owners[token] < 0 && segmented.tokens[token].isCounted { sources[place].words += 1 }
      }
      number = place
    }
    attributions.append(
      Attribution(
        source: excerpt.source.map { segmented.span(of: $0) },
        cue: excerpt.cue.map { segmented.span(of: $0) },
        content: paragraphs.map { segmented.span(of: segmented.paragraphTokens[$0]) },
        kind: .speech, voice: .excerpt, sourceIndex: number))
  }

  /// Attributions in order of their first content, and their sources in order of appearance.
  mutating func finish() -> ([Attribution], [SourceSummary]) {
    for place in sources.indices {
      sources[place].cues = cues[place].map {
        SourceSummary.CueCount(lemma: lexicon.lemma(ofCue: $0.cue) ?? "", count: $0.count)
      }.sorted { ($1.count, $0.lemma) < ($0.count, $1.lemma) }
    }
    let order = attributions.indices.sorted {
      (attributions[$0].content.first?.start ?? 0, $0) < (attributions[$1].content.first?.start ?? 0, $1)
    }
    return (order.map { attributions[$0] }, sources)
  }

  private mutating func add(source name: String, kind: SourceKind) -> Int {
    sources.append(SourceSummary(name: name, kind: kind))
    cues.append([])
    return sources.count - 1
  }

  private mutating func count(_ cue: Int, at place: Int) {
    if let known = cues[place].firstIndex(where: { $0.cue == cue }) {
      cues[place][known].count += 1
    } else {
      cues[place].append((cue, 1))
    }
  }
}
