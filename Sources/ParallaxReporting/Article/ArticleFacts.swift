import ParallaxCore
import ParallaxScoring

/// What the page says of an analysis, counted once from its findings.
struct ArticleFacts: Sendable {
  let analysis: Analysis
  /// Findings of the codebook and of a user's lexicons, as indices into `analysis.findings`.
  let wording: [Int]
  /// Topic frame findings, as indices into `analysis.findings`.
  let frames: [Int]
  /// Measures of categories with a finding, in the order of reports; frames apart.
  let measures: [(style: CategoryStyle, measure: CategoryMeasure)]
  /// Categories that were looked for and not found.
  let absent: [CategoryStyle]
  /// Measures of topic frames with a finding, the most frequent first.
  let frameMeasures: [CategoryMeasure]
  /// Findings of each category name, as indices into `analysis.findings`.
  let byCategory: [String: [Int]]
  /// Findings of each paragraph, as a range of `analysis.findings`.
  let byParagraph: [Range<Int>]
  /// What was left out and is shown, as indices into `analysis.notCounted`: so many of each reason.
  let omittedShown: [Int]
  /// The same by paragraph.
  let omittedByParagraph: [[Int]]
  /// Findings that enter the framing index, in the author's words.
  let authorFraming: Int
  /// Findings that enter the framing index, in all voices.
  let allFraming: Int

  init(_ analysis: Analysis) {
    self.analysis = analysis
    var wording: [Int] = []
    var frames: [Int] = []
    var byCategory: [String: [Int]] = [:]
    var authorFraming = 0
    var allFraming = 0
    for (index, finding) in analysis.findings.enumerated() {
      let category = finding.entry.category
      if category.isFrame { frames.append(index) } else { wording.append(index) }
      byCategory[category.name, default: []].append(index)
      if category.isSlant(subcategory: finding.entry.subcategory) {
        allFraming += 1
        if finding.voice == .author { authorFraming += 1 }
      }
    }
    self.wording = wording
    self.frames = frames
    self.byCategory = byCategory
    self.authorFraming = authorFraming
    self.allFraming = allFraming
    let measured = Dictionary(
      analysis.measures.map { ($0.category.name, $0) }, uniquingKeysWith: { first, _ in first })
    let own = analysis.measures.map(\.category).filter { !$0.isFrame }
    let styles = CategoryStyle.sorted(own)
    measures = styles.compactMap { style in
      guard let measure = measured[style.category.name], measure.all.count > 0 else { return nil }
      return (style, measure)
    }
    absent = styles.filter { measured[$0.category.name]?.all.count == 0 }
    frameMeasures = analysis.measures.filter { $0.category.isFrame && $0.all.count > 0 }
      .sorted { $0.all.count != $1.all.count ? $0.all.count > $1.all.count : $0.category < $1.category }
    omittedShown = Self.shown(analysis.notCounted)
    var omitted = [[Int]](repeating: [], count: analysis.article.paragraphs.count)
    for index in omittedShown where omitted.indices.contains(analysis.notCounted[index].paragraph) {
      omitted[analysis.notCounted[index].paragraph].append(index)
    }
    omittedByParagraph = omitted
    byParagraph = Self.ranges(of: analysis.findings, paragraphs: analysis.article.paragraphs.count)
  }

  /// As many matches of one reason are shown.
  static let omittedLimit = 100

  private static func shown(_ omitted: [Finding]) -> [Int] {
    var counts: [Finding.NotCounted: Int] = [:]
    return omitted.indices.filter { index in
      guard let reason = omitted[index].reason else { return false }
      counts[reason, default: 0] += 1
      return counts[reason, default: 0] <= omittedLimit
    }
  }

  private static func ranges(of findings: [Finding], paragraphs: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(paragraphs)
    var next = 0
    for paragraph in 0..<paragraphs {
      let start = next
      while next < findings.count && findings[next].paragraph <= paragraph { next += 1 }
      ranges.append(start..<next)
    }
    return ranges
  }

  /// Findings of a category, as indices.
  func findings(of category: Category) -> [Int] { byCategory[category.name] ?? [] }

  /// Per 1,000 words, nil without words.
  static func per1000(_ count: Int, words: Int) -> Double? {
    words > 0 ? Double(count) * 1_000 / Double(words) : nil
  }

  /// How firmly a count speaks, for this text alone.
  enum Evidence: String, Sendable {
    /// Fewer than 100 words of the author.
    case tooShort = "Too short to tell"
    /// Fewer than 10 findings.
    case weak = "Weak"
    /// 10 to 29.
    case fair = "Fair"
    /// 30 and more.
    case good = "Good"
  }

  /// The strength of evidence behind the author's framing wording.
  var evidence: Evidence {
    if analysis.words.author < 100 { return .tooShort }
    return authorFraming < 10 ? .weak : authorFraming < 30 ? .fair : .good
  }
}

/// An entry with its findings, for the list of entries that drive the numbers.
struct EntryTally: Sendable {
  let entry: EntryInfo
  /// Findings, as indices into `Analysis.findings`.
  var findings: [Int]
  /// Sum of effective weights.
  var weight: Double
  /// Of these, in the author's words.
  var author: Int

  /// The entries of a set of findings: greatest weight first, then most findings, then by form.
  static func tally(_ indices: [Int], of findings: [Finding]) -> [EntryTally] {
    var places: [String: Int] = [:]
    var tallies: [EntryTally] = []
    for index in indices {
      let finding = findings[index]
      let key = finding.entry.lexicon + "\u{0}" + finding.entry.id
      let place: Int
      if let known = places[key] {
        place = known
      } else {
        place = tallies.count
        places[key] = place
        tallies.append(EntryTally(entry: finding.entry, findings: [], weight: 0, author: 0))
      }
      tallies[place].findings.append(index)
      tallies[place].weight += finding.effectiveWeight
      if finding.voice == .author { tallies[place].author += 1 }
    }
    return tallies.sorted { a, b in
      if a.weight != b.weight { return a.weight > b.weight }
      if a.findings.count != b.findings.count { return a.findings.count > b.findings.count }
      if a.entry.form != b.entry.form { return a.entry.form < b.entry.form }
      return a.entry.lexicon < b.entry.lexicon
    }
  }
}
