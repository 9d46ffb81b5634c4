import ParallaxCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// The share of good among what is said, as a Beta distribution: its mean and the middle 95%.
///
/// Weights of evidence take the place of counts; `prior` more of each kind keep little evidence near the
/// middle. This is the posterior of a binomial share under a Beta(prior, prior) prior, here a flat one; it is the
/// same whatever the order of the evidence, and needs no resampling.
struct BetaInterval {
  /// What is added to either side.
  static let prior = 1.0

  /// Mean, 2.5th and 97.5th percentile of 2·share − 1, each from −1 to 1.
  static func score(positive: Double, negative: Double) -> (score: Double, low: Double, high: Double) {
    let (a, b) = parameters(positive, negative)
    return ((a - b) / (a + b), 2 * quantile(0.025, a, b) - 1, 2 * quantile(0.975, a, b) - 1)
  }

  /// The mean of 2·share − 1 alone.
  static func mean(positive: Double, negative: Double) -> Double {
    let (a, b) = parameters(positive, negative)
    return (a - b) / (a + b)
  }

  private static func parameters(_ positive: Double, _ negative: Double) -> (a: Double, b: Double) {
    (max(0, positive) + prior, max(0, negative) + prior)
  }

  /// Where the distribution function reaches `share`, to a billionth: Newton's steps, halved where they leave
  /// what is known to hold it.
  static func quantile(_ share: Double, _ a: Double, _ b: Double) -> Double {
    let scale = logScale(a, b)
    var low = 0.0
    var high = 1.0
    var x = a / (a + b)
    for _ in 0..<100 {
      let front = exp(scale + a * log(x) + b * log(1 - x))
      let value = distribution(x, a, b, front: front)
      if value < share { low = x } else { high = x }
      // The density is front / (x (1 − x)).
      var next = x - (value - share) * x * (1 - x) / front
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - x) < 1e-9 { return next }
      x = next
    }
    return x
  }

  /// The regularized incomplete beta function, by its continued fraction (Abramowitz and Stegun 26.5.8).
  static func distribution(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return distribution(x, a, b, front: exp(logScale(a, b) + a * log(x) + b * log(1 - x)))
  }

  /// The logarithm of 1 / B(a, b).
  private static func logScale(_ a: Double, _ b: Double) -> Double { lgamma(a + b) - lgamma(a) - lgamma(b) }

  /// - Parameter front: x^a (1 − x)^b / B(a, b).
  private static func distribution(_ x: Double, _ a: Double, _ b: Double, front: Double) -> Double {
    x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  /// Lentz's evaluation.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-30
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    if abs(d) < tiny { d = tiny }
    d = 1 / d
    var result = d
    for step in 1...200 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      for half in 0..<2 {
        let term = half == 0 ? even : odd
        d = 1 + term * d
        if abs(d) < tiny { d = tiny }
        c = 1 + term / c
        if abs(c) < tiny { c = tiny }
        d = 1 / d
        result *= d * c
      }
      if abs(d * c - 1) < 1e-10 { break }
    }
    return result
  }
}
