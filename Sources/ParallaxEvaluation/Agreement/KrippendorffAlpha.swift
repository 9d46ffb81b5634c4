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
  /// - Complexity: O(units · values² + resamples · (units · annotators + values²)).
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
  private static func alpha(_ units: [[Int]], _ numbers: [Double], _ level: MeasurementLevel) -> Double? {
    var totals = Array(repeating: 0.0, count: numbers.count)
    for unit in units { for value in unit { totals[value] += 1 } }
    let all = totals.reduce(0, +)
    guard all > 1 else { return nil }
    let distance = distances(totals, numbers, level)
    var observed = 0.0
    for unit in units {
      var sum = 0.0
      for (index, a) in unit.enumerated() {
        for b in unit[(index + 1)...] where a != b { sum += distance(a, b) }
      }
      observed += 2 * sum / Double(unit.count - 1)
    }
    var expected = 0.0
    for a in totals.indices where totals[a] > 0 {
      for b in totals.indices where b > a && totals[b] > 0 {
        expected += 2 * totals[a] * totals[b] * distance(a, b)
      }
    }
    return expected > 0 ? 1 - (all - 1) * observed / expected : nil
  }

  /// Squared distance of two values, by their places.
  private static func distances(
    _ totals: [Double], _ numbers: [Double], _ level: MeasurementLevel
  ) -> (Int, Int) -> Double {
    switch level {
    case .nominal: return { $0 == $1 ? 0 : 1 }
    case .interval: return { (numbers[$0] - numbers[$1]) * (numbers[$0] - numbers[$1]) }
    case .ordinal:
      // Values up to a place, the place itself counted by half.
      var ranks: [Double] = []
      var below = 0.0
      for total in totals {
        ranks.append(below + total / 2)
        below += total
      }
      return { (ranks[$0] - ranks[$1]) * (ranks[$0] - ranks[$1]) }
    }
  }
}
