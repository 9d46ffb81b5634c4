import ParallaxCore
import ParallaxScoring

/// Two versions of one article: where they differ, and what that does to its framing.
///
///     let comparison = VersionComparison(old: try analyzer.analyze(...), new: try analyzer.analyze(...))
///
/// Sentences are aligned (`SentenceAlignment`), then the words of those that changed (`WordDifference`). A finding
/// is the same in both versions when the words and the entry are; any other is new, gone, or stands at the place of
/// one that is weaker, stronger or of equal weight.
public struct VersionComparison: Sendable {
  /// The version before.
  public let old: Analysis
  /// The version after.
  public let new: Analysis
  /// Passages that differ, in the order of the new version; what was deleted stands where it stood.
  public internal(set) var passages: [VersionPassage] = []
  /// What a reader should know before trusting the comparison.
  public private(set) var warnings: [String] = []
  /// Share of the old version's words in sentences that stand in the new one too, equal or changed; 0 to 1.
  public let kept: Double

  /// Compares two versions.
  ///
  /// - Complexity: O(n log n) in tokens, and O(n · edits) within a sentence, up to the limits of
  ///   `WordDifference`.
  public init(old: Analysis, new: Analysis) {
    self.old = old
    self.new = new
    var numbering = FormNumbers()
    let before = VersionUnits(old.voiced.segmented, &numbering)
    let after = VersionUnits(new.voiced.segmented, &numbering)
    let alignment = SentenceAlignment(before, after, weights: numbering.weights)
    let words = before.units.reduce(0) { $0 + $1.words }
    let keptWords = alignment.pairs.reduce(0) { $0 + before.units[$1.old].words }
    kept = words > 0 ? Double(keptWords) / Double(words) : 1
    let builder = VersionBuilder(old, new, before, after, alignment, weights: numbering.weights)
    passages = builder.build()
    warnings = ownWarnings()
  }

  /// All changes, in the order of their passages.
  public var changes: [VersionChange] { passages.flatMap(\.changes) }

  /// How many changes there are of each kind that occurs, in the order of `VersionChange.Kind`.
  public var counts: [(kind: VersionChange.Kind, count: Int)] {
    VersionChange.Kind.allCases.compactMap { kind in
      let count = changes.reduce(0) { $0 + ($1.kind == kind ? $1.count : 0) }
      return count > 0 ? (kind, count) : nil
    }
  }

  /// A category before and after.
  public struct Rate: Sendable, Equatable {
    /// The category.
    public var category: Category
    /// Its measure in the old version.
    public var before: CategoryMeasure
    /// Its measure in the new version.
    public var after: CategoryMeasure
  }

  /// Categories that either version has findings of, by name, without topic frames.
  public var rates: [Rate] {
    let categories = Set((old.measures + new.measures).filter { $0.all.count > 0 }.map(\.category))
    return categories.filter { !$0.isFrame }.sorted().map { category in
      Rate(
        category: category,
        before: old.measures.first { $0.category == category } ?? .init(category: category),
        after: new.measures.first { $0.category == category } ?? .init(category: category))
    }
  }

  private func ownWarnings() -> [String] {
    var found: [String] = []
    if kept < 0.3 {
      found.append(
        "Less than a third of the old version's words are in the new one: these may be two articles, for which "
          + "“parallax compare” is made.")
    }
    for (name, analysis) in [("old", old), ("new", new)] {
      found += analysis.warnings.map { "The \(name) version: \($0)" }
    }
    return found
  }
}
