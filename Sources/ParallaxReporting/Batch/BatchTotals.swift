import ParallaxCore

/// What the totals of a batch need to know of one article.
public struct BatchSummary: Sendable, Equatable {
  /// The publication.
  public var outlet: String?
  /// Editorial words.
  public var words: Int
  /// The author's words.
  public var authorWords: Int
  /// Findings that enter the framing index, in the author's words; nil where nothing was measured.
  public var framing: Int?
  /// Findings in the author's words, one number for each category of the totals.
  public var counts: [Int]

  /// Makes a summary.
  public init(outlet: String?, words: Int, authorWords: Int, framing: Int?, counts: [Int]) {
    self.outlet = outlet
    self.words = words
    self.authorWords = authorWords
    self.framing = framing
    self.counts = counts
  }
}

extension BatchRow {
  /// What totals need, with counts of these categories.
  public func summary(_ categories: [Category]) -> BatchSummary {
    BatchSummary(
      outlet: outlet, words: words, authorWords: authorWords, framing: isMeasured ? framing : nil,
      counts: categories.map { category in rates.first { $0.category == category }?.count ?? 0 })
  }
}

/// Sums of a batch by outlet, in memory that does not grow with the number of articles but for four bytes each.
public struct BatchTotals: Sendable {
  /// Sums of one outlet.
  public struct Outlet: Sendable, Equatable {
    /// The publication; nil for articles that name none.
    public var name: String?
    /// Articles, measured or not.
    public var articles = 0
    /// Editorial words of those measured.
    public var words = 0
    /// The author's words of those measured.
    public var authorWords = 0
    /// Findings that enter the framing index, in the author's words.
    public var framing = 0
    /// Findings in the author's words by category.
    public var counts: [Int]
  }

  /// The categories counted.
  public let categories: [Category]
  /// Articles analyzed.
  public private(set) var articles = 0
  /// Inputs that could not be.
  public private(set) var failures = 0
  /// Articles of outlets that came after the limit was reached.
  public private(set) var otherArticles = 0
  private var byOutlet: [String?: Outlet] = [:]
  private var rates: [Float] = []

  /// Most outlets that are told apart.
  static let outletLimit = 2_000

  /// Sums of nothing.
  public init(categories: [Category]) { self.categories = categories }

  /// Adds an article.
  public mutating func add(_ article: BatchSummary) {
    articles += 1
    guard byOutlet[article.outlet] != nil || byOutlet.count < Self.outletLimit else {
      otherArticles += 1
      return addRate(article)
    }
    var outlet =
      byOutlet[article.outlet]
      ?? Outlet(name: article.outlet, counts: Array(repeating: 0, count: categories.count))
    outlet.articles += 1
    if let framing = article.framing {
      outlet.words += article.words
      outlet.authorWords += article.authorWords
      outlet.framing += framing
      for (index, count) in article.counts.enumerated() where index < outlet.counts.count {
        outlet.counts[index] += count
      }
    }
    byOutlet[article.outlet] = outlet
    addRate(article)
  }

  /// Counts an input that could not be analyzed.
  public mutating func addFailure() { failures += 1 }

  private mutating func addRate(_ article: BatchSummary) {
    guard let framing = article.framing, article.authorWords >= 100 else { return }
    rates.append(Float(framing) * 1000 / Float(article.authorWords))
  }

  /// Sums by outlet, in order of their names, the nameless last.
  public var outlets: [Outlet] {
    byOutlet.values.sorted { a, b in
      guard let first = a.name else { return false }
      guard let second = b.name else { return true }
      return first < second
    }
  }

  /// Framing wording per 1,000 of their own words in the middle of the articles of 100 words or more.
  var median: Double? {
    guard rates.count > 1 else { return nil }
    let sorted = rates.sorted()
    return (Double(sorted[(sorted.count - 1) / 2]) + Double(sorted[sorted.count / 2])) / 2
  }
}
