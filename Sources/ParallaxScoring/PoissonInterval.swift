/// The exact interval for a Poisson mean (Garwood 1936).
///
/// For a count Y: ½χ²(α/2; 2Y) to ½χ²(1−α/2; 2Y+2), at 95%. It says how far the count would move if the
/// same article were written again at the same rate; it makes no claim about other articles.
///
/// - SeeAlso: Garwood (1936), Biometrika 28:437–442.
public enum PoissonInterval {
  /// Lower and upper bound of the mean behind a count, at 95%.
  ///
  /// - Parameter count: Zero or more.
  /// - Complexity: O(1); counts up to 255 come from a table that is filled once.
  public static func bounds(count: Int) -> (low: Double, high: Double) {
    guard count >= 0 else { return (0, 0) }
    return count < table.count ? table[count] : exact(count)
  }

  private static let table: [(low: Double, high: Double)] = (0..<256).map(exact)

  private static func exact(_ count: Int) -> (low: Double, high: Double) {
    let low = count == 0 ? 0 : GammaFunction.quantile(probability: 0.025, shape: Double(count))
    return (low, GammaFunction.quantile(probability: 0.975, shape: Double(count) + 1))
  }
}
