import ParallaxComparison
import ParallaxCore

extension ComparisonData {
  /// A tidy table: one row per tested difference, the overall question first. `reference` is empty for all
  /// other outlets together.
  static func contrastsCSV(_ comparison: OutletComparison, _ tests: OutletContrasts) -> [UInt8] {
    var csv = CSVWriter(header: contrastColumns)
    for contrast in tests.overall + tests.contrasts {
      csv.cell(comparison.outlets[contrast.outlet].name)
      csv.cell(contrast.reference.map { comparison.outlets[$0].name })
      csv.cell(contrast.category.name)
      csv.cell(contrast.voice?.rawValue ?? "all")
      csv.cell(contrast.verdict.rawValue)
      csv.cell(contrast.method)
      for (pool, evenness) in [
        (contrast.side, contrast.evenness), (contrast.rest, contrast.restEvenness),
      ] {
        csv.cell(pool.hits)
        csv.cell(pool.words)
        csv.cell(pool.articles)
        csv.cell(evenness.articlesWith)
        csv.cell(evenness.proportions)
        csv.cell(evenness.deviation)
      }
      csv.cell(contrast.ratio.value)
      csv.cell(contrast.ratio.low)
      csv.cell(contrast.ratio.high)
      csv.cell(contrast.resampled?.lowerBound)
      csv.cell(contrast.resampled?.upperBound)
      csv.cell(contrast.dispersion.moderated)
      csv.cell(contrast.dispersion.moderatedDegrees)
      csv.cell(contrast.logLikelihood)
      csv.cell(contrast.bayesianInformation)
      for p in [
        contrast.p, contrast.q, contrast.conservative, contrast.permutation, contrast.permutationFloor,
        contrast.equivalence,
      ] {
        csv.cell(p, decimals: 6)
      }
      csv.cell(contrast.detectable)
      csv.cell(contrast.matched?.events)
      csv.cell(contrast.matched?.logRatio)
      csv.cell(contrast.matched?.interval?.lowerBound)
      csv.cell(contrast.matched?.interval?.upperBound)
      csv.cell(contrast.matched?.probability, decimals: 6)
      csv.endRow()
    }
    return csv.bytes
  }

  private static let contrastColumns = [
    "outlet", "reference", "category", "voice", "verdict", "method", "n_hits", "n_tokens", "n_articles",
    "n_articles_with", "dp", "dp_normed", "n_hits_reference", "n_tokens_reference", "n_articles_reference",
    "n_articles_with_reference", "dp_reference", "dp_normed_reference", "log_ratio", "ci_low", "ci_high",
    "bca_low", "bca_high", "dispersion", "df", "g2", "bic", "p", "q", "q_conservative", "p_permutation",
    "p_permutation_floor", "p_equivalence", "detectable_ratio", "n_events", "log_ratio_events",
    "ci_low_events", "ci_high_events", "p_events",
  ]
}
