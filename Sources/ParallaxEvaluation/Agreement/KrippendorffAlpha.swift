import ParallaxScoring

/// How far values differ.
public enum MeasurementLevel: String, Sendable, CaseIterable {
  /// They are the same or not.
  case nominal
  /// They have an order.
  case ordinal
  /// They are numbers whose differences mean something.
  case interval
}

/// Krippendorff's alpha: 1 − observed disagreement / disagreement expected by chance.
///
/// 1 is perfect, 0 what chance gives, below 0 worse than chance. Units with fewer than two values are left out;
/// any number of annotators and missing values are allowed.
///
/// - SeeAlso: Krippendorff 2011, *Computing Krippendorff's alpha-reliability*.
public struct KrippendorffAlpha: Sendable, Equatable {
  /// The coefficient; nil where values never differ or nothing can be paired.
  public var value: Double?
  /// Bounds of its 95% interval by bootstrap over units.
  public var low: Double?
  /// Upper bound.
  public var high: Double?
  /// Units with two values or more.
  public var units: Int
  /// Values that can be paired.
  public var pairable: Int

  /// Computes alpha.
  ///
  /// - Parameters:
  ///   - resamples: Bootstrap samples over units; 0 for no interval.
  /// - Throws: `EvaluationError.unusable` when ordinal or interval values are no numbers.
  /// - Complexity: O(resamples · values given).
  public init(
    _ data: ReliabilityData, level: MeasurementLevel, resamples: Int = 1_000, seed: UInt64 = 1936
  ) throws(EvaluationError) {
    let names = Set(data.values.flatMap { $0.compactMap(\.self) })
    var scale: [(name: String, number: Double)] = []
    for name in names.sorted() {
      guard let number = level == .nominal ? 0 : Double(name), number.isFinite else {
        throw .unusable(
          "“\(name)” is no number; \(level.rawValue) agreement needs numbers, nominal takes any label")
      }
      scale.append((name, number))
    }
    if level != .nominal { scale.sort { $0.number < $1.number } }
    // Two spellings of one number are one value.
    var places: [String: Int] = [:]
    var numbers: [Double] = []
    for item in scale {
      if level == .nominal || numbers.last != item.number { numbers.append(item.number) }
      places[item.name] = numbers.count - 1
    }
    let counted = data.values.map { unit -> [Int] in unit.compactMap { $0.flatMap { places[$0] } } }
      .filter { $0.count >= 2 }
    units = counted.count
    pairable = counted.reduce(0) { $0 + $1.count }
    value = Self.alpha(counted, numbers, level)
    guard value != nil, resamples > 0 else { return }
    var generator = SeededGenerator(seed: seed)
    var samples: [Double] = []
    for _ in 0..<resamples {
      let drawn = counted.indices.map { _ in counted[generator.draw(below: counted.count)] }
      if let one = Self.alpha(drawn, numbers, level) { samples.append(one) }
    }
    if let bounds = ScoreBootstrap.percentiles(samples, atLeast: resamples / 2) { (low, high) = bounds }
  }

  /// Alpha of units with the places of their values.
  ///
  /// Summed squared distances of all pairs need no pairs: for numbers they are n·Σx² − (Σx)², for labels half of
  /// n² − Σn².
  private static func alpha(_ units: [[Int]], _ numbers: [Double], _ level: MeasurementLevel) -> Double? {
    var totals = Array(repeating: 0.0, count: numbers.count)
    for unit in units { for value in unit { totals[value] += 1 } }
    let all = totals.reduce(0, +)
    guard all > 1 else { return nil }
    let scale = scale(totals, numbers, level)
    var counts = Array(repeating: 0.0, count: level == .nominal ? numbers.count : 0)
    var observed = 0.0
    for unit in units {
      let n = Double(unit.count)
      if level == .nominal {
        for value in unit { counts[value] += 1 }
        var same = 0.0
        for value in unit {
          same += counts[value] * counts[value]
          counts[value] = 0
        }
        observed += (n * n - same) / (n - 1)
      } else {
        let sum = unit.reduce(0) { $0 + scale[$1] }
        let squares = unit.reduce(0) { $0 + scale[$1] * scale[$1] }
        observed += 2 * (n * squares - sum * sum) / (n - 1)
      }
    }
    let expected: Double
    if level == .nominal {
      expected = all * all - totals.reduce(0) { $0 + $1 * $1 }
    } else {
      let sum = totals.indices.reduce(0) { $0 + totals[$1] * scale[$1] }
      let squares = totals.indices.reduce(0) { $0 + totals[$1] * scale[$1] * scale[$1] }
      expected = 2 * (all * squares - sum * sum)
    }
    // Below this, values differ by rounding alone.
    return expected > 1e-9 * all * all ? 1 - (all - 1) * max(0, observed) / expected : nil
  }

  /// Numbers whose squared differences are the distances: the values themselves, or their ranks, about their mean.
  private static func scale(_ totals: [Double], _ numbers: [Double], _ level: MeasurementLevel) -> [Double] {
    var scale = numbers
    if level == .ordinal {
      // Values below, and half of those at the same place.
      var below = 0.0
      for place in totals.indices {
        scale[place] = below + totals[place] / 2
        below += totals[place]
      }
    }
    let all = totals.reduce(0, +)
    let mean = totals.indices.reduce(0) { $0 + totals[$1] * scale[$1] } / max(1, all)
    // One unit of length for all scales, so that the limit above means the same for each.
    let spread = totals.indices.reduce(0) { totals[$1] > 0 ? max($0, abs(scale[$1] - mean)) : $0 }
    return scale.map { ($0 - mean) / (spread > 0 ? spread : 1) }
  }
}
