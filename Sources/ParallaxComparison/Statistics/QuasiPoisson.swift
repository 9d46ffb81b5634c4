#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How much more counts of a category vary between articles of one outlet than chance alone would have it.
///
/// φ = 1 is chance (Poisson). With few articles the estimate is drawn toward a prior from many others, whose
/// weight is told in articles' worth of degrees of freedom (empirical Bayes; Smyth 2004).
public struct Overdispersion: Sendable, Equatable {
  /// Pearson's X² within outlets.
  public let pearson: Double
  /// Articles less outlets.
  public let degrees: Double
  /// The moderated estimate φ̃ = max(1, (X² + d₀φ₀) ÷ (df + d₀)).
  public let moderated: Double
  /// df + d₀.
  public let moderatedDegrees: Double

  /// Estimates from the articles of each side.
  ///
  /// - Parameters:
  ///   - groups: One list of articles per outlet; articles without words do not count.
  ///   - prior: φ₀ and d₀ of the category.
  public init(_ groups: [[ArticleCount]], prior: DispersionPrior) {
    var pearson = 0.0
    var articles = 0
    var sides = 0
    for group in groups {
      let pool = PooledCount(group)
      guard pool.words > 0 else { continue }
      sides += 1
      articles += pool.articles
      guard pool.rate > 0 else { continue }
      for article in group where article.words > 0 {
        let expected = Double(article.words) * pool.rate
        pearson += (Double(article.hits) - expected) * (Double(article.hits) - expected) / expected
      }
    }
    self.pearson = pearson
    degrees = Double(max(0, articles - sides))
    moderatedDegrees = degrees + prior.degrees
    moderated =
      moderatedDegrees > 0
      ? max(1, (pearson + prior.degrees * prior.dispersion) / moderatedDegrees) : 1
  }
}

/// The over-dispersion expected of a category before looking, and how much weight that has.
public struct DispersionPrior: Sendable, Equatable {
  /// φ₀.
  public var dispersion: Double
  /// d₀, in degrees of freedom.
  public var degrees: Double

  /// Makes a prior.
  public init(dispersion: Double, degrees: Double) {
    self.dispersion = dispersion
    self.degrees = degrees
  }
}

/// The log-likelihood ratio of counts under one rate against a rate for each side.
public enum LogLikelihood {
  /// G² over the sides' hits, the two-cell form that leaves out the words that are no hits.
  ///
  /// It measures evidence as if every word were drawn by itself, which is false; read no p from it across
  /// articles (Kilgarriff 2005; Lijffijt et al. 2016).
  ///
  /// - SeeAlso: Dunning 1993; Rayson and Garside 2000.
  public static func statistic(_ sides: [PooledCount]) -> Double {
    let hits = sides.reduce(0) { $0 + $1.hits }
    let words = sides.reduce(0) { $0 + $1.words }
    guard hits > 0, words > 0 else { return 0 }
    let sum = sides.reduce(0.0) { sum, side in
      guard side.hits > 0 else { return sum }
      let expected = Double(side.words) * Double(hits) / Double(words)
      return sum + Double(side.hits) * log(Double(side.hits) / expected)
    }
    return max(0, 2 * sum)
  }

  /// The probability of so large a G² if every word were drawn by itself (χ² with one degree of freedom less
  /// than sides). Kept for contrast with the test that is used.
  public static func naiveProbability(_ statistic: Double) -> Double { erfc((statistic / 2).squareRoot()) }
}

/// The default test between outlets: G² over moderated over-dispersion, against F.
public enum ModeratedTest {
  /// The probability of so large a difference between sides that share one rate.
  ///
  /// - Parameters:
  ///   - sides: Two or more sides as they are compared.
  ///   - dispersion: Estimated within outlets.
  /// - Returns: nil where a side has no words or nothing was found at all.
  public static func probability(_ sides: [PooledCount], dispersion: Overdispersion) -> Double? {
    guard sides.count > 1, sides.allSatisfy({ $0.words > 0 }), sides.contains(where: { $0.hits > 0 }),
      dispersion.moderatedDegrees > 0
    else { return nil }
    let numerator = Double(sides.count - 1)
    let f = LogLikelihood.statistic(sides) / numerator / dispersion.moderated
    return FDistribution.upperTail(f, numerator: numerator, denominator: dispersion.moderatedDegrees)
  }
}
