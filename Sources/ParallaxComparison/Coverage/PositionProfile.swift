import ParallaxCore
import ParallaxScoring

/// Where in their articles outlets put framing wording: headline, lead, body, last fifth, in the authors' own
/// words and in all.
///
/// The lead is the first paragraph of running text. The last fifth are the sentences that begin after four
/// fifths of the words of the running text; the body is what stands between. Subheads, captions and notes are
/// left out.
public struct PositionProfile: Sendable, Equatable {
  /// A part of an article.
  public enum Position: String, Sendable, CaseIterable {
    /// The page's title.
    case headline
    /// The first paragraph.
    case lead
    /// Between lead and last fifth.
    case body
    /// The last fifth of the words.
    case ending
  }

  /// The measures of one outlet, by position in the order of `Position.allCases`: framing findings, their
  /// weight, author's words, rate and Garwood interval.
  public struct Outlet: Sendable, Equatable {
    /// In the order of `Position.allCases`.
    public var measures: [VoiceMeasure]

    /// The measure of a position.
    public subscript(position: Position) -> VoiceMeasure {
      measures[Position.allCases.firstIndex(of: position) ?? 0]
    }
  }

  /// The authors' own words: one per outlet of the comparison, in its order.
  public let outlets: [Outlet]
  /// The same in all voices.
  public let allVoices: [Outlet]

  /// Adds up the articles of each outlet.
  public init(_ comparison: OutletComparison) {
    let none = [VoiceMeasure](repeating: VoiceMeasure(), count: Position.allCases.count)
    let sums = comparison.outlets.map { outlet in
      var sums = (author: none, all: none)
      for article in outlet.articles { Self.add(comparison.analyses[article], to: &sums) }
      return sums
    }
    outlets = sums.map { Outlet(measures: $0.author.map(Self.rated)) }
    allVoices = sums.map { Outlet(measures: $0.all.map(Self.rated)) }
  }

  private static func add(
    _ analysis: Analysis, to sums: inout (author: [VoiceMeasure], all: [VoiceMeasure])
  ) {
    let places = positions(analysis)
    for (sentence, place) in places.enumerated() {
      guard let place, analysis.sentences.indices.contains(sentence) else { continue }
      sums.author[place].words += analysis.sentences[sentence].authorWords
      sums.all[place].words += analysis.sentences[sentence].allWords
    }
    for finding in analysis.findings
    where finding.entry.category.isSlant(subcategory: finding.entry.subcategory) {
      guard places.indices.contains(finding.sentence), let place = places[finding.sentence] else { continue }
      sums.all[place].count += 1
      sums.all[place].weight += finding.effectiveWeight
      guard finding.voice == .author else { continue }
      sums.author[place].count += 1
      sums.author[place].weight += finding.effectiveWeight
    }
  }

  /// For each sentence the index of its position, nil for those that have none.
  static func positions(_ analysis: Analysis) -> [Int?] {
    let segmented = analysis.voiced.segmented
    let paragraphs = segmented.article.paragraphs
    func isRunning(_ paragraph: Int) -> Bool {
      switch paragraphs[paragraph].role {
      case .body, .listItem, .excerpt: true
      default: false
      }
    }
    let lead = paragraphs.indices.first {
      paragraphs[$0].role == .body && !segmented.paragraphSentences[$0].isEmpty
    }
    let running = segmented.sentences.reduce(0) { $0 + (isRunning($1.paragraph) ? $1.words : 0) }
    var passed = 0
    return segmented.sentences.map { sentence in
      if paragraphs[sentence.paragraph].role == .headline { return 0 }
      guard isRunning(sentence.paragraph) else { return nil }
      defer { passed += sentence.words }
      if sentence.paragraph == lead { return 1 }
      return passed * 5 >= running * 4 ? 3 : 2
    }
  }

  private static func rated(_ measure: VoiceMeasure) -> VoiceMeasure {
    var measure = measure
    guard measure.words > 0 else { return measure }
    let scale = 1_000 / Double(measure.words)
    let bounds = PoissonInterval.bounds(count: measure.count)
    measure.per1000 = Double(measure.count) * scale
    measure.low = bounds.low * scale
    measure.high = bounds.high * scale
    return measure
  }
}
