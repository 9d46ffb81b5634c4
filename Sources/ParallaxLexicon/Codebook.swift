import ParallaxCore

/// What the codebook allows: the subcategories of each category.
public enum Codebook {
  /// Subcategories by category, in the codebook's order.
  public static let subcategories: [(category: Category, names: [String])] = [
    (.evaluative, ["judgement", "appreciation", "affect"]),
    (.loaded, ["label", "verb", "modifier"]),
    (.hedge, ["shield", "approximator", "disclaimer"]),
    (.booster, ["certainty", "absolute"]),
    (.intensifier, ["amplifier", "superlative", "minimizer"]),
    (.attribution, ["neutral", "endorsing", "doubting", "committing", "charged"]),
    (.vagueSource, ["anonymous", "collective"]),
    (.presupposition, ["factive", "changeOfState", "focus", "implicative"]),
    (.figurative, ["idiom", "metaphor"]),
    (.irony, ["interjection", "scareQuote", "rhetoricalQuestion", "mockery", "flourish"]),
    (.engagement, ["readerAddress", "selfMention", "directive", "obligation"]),
    (.promotional, ["callToAction", "offer", "selfPraise", "disclosure"]),
    (.slogan, ["partisan", "virtue", "threat"]),
    (.stance, ["role", "polarity"]),
  ]

  /// Source domains a metaphor may name: the codebook's eight, and others that its lexicon uses.
  public static let metaphorDomains = [
    "war", "sport", "game", "theatre", "disease", "disaster", "romance", "animal", "body", "building",
    "clothing",
    "crime", "family", "fire", "food", "journey", "machine", "money", "nature", "religion", "weather",
  ]

  /// The subcategories of a category; nil when the codebook does not know it, empty for frames.
  public static func subcategories(of category: Category) -> [String]? {
    if category.isFrame { return Category.frames.contains(category) ? [] : nil }
    return subcategories.first { $0.category == category }?.names
  }

  /// Whether an entry of this category must name the neutral word.
  public static func requiresNeutral(_ category: Category, _ subcategory: String) -> Bool {
    category == .loaded || (category == .slogan && subcategory == "partisan")
  }

  /// Whether a name, alone or with a subcategory (`irony.scareQuote`), stands in the codebook.
  public static func knows(_ name: String) -> Bool {
    if subcategories(of: Category(name)) != nil { return true }
    let parts = name.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return false }
    return subcategories(of: Category(String(parts[0])))?.contains(String(parts[1])) ?? false
  }
}
