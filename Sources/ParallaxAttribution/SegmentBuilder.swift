import ParallaxCore

/// Turns drafts and excerpts into the segments, attributions and sources of a voiced article.
struct SegmentBuilder {
  let lexicon: CueLexicon
  let segmented: SegmentedArticle
  let drafts: [Draft]
  let owners: [Int32]
  let isQuoted: [Bool]
  let speakers: [SpeakerResolver.Speaker]
  let excerpts: [Excerpt]

  /// The voiced article.
  func build() -> VoicedArticle {
    var segments: [VoiceSegment] = []
    var paragraphSegments: [Range<Int>] = []
    var tokenSegments = [Int32](repeating: 0, count: segmented.tokens.count)
    var nextExcerpt = 0
    for (index, range) in segmented.paragraphTokens.enumerated() {
      while nextExcerpt < excerpts.count && excerpts[nextExcerpt].paragraphs.upperBound <= index {
        nextExcerpt += 1
      }
      let base = baseVoice(of: index, nextExcerpt)
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
        segments.append(segment(start..<end, base, owner: Int(owner), isQuoted: quoted))
        start = end
      }
      paragraphSegments.append(first..<segments.count)
    }
    var isCue = [Bool](repeating: false, count: segmented.tokens.count)
    for draft in drafts where draft.kind == .speech || draft.kind == .evidence {
      for token in draft.cueTokens ?? 0..<0 { isCue[token] = true }
    }
    var ledger = SourceLedger(segmented: segmented, lexicon: lexicon, speakers: speakers)
    for draft in drafts { ledger.add(draft, isQuoted: isQuoted) }
    for excerpt in excerpts { ledger.add(excerpt, owners: owners) }
    let (attributions, sources) = ledger.finish()
    return VoicedArticle(
      segmented: segmented, segments: segments, paragraphSegments: paragraphSegments,
      tokenSegments: tokenSegments, attributions: attributions, isCue: isCue, sources: sources)
  }

  /// The voice of a paragraph's words that no one else is named for.
  private func baseVoice(of paragraph: Int, _ number: Int) -> VoiceSegment {
    let nowhere = TextSpan(0, 0)
    let role = segmented.article.paragraphs[paragraph].role
    let isMarked = role == .excerpt
    if role == .body || isMarked, number < excerpts.count, excerpts[number].paragraphs.contains(paragraph) {
      let excerpt = excerpts[number]
      return VoiceSegment(
        span: nowhere, tokens: 0..<0, voice: .excerpt,
        via: segmented.article.paragraphs[paragraph].via ?? excerpt.via.map { segmented.line($0) },
        source: excerpt.source.map { segmented.span(of: $0) }, cue: excerpt.cue.map { segmented.span(of: $0) }
      )
    }
    return VoiceSegment(
      span: nowhere, tokens: 0..<0, voice: isMarked ? .excerpt : .author,
      via: isMarked ? segmented.article.paragraphs[paragraph].via : nil)
  }

  /// A stretch of the paragraph's own voice, or of a speaker, whose publication stays.
  private func segment(
    _ tokens: Range<Int>, _ base: VoiceSegment, owner: Int, isQuoted: Bool
  ) -> VoiceSegment {
    guard owner >= 0 else {
      return VoiceSegment(
        span: span(tokens), tokens: tokens, voice: base.voice, via: base.via, source: base.source,
        cue: base.cue)
    }
    let speaker = drafts[owner].speaker
    return VoiceSegment(
      span: span(tokens), tokens: tokens, voice: isQuoted ? .direct : .indirect, kind: drafts[owner].kind,
      speaker: speaker >= 0 ? speakers[speaker].name : nil, via: base.via,
      source: drafts[owner].sourceTokens.map { segmented.span(of: $0) },
      cue: drafts[owner].cueTokens.map { segmented.span(of: $0) })
  }

  private func span(_ tokens: Range<Int>) -> TextSpan { segmented.span(of: tokens) }
}

extension SegmentedArticle {
  /// Where a stretch of tokens stands.
  func span(of range: Range<Int>) -> TextSpan {
    guard let first = range.first, let last = range.last else { return TextSpan(0, 0) }
    return TextSpan(Int(tokens[first].start), Int(tokens[last].end))
  }

  /// The text of a stretch of tokens on one line.
  package func line(_ range: Range<Int>) -> String {
    let span = span(of: range)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.count)
    for place in range {
      if !bytes.isEmpty && tokens[place].shape.contains(.spaceBefore) { bytes.append(UInt8(ascii: " ")) }
      bytes += article.text[tokens[place].span.range]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
