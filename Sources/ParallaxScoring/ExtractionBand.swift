import ParallaxCore

/// How the figures of a page move with the way its article is found.
///
/// Where a page's paragraphs are plainly article or furniture all ways agree and there is nothing to report;
/// where they differ, the reader sees by how much the doubt about the page moves each figure.
public struct ExtractionBand: Sendable, Equatable {
  /// The figures under one way of finding the article.
  public struct Reading: Sendable, Equatable {
    /// Name of the way: `precision`, `balanced` or `recall`.
    public var favor: String
    /// Editorial words by voice.
    public var words: VoiceCounts
    /// Findings that count, in the author's words.
    public var findings: Int
    /// Framing index of the author's words; nil without any.
    public var index: Double?

    /// Makes a reading of its figures.
    public init(favor: String, words: VoiceCounts, findings: Int, index: Double?) {
      self.favor = favor
      self.words = words
      self.findings = findings
      self.index = index
    }

    /// Takes the figures of an analysis.
    public init(favor: String, _ analysis: Analysis) {
      self.favor = favor
      words = analysis.words
      findings = analysis.findings.count { $0.voice == .author }
      index = analysis.framing.author?.index
    }

    fileprivate func agrees(with other: Reading) -> Bool {
      words == other.words && findings == other.findings && index == other.index
    }
  }

  /// From the strictest way to the most generous.
  public let readings: [Reading]
  /// Name of the way the report is made by.
  public let chosen: String

  /// Makes a band; nil when every way gives the same figures.
  public init?(_ readings: [Reading], chosen: String) {
    guard let first = readings.first, !readings.allSatisfy({ $0.agrees(with: first) }) else { return nil }
    self.readings = readings
    self.chosen = chosen
  }

  /// The lowest and highest index; nil when a way leaves the author no words.
  public var bounds: (low: Double, high: Double)? {
    let indices = readings.compactMap(\.index)
    guard indices.count == readings.count, let low = indices.min(), let high = indices.max() else {
      return nil
    }
    return (low, high)
  }

  /// Whether a reader should know before trusting the numbers: the words move by more than a twentieth, or the
  /// index by more than two points.
  public var isDoubtful: Bool {
    let words = readings.map(\.words.all)
    guard let fewest = words.min(), let most = words.max() else { return false }
    guard let bounds else { return true }
    return Double(most - fewest) > 0.05 * Double(most) || bounds.high - bounds.low > 2
  }
}
