import ParallaxCore
import ParallaxLexicon

/// Whether words report what someone says: the guards `cue` and `not-cue`.
///
/// The attributor's cues are taken where what they report is a clause or a quotation, not where it is a mere
/// noun phrase (*slammed the budget*, *confirmed the judge*): the codebook counts those as wording. Verbs that
/// the attributor does not know report where they stand beside a quotation (*“Never,” he fulminated*) or
/// govern a *that* clause.
extension ArticleView {
  /// Whether the tokens `match` report.
  func reports(_ match: Range<Int>) -> Bool {
    for index in match {
      if let attribution = attribution(ofCueAt: index), reportsClause(attribution, match) {
        return true
      }
    }
    return followsQuotation(match.lowerBound) || precedesQuotation(match.upperBound)
      || governsThat(match.upperBound)
  }

  /// The attribution whose cue holds a token, the last one where several do; nil for none.
  private func attribution(ofCueAt index: Int) -> Int? {
    let start = Int(tokens[index].start)
    var low = 0
    var high = cues.places.count
    while low < high {
      let middle = (low + high) / 2
      if cues.places[middle].start <= start { low = middle + 1 } else { high = middle }
    }
    var found: Int?
    while low > 0, cues.places[low - 1].start + cues.longest > start {
      low -= 1
      if cues.places[low].end > start { found = max(found ?? 0, cues.places[low].number) }
    }
    return found
  }

  /// Whether what an attribution reports is more than a noun phrase behind its cue.
  private func reportsClause(_ number: Int, _ match: Range<Int>) -> Bool {
    let attribution = voiced.attributions[number]
    if attribution.voice != .indirect { return true }
    guard let content = attribution.content.first else { return false }
    let next = match.upperBound
    guard content.start >= Int(tokens[match.upperBound - 1].end) else { return true }
    // A mark between cue and content, or a content of several parts.
    if attribution.content.count > 1 || (next < sentence.upperBound && isMark(next)) { return true }
    var at = next
    var isFirst = true
    while at < sentence.upperBound && Int(tokens[at].start) < content.end {
      if Int(tokens[at].start) >= content.start {
        if isFirst && !classes(at).isDisjoint(with: [.that, .interrogative, .to]) { return true }
        isFirst = false
        if isFinite(at) { return true }
      }
      at += 1
    }
    return false
  }

  /// Whether a word is, or helps, the verb of a clause.
  private func isFinite(_ index: Int) -> Bool {
    let set = classes(index)
    if !set.isDisjoint(with: [.be, .have, .do, .modal, .irregularPast]) { return !isPossessiveClitic(index) }
    return ends(index, in: "n't")
  }

  /// *“Never,” he fulminated*, *“Never!” fulminated the mayor*: quoted words end right before, with at most a
  /// short subject between.
  private func followsQuotation(_ start: Int) -> Bool {
    var at = start - 1
    while at > sentence.lowerBound && start - at <= 6 {
      if tokens[at].shape.contains(.closingQuote) {
        switch firstByte(at - 1) {
        case UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."): return true
        default: return at == start - 1 || isMark(at + 1, ",")
        }
      }
      let isFunction = !classes(at).isDisjoint(with: [.be, .have, .do, .modal, .to, .conjunction, .that])
      if isFunction || (isMark(at) && !isMark(at, ",")) { return false }
      at -= 1
    }
    return false
  }

  /// *Fulminated: “Never”*, *fulminated, “Never”*.
  private func precedesQuotation(_ end: Int) -> Bool {
    guard end + 1 < sentence.upperBound, isMark(end, ":") || isMark(end, ",") else { return false }
    return tokens[end + 1].shape.contains(.openingQuote)
  }

  /// *Accepted that trains were late*, not *accepted that offer*.
  private func governsThat(_ end: Int) -> Bool {
    guard end < sentence.upperBound, classes(end).contains(.that) else { return false }
    for index in end + 1..<min(sentence.upperBound, end + 10) {
      if isMark(index) { return false }
      if isFinite(index) || ends(index, in: "ed") { return true }
      if index > end + 1 && ends(index, in: "s") && !ends(index, in: "ss") { return true }
    }
    return false
  }
}
