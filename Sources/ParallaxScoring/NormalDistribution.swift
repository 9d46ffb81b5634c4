#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The standard normal distribution.
public enum NormalDistribution {
  /// The z below which a share `p` of the distribution lies.
  ///
  /// Acklam's rational approximation with one step of Halley's method; error below 1e-15 in the middle.
  public static func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p <= 0 ? -.infinity : .infinity }
    let tail = 0.02425
    var x: Double
    if p < tail || p > 1 - tail {
      let q = (-2 * log(p < tail ? p : 1 - p)).squareRoot()
      x = polynomial(tailNumerator, q) / polynomial(tailDenominator, q)
      if p > 1 - tail { x = -x }
    } else {
      let q = p - 0.5
      x = q * polynomial(middleNumerator, q * q) / polynomial(middleDenominator, q * q)
    }
    let error = 0.5 * erfc(-x / 2.0.squareRoot()) - p
    let step = error * (2 * Double.pi).squareRoot() * exp(x * x / 2)
    return x - step / (1 + x * step / 2)
  }

  /// Horner's scheme, highest power first.
  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
  }

  private static let tailNumerator = [
    -7.784894002430293e-3, -0.322_396_458_041_136_5, -2.400758277161838, -2.549732539343734,
    4.374664141464968, 2.938163982698783,
  ]
  private static let tailDenominator = [
    7.784695709041462e-3, 0.322_467_129_070_039_8, 2.445134137142996, 3.754408661907416, 1,
  ]
  private static let middleNumerator = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690, -30.66479806614716,
    2.506628277459239,
  ]
  private static let middleDenominator = [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
  ]
}
