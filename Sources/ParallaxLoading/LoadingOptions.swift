import ParallaxCore

/// How articles are loaded.
public struct LoadingOptions: Sendable, Equatable {
  /// Which mistake to prefer where it is doubtful what belongs to the article.
  public var favor: Favor
  /// What is too large to load.
  public var limits: LoadingLimits

  /// Makes options; the defaults suit news pages.
  public init(favor: Favor = .balanced, limits: LoadingLimits = .init()) {
    self.favor = favor
    self.limits = limits
  }
}

/// Which mistake to prefer where it is doubtful what belongs to the article.
public enum Favor: String, Sendable, CaseIterable {
  /// Rather lose a paragraph than take in furniture.
  case precision
  /// As few mistakes of either kind as possible.
  case balanced
  /// Rather take in furniture than lose a paragraph.
  case recall
}

/// What is too large to load. Each limit has its own error.
public struct LoadingLimits: Sendable, Equatable {
  /// Bytes of input.
  public var bytes: Int
  /// Elements open inside one another.
  public var depth: Int
  /// Elements and texts of a page, or paragraphs of a text.
  public var nodes: Int
  /// Attributes that are read of one tag; further ones are passed over without an error.
  public var attributesPerTag: Int
  /// Seconds that loading one input may take; infinity for no limit. An input that takes longer is an error,
  /// never an article cut short.
  public var seconds: Double

  /// Makes limits; the defaults let every real page through.
  public init(
    bytes: Int = 20_000_000, depth: Int = 1_000, nodes: Int = 2_000_000, attributesPerTag: Int = 64,
    seconds: Double = 30
  ) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.attributesPerTag = attributesPerTag
    self.seconds = seconds
  }
}

/// What comes with a record beside its text; a value given here wins over what the page says.
public struct RecordHints: Sendable, Equatable {
  /// Title of the article.
  public var title: String?
  /// The publication.
  public var outlet: String?
  /// Who wrote it.
  public var byline: String?
  /// When it was published, as given.
  public var published: String?
  /// When it was retrieved, as ISO 8601.
  public var retrieved: String?
  /// The event it covers.
  public var event: String?
  /// What sort of article it is.
  public var genre: Metadata.Genre?
  /// Language as a BCP 47 tag.
  public var language: String?
  /// Where the page was found.
  public var url: String?
  /// Whom stance is measured toward.
  public var targets: [TargetRequest]

  /// Makes hints.
  public init(
    title: String? = nil, outlet: String? = nil, byline: String? = nil, published: String? = nil,
    retrieved: String? = nil, event: String? = nil, genre: Metadata.Genre? = nil, language: String? = nil,
    url: String? = nil, targets: [TargetRequest] = []
  ) {
    self.title = title
    self.outlet = outlet
    self.byline = byline
    self.published = published
    self.retrieved = retrieved
    self.event = event
    self.genre = genre
    self.language = language
    self.url = url
    self.targets = targets
  }
}

extension RecordHints {
  /// These hints, and where they say nothing, what others say.
  public func over(_ others: RecordHints) -> RecordHints {
    RecordHints(
      title: title ?? others.title, outlet: outlet ?? others.outlet, byline: byline ?? others.byline,
      published: published ?? others.published, retrieved: retrieved ?? others.retrieved,
      event: event ?? others.event, genre: genre ?? others.genre, language: language ?? others.language,
      url: url ?? others.url, targets: targets.isEmpty ? others.targets : targets)
  }
}
