/// Cohen's kappa of two annotators: agreement beyond what their own habits give by chance.
///
/// - SeeAlso: Cohen 1960, doi:10.1177/001316446002000104; Cohen 1968, doi:10.1037/h0026256, for weights.
public struct CohenKappa: Sendable, Equatable {
  /// What a disagreement weighs.
  public enum Weights: String, Sendable, CaseIterable {
    /// Every disagreement the same.
    case none
    /// The number of steps between the values.
    case linear
    /// Its square.
    case quadratic
  }

  /// The coefficient; nil where both always give the same one value, or share no unit.
  public var value: Double?
  /// Share of units with the same value.
  public var agreement: Double?
  /// Units that both judged.
  public var units: Int

  /// Computes kappa of the values of two annotators; units that one left out are passed over.
  ///
  /// - Complexity: O(n log n).
  public init(_ a: [String?], _ b: [String?], weights: Weights = .none) {
    let pairs = zip(a, b).compactMap { first, second in first.flatMap { x in second.map { (x, $0) } } }
    units = pairs.count
    let scale = Set(pairs.flatMap { [$0.0, $0.1] }).sorted { first, second in
      if let x = Double(first), let y = Double(second), x != y { return x < y }
      return first < second
    }
    guard !pairs.isEmpty else { return }
    let places = Dictionary(uniqueKeysWithValues: scale.enumerated().map { ($1, $0) })
    var rows = Array(repeating: 0.0, count: scale.count)
    var columns = rows
    var observed = 0.0
    func weight(_ i: Int, _ j: Int) -> Double {
      let steps = Double(abs(i - j))
      switch weights {
      case .none: return i == j ? 0 : 1
      case .linear: return steps
      case .quadratic: return steps * steps
      }
    }
    for (first, second) in pairs {
      guard let i = places[first], let j = places[second] else { continue }
      rows[i] += 1
      columns[j] += 1
      observed += weight(i, j)
    }
    agreement = Double(pairs.count { $0.0 == $0.1 }) / Double(pairs.count)
    let expected = Self.expected(rows, columns, weights) / Double(pairs.count)
    value = expected > 0 ? 1 - observed / expected : nil
  }

  /// Weighted disagreement of all pairs of a value of one and a value of the other, without going through them.
  private static func expected(_ rows: [Double], _ columns: [Double], _ weights: Weights) -> Double {
    let all = rows.reduce(0, +)
    var sum = 0.0
    switch weights {
    case .none:
      for place in rows.indices { sum += rows[place] * columns[place] }
      return all * all - sum
    case .linear:
      // Two values lie apart by the number of borders between them.
      var (below, belowToo) = (0.0, 0.0)
      for place in rows.indices {
        below += rows[place]
        belowToo += columns[place]
        sum += below * (all - belowToo) + belowToo * (all - below)
      }
      return sum
    case .quadratic:
      var (first, second) = (0.0, 0.0)
      for place in rows.indices {
        let x = Double(place)
        sum += (rows[place] + columns[place]) * x * x
        first += rows[place] * x
        second += columns[place] * x
      }
      return all * sum - 2 * first * second
    }
  }
}
