/// What a finding is: one of the codebook's categories, a topic frame, or a category of a user's own lexicon.
public struct Category: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name as data and reports print it, for example `hedge` or `frame.economic`.
  public let name: String

  /// Makes the category called `name`.
  public init(_ name: String) { self.name = name }

  /// The name.
  public var description: String { name }

  /// Whether this is a topic frame, counted apart from editorial wording.
  public var isFrame: Bool { name.hasPrefix("frame.") }

  /// Categories of the codebook in the order in which they win over each other on one and the same span.
  public static let codebook: [Category] = [
    .promotional, .irony, .slogan, .attribution, .vagueSource, .loaded, .figurative, .evaluative, .booster,
    .hedge, .presupposition, .intensifier, .engagement,
  ]

  /// The fifteen topic frames.
  public static let frames: [Category] = [
    "conflict", "economic", "humanInterest", "morality", "responsibility", "security", "legality", "health",
    "politics", "publicOpinion", "externalRegulation", "fairness", "capacity", "culturalIdentity", "quality",
  ].map { Category("frame." + $0) }

  /// Rank on one span; lower wins. Categories outside the codebook come last.
  public var precedence: Int { Self.codebook.firstIndex(of: self) ?? Self.codebook.count }

  /// Whether findings of this category (and subcategory) enter the framing index.
  public func isSlant(subcategory: String) -> Bool {
    switch self {
    case .hedge, .vagueSource, .promotional: false
    case .attribution: subcategory != "neutral"
    default: Self.codebook.contains(self)
    }
  }

  /// Order by name.
  public static func < (a: Category, b: Category) -> Bool { a.name < b.name }

  /// Words whose main work is to praise or blame.
  public static let evaluative = Category("evaluative")
  /// One-sided wording for which a neutral word exists.
  public static let loaded = Category("loaded")
  /// Words that keep a claim from being flat.
  public static let hedge = Category("hedge")
  /// Words that close a claim to doubt.
  public static let booster = Category("booster")
  /// Words that only turn the volume up or down.
  public static let intensifier = Category("intensifier")
  /// Words that report what someone says.
  public static let attribution = Category("attribution")
  /// Sourcing that the reader cannot check.
  public static let vagueSource = Category("vagueSource")
  /// Wording that takes a claim for granted.
  public static let presupposition = Category("presupposition")
  /// A picture instead of a plain statement.
  public static let figurative = Category("figurative")
  /// Signals that the writer stands apart from the words.
  public static let irony = Category("irony")
  /// The writer steps onto the page or pulls the reader in.
  public static let engagement = Category("engagement")
  /// Selling, anywhere on the page.
  public static let promotional = Category("promotional")
  /// Ready-made political language.
  public static let slogan = Category("slogan")
  /// Words that put somebody in a good or a bad light; read for stance alone, never counted as wording.
  public static let stance = Category("stance")
}

/// Praise, blame or neither, toward whatever a finding is said of.
public enum Polarity: String, Hashable, Sendable, CaseIterable {
  /// Blames.
  case negative
  /// Neither praises nor blames.
  case neutral
  /// Praises.
  case positive

  /// The polarity under negation.
  public var reversed: Polarity {
    switch self {
    case .negative: .positive
    case .neutral: .neutral
    case .positive: .negative
    }
  }
}
