import ParallaxCore

/// Everything measured on one article: the root of the JSON of CONTRACT and of a report.
public struct Analysis: Sendable {
  /// The article with its segments, attributions and sources.
  public var voiced: VoicedArticle
  /// The lexicons it was measured with, sorted by name.
  public var lexicons: [LexiconInfo]
  /// What counts, in order of place.
  public var findings: [Finding]
  /// What was seen and not counted, in order of place, each with its reason.
  public var notCounted: [Finding]
  /// Measures of each paragraph, in order.
  public var paragraphs: [ParagraphScore]
  /// Framing of each sentence, in order.
  public var sentences: [SentenceScore]
  /// Measures of the article, one per category, sorted by name; empty when not `isMeasured`.
  public var measures: [CategoryMeasure]
  /// Measures by role group, reported apart (headline, lead text, captions, editor's notes).
  public var roleMeasures: [RoleMeasure]
  /// Framing index of the author's words and of all words.
  public var framing: Framing
  /// Whom the text speaks well or ill of.
  public var targets: [TargetStance]
  /// Editorial words by voice: the denominators.
  public var words: VoiceCounts
  /// Words in all paragraphs kept in the text.
  public var totalWords: Int
  /// Advertisement slots and markers met.
  public var interruptions: Int
  /// False when no lexicon speaks the article's language: then there are no measures at all.
  public var isMeasured: Bool
  /// What a reader should know before trusting the numbers.
  public var warnings: [String]

  /// The article.
  public var article: Article { voiced.article }

  /// Makes an analysis of its parts.
  public init(
    voiced: VoicedArticle, lexicons: [LexiconInfo], findings: [Finding], notCounted: [Finding],
    paragraphs: [ParagraphScore], sentences: [SentenceScore], measures: [CategoryMeasure],
    roleMeasures: [RoleMeasure], framing: Framing, targets: [TargetStance], words: VoiceCounts,
    totalWords: Int, interruptions: Int, isMeasured: Bool, warnings: [String]
  ) {
    self.voiced = voiced
    self.lexicons = lexicons
    self.findings = findings
    self.notCounted = notCounted
    self.paragraphs = paragraphs
    self.sentences = sentences
    self.measures = measures
    self.roleMeasures = roleMeasures
    self.framing = framing
    self.targets = targets
    self.words = words
    self.totalWords = totalWords
    self.interruptions = interruptions
    self.isMeasured = isMeasured
    self.warnings = warnings
  }
}

/// Numbers of words by voice.
public struct VoiceCounts: Sendable, Equatable {
  /// The article's own words.
  public var author = 0
  /// Words in quotations.
  public var direct = 0
  /// Words in reports of what others said.
  public var indirect = 0
  /// Words of other publications quoted at block length.
  public var excerpt = 0

  /// No words.
  public init() {}

  /// Words of all voices.
  public var all: Int { author + direct + indirect + excerpt }

  /// Words of one voice.
  public subscript(voice: Voice) -> Int {
    get {
      switch voice {
      case .author: author
      case .direct: direct
      case .indirect: indirect
      case .excerpt: excerpt
      }
    }
    set {
      switch voice {
      case .author: author = newValue
      case .direct: direct = newValue
      case .indirect: indirect = newValue
      case .excerpt: excerpt = newValue
      }
    }
  }
}

/// Count, weight and rate of a category in one voice.
public struct VoiceMeasure: Sendable, Equatable {
  /// Findings that count.
  public var count: Int
  /// Sum of their effective weights.
  public var weight: Double
  /// Words of that voice: the denominator.
  public var words: Int
  /// Findings per 1,000 words; nil without words.
  public var per1000: Double?
  /// Lower bound of the 95% Garwood interval of the rate; nil where none is given.
  public var low: Double?
  /// Upper bound.
  public var high: Double?

  /// Makes a measure.
  public init(
    count: Int = 0, weight: Double = 0, words: Int = 0, per1000: Double? = nil, low: Double? = nil,
    high: Double? = nil
  ) {
    self.count = count
    self.weight = weight
    self.words = words
    self.per1000 = per1000
    self.low = low
    self.high = high
  }
}

/// A category measured in each voice and in all.
public struct CategoryMeasure: Sendable, Equatable {
  /// The category.
  public var category: Category
  /// The article's own words.
  public var author: VoiceMeasure
  /// Words in quotations.
  public var direct: VoiceMeasure
  /// Words in reports of what others said.
  public var indirect: VoiceMeasure
  /// Words of other publications.
  public var excerpt: VoiceMeasure
  /// All voices.
  public var all: VoiceMeasure

  /// Makes a measure of nothing.
  public init(category: Category) {
    self.category = category
    author = VoiceMeasure()
    direct = VoiceMeasure()
    indirect = VoiceMeasure()
    excerpt = VoiceMeasure()
    all = VoiceMeasure()
  }

  /// The measure in one voice.
  public subscript(voice: Voice) -> VoiceMeasure {
    get {
      switch voice {
      case .author: author
      case .direct: direct
      case .indirect: indirect
      case .excerpt: excerpt
      }
    }
    set {
      switch voice {
      case .author: author = newValue
      case .direct: direct = newValue
      case .indirect: indirect = newValue
      case .excerpt: excerpt = newValue
      }
    }
  }
}

/// Measures of the paragraphs of one role, reported apart.
public struct RoleMeasure: Sendable, Equatable {
  /// The role.
  public var role: Role
  /// Words by voice.
  public var words: VoiceCounts
  /// One per category that occurs, sorted by name.
  public var measures: [CategoryMeasure]

  /// Makes a measure.
  public init(role: Role, words: VoiceCounts, measures: [CategoryMeasure]) {
    self.role = role
    self.words = words
    self.measures = measures
  }
}

/// Slant weight per 1,000 words, of the author's words and of all; nil for a voice without words.
public struct FramingRate: Sendable, Equatable {
  /// The author's words.
  public var author: Double?
  /// All words.
  public var all: Double?
  /// Makes a rate.
  public init(author: Double? = nil, all: Double? = nil) {
    self.author = author
    self.all = all
  }
}

/// Measures of one paragraph.
public struct ParagraphScore: Sendable, Equatable {
  /// Words counted, whatever the role.
  public var words: Int
  /// Words by voice.
  public var voices: VoiceCounts
  /// One per category that occurs, sorted by name.
  public var measures: [CategoryMeasure]
  /// Slant weight per 1,000 words, of no fewer than 50; nil where the role is not measured.
  public var framing: FramingRate

  /// Makes a score.
  public init(words: Int, voices: VoiceCounts, measures: [CategoryMeasure], framing: FramingRate) {
    self.words = words
    self.voices = voices
    self.measures = measures
    self.framing = framing
  }
}

/// Framing of one sentence.
public struct SentenceScore: Sendable, Equatable {
  /// Slant weight per 1,000 words, of no fewer than 50.
  public var framing: FramingRate
  /// Summed slant weight of the author's findings.
  public var authorWeight: Double
  /// Summed slant weight of all findings.
  public var allWeight: Double
  /// Author's words.
  public var authorWords: Int
  /// All words.
  public var allWords: Int

  /// Makes a score.
  public init(
    framing: FramingRate, authorWeight: Double, allWeight: Double, authorWords: Int, allWords: Int
  ) {
    self.framing = framing
    self.authorWeight = authorWeight
    self.allWeight = allWeight
    self.authorWords = authorWords
    self.allWords = allWords
  }
}

/// The framing index of an article.
public struct Framing: Sendable, Equatable {
  /// The index of one voice with its interval and what it is made of.
  public struct Index: Sendable, Equatable {
    /// 100·(1 − exp(−r/k)), 0 to 100.
    public var index: Double
    /// Lower bound of the 95% bootstrap interval over sentences.
    public var low: Double
    /// Upper bound.
    public var high: Double
    /// r: summed effective weight of slant findings per 1,000 words.
    public var rate: Double
    /// The sum of effective weights.
    public var weight: Double
    /// The denominator.
    public var words: Int

    /// Makes an index.
    public init(index: Double, low: Double, high: Double, rate: Double, weight: Double, words: Int) {
      self.index = index
      self.low = low
      self.high = high
      self.rate = rate
      self.weight = weight
      self.words = words
    }
  }

  /// The author's words; nil without any.
  public var author: Index?
  /// All words; nil without any.
  public var all: Index?

  /// Makes a framing.
  public init(author: Index? = nil, all: Index? = nil) {
    self.author = author
    self.all = all
  }
}
