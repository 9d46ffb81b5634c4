/// The interval of a share (Wilson 1927), which stays within 0 and 1 and holds with few observations.
public enum WilsonInterval {
  /// Lower and upper bound of the share behind `part` of `whole`, at 95%.
  ///
  /// - Returns: 0 and 1 when `whole` is 0.
  public static func bounds(_ part: Int, of whole: Int) -> (low: Double, high: Double) {
    guard whole > 0 else { return (0, 1) }
    let n = Double(whole)
    let share = Double(part) / n
    let z = 1.959_963_984_540_054
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    return (part == 0 ? 0 : max(0, middle - reach), part == whole ? 1 : min(1, middle + reach))
  }
}
