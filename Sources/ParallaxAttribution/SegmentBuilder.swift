import ParallaxCore

/// Turns drafts into the segments, attributions and sources of a voiced article.
struct SegmentBuilder {
  let lexicon: CueLexicon
  let segmented: SegmentedArticle
  let drafts: [Draft]
  let owners: [Int32]
  let isQuoted: [Bool]
  let speakers: [SpeakerResolver.Speaker]

  /// The voiced article.
  func build() -> VoicedArticle {
    var segments: [VoiceSegment] = []
    var paragraphSegments: [Range<Int>] = []
    var tokenSegments = [Int32](repeating: 0, count: segmented.tokens.count)
    for (index, range) in segmented.paragraphTokens.enumerated() {
      let first = segments.count
      var start = range.lowerBound
      while start < range.upperBound {
        let owner = owners[start]
        let quoted = owner >= 0 && isQuoted[start]
        var end = start + 1
        while end < range.upperBound && owners[end] == owner && (owner < 0 || isQuoted[end] == quoted) {
          end += 1
        }
        for token in start..<end { tokenSegments[token] = Int32(segments.count) }
        segments.append(segment(start..<end, owner: Int(owner), isQuoted: quoted, paragraph: index))
        start = end
      }
      paragraphSegments.append(first..<segments.count)
    }
    var isCue = [Bool](repeating: false, count: segmented.tokens.count)
    for draft in drafts where draft.kind == .speech || draft.kind == .evidence {
      for token in draft.cueTokens ?? 0..<0 { isCue[token] = true }
    }
    let (attributions, sources) = summarize()
    return VoicedArticle(
      segmented: segmented, segments: segments, paragraphSegments: paragraphSegments,
      tokenSegments: tokenSegments, attributions: attributions, isCue: isCue, sources: sources)
  }

  private func segment(_ tokens: Range<Int>, owner: Int, isQuoted: Bool, paragraph: Int) -> VoiceSegment {
    let role = segmented.article.paragraphs[paragraph]
    let via = role.role == .excerpt ? role.via : nil
    guard owner >= 0 else {
      return VoiceSegment(
        span: span(tokens), tokens: tokens, voice: role.role == .excerpt ? .excerpt : .author, via: via)
    }
    let draft = drafts[owner]
    return VoiceSegment(
      span: span(tokens), tokens: tokens, voice: isQuoted ? .direct : .indirect, kind: draft.kind,
      speaker: draft.speaker >= 0 ? speakers[draft.speaker].name : nil, via: via,
      source: draft.sourceTokens.map(span), cue: draft.cueTokens.map(span))
  }

  private func span(_ tokens: Range<Int>) -> TextSpan {
    guard let first = tokens.first, let last = tokens.last else { return TextSpan(0, 0) }
    return TextSpan(Int(segmented.tokens[first].start), Int(segmented.tokens[last].end))
  }

  /// Attributions in order of their first content, and who is heard in them.
  private func summarize() -> ([Attribution], [SourceSummary]) {
    var attributions: [Attribution] = []
    var sources: [SourceSummary] = []
    var sourceNumbers: [Int: Int] = [:]
    var cueCounts: [[(lemma: String, count: Int)]] = []
    for draft in drafts {
      guard let first = draft.content.first else { continue }
      let isDirect = draft.content.contains { range in range.contains { isQuoted[$0] } }
      let lemma =
        draft.cue >= 0 ? lexicon.cues[draft.cue].lemma : draft.cueTokens != nil ? "according to" : nil
      var number: Int?
      if draft.speaker >= 0 {
        let speaker = speakers[draft.speaker]
        let place = sourceNumbers[draft.speaker] ?? sources.count
        if place == sources.count {
          sourceNumbers[draft.speaker] = place
          sources.append(SourceSummary(name: speaker.name, kind: speaker.kind))
          cueCounts.append([])
        }
        if isDirect { sources[place].direct += 1 } else { sources[place].indirect += 1 }
        for range in draft.content { sources[place].words += segmented.words(in: range) }
        if let lemma {
          if let known = cueCounts[place].firstIndex(where: { $0.lemma == lemma }) {
            cueCounts[place][known].count += 1
          } else {
            cueCounts[place].append((lemma, 1))
          }
        }
        number = place
      }
      _ = first
      attributions.append(
        Attribution(
          source: draft.sourceTokens.map(span), cue: draft.cueTokens.map(span),
          content: draft.content.map(span), kind: draft.kind, voice: isDirect ? .direct : .indirect,
          sourceIndex: number, cueLemma: lemma))
    }
    for place in sources.indices {
      sources[place].cues = cueCounts[place].sorted { ($1.count, $0.lemma) < ($0.count, $1.lemma) }
        .map { SourceSummary.CueCount(lemma: $0.lemma, count: $0.count) }
    }
    attributions.sort { ($0.content.first?.start ?? 0) < ($1.content.first?.start ?? 0) }
    return (attributions, sources)
  }
}
