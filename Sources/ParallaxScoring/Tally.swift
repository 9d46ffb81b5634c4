import ParallaxCore

/// Counts findings by category and voice, and turns the counts into measures.
struct Tally {
  /// Count and weight of a category in each voice, by the voice's place.
  private struct Row {
    var counts = SIMD4<Int>.zero
    var weights = SIMD4<Double>.zero

    mutating func add(_ finding: Finding) {
      let place = Self.place(of: finding.voice)
      counts[place] += 1
      weights[place] += finding.effectiveWeight
    }

    static func place(of voice: Voice) -> Int {
      switch voice {
      case .author: 0
      case .direct: 1
      case .indirect: 2
      case .excerpt: 3
      }
    }
  }

  /// Rows of the known categories, by their place.
  private var rows = Array(repeating: Row(), count: Category.known.count)
  /// A bit for each place with findings.
  private var held: UInt64 = 0
  /// Rows of users' own categories.
  private var others: [Category: Row] = [:]

  /// Forgets what was counted, and keeps the room for it.
  mutating func removeAll() {
    var rest = held
    while rest != 0 {
      rows[rest.trailingZeroBitCount] = Row()
      rest &= rest - 1
    }
    held = 0
    if !others.isEmpty { others = [:] }
  }

  mutating func add(_ finding: Finding) {
    if let place = finding.entry.category.knownPlace {
      rows[place].add(finding)
      held |= 1 << UInt64(place)
    } else {
      others[finding.entry.category, default: Row()].add(finding)
    }
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
    var places = held
    var names: [Category] = []
    for category in categories {
      if let place = category.knownPlace {
        places |= 1 << UInt64(place)
      } else if others[category] == nil {
        names.append(category)
      }
    }
    names += others.keys
    while places != 0 {
      names.append(Category.known[places.trailingZeroBitCount])
      places &= places - 1
    }
    if names.first?.knownPlace == nil { names.sort() }
    return names.map { category in
      let row = category.knownPlace.map { rows[$0] } ?? others[category] ?? Row()
      return Self.measure(category, row, words: words(category), intervals: intervals)
    }
  }

  private static func measure(
    _ category: Category, _ row: Row, words: VoiceCounts, intervals: Bool
  ) -> CategoryMeasure {
    var measure = CategoryMeasure(category: category)
    for voice in Voice.allCases {
      let place = Row.place(of: voice)
      measure[voice] = Self.measure(
        count: row.counts[place], weight: row.weights[place], words: words[voice], interval: intervals)
    }
    // In order of voices, so that the sum has the same bits as ever.
    var weight = 0.0
    for place in 0..<4 { weight += row.weights[place] }
    measure.all = Self.measure(
      count: row.counts.wrappedSum(), weight: weight, words: words.all, interval: intervals)
    return measure
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
