import ParallaxScoring

/// What a comparison holds beside rates: where the framing stands, and which words differ.
public struct Coverage: Sendable {
  /// Headline, lead, body, last fifth.
  public var positions: PositionProfile
  /// Words that differ.
  public var wording: DistinctiveWording

  /// Looks through the articles of a comparison.
  ///
  /// - Complexity: O(n) in the words of all articles.
  public init(_ comparison: OutletComparison) {
    positions = PositionProfile(comparison)
    wording = DistinctiveWording(comparison)
  }
}
