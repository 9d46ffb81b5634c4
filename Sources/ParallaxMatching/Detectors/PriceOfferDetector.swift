import ParallaxCore

/// *$1 a week for the first year*, *just £3 per month*: a price by the week or month where the sentence sells.
struct PriceOfferDetector: Detector {
  static let triggers: DetectorTriggers = .number
  static let entry = Detectors.entry(
    "price", "$N a week", .promotional, "offer", weight: 0.5, note: "a subscription price put to the reader",
    source: "codebook, promotional")

  private let per: [WordID]
  private let periods: [WordID]
  private let selling: [WordID]

  init(words: inout VocabularyBuilder) {
    func sorted(_ list: [String]) -> [WordID] { list.map { words.intern($0) }.sorted() }
    per = sorted(["a", "per", "each", "every", "/"])
    periods = sorted(["week", "month", "year", "day", "wk", "mo", "yr"])
    selling = sorted([
      "subscribe", "subscription", "subscriptions", "subscriber", "subscribers", "membership", "memberships",
      "trial", "introductory", "unlimited", "cancel", "join", "digital", "newsletter", "off", "renews",
      "limited-time",
      "member", "ad-free", "offer", "unlock",
    ])
  }

  func find(in view: ArticleView, into found: inout [Range<Int>]) {
    var sells: Bool?
    for at in view.sentence.dropFirst() {
      guard view[at].kind == .number, view[at - 1].kind == .symbol, isCurrency(at - 1, view) else { continue }
      guard at + 2 < view.sentence.upperBound, per.holds(view.word(at + 1)), periods.holds(view.word(at + 2))
      else {
        continue
      }
      if sells == nil { sells = view.sentence.contains { selling.holds(view.word($0)) } }
      if sells == true || view.role == .promotion { found.append(at - 1..<at + 3) }
    }
  }

  private func isCurrency(_ index: Int, _ view: ArticleView) -> Bool {
    if view.isMark(index, "$") { return true }
    let start = Int(view[index].start)
    // £ and ¥ take two bytes of UTF-8, € three.
    switch view.length(index) {
    case 2: return view.text[start] == 0xC2 && (view.text[start + 1] == 0xA3 || view.text[start + 1] == 0xA5)
    case 3: return view.text[start] == 0xE2 && view.text[start + 1] == 0x82 && view.text[start + 2] == 0xAC
    default: return false
    }
  }
}
