/// A segmented article in which every token has a voice.
public struct VoicedArticle: Sendable {
  /// The segmented article.
  public var segmented: SegmentedArticle
  /// All segments in order; every token lies in exactly one, and none crosses a paragraph's end.
  public var segments: [VoiceSegment]
  /// For each paragraph, its segments.
  public var paragraphSegments: [Range<Int>]
  /// For each token, the index of its segment.
  public var tokenSegments: [Int32]
  /// Who said what, in order of the first content.
  public var attributions: [Attribution]
  /// For each token, whether it belongs to a cue that reports speech.
  public var isCue: [Bool]
  /// Who is heard in the article, in order of first appearance.
  public var sources: [SourceSummary]

  /// Makes a voiced article of parts that fit together.
  public init(
    segmented: SegmentedArticle, segments: [VoiceSegment], paragraphSegments: [Range<Int>],
    tokenSegments: [Int32], attributions: [Attribution], isCue: [Bool], sources: [SourceSummary]
  ) {
    self.segmented = segmented
    self.segments = segments
    self.paragraphSegments = paragraphSegments
    self.tokenSegments = tokenSegments
    self.attributions = attributions
    self.isCue = isCue
    self.sources = sources
  }

  /// The article.
  public var article: Article { segmented.article }

  /// The voice of a token.
  @inlinable public func voice(ofToken index: Int) -> Voice { segments[Int(tokenSegments[index])].voice }
}

/// A stretch of a paragraph in one voice.
public struct VoiceSegment: Sendable, Equatable {
  /// Where it stands; the first begins at its paragraph's first token, the last ends at its last.
  public var span: TextSpan
  /// Its tokens, as indices into `SegmentedArticle.tokens`.
  public var tokens: Range<Int>
  /// Whose words.
  public var voice: Voice
  /// What kind of act reports it; nil for the author and for excerpts.
  public var kind: AttributionKind?
  /// The fullest name or description of the speaker seen in the article.
  public var speaker: String?
  /// The publication an excerpt, or speech inside an excerpt, comes through.
  public var via: String?
  /// Where the source is named.
  public var source: TextSpan?
  /// Where the cue stands.
  public var cue: TextSpan?

  /// Makes a segment.
  public init(
    span: TextSpan, tokens: Range<Int>, voice: Voice, kind: AttributionKind? = nil, speaker: String? = nil,
    via: String? = nil, source: TextSpan? = nil, cue: TextSpan? = nil
  ) {
    self.span = span
    self.tokens = tokens
    self.voice = voice
    self.kind = kind
    self.speaker = speaker
    self.via = via
    self.source = source
    self.cue = cue
  }
}

/// One act of reporting: who (source), how (cue), what (content).
public struct Attribution: Sendable, Equatable {
  /// The source's words in the text, nil where elided.
  public var source: TextSpan?
  /// The cue, nil for a quotation without one.
  public var cue: TextSpan?
  /// The content, in order.
  public var content: [TextSpan]
  /// What kind of act the cue reports.
  public var kind: AttributionKind
  /// Whether the content is quoted, reported, or an excerpt.
  public var voice: Voice
  /// Index into `VoicedArticle.sources`, nil where no source was found.
  public var sourceIndex: Int?
  /// The cue's base form (`say`, `according to`), for tables of who is heard how.
  public var cueLemma: String?

  /// Makes an attribution.
  public init(
    source: TextSpan?, cue: TextSpan?, content: [TextSpan], kind: AttributionKind, voice: Voice,
    sourceIndex: Int? = nil, cueLemma: String? = nil
  ) {
    self.source = source
    self.cue = cue
    self.content = content
    self.kind = kind
    self.voice = voice
    self.sourceIndex = sourceIndex
    self.cueLemma = cueLemma
  }
}

/// A source as heard in the whole article.
public struct SourceSummary: Sendable, Equatable {
  /// The fullest name or description.
  public var name: String
  /// How far a reader can check who it is.
  public var kind: SourceKind
  /// Number of direct quotations.
  public var direct: Int
  /// Number of indirect reports.
  public var indirect: Int
  /// Words attributed, in any voice.
  public var words: Int
  /// Cue base forms with their counts, most frequent first, then by name.
  public var cues: [CueCount]

  /// A cue and how often it introduces this source.
  public struct CueCount: Sendable, Equatable {
    /// Base form (`say`).
    public var lemma: String
    /// How often.
    public var count: Int
    /// Makes a count.
    public init(lemma: String, count: Int) {
      self.lemma = lemma
      self.count = count
    }
  }

  /// Makes a summary.
  public init(
    name: String, kind: SourceKind, direct: Int = 0, indirect: Int = 0, words: Int = 0, cues: [CueCount] = []
  ) {
    self.name = name
    self.kind = kind
    self.direct = direct
    self.indirect = indirect
    self.words = words
    self.cues = cues
  }
}
