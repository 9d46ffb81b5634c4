import ParallaxComparison

/// Texts of the method box that only comparisons have.
enum ComparisonMethod {
  static let formulas: [(String, String)] = [
    (
      "Words that differ",
      "Weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008): δ is the difference of "
        + "ln[(y + α) ÷ (n + α₀ − y − α)] between the outlet’s own words and those of all others; z is δ in its standard "
        + "errors, these widened by √φ for variation between articles of one outlet. α₀ is "
        + "\(ReportFormat.fixed(DistinctiveWording.priorWeight, decimals: 0)); α is α₀ times the word’s share in general "
        + "English, at least \(ReportFormat.short(DistinctiveWording.leastPrior)). The list is ranked by z from "
        + "\(ReportFormat.short(DistinctiveWording.leastZ)) on; it is for reading, and no word on it is called significant."
    ),
    (
      "G²",
      "Log-likelihood of a word’s counts on both sides (Dunning 1993), every word taken as independent, which words "
        + "of one article are not: no probability is read from it."
    ),
    (
      "DP",
      "Deviation of proportions (Gries 2008): how unevenly an outlet’s articles share a word, 0 even, toward 1 clumped."
    ),
    (
      "Share of a source",
      "Words quoted or reported of it ÷ words of all sources of that outlet. Interval over articles: ratio estimator "
        + "with Student’s t; none for one article."
    ),
    (
      "Marked verbs",
      "Verbs that the attribution lexicon holds and does not call neutral ÷ those it holds, with a Wilson interval."
    ),
    (
      "Places",
      "The lead is the first paragraph; the last fifth are the sentences that begin after four fifths of the words."
    ),
  ]
}
