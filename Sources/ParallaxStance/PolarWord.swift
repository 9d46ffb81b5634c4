import ParallaxCore

/// Wording that puts somebody in a good or a bad light.
struct PolarWord {
  /// Its words, as tokens.
  var tokens: Range<Int>
  /// Where it stands.
  var span: TextSpan
  /// What it says of one who is merely near it, −1 to 1.
  var mood: Double
  /// Of the one who acts, and of the one acted upon; the mood where the entry tells them not apart.
  var agent: Double
  var patient: Double
  /// Of the one whose it is.
  var owner: Double
  /// Of one it modifies: *respected* is what others do to one, *inspiring* what one does.
  var modifier: Double
  /// Whether the entry tells who acts from who is acted upon.
  var hasRoles: Bool
  /// Index of the segment it is said in.
  var segment: Int
  /// Whose words.
  var voice: Voice
  /// Index of its sentence.
  var sentence: Int
  /// Places of its finding, and of those that give way to it, among those given.
  var findings: [Int]

  /// - Parameters:
  ///   - tokens: The finding's tokens.
  ///   - isParticiple: Whether it ends like a past participle.
  init(_ finding: Finding, place: Int, tokens: Range<Int>, isParticiple: Bool) {
    self.tokens = tokens
    span = finding.span
    segment = finding.segment
    voice = finding.voice
    sentence = finding.sentence
    findings = [place]
    let entry = finding.entry
    let isStance = entry.category == .stance
    let sign: Double =
      switch entry.polarity {
      case .positive: 1
      case .negative: -1
      case .neutral: 0
      }
    // Denied praise is milder blame: the matcher's own measure, taken to words of weight 0 as well.
    let change = finding.intensity * (finding.negated ? Self.denial : 1)
    mood = min(1, max(-1, sign * entry.weight * change))
    agent = mood
    patient = mood
    owner = mood
    modifier = mood
    hasRoles = false
    guard isStance, entry.subcategory == "role" else { return }
    hasRoles = true
    func value(_ key: String) -> Double? {
      entry.attributes.first { $0.key == key }.flatMap { Double($0.value) }.map {
        min(1, max(-1, $0 * change))
      }
    }
    agent = value("agent") ?? mood
    patient = value("patient") ?? mood
    owner = value("owner") ?? agent
    modifier = isParticiple ? patient : owner
  }

  /// What is left of a word's light when it is denied.
  static let denial = -0.6
}

extension PolarWord {
  /// The polar words of an article in order of place; where two share words, the longer one, and of two alike
  /// the one written for stance.
  ///
  /// - Complexity: O(findings + tokens).
  static func all(of findings: [Finding], in segmented: SegmentedArticle) -> [PolarWord] {
    var words: [PolarWord] = []
    var first = 0
    let tokens = segmented.tokens
    for (place, finding) in findings.enumerated() where bears(finding) {
      while first < tokens.count, Int(tokens[first].end) <= finding.span.start { first += 1 }
      var end = first
      while end < tokens.count, Int(tokens[end].start) < finding.span.end { end += 1 }
      guard end > first else { continue }
      let last = segmented.article.text[finding.span.end - 1] | 0x20
      var word = PolarWord(
        finding, place: place, tokens: first..<end, isParticiple: last == UInt8(ascii: "d"))
      let isStance = finding.entry.category == .stance
      if let before = words.last, before.tokens.overlaps(word.tokens) {
        let isLonger = word.tokens.count > before.tokens.count
        if isLonger || isStance && word.tokens.count == before.tokens.count {
          word.findings += before.findings
          words[words.count - 1] = word
        } else {
          words[words.count - 1].findings.append(place)
        }
        continue
      }
      words.append(word)
    }
    return words
  }

  /// Whether a finding says something good or ill of somebody.
  private static func bears(_ finding: Finding) -> Bool {
    guard finding.counted else { return false }
    let entry = finding.entry
    if entry.category == .stance { return true }
    guard entry.polarity != .neutral, !entry.category.isFrame else { return false }
    switch entry.category {
    case .evaluative, .loaded, .figurative, .irony, .attribution, .slogan: return true
    default: return false
    }
  }
}
