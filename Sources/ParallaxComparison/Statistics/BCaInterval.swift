import ParallaxScoring

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The bias-corrected and accelerated bootstrap interval.
///
/// Percentiles of the resamples, moved by how far these lie beside the estimate (z₀) and by how its error
/// changes with its size (a, from leaving out one unit at a time).
///
/// - SeeAlso: Efron 1987; Efron and Tibshirani 1993, chapter 14.
public enum BCaInterval {
  /// The 95% interval of an estimate.
  ///
  /// - Parameters:
  ///   - estimate: From all units.
  ///   - resampled: From each resample; 1,000 or more.
  ///   - leftOut: From all units but one, for each unit; in one list per sample where there are two.
  /// - Returns: nil where the resamples do not spread, or all lie on one side of the estimate.
  /// - Complexity: O(n log n) in the resamples.
  public static func bounds(
    _ estimate: Double, resampled: [Double], leftOut: [[Double]]
  ) -> ClosedRange<Double>? {
    let sorted = resampled.sorted()
    guard let first = sorted.first, let last = sorted.last, first < last else { return nil }
    // Ties count half on either side.
    let below = Double(sorted.count { $0 < estimate }) + Double(sorted.count { $0 == estimate }) / 2
    let bias = NormalDistribution.quantile(below / Double(sorted.count))
    guard bias.isFinite else { return nil }
    let acceleration = acceleration(leftOut)
    func bound(_ share: Double) -> Double {
      let z = bias + NormalDistribution.quantile(share)
      let moved = bias + z / (1 - acceleration * z)
      let place = 0.5 * erfc(-moved / 2.0.squareRoot()) * Double(sorted.count + 1)
      return sorted[min(sorted.count - 1, max(0, Int(place.rounded()) - 1))]
    }
    let low = bound(0.025)
    return low...max(low, bound(0.975))
  }

  /// Skewness of the influence of single units, a sixth of it; each sample has weights of its own size.
  static func acceleration(_ leftOut: [[Double]]) -> Double {
    var cubes = 0.0
    var squares = 0.0
    for values in leftOut where values.count > 1 {
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      for value in values {
        let influence = (count - 1) * (mean - value) / count
        squares += influence * influence
        cubes += influence * influence * influence
      }
    }
    return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
  }
}
