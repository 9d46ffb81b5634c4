import ParallaxAttribution
import ParallaxCore

/// Reads the wording put on a mention: *embattled mayor* Ana Ruiz, Ruiz, *a former teacher*.
struct LabelReader {
  /// Most words of a label.
  static let most = 8

  let reader: ClauseReader
  let segmented: SegmentedArticle
  let sentence: Range<Int>

  /// The labels of a mention, as tokens.
  func labels(of mention: Target.Mention) -> [Range<Int>] {
    var labels: [Range<Int>] = []
    let name = mention.title.isEmpty ? mention.tokens.lowerBound : mention.title.upperBound
    var start = mention.tokens.lowerBound
    while start > sentence.lowerBound, name - start < Self.most, isModifier(start - 1) { start -= 1 }
    if start < name { labels.append(start..<name) }
    if let apposition = apposition(after: mention.tokens.upperBound) { labels.append(apposition) }
    return labels
  }

  private func isModifier(_ token: Int) -> Bool {
    guard segmented.tokens[token].kind == .word, !segmented.tokens[token].shape.contains(.capitalized) else {
      return false
    }
    switch reader.kind(of: token) {
    case .adjective, .noun: return true
    default: return false
    }
  }

  /// *, the mayor of Vale,* with a mark behind it.
  private func apposition(after comma: Int) -> Range<Int>? {
    guard comma + 2 < sentence.upperBound, reader.kind(of: comma) == .comma,
      reader.kind(of: comma + 1) == .determiner, segmented.tokens[comma + 1].kind == .word,
      let phrase = reader.nounPhrase(from: comma + 1), phrase.count <= Self.most,
      phrase.upperBound == sentence.upperBound || isEnd(phrase.upperBound)
    else { return nil }
    return phrase
  }

  private func isEnd(_ token: Int) -> Bool {
    switch reader.kind(of: token) {
    case .comma, .mark: true
    default: false
    }
  }
}

/// Labels of a target with counts; upper and lower case are alike.
struct LabelCount {
  private var counts: [String: (text: String, count: Int, order: Int)] = [:]

  mutating func add(_ reader: LabelReader, _ mention: Target.Mention) {
    for range in reader.labels(of: mention) {
      let text = reader.segmented.line(range)
      let order = counts.count
      counts[text.lowercased(), default: (text, 0, order)].count += 1
    }
  }

  /// The most frequent first, then in order of appearance.
  var sorted: [TargetStance.Label] {
    counts.values.sorted { $0.count != $1.count ? $0.count > $1.count : $0.order < $1.order }
      .map { .init(text: $0.text, count: $0.count) }
  }
}
