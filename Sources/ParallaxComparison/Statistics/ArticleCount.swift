/// How often something stands in one article, and among how many words: the unit of every test between outlets.
///
/// Words and paragraphs inside an article are not independent of each other; articles are what is sampled.
public struct ArticleCount: Sendable, Equatable {
  /// Findings.
  public var hits: Int
  /// Words of the voice they were looked for in.
  public var words: Int

  /// Makes a count.
  public init(hits: Int, words: Int) {
    self.hits = hits
    self.words = words
  }
}

/// The sum over the articles of one side.
public struct PooledCount: Sendable, Equatable {
  /// Findings.
  public var hits: Int
  /// Words.
  public var words: Int
  /// Articles with any words.
  public var articles: Int

  /// Adds up articles.
  public init(_ counts: [ArticleCount]) {
    hits = counts.reduce(0) { $0 + $1.hits }
    words = counts.reduce(0) { $0 + $1.words }
    articles = counts.count { $0.words > 0 }
  }

  /// Adds an article; `articles` is left as it is.
  mutating func add(_ count: ArticleCount) {
    hits += count.hits
    words += count.words
  }

  /// The sum without one of its articles.
  func without(_ count: ArticleCount) -> PooledCount {
    var pool = self
    pool.hits -= count.hits
    pool.words -= count.words
    return pool
  }

  /// Findings per word; 0 without words.
  public var rate: Double { words > 0 ? Double(hits) / Double(words) : 0 }
}
