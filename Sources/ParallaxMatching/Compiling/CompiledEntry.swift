import ParallaxCore
import ParallaxLexicon

/// What the matcher keeps of an entry, or of a detector.
struct CompiledEntry: Sendable {
  /// What findings keep of it.
  var info: EntryInfo
  /// Its guards; nil where it has none.
  var guards: CompiledGuards?
  /// Words that its form writes with a capital, sorted.
  var capitals: [WordID]
  /// The layer in which it competes for words: 0 for the codebook, one of its own for each frame and each
  /// category of a user's.
  var layer: Int
  /// Number of its category; within one the leftmost and longest wins.
  var category: Int
  /// Rank of its category; lower wins on one span.
  var precedence: Int
  /// Order of its lexicon among those of the run.
  var lexicon: Int
  /// Whether it is a sentence or clause that may hold findings of other categories.
  var isDevice: Bool
  /// What an intensifier multiplies by; nil for other entries.
  var factor: Double?
  /// Whether a match inside a capitalized name counts.
  var allowsNames: Bool
  /// What negation does to it; nil where nothing.
  var negation: NegationEffect?
  /// Whether the user's settings switch it off: it takes no words from others.
  var isSuppressed: Bool
  /// Whether its category is none of those asked for: it takes its words, but does not count.
  var isLeftOut: Bool

  /// Whether it is an offer that a detector read whole.
  var isWholeOffer: Bool { info.category == .promotional && info.lexicon == Detectors.lexicon }

  /// Whether findings of this entry may hold others.
  static func isDevice(_ info: EntryInfo) -> Bool {
    info.category == .promotional || (info.category == .irony && info.subcategory == "rhetoricalQuestion")
  }
}
