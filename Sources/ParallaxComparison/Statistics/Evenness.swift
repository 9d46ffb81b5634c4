/// How evenly hits are spread over articles: one word in one article must not pass for an outlet's habit.
public struct Evenness: Sendable, Equatable {
  /// Articles that have any.
  public let articlesWith: Int
  /// Articles with words.
  public let articles: Int
  /// Gries' deviation of proportions DP = ½Σ|v − s| over articles, v their share of the hits and s of the
  /// words; nil without hits or with one article.
  public let proportions: Double?
  /// DP over its largest possible value: 0 even, 1 all in the smallest article; nil where DP is.
  public let deviation: Double?

  /// Measures the spread of one side.
  ///
  /// - SeeAlso: Gries 2008; Lijffijt and Gries 2012 for the normed form.
  public init(_ counts: [ArticleCount]) {
    let counts = counts.filter { $0.words > 0 }
    let pool = PooledCount(counts)
    articles = counts.count
    articlesWith = counts.count { $0.hits > 0 }
    guard pool.hits > 0, counts.count > 1 else {
      proportions = nil
      deviation = nil
      return
    }
    var sum = 0.0
    var smallest = 1.0
    for article in counts {
      let share = Double(article.words) / Double(pool.words)
      sum += abs(Double(article.hits) / Double(pool.hits) - share)
      smallest = min(smallest, share)
    }
    proportions = min(1, sum / 2)
    deviation = smallest < 1 ? min(1, sum / 2 / (1 - smallest)) : nil
  }
}
