import ParallaxCore

/// Lets intensifiers and downtoners act on the finding behind them.
///
/// An intensifier acts on a finding that begins right behind it, or with one adverb or one other intensifier in
/// between (*so very reckless*, *utterly and brazenly reckless* is one too far). It multiplies the weight by
/// its `factor`, is listed as a modifier, and adds no weight of its own.
struct Intensity {
  /// Bounds of the product of all factors on one finding.
  static let range = 0.2...2.0

  /// An intensifier of a sentence.
  struct Word {
    /// Its tokens.
    var tokens: Range<Int>
    /// What it multiplies by.
    var factor: Double
    /// Place of its finding among those of the sentence.
    var place: Int
  }

  /// The intensifiers that act on what begins at `start`, nearest first.
  ///
  /// - Parameter words: Those of the sentence by the token they end before.
  static func reaching(_ start: Int, _ words: [Int: Word], in view: ArticleView) -> [Word] {
    var found: [Word] = []
    var at = start
    var skipped = false
    while at > view.sentence.lowerBound && found.count < 3 {
      if let word = words[at] {
        found.append(word)
        at = word.tokens.lowerBound
      } else if !skipped && view.ends(at - 1, in: "ly") {
        skipped = true
        at -= 1
      } else {
        break
      }
    }
    return found
  }
}
