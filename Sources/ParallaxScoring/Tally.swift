import ParallaxCore

/// Counts findings by category and voice, and turns the counts into measures.
struct Tally {
  private var rows: [Category: [Voice: (count: Int, weight: Double)]] = [:]

  mutating func add(_ finding: Finding) {
    rows[finding.entry.category, default: [:]][finding.voice, default: (0, 0)].count += 1
    rows[finding.entry.category, default: [:]][finding.voice, default: (0, 0)].weight +=
      finding.effectiveWeight
  }

  /// Measures sorted by category name.
  ///
  /// - Parameters:
  ///   - categories: Categories to give even where nothing was found.
  ///   - words: The denominator of a category.
  ///   - intervals: Whether to give Garwood intervals.
  func measures(
    including categories: [Category] = [], intervals: Bool, words: (Category) -> VoiceCounts
  ) -> [CategoryMeasure] {
    var names = Set(rows.keys)
    names.formUnion(categories)
    return names.sorted().map { category in
      let row = rows[category] ?? [:]
      let denominators = words(category)
      var measure = CategoryMeasure(category: category)
      var total = (count: 0, weight: 0.0)
      for voice in Voice.allCases {
        let cell = row[voice] ?? (0, 0)
        total.count += cell.count
        total.weight += cell.weight
        measure[voice] = Self.measure(
          count: cell.count, weight: cell.weight, words: denominators[voice], interval: intervals)
      }
      measure.all = Self.measure(
        count: total.count, weight: total.weight, words: denominators.all, interval: intervals)
      return measure
    }
  }

  static func measure(count: Int, weight: Double, words: Int, interval: Bool) -> VoiceMeasure {
    var measure = VoiceMeasure(count: count, weight: weight, words: words)
    guard words > 0 else { return measure }
    let scale = 1_000 / Double(words)
    measure.per1000 = Double(count) * scale
    if interval {
      let bounds = PoissonInterval.bounds(count: count)
      measure.low = bounds.low * scale
      measure.high = bounds.high * scale
    }
    return measure
  }
}
