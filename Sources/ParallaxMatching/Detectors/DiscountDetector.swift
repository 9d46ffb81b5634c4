import ParallaxCore

/// *74% off*, *save up to 50 percent*. Not *shares fell 40% off their peak*.
struct DiscountDetector: Detector {
  static let triggers: DetectorTriggers = .number
  static let entry = Detectors.entry(
    "discount", "N% off; save N%", .promotional, "offer", weight: 0.6,
    note: "a price cut offered to the reader",
    source: "codebook, promotional")

  private let percent: [WordID]
  private let off: WordID
  private let save: [WordID]
  private let fillers: [WordID]
  private let falling: [WordID]
  private let marks: [WordID]

  init(words: inout VocabularyBuilder) {
    func sorted(_ list: [String]) -> [WordID] { list.map { words.intern($0) }.sorted() }
    percent = sorted(["percent", "per", "%"])
    off = words.intern("off")
    save = sorted(["save"])
    fillers = sorted(["up", "to", "as", "much", "over", "more", "than", "an", "extra", "at", "least"])
    falling = sorted([
      "fell", "fall", "falls", "falling", "down", "dropped", "drop", "slid", "traded", "trading", "shares",
      "stock", "stocks", "index", "wiped", "shaved", "cut", "knocked", "knocking", "slashed", "slashing",
      "lopped",
    ])
    marks = sorted([
      "peak", "peaks", "high", "highs", "low", "lows", "record", "pace", "target", "value", "pre",
    ])
  }

  func find(in view: ArticleView, into found: inout [Range<Int>]) {
    for at in view.sentence {
      guard view[at].kind == .number, let end = percentEnd(at, view) else { continue }
      if end < view.sentence.upperBound && view.word(end) == off {
        if !isFall(at, end + 1, view) { found.append(at..<end + 1) }
      } else if let start = saveStart(at, view) {
        found.append(start..<end)
      }
    }
  }

  /// One past *50%*, *50 percent*, *50 per cent*.
  private func percentEnd(_ at: Int, _ view: ArticleView) -> Int? {
    if view.lastByte(at) == UInt8(ascii: "%") { return at + 1 }
    guard at + 1 < view.sentence.upperBound, percent.holds(view.word(at + 1)) else { return nil }
    let isTwoWords = view.length(at + 1) == 3
    return isTwoWords ? min(at + 3, view.sentence.upperBound) : at + 2
  }

  /// The *save* that a figure belongs to.
  private func saveStart(_ at: Int, _ view: ArticleView) -> Int? {
    var start = at - 1
    while start >= view.sentence.lowerBound && at - start <= 5 {
      if save.holds(view.word(start)) {
        // *Will save 50%* is news; an offer begins its clause or follows *to*, *and*.
        let isOffer =
          view.isStart(start) || view.isMark(start - 1)
          || !view.classes(start - 1).isDisjoint(with: [.conjunction])
        return isOffer ? start : nil
      }
      guard fillers.holds(view.word(start)) else { return nil }
      start -= 1
    }
    return nil
  }

  private func isFall(_ number: Int, _ next: Int, _ view: ArticleView) -> Bool {
    for index in max(view.sentence.lowerBound, number - 6)..<number where falling.holds(view.word(index)) {
      return true
    }
    for index in next..<min(view.sentence.upperBound, next + 5) {
      if view.isMark(index) { break }
      if marks.holds(view.word(index)) { return true }
    }
    return false
  }
}
