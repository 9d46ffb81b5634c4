import ParallaxScoring

/// Percentile bootstrap over units with a fixed sequence of draws for each seed.
enum ScoreBootstrap {
  /// 95% bounds of figures that are made of summed counts; nil where a figure is rarely defined.
  ///
  /// - Complexity: O(resamples · units · categories).
  static func bounds(
    _ units: [[MatchCounts]], _ options: Evaluation.Options, figures: ([MatchCounts]) -> [Double?]
  ) -> [(low: Double, high: Double)?] {
    guard let width = units.first?.count else { return [] }
    var generator = SeededGenerator(seed: options.seed)
    var samples: [[Double]] = Array(repeating: [], count: (width + 2) * 3)
    for _ in 0..<options.resamples {
      var totals = Array(repeating: MatchCounts(), count: width)
      for _ in units.indices {
        let unit = units[generator.draw(below: units.count)]
        for index in 0..<width { totals[index] += unit[index] }
      }
      for (place, figure) in figures(totals).enumerated() {
        if let figure { samples[place].append(figure) }
      }
    }
    return samples.map { percentiles($0, atLeast: options.resamples / 2) }
  }

  /// The 2.5th and 97.5th percentile; nil with too few values.
  static func percentiles(_ values: [Double], atLeast: Int) -> (low: Double, high: Double)? {
    guard !values.isEmpty, values.count >= atLeast else { return nil }
    let sorted = values.sorted()
    let last = Double(sorted.count - 1)
    return (sorted[Int((0.025 * last).rounded())], sorted[Int((0.975 * last).rounded())])
  }
}

extension SeededGenerator {
  /// A whole number from 0 up to `bound`, the same on every platform.
  mutating func draw(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// The elements in a drawn order (Fisher and Yates).
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, draw(below: last + 1))
    }
    return elements
  }
}
