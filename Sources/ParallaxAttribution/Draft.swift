import ParallaxCore

/// An attribution while it is being put together; places are token ranges.
struct Draft {
  /// The number that stands for *according to* as a cue.
  static let according = -2

  /// Index of its cue in the lexicon, `according`, or -1 for none.
  var cue = -1
  var kind: AttributionKind = .speech
  var sourceTokens: Range<Int>?
  var cueTokens: Range<Int>?
  var content: [Range<Int>] = []
  /// For *who said*: the noun phrase that *who* stands for.
  var antecedent: Range<Int>?
  /// Index of its speaker, or -1.
  var speaker = -1
  /// Whether a colon follows its cue at once, so that the items of a list after it are its content.
  var announcesList = false
  /// Whether its content stands at block length and without marks.
  var isExcerpt = false
}
