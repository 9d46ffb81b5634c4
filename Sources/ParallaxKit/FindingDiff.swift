import ParallaxCore
import ParallaxScoring

/// What another set of lexicons changes in the findings of one article.
public enum FindingDiff {
  /// A finding that appears, vanishes or changes.
  public struct Change: Sendable, Equatable {
    /// `+` for one that appears, `-` for one that vanishes, `~` for one whose weight changes.
    public var sign: Character
    /// The words found.
    public var text: String
    /// Category with its subcategory.
    public var kind: String
    /// The entry's identifier.
    public var entry: String
    /// Its effective weight before, 0 for one that appears.
    public var before: Double
    /// Its effective weight after, 0 for one that vanishes.
    public var after: Double
  }

  /// The changes between two analyses of one text, in order of place.
  ///
  /// Findings are the same when place, category and entry are. Weights are those that scoring gave, so that a
  /// new first use of an entry also changes the second; differences under 0.001 are left out.
  ///
  /// - Complexity: O(n log n) in findings.
  public static func changes(from old: Analysis, to new: Analysis) -> [Change] {
    let before = Dictionary(old.findings.map { (Key($0), $0) }) { first, _ in first }
    let after = Dictionary(new.findings.map { (Key($0), $0) }) { first, _ in first }
    var changes: [(span: TextSpan, change: Change)] = []
    for finding in old.findings where after[Key(finding)] == nil {
      changes.append((finding.span, change("-", finding, old, finding.effectiveWeight, 0)))
    }
    for finding in new.findings {
      guard let known = before[Key(finding)] else {
        changes.append((finding.span, change("+", finding, new, 0, finding.effectiveWeight)))
        continue
      }
      if abs(known.effectiveWeight - finding.effectiveWeight) >= 0.001 {
        changes.append(
          (finding.span, change("~", finding, new, known.effectiveWeight, finding.effectiveWeight)))
      }
    }
    return changes.enumerated()
      .sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }
      .map(\.element.change)
  }

  private struct Key: Hashable {
    var start: Int
    var end: Int
    var lexicon: String
    var entry: String

    init(_ finding: Finding) {
      start = finding.span.start
      end = finding.span.end
      lexicon = finding.entry.lexicon
      entry = finding.entry.id
    }
  }

  private static func change(
    _ sign: Character, _ finding: Finding, _ analysis: Analysis, _ before: Double, _ after: Double
  ) -> Change {
    let entry = finding.entry
    return Change(
      sign: sign, text: analysis.article.string(finding.span),
      kind: entry.subcategory.isEmpty ? entry.category.name : "\(entry.category.name).\(entry.subcategory)",
      entry: entry.id, before: before, after: after)
  }
}
