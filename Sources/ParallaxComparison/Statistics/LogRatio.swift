#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How many times as often one side uses something as the other, as log₂: 1 is twice as often, −1 half.
///
/// ½ is added to hits and words of both sides, always, so that the scale has no step where one side has none
/// (Hardie 2014 adds it for a zero only).
public struct LogRatio: Sendable, Equatable {
  /// log₂ of the ratio of rates.
  public let value: Double
  /// Lower bound of the 95% interval.
  public let low: Double
  /// Upper bound.
  public let high: Double
  /// Standard error of the natural logarithm, over-dispersion included.
  public let standardError: Double

  /// Estimates the ratio of two sides.
  public init(_ side: PooledCount, _ reference: PooledCount, dispersion: Overdispersion) {
    value = Self.value(side, reference)
    standardError = Self.standardError(side, reference, dispersion: dispersion.moderated)
    let reach =
      StudentDistribution.quantile(0.975, degrees: max(1, dispersion.moderatedDegrees)) * standardError
      / M_LN2
    low = value - reach
    high = value + reach
  }

  /// The ratio alone.
  public static func value(_ side: PooledCount, _ reference: PooledCount) -> Double {
    log2((Double(side.hits) + 0.5) / (Double(side.words) + 0.5))
      - log2((Double(reference.hits) + 0.5) / (Double(reference.words) + 0.5))
  }

  static func standardError(_ side: PooledCount, _ reference: PooledCount, dispersion: Double) -> Double {
    (dispersion * (1 / (Double(side.hits) + 0.5) + 1 / (Double(reference.hits) + 0.5))).squareRoot()
  }
}

/// What can be said where no difference was found.
public enum Equivalence {
  /// Ratios from 0.8 to 1.25 pass for practically the same.
  public static let margin = log2(1.25)

  /// The larger p of two one-sided tests against ±`margin`: below .05, the ratio lies within it.
  public static func probability(_ ratio: LogRatio, degrees: Double, margin: Double = margin) -> Double {
    guard ratio.standardError > 0 else { return 1 }
    let scale = M_LN2 / ratio.standardError
    return max(
      StudentDistribution.upperTail((ratio.value + margin) * scale, degrees: degrees),
      StudentDistribution.upperTail((margin - ratio.value) * scale, degrees: degrees))
  }
}

/// The smallest ratio that the articles at hand could have shown.
public enum DetectableRatio {
  /// The ratio of rates found with 80% probability at the 5% level, given the words and the pooled rate.
  ///
  /// - Returns: Above 1; nil where nothing was found at all.
  public static func minimum(
    _ side: PooledCount, _ reference: PooledCount, dispersion: Overdispersion, power: Double = 0.8
  ) -> Double? {
    let words = side.words + reference.words
    let hits = side.hits + reference.hits
    guard hits > 0, side.words > 0, reference.words > 0, dispersion.moderatedDegrees > 0 else { return nil }
    let degrees = dispersion.moderatedDegrees
    let reach =
      StudentDistribution.quantile(0.975, degrees: degrees)
      + StudentDistribution.quantile(power, degrees: degrees)
    // The larger the ratio, the more unequal the expected hits and the larger the error: iterate.
    var logarithm = 0.0
    for _ in 0..<60 {
      let ratio = exp(logarithm)
      let share = Double(side.words) * ratio / (Double(side.words) * ratio + Double(reference.words))
      let first = Double(hits) * share
      let second = Double(hits) * (1 - share)
      let next = reach * (dispersion.moderated * (1 / (first + 0.5) + 1 / (second + 0.5))).squareRoot()
      if abs(next - logarithm) < 1e-9 { break }
      logarithm = (logarithm + min(next, 12)) / 2
    }
    return words > 0 ? exp(logarithm) : nil
  }
}
