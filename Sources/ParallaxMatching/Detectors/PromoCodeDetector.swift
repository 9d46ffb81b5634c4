import ParallaxCore

/// *Promo code HARBOR20*, *use code “SAVE20”*.
struct PromoCodeDetector: Detector {
  static let triggers: DetectorTriggers = .word
  static let entry = Detectors.entry(
    "promoCode", "(promo|discount|coupon) code X; use code X", .promotional, "offer", weight: 0.6,
    note: "a code that the reader is to enter when buying", source: "codebook, promotional")

  private let code: [WordID]
  var triggerWords: [WordID] { code }
  private let kinds: [WordID]
  private let verbs: [WordID]

  init(words: inout VocabularyBuilder) {
    func sorted(_ list: [String]) -> [WordID] { list.map { words.intern($0) }.sorted() }
    code = sorted(["code", "codes"])
    kinds = sorted([
      "promo", "promotional", "promotion", "discount", "coupon", "offer", "voucher", "referral",
    ])
    verbs = sorted(["use", "using", "enter", "entering", "apply", "with", "mention"])
  }

  func find(in view: ArticleView, into found: inout [Range<Int>]) {
    for at in view.sentence where code.holds(view.word(at)) && at > view.sentence.lowerBound {
      let isKind = kinds.holds(view.word(at - 1))
      guard isKind || verbs.holds(view.word(at - 1)), let end = codeEnd(after: at, view) else { continue }
      found.append(at - 1..<end)
    }
  }

  /// One past the code: a word of capitals or digits, with or without quotation marks and a colon.
  private func codeEnd(after index: Int, _ view: ArticleView) -> Int? {
    var at = index + 1
    while at < view.sentence.upperBound && at <= index + 2 && view.isMark(at) { at += 1 }
    guard at < view.sentence.upperBound else { return nil }
    let shape = view[at].shape
    let isCode =
      shape.contains(.allCapitals) || (shape.contains(.hasDigit) && view[at].kind == .word)
      || (shape.contains(.hasDigit) && shape.contains(.capitalized))
    guard isCode, view.length(at) >= 3 else { return nil }
    let next = at + 1
    let isClosed = next < view.sentence.upperBound && view[next].shape.contains(.closingQuote)
    return view.isQuote(at - 1) && isClosed ? next + 1 : next
  }
}
