import ParallaxScoring

/// What a comparison holds beside rates: where the framing stands, which
/// words differ, who is heard, who is called what, and of whom they speak well or ill.
public struct Coverage: Sendable {
  /// Headline, lead, body, last fifth.
  public var positions: PositionProfile
  /// Words that differ.
  public var wording: DistinctiveWording
  /// Whom the articles name, joined across them.
  public var names: NameIndex
  /// Who is heard.
  public var sources: SourceComparison
  /// Who is called what.
  public var labels: LabelComparison
  /// Of whom they speak well or ill.
  public var stance: StanceMatrix
  /// Text that several outlets have.
  public var shared: SharedText
  /// What several outlets tell, sentence beside sentence, and what only one tells.
  public var alignment: Alignment

  /// Looks through the articles of a comparison.
  ///
  /// - Parameter aliases: Names of the user's, over the rules of joining.
  /// - Complexity: O(n) in the words of all articles.
  public init(_ comparison: OutletComparison, aliases: Aliases = Aliases()) {
    positions = PositionProfile(comparison)
    wording = DistinctiveWording(comparison)
    names = NameIndex(comparison, aliases: aliases)
    sources = SourceComparison(comparison, names: names)
    labels = LabelComparison(comparison, names: names)
    stance = StanceMatrix(comparison, names: names)
    shared = SharedText(comparison)
    alignment = Alignment(comparison)
  }
}
