/// What a finding is: one of the codebook's categories, a topic frame, or a category of a user's own lexicon.
///
/// Known categories carry a number, so that scoring compares and counts without looking at names.
public struct Category: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name as data and reports print it, for example `hedge` or `frame.economic`.
  public let name: String
  /// Place among the known categories in order of names; `Category.unknown` for a user's own.
  let number: UInt8

  /// Makes the category called `name`.
  public init(_ name: String) {
    self.name = name
    number = Self.numbers[name] ?? Self.unknown
  }

  /// The name.
  public var description: String { name }

  /// Whether this is a topic frame, counted apart from editorial wording.
  public var isFrame: Bool {
    number == Self.unknown ? name.hasPrefix("frame.") : Self.traits[Int(number)].isFrame
  }

  /// Categories of the codebook in the order in which they win over each other on one and the same span.
  public static let codebook: [Category] = codebookNames.map { Category($0) }

  /// The fifteen topic frames.
  public static let frames: [Category] = frameNames.map { Category("frame." + $0) }

  /// Rank on one span; lower wins. Categories outside the codebook come last.
  public var precedence: Int {
    number == Self.unknown ? Self.codebookNames.count : Self.traits[Int(number)].precedence
  }

  /// Whether findings of this category (and subcategory) enter the framing index.
  public func isSlant(subcategory: String) -> Bool {
    guard number != Self.unknown else { return false }
    return Self.traits[Int(number)].isSlant && (self != .attribution || subcategory != "neutral")
  }

  /// Whether two categories have one name.
  public static func == (a: Category, b: Category) -> Bool {
    a.number == b.number && (a.number != unknown || a.name == b.name)
  }

  /// Hashes the number, or the name of a user's own category.
  public func hash(into hasher: inout Hasher) {
    if number == Self.unknown { hasher.combine(name) } else { hasher.combine(number) }
  }

  /// Order by name.
  public static func < (a: Category, b: Category) -> Bool {
    a.number != unknown && b.number != unknown ? a.number < b.number : a.name < b.name
  }

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

// MARK: Numbers

extension Category {
  /// The number of categories that are not of the codebook, no frames and not `stance`.
  package static let unknown = UInt8.max

  /// The categories that carry a number, in its order, which is that of their names.
  package static let known: [Category] = knownNames.map { Category($0) }

  /// Place among `known`; nil for a user's own category.
  package var knownPlace: Int? { number == Self.unknown ? nil : Int(number) }

  /// What is asked of a category again and again.
  private struct Traits {
    var isFrame: Bool
    var isSlant: Bool
    var precedence: Int
  }

  private static let codebookNames = [
    "promotional", "irony", "slogan", "attribution", "vagueSource", "loaded", "figurative", "evaluative",
    "booster", "hedge", "presupposition", "intensifier", "engagement",
  ]

  private static let frameNames = [
    "conflict", "economic", "humanInterest", "morality", "responsibility", "security", "legality", "health",
    "politics", "publicOpinion", "externalRegulation", "fairness", "capacity", "culturalIdentity", "quality",
  ]

  private static let knownNames = (codebookNames + frameNames.map { "frame." + $0 } + ["stance"]).sorted()

  private static let numbers = Dictionary(
    uniqueKeysWithValues: knownNames.enumerated().map { ($1, UInt8($0)) })

  private static let traits = knownNames.map { name in
    let place = codebookNames.firstIndex(of: name)
    return Traits(
      isFrame: name.hasPrefix("frame."),
      isSlant: place != nil && !["hedge", "vagueSource", "promotional"].contains(name),
      precedence: place ?? codebookNames.count)
  }
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
