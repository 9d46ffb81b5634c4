import ParallaxCore

/// How a category is named and drawn on the page: words for readers, a letter, and a kind of underline, so that
/// colour is never the only difference.
struct CategoryStyle: Sendable {
  /// The category.
  let category: Category
  /// Plain name for readers.
  let label: String
  /// One or two characters, in tags and charts.
  let tag: String
  /// Name in class attributes: `k-loaded`.
  let className: String
  /// What the category is, in a sentence.
  let definition: String
  /// The kind of underline and of chart fill.
  let line: Line
  /// What sort of thing it tells.
  let family: Family

  /// The kind of underline; five that stay apart in black and white.
  enum Line: String, Sendable, CaseIterable {
    /// A plain line.
    case solid
    /// Dashes.
    case dashed
    /// Dots.
    case dotted
    /// Two lines.
    case double
    /// A wave.
    case wavy
  }

  /// Groups of categories, in the order of the legend.
  enum Family: String, Sendable, CaseIterable {
    /// Praise, blame, slanted words.
    case side = "Takes a side"
    /// Pictures, irony, address.
    case tone = "Sets a tone"
    /// Hedges, boosters, intensifiers.
    case certainty = "How sure it sounds"
    /// Presupposition and sourcing.
    case basis = "What it rests on"
    /// Promotion.
    case selling = "Sells"
    /// Categories of a user's own lexicons.
    case own = "Your own lexicons"
  }

  /// The style of a category; one that the codebook does not know gets a plain style under its own name.
  static func of(_ category: Category) -> CategoryStyle {
    if let known = byName[category.name] { return known }
    if category.isFrame {
      return CategoryStyle(
        category: category, label: FrameName.label(category), tag: "F", className: "k-frame",
        definition: FrameName.definition(category), line: .dotted, family: .own)
    }
    return CategoryStyle(
      category: category, label: category.name, tag: "+", className: "k-own",
      definition: "A category of a lexicon that was added to the built-in ones.", line: .double, family: .own)
  }

  /// The codebook's categories in the order in which reports show them.
  static let codebook: [CategoryStyle] = [
    CategoryStyle(
      category: .evaluative, label: "Praise and blame", tag: "E", className: "k-evaluative",
      definition: "Words whose main work is to praise or blame: a reckless plan, a fast learner.",
      line: .solid, family: .side),
    CategoryStyle(
      category: .loaded, label: "Loaded words", tag: "L", className: "k-loaded",
      definition: "One-sided words for which a neutral word exists: regime for government.",
      line: .dashed, family: .side),
    CategoryStyle(
      category: .slogan, label: "Slogans", tag: "S", className: "k-slogan",
      definition: "Ready-made political language: campaign phrases, flag and faith words, appeals to fear.",
      line: .double, family: .side),
    CategoryStyle(
      category: .figurative, label: "Figures of speech", tag: "F", className: "k-figurative",
      definition: "A picture instead of a plain statement: idioms and metaphors.",
      line: .solid, family: .tone),
    CategoryStyle(
      category: .irony, label: "Irony and asides", tag: "R", className: "k-irony",
      definition:
        "Signs that the writer stands apart from the words or performs for the reader: scare quotes, "
        + "rhetorical questions, mockery.",
      line: .wavy, family: .tone),
    CategoryStyle(
      category: .engagement, label: "Talking to the reader", tag: "Y", className: "k-engagement",
      definition: "The writer steps onto the page or pulls the reader in: you, I, stay tuned, must.",
      line: .dotted, family: .tone),
    CategoryStyle(
      category: .booster, label: "Certainty", tag: "B", className: "k-booster",
      definition: "Boosters: words that close a claim to doubt, such as clearly, always, no doubt.",
      line: .solid, family: .certainty),
    CategoryStyle(
      category: .hedge, label: "Caution", tag: "H", className: "k-hedge",
      definition: "Hedges: words that keep a claim from being flat, such as may, perhaps, about.",
      line: .dotted, family: .certainty),
    CategoryStyle(
      category: .intensifier, label: "Volume", tag: "I", className: "k-intensifier",
      definition:
        "Intensifiers: words that only turn the volume up or down, such as utterly, the worst, merely.",
      line: .double, family: .certainty),
    CategoryStyle(
      category: .presupposition, label: "Taken for granted", tag: "P", className: "k-presupposition",
      definition: "Wording that takes a claim as given: realize that, again, even, failed to.",
      line: .wavy, family: .basis),
    CategoryStyle(
      category: .attribution, label: "Reporting verbs", tag: "A", className: "k-attribution",
      definition: "Words that report what someone says. Said is neutral; claimed, admitted, blasted are not.",
      line: .dotted, family: .basis),
    CategoryStyle(
      category: .vagueSource, label: "Vague sources", tag: "V", className: "k-vagueSource",
      definition: "Sources the reader cannot check: critics say, an official, many believe.",
      line: .dashed, family: .basis),
    CategoryStyle(
      category: .promotional, label: "Selling", tag: "$", className: "k-promotional",
      definition: "Asks to buy, join, subscribe, donate or share, anywhere on the page.",
      line: .dashed, family: .selling),
  ]

  private static let byName = Dictionary(
    codebook.map { ($0.category.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Place in the order of reports; categories outside the codebook come after it.
  var rank: Int { Self.codebook.firstIndex { $0.category == category } ?? Self.codebook.count }

  /// Sorts categories as reports show them: the codebook's in its order, then others by name.
  static func sorted(_ categories: some Sequence<Category>) -> [CategoryStyle] {
    categories.map(of).sorted {
      $0.rank != $1.rank ? $0.rank < $1.rank : $0.category.name < $1.category.name
    }
  }
}

/// Names of the topic frames for readers.
enum FrameName {
  private static let names: [String: (label: String, definition: String)] = [
    "conflict": ("Conflict", "Disagreement between people, parties or countries."),
    "economic": ("Money and economy", "Costs, gains and losses."),
    "humanInterest": ("People’s stories", "A human face or a personal story."),
    "morality": ("Right and wrong", "Religious or moral rules."),
    "responsibility": ("Who is responsible", "Who caused a problem, or should solve it."),
    "security": ("Security and defence", "Threats, protection, armed force."),
    "legality": ("Law and courts", "Laws, rights, courts, what is legal."),
    "health": ("Health and safety", "Illness, care, danger to life."),
    "politics": ("Politics", "Parties, votes, elections, bargaining."),
    "publicOpinion": ("Public opinion", "Polls, protests, what people think."),
    "externalRegulation": ("Relations abroad", "Treaties, borders, other countries."),
    "fairness": ("Fairness", "Equal treatment, discrimination."),
    "capacity": ("Means and resources", "Whether there is enough of what it takes."),
    "culturalIdentity": ("Culture and identity", "Traditions, groups, belonging."),
    "quality": ("Quality of life", "Comfort, housing, daily life."),
  ]

  static func label(_ frame: Category) -> String { entry(frame)?.label ?? String(frame.name.dropFirst(6)) }

  static func definition(_ frame: Category) -> String { entry(frame)?.definition ?? "A topic frame." }

  private static func entry(_ frame: Category) -> (label: String, definition: String)? {
    names[String(frame.name.dropFirst(6))]
  }
}
