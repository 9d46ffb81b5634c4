import ParallaxCore

/// Lets the intensifiers and downtoners of a sentence act on the findings behind them.
///
/// An intensifier acts on a finding that begins right behind it, or with one adverb or other intensifiers in
/// between (*so very reckless*, *utterly sadly reckless*). It multiplies the weight by its `factor`, is listed
/// as a modifier, and adds no weight of its own.
struct Intensity {
  /// Bounds of the product of all factors on one finding.
  static let range = 0.2...2.0
  /// Most intensifiers that act on one finding.
  static let most = 3

  /// An intensifier of a sentence.
  struct Word {
    /// First token.
    var start: Int
    /// One past the last token.
    var end: Int
    /// What it multiplies by.
    var factor: Double
    /// Place of its finding.
    var place: Int
  }

  /// Those of the sentence, in order of their end.
  private(set) var words: [Word] = []

  mutating func removeAll() { words.removeAll(keepingCapacity: true) }

  mutating func add(_ word: Word) { words.append(word) }

  /// Puts them in order; to be called before `reaching`.
  mutating func sort() { if words.count > 1 { words.sort { $0.end < $1.end } } }

  /// The intensifiers that act on what begins at `start`, nearest first.
  func reaching(_ start: Int, in view: ArticleView) -> [Word] {
    if words.isEmpty { return [] }
    var found: [Word] = []
    var at = start
    var skipped = false
    while at > view.sentence.lowerBound && found.count < Self.most {
      if let word = ending(at) {
        found.append(word)
        at = word.start
      } else if !skipped && view.ends(at - 1, in: "ly") {
        skipped = true
        at -= 1
      } else {
        break
      }
    }
    return found
  }

  private func ending(_ end: Int) -> Word? {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].end < end { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low].end == end ? words[low] : nil
  }
}
