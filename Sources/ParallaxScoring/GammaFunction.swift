#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The regularized incomplete gamma function and its inverse, for intervals and tests.
///
/// - SeeAlso: Abramowitz and Stegun (1964), 6.5.29 and 6.5.31; Wilson and Hilferty (1931).
public enum GammaFunction {
  /// P(shape, x): the probability that a gamma variable of this shape and scale 1 is at most `x`.
  ///
  /// - Parameter shape: Above zero.
  /// - Returns: 0 to 1, to about 1e-14.
  public static func lowerRegularized(shape a: Double, _ x: Double) -> Double {
    guard x > 0, a > 0 else { return 0 }
    let front = exp(a * log(x) - x - logGamma(a))
    if x < a + 1 {
      var term = 1 / a
      var sum = term
      var n = a
      while abs(term) > abs(sum) * 1e-16 {
        n += 1
        term *= x / n
        sum += term
      }
      return min(1, sum * front)
    }
    // Continued fraction by Lentz's method.
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var h = d
    for i in 1..<10_000 {
      let an = -Double(i) * (Double(i) - a)
      b += 2
      d = an * d + b
      if abs(d) < 1e-300 { d = 1e-300 }
      c = b + an / c
      if abs(c) < 1e-300 { c = 1e-300 }
      d = 1 / d
      let step = d * c
      h *= step
      if abs(step - 1) < 1e-15 { break }
    }
    return max(0, 1 - front * h)
  }

  /// The x at which P(shape, x) is `probability`.
  ///
  /// - Parameter probability: Between 0 and 1, both excluded.
  public static func quantile(probability p: Double, shape a: Double) -> Double {
    // Wilson and Hilferty's start, then bracketed Newton steps.
    let z = NormalDistribution.quantile(p)
    let start = a * pow(max(1e-3, 1 - 1 / (9 * a) + z / (3 * a.squareRoot())), 3)
    var low = 0.0
    var high = max(start * 2, a + 20 * a.squareRoot() + 20)
    var x = min(max(start, 1e-8), high)
    for _ in 0..<200 {
      let error = lowerRegularized(shape: a, x) - p
      if error > 0 { high = x } else { low = x }
      let density = exp((a - 1) * log(x) - x - logGamma(a))
      var next = density > 0 ? x - error / density : (low + high) / 2
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - x) <= 1e-13 * max(1, x) { return next }
      x = next
    }
    return x
  }

  /// Natural logarithm of the gamma function for positive arguments (Lanczos, g = 7).
  public static func logGamma(_ x: Double) -> Double {
    guard x >= 0.5 else { return log(Double.pi / sin(Double.pi * x)) - logGamma(1 - x) }
    let y = x - 1
    var sum = coefficients[0]
    for index in 1..<coefficients.count { sum += coefficients[index] / (y + Double(index)) }
    let t = y + 7.5
    return 0.918_938_533_204_672_74 + (y + 0.5) * log(t) - t + log(sum)
  }

  private static let coefficients = [
    0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13,
    -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6,
    1.505_632_735_149_311_6e-7,
  ]
}
