/// Precision, recall and F1 of predictions against gold annotations, by category and in all, with intervals.
///
/// Intervals are percentile bootstrap over documents: documents are drawn with replacement, and everything is
/// counted anew. Few documents make wide intervals, whatever the number of spans.
public struct Evaluation: Sendable, Equatable {
  /// A figure with its 95% interval; nil where it is not defined.
  public struct Figure: Sendable, Equatable {
    /// The figure, from 0 to 1.
    public var value: Double?
    /// Lower bound.
    public var low: Double?
    /// Upper bound.
    public var high: Double?
  }

  /// One row.
  public struct Row: Sendable, Equatable {
    /// Category, `micro` (all counted together) or `macro` (mean of the categories that gold has and where the figure is defined).
    public var name: String
    /// Gold annotations; code points for `SpanMatching.characters`.
    public var gold: Int
    /// Predictions.
    public var predicted: Int
    /// Share of predictions that are right.
    public var precision: Figure
    /// Share of gold that is found.
    public var recall: Figure
    /// Harmonic mean of both.
    public var f1: Figure
  }

  /// How intervals are made and what counts.
  public struct Options: Sendable, Equatable {
    /// When a span counts as right.
    public var matching: SpanMatching
    /// Categories to score; empty for all.
    public var categories: Set<String>
    /// Number of bootstrap samples; 0 for no intervals.
    public var resamples: Int
    /// Seed of the draws.
    public var seed: UInt64

    /// Makes options.
    public init(
      matching: SpanMatching = .overlap, categories: Set<String> = [], resamples: Int = 1_000,
      seed: UInt64 = 1936
    ) {
      self.matching = matching
      self.categories = categories
      self.resamples = resamples
      self.seed = seed
    }
  }

  /// A row for each category by name, then `micro` and `macro`.
  public var rows: [Row]
  /// Documents scored: those of the gold.
  public var documents: Int
  /// Documents of the gold that have no prediction at all; they count as empty.
  public var missing: Int
  /// Predicted documents that gold does not know; they are left out.
  public var unknown: Int

  /// Scores predictions.
  ///
  /// - Throws: `EvaluationError.unusable` when one side holds labels and the other spans.
  /// - Complexity: O(n log n + resamples · documents · categories).
  public init(
    gold: Annotations, predicted: Annotations, options: Options = .init()
  ) throws(EvaluationError) {
    guard gold.isSpans == predicted.isSpans else {
      throw .unusable(
        "gold holds \(gold.isSpans ? "spans" : "labels"), predictions \(predicted.isSpans ? "spans" : "labels"); "
          + "score like with like")
    }
    var categories: Set<String> = []
    for content in Array(gold.content.values) + gold.ids.compactMap({ predicted.content[$0] }) {
      categories.formUnion(content.categories)
    }
    if !options.categories.isEmpty { categories.formIntersection(options.categories) }
    let names = categories.sorted()
    // Counts of each document, category by category.
    let counts = gold.ids.map { id -> [MatchCounts] in
      let (wanted, given) = (gold.content[id], predicted.content[id])
      return names.map { Self.counts(wanted, given, $0, options.matching) }
    }
    documents = gold.ids.count
    missing = gold.ids.count { predicted.content[$0] == nil }
    unknown = predicted.ids.count { gold.content[$0] == nil }
    var totals = Array(repeating: MatchCounts(), count: names.count)
    for document in counts { for index in names.indices { totals[index] += document[index] } }
    let rowNames = names + (names.isEmpty ? [] : ["micro", "macro"])
    let inMacro = totals.map { $0.gold > 0 }
    let figures = Self.figures(totals, inMacro)
    let bounds = ScoreBootstrap.bounds(counts, options) { Self.figures($0, inMacro) }
    rows = rowNames.indices.map { index in
      func figure(_ which: Int) -> Figure {
        let place = index * 3 + which
        return Figure(value: figures[place], low: bounds[place]?.low, high: bounds[place]?.high)
      }
      let sum = index < names.count ? [totals[index]] : totals
      return Row(
        name: rowNames[index], gold: sum.reduce(0) { $0 + $1.gold },
        predicted: sum.reduce(0) { $0 + $1.predicted }, precision: figure(0), recall: figure(1), f1: figure(2)
      )
    }
  }

  private static func counts(
    _ gold: Annotations.Content?, _ predicted: Annotations.Content?, _ category: String,
    _ matching: SpanMatching
  ) -> MatchCounts {
    switch gold {
    case .labels(let wanted):
      var given: Set<String> = []
      if case .labels(let labels) = predicted { given = labels }
      let (isWanted, isGiven) = (wanted.contains(category), given.contains(category))
      let both = isWanted && isGiven ? 1 : 0
      return MatchCounts(hits: both, predicted: isGiven ? 1 : 0, found: both, gold: isWanted ? 1 : 0)
    case .spans(let wanted):
      var given: [Annotations.Span] = []
      if case .spans(let spans) = predicted { given = spans }
      return matching.counts(
        gold: wanted.filter { $0.category == category }, predicted: given.filter { $0.category == category })
    case nil: return MatchCounts()
    }
  }

  /// Precision, recall and F1 of each category, then micro and macro, in one list.
  private static func figures(_ totals: [MatchCounts], _ inMacro: [Bool]) -> [Double?] {
    var figures: [Double?] = []
    var all = MatchCounts()
    for counts in totals {
      figures += [counts.precision, counts.recall, counts.f1]
      all += counts
    }
    figures += [all.precision, all.recall, all.f1]
    for which in 0..<3 {
      let values = totals.indices.filter { inMacro[$0] }.compactMap { figures[$0 * 3 + which] }
      figures.append(values.isEmpty ? nil : values.reduce(0, +) / Double(values.count))
    }
    return figures
  }
}

extension Annotations.Content {
  /// Every category named.
  fileprivate var categories: Set<String> {
    switch self {
    case .labels(let labels): labels
    case .spans(let spans): Set(spans.map(\.category))
    }
  }
}
