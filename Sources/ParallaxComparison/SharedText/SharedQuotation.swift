import ParallaxCore
import ParallaxScoring

/// A quotation that several outlets use, with what each puts around it.
public struct SharedQuotation: Sendable, Equatable {
  /// How one article brings the quotation in.
  public struct LeadIn: Sendable, Equatable {
    /// The place, one of the passage's.
    public var place: SharedText.Place
    /// What stands before it, from the start of its sentence; the sentence before where that has the cue.
    public var before: TextSpan
    /// What stands after it, to the end of its sentence; the next sentence as well where that has the cue.
    public var after: TextSpan
    /// The speaker, as the article names the source in full.
    public var speaker: String?
    /// Base form of the verb or phrase that brings it in.
    public var cue: String?
    /// Where this cue stands.
    public var cueSpan: TextSpan?
  }

  /// Index into `SharedText.passages`.
  public var passage: Int
  /// One per place, in order of articles.
  public var leadIns: [LeadIn]

  init(
    passage: Int, _ value: SharedText.Passage, _ comparison: OutletComparison, contents: [QuotedContents]
  ) {
    self.passage = passage
    leadIns = value.places.map {
      Self.leadIn(
        to: $0, in: comparison.analyses[$0.article].voiced,
        attribution: contents[$0.article].attribution(of: $0.span))
    }
  }

  private static func leadIn(to place: SharedText.Place, in voiced: VoicedArticle, attribution: Int?)
    -> LeadIn
  {
    let segmented = voiced.segmented
    let attribution = attribution.map { voiced.attributions[$0] }
    let first = sentence(at: place.tokens.lowerBound, segmented)
    let last = sentence(at: place.tokens.upperBound - 1, segmented)
    var start = segmented.sentences[first].span.start
    var end = segmented.sentences[last].span.end
    let paragraph = segmented.sentences[first].paragraph
    if let cue = attribution?.cue {
      let bounds = segmented.article.paragraphs[paragraph].span
      if cue.start < start {
        // *It wrote:* may end the paragraph before.
        let reach = first > 0 ? segmented.sentences[first - 1].span.start : start
        start = cue.start >= reach ? reach : start
      } else if cue.start >= end, cue.end <= bounds.end, last + 1 < segmented.sentences.count,
        segmented.sentences[last + 1].span.contains(cue)
      {
        end = segmented.sentences[last + 1].span.end
      }
    }
    return LeadIn(
      place: place, before: TextSpan(start, place.span.start), after: TextSpan(place.span.end, end),
      speaker: attribution?.sourceIndex.map { voiced.sources[$0].name }
        ?? voiced.segments[Int(voiced.tokenSegments[place.tokens.lowerBound])].speaker,
      cue: attribution?.cueLemma, cueSpan: attribution?.cue)
  }

  /// Index of the sentence that holds a token.
  private static func sentence(at token: Int, _ segmented: SegmentedArticle) -> Int {
    var low = 0
    var high = segmented.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if segmented.sentences[middle].tokens.lowerBound <= token { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}

/// The quoted contents of an article in order, to find who says what stands at a place.
struct QuotedContents {
  private var contents: [(span: TextSpan, attribution: Int, hasCue: Bool)]

  init(_ voiced: VoicedArticle) {
    contents = voiced.attributions.enumerated().filter { $0.element.voice == .direct }.flatMap {
      number, value in
      value.content.map { ($0, number, value.cue != nil) }
    }.sorted { ($0.span, $0.attribution) < ($1.span, $1.attribution) }
  }

  /// The attribution that holds words of a span: of several, the first with a cue.
  ///
  /// - Complexity: O(log n), as quoted contents do not overlap but for a few.
  func attribution(of span: TextSpan) -> Int? {
    var low = 0
    var high = contents.count
    while low < high {
      let middle = (low + high) / 2
      if contents[middle].span.start < span.end { low = middle + 1 } else { high = middle }
    }
    let near = contents[max(0, low - 8)..<low].filter { $0.span.overlaps(span) }
    return (near.first { $0.hasCue } ?? near.first)?.attribution
  }
}
