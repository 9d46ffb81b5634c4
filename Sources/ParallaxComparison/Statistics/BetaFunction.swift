import ParallaxScoring

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The regularized incomplete beta function, and the F and t distributions that it gives.
///
/// - SeeAlso: Abramowitz and Stegun (1964), 26.5.8, 26.6.2, 26.7.1.
public enum BetaFunction {
  /// I_x(a, b): the probability that a beta variable of these shapes is at most `x`.
  ///
  /// - Returns: 0 to 1, to about 1e-13.
  public static func regularized(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0, a > 0, b > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let logBeta = GammaFunction.logGamma(a) + GammaFunction.logGamma(b) - GammaFunction.logGamma(a + b)
    let front = exp(a * log(x) + b * log1p(-x) - logBeta)
    // The fraction converges fast on the side of the mean where x is small.
    return x < (a + 1) / (a + b + 2)
      ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  /// The continued fraction of 26.5.8 by Lentz's method.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (abs(d) < tiny ? tiny : d)
    var h = d
    for m in 1..<10_000 {
      let k = Double(m)
      for numerator in [
        k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k)),
        -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1)),
      ] {
        d = 1 + numerator * d
        d = 1 / (abs(d) < tiny ? tiny : d)
        c = 1 + numerator / c
        if abs(c) < tiny { c = tiny }
        h *= d * c
      }
      if abs(d * c - 1) < 1e-15 { break }
    }
    return h
  }
}

/// The F distribution.
public enum FDistribution {
  /// The probability of a value of `f` or more.
  ///
  /// - Parameters:
  ///   - f: Zero or more.
  ///   - numerator: Degrees of freedom above the line, above zero; need not be whole.
  ///   - denominator: Degrees of freedom below it.
  public static func upperTail(_ f: Double, numerator d1: Double, denominator d2: Double) -> Double {
    guard f > 0 else { return 1 }
    guard f.isFinite else { return 0 }
    return BetaFunction.regularized(d2 / (d2 + d1 * f), d2 / 2, d1 / 2)
  }
}

/// Student's t distribution.
public enum StudentDistribution {
  /// The probability of a value of `t` or more.
  public static func upperTail(_ t: Double, degrees: Double) -> Double {
    let tail = BetaFunction.regularized(degrees / (degrees + t * t), degrees / 2, 0.5) / 2
    return t >= 0 ? tail : 1 - tail
  }

  /// The t below which a share `p` of the distribution lies.
  ///
  /// - Parameter p: Between 0 and 1, both excluded.
  public static func quantile(_ p: Double, degrees: Double) -> Double {
    if p < 0.5 { return -quantile(1 - p, degrees: degrees) }
    var low = 0.0
    var high = max(2, NormalDistribution.quantile(p) * 2)
    while upperTail(high, degrees: degrees) > 1 - p, high < 1e12 { high *= 2 }
    for _ in 0..<200 where high - low > 1e-13 * max(1, high) {
      let middle = (low + high) / 2
      if upperTail(middle, degrees: degrees) > 1 - p { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
