import ParallaxCore

/// How much of an entry's weight counts as slant, by its category, by its voice and where it repeats.
///
/// Weights are given entry by entry and category by category; these factors put the categories on one scale.
/// They are the only numbers, with `FramingIndex.k`, that gold text has settled: fitted in steps of a quarter
/// by `Evaluation/fit_factors.py`, which reports what they do to articles they were not fitted on (see
/// EVALUATION.md). Words of a reader, of a speaker and of the writer are matched alike and found alike.
public enum SlantFactors {
  /// Factors of categories, or of a category's subcategory; 1 where nothing is said.
  ///
  /// Wording that readers seldom take as slant although it belongs to a class that writers on slant describe:
  /// certainty, addresses to the reader, things taken for granted, phrases of movements.
  static let categories: [String: Double] = [
    "attribution.committing": 0.75,
    "attribution.endorsing": 0.25,
    "booster": 0.5,
    "engagement": 0.25,
    "intensifier": 0.5,
    "irony": 0.5,
    "presupposition": 0.75,
    "slogan": 0.5,
  ]

  /// The factor of words that somebody else says, in quotation marks, in a paraphrase or in an excerpt: a
  /// reader takes half of it as the writer's.
  static let quoted = 0.5

  /// The factor of a category.
  public static func category(_ category: Category, subcategory: String) -> Double {
    guard category.isSlant(subcategory: subcategory) else { return 1 }
    return categories[category.name + "." + subcategory] ?? categories[category.name] ?? 1
  }

  /// The factor of a voice.
  public static func voice(_ voice: Voice) -> Double { voice == .author ? 1 : quoted }

  /// The factor of the `count`-th finding of one entry in one voice: 1, 0.71, 0.58, 0.5, …
  ///
  /// A word said ten times is one choice repeated rather than ten choices; together they weigh as about five.
  ///
  /// - Parameter count: From 1.
  public static func repetition(_ count: Int) -> Double { 1 / Double(max(1, count)).squareRoot() }
}
