import ParallaxCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How much more often one outlet uses a category than another, and how firm that is.
public struct Contrast: Sendable, Equatable {
  /// What may be said of a difference.
  public enum Verdict: String, Sendable {
    /// Too few articles to say anything of the outlets.
    case tooFew
    /// The difference passes the test after the correction for the number of tests.
    case differs
    /// The ratio lies within the margin of practical equivalence.
    case alike
    /// Neither: these articles cannot tell.
    case notDistinguishable
  }

  /// The category.
  public var category: Category
  /// The voice, nil for all.
  public var voice: Voice?
  /// Index of the outlet, in the comparison's order.
  public var outlet: Int
  /// Index of the outlet it is compared with; nil for all others together.
  public var reference: Int?
  /// The outlet's articles taken together.
  public var side: PooledCount
  /// Those it is compared with.
  public var rest: PooledCount
  /// log₂ of the ratio of rates with its 95% interval; indicative where the verdict is `tooFew`.
  public var ratio: LogRatio
  /// Variation between articles of one outlet.
  public var dispersion: Overdispersion
  /// p of the moderated quasi-Poisson test; nil where none is valid.
  public var p: Double?
  /// p adjusted for the number of tests of the comparison.
  public var q: Double?
  /// The same under any dependence between the tests (Benjamini and Yekutieli).
  public var conservative: Double?
  /// p of the permutation test; nil below four articles a side, where it cannot be small.
  public var permutation: Double?
  /// The smallest p that dealing these articles anew can give.
  public var permutationFloor: Double?
  /// p of two one-sided tests against the margin of equivalence; nil without a test.
  public var equivalence: Double?
  /// The smallest ratio that these articles would have shown with 80% probability.
  public var detectable: Double?
  /// The comparison within events that both cover; nil with fewer than two of them.
  public var matched: MatchedEvents?
  /// 95% BCa interval of the ratio over articles drawn anew; nil below ten articles a side.
  public var resampled: ClosedRange<Double>?
  /// How evenly the outlet's articles share its hits.
  public var evenness: Evenness
  /// The same of those it is compared with.
  public var restEvenness: Evenness
  /// G², for contrast; no p is read from it.
  public var logLikelihood: Double
  /// BIC's approximation G² − ln(words): above 2 the counts speak for two rates, if every word were drawn by
  /// itself.
  public var bayesianInformation: Double { logLikelihood - log(Double(max(1, side.words + rest.words))) }
  /// What may be said.
  public var verdict: Verdict

  /// Name of the test or interval, as data and pages print it.
  public var method: String {
    p == nil ? "indicative interval, no test" : "moderated quasi-Poisson F"
  }
}

/// Whether the outlets differ at all: one test over all of them.
public struct OutletTest: Sendable, Equatable {
  /// The category.
  public var category: Category
  /// The voice, nil for all.
  public var voice: Voice?
  /// G² over the outlets, over their number less one and over φ̃.
  public var f: Double
  /// Outlets less one.
  public var numerator: Double
  /// Articles less outlets, and the prior's degrees of freedom.
  public var denominator: Double
  /// The upper tail of F.
  public var p: Double
}
