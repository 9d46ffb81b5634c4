/// Keeps the share of false alarms among what is called a difference.
public enum FalseDiscovery {
  /// p-values adjusted for the number of tests: q(i) = min over j ≥ i of m·p(j)÷j.
  ///
  /// - Parameter probabilities: One per test of the family; nil where there was none, which does not count.
  /// - Returns: In the same order.
  /// - SeeAlso: Benjamini and Hochberg 1995.
  public static func adjusted(_ probabilities: [Double?]) -> [Double?] {
    let order = probabilities.indices.filter { probabilities[$0] != nil }.sorted {
      let (a, b) = (probabilities[$0] ?? 1, probabilities[$1] ?? 1)
      return a != b ? a < b : $0 < $1
    }
    var adjusted = [Double?](repeating: nil, count: probabilities.count)
    var least = 1.0
    for (rank, index) in order.enumerated().reversed() {
      least = min(least, (probabilities[index] ?? 1) * Double(order.count) / Double(rank + 1))
      adjusted[index] = least
    }
    return adjusted
  }

  /// The same under any dependence between tests: times Σ1/i over the tests, at most 1.
  ///
  /// - SeeAlso: Benjamini and Yekutieli 2001.
  public static func conservative(_ probabilities: [Double?]) -> [Double?] {
    let tests = probabilities.count { $0 != nil }
    let factor = (0..<tests).reduce(0.0) { $0 + 1 / Double($1 + 1) }
    return adjusted(probabilities).map { q in q.map { min(1, $0 * factor) } }
  }
}
