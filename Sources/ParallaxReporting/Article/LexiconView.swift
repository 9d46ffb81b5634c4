import ParallaxCore
import ParallaxScoring

/// What one lexicon alone finds in the article of a report.
public struct LexiconView: Sendable {
  /// Name of the lexicon, or of a set of them.
  public var name: String
  /// Its findings, in order of place.
  public var findings: [Finding]

  /// Makes a view.
  ///
  /// - Parameters:
  ///   - name: Name to show.
  ///   - analysis: The article analyzed with this lexicon alone.
  ///   - lexicons: Names of the lexicons whose findings count; what detectors find beside them is left out. Empty
  ///     for all.
  public init(name: String, analysis: Analysis, lexicons: Set<String> = []) {
    self.name = name
    findings = analysis.findings.filter { lexicons.isEmpty || lexicons.contains($0.entry.lexicon) }
  }
}

/// Where lexicons that read the same text agree and disagree.
///
/// A place is a stretch of words that findings of any of them cover together. Lexicons agree on it when all find
/// something there and none blames what another praises.
struct LexiconDisagreement {
  /// What one lexicon says of a paragraph or place.
  struct Reading: Equatable {
    /// Findings.
    var hits = 0
    /// Findings that praise.
    var positive = 0
    /// Findings that blame.
    var negative = 0
    /// Categories found, in order of place.
    var categories: [String] = []

    /// 1 where it praises more than it blames, −1 the other way round, 0 for neither.
    var sign: Int { (positive - negative).signum() }

    mutating func add(_ finding: Finding) {
      hits += 1
      if finding.polarity == .positive { positive += 1 }
      if finding.polarity == .negative { negative += 1 }
      let name = finding.entry.category.name
      if !categories.contains(name) { categories.append(name) }
    }
  }

  /// How readings of one thing stand to each other.
  enum Verdict: Equatable {
    /// All find something, and none against another.
    case agreed
    /// Some find nothing.
    case partial
    /// One praises where another blames.
    case opposed
  }

  /// A paragraph with any finding.
  struct Row {
    /// Index of the paragraph.
    var paragraph: Int
    /// What each lexicon says.
    var readings: [Reading]
  }

  /// A stretch of words that findings cover.
  struct Place {
    /// Where.
    var span: TextSpan
    /// Index of the paragraph.
    var paragraph: Int
    /// What each lexicon says.
    var readings: [Reading]
  }

  /// Paragraphs with a finding, in order.
  private(set) var paragraphs: [Row] = []
  /// Places in order.
  private(set) var places: [Place] = []

  /// Compares views of one article.
  ///
  /// - Complexity: O(n log n) in findings.
  init(_ views: [LexiconView]) {
    var all: [(view: Int, finding: Finding)] = []
    for (index, view) in views.enumerated() {
      // A device holds a whole sentence or offer, not a wording.
      for finding in view.findings
      where finding.entry.category != .promotional && finding.entry.subcategory != "rhetoricalQuestion" {
        all.append((index, finding))
      }
    }
    all.sort { a, b in
      let (x, y) = (a.finding.span, b.finding.span)
      return x.start != y.start ? x.start < y.start : x.end != y.end ? x.end < y.end : a.view < b.view
    }
    let none = Array(repeating: Reading(), count: views.count)
    for (view, finding) in all {
      if paragraphs.last?.paragraph != finding.paragraph {
        paragraphs.append(Row(paragraph: finding.paragraph, readings: none))
      }
      paragraphs[paragraphs.count - 1].readings[view].add(finding)
      if let last = places.last, finding.span.start < last.span.end {
        places[places.count - 1].span = TextSpan(last.span.start, max(last.span.end, finding.span.end))
      } else {
        places.append(Place(span: finding.span, paragraph: finding.paragraph, readings: none))
      }
      places[places.count - 1].readings[view].add(finding)
    }
  }

  /// How readings stand to each other.
  static func verdict(_ readings: [Reading]) -> Verdict {
    let signs = Set(readings.map(\.sign))
    if signs.contains(1) && signs.contains(-1) { return .opposed }
    return readings.contains { $0.hits == 0 } ? .partial : .agreed
  }

  /// Places where two lexicons both find something, the first alone, the second alone, and one against the other.
  func pair(_ first: Int, _ second: Int) -> (both: Int, first: Int, second: Int, opposed: Int) {
    var counts = (both: 0, first: 0, second: 0, opposed: 0)
    for place in places {
      let (a, b) = (place.readings[first], place.readings[second])
      if a.hits > 0 && b.hits > 0 {
        counts.both += 1
        if a.sign * b.sign < 0 { counts.opposed += 1 }
      } else if a.hits > 0 {
        counts.first += 1
      } else if b.hits > 0 {
        counts.second += 1
      }
    }
    return counts
  }
}
