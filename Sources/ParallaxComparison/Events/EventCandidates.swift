/// Pairs of articles that may cover one event, found over the rare terms that they share.
///
/// An index gives the articles of a term; one that many hold proposes only those nearest in time. So each article
/// meets a bounded number of others, and time grows with the number of articles, not of pairs.
struct EventCandidates {
  /// Two articles and the cosine of their vectors.
  struct Pair {
    var first: Int
    var second: Int
    var similarity: Double
  }

  /// Terms of an article that propose others: its rarest and most frequent ones.
  static let proposingTerms = 48
  /// Articles that one term proposes.
  static let articlesPerTerm = 64
  /// Articles whose whole vectors are compared with one's own.
  static let comparedPerArticle = 64
  /// Pairs that are kept of one article with those before it.
  static let keptPerArticle = 24

  /// Pairs, the most similar first.
  private(set) var pairs: [Pair] = []

  /// - Parameters:
  ///   - days: Day of each article, nil where unknown.
  ///   - window: Days that two articles of one event may lie apart.
  ///   - progress: Told after each article.
  /// - Complexity: O(articles · (proposingTerms · articlesPerTerm + comparedPerArticle · termsPerArticle)).
  init(_ vectors: [TermVector], days: [Int?], window: Int, progress: () -> Void) {
    let order = vectors.indices.sorted { (days[$0] ?? .max, $0) < (days[$1] ?? .max, $1) }
    var holders: [Int32: [Int32]] = [:]
    var scores = [Double](repeating: 0, count: vectors.count)
    for article in order {
      let vector = vectors[article]
      let proposing = vector.weights.indices.sorted {
        (vector.weights[$1], vector.terms[$0]) < (vector.weights[$0], vector.terms[$1])
      }.prefix(Self.proposingTerms)
      var met: [Int] = []
      for place in proposing {
        let term = vector.terms[place]
        for other in (holders[term] ?? []).suffix(Self.articlesPerTerm).map(Int.init)
        where Self.lieNear(days[article], days[other], window) {
          if scores[other] == 0 { met.append(other) }
          scores[other] += vector.weights[place] * vector.weights[place]
        }
        holders[term, default: []].append(Int32(article))
      }
      met.sort { (scores[$1], $0) < (scores[$0], $1) }
      var own = met.prefix(Self.comparedPerArticle).map {
        Pair(first: min($0, article), second: max($0, article), similarity: vectors[$0].dot(vector))
      }
      own.sort(by: Self.isBefore)
      pairs += own.prefix(Self.keptPerArticle)
      for other in met { scores[other] = 0 }
      progress()
    }
    pairs.sort(by: Self.isBefore)
  }

  private static func isBefore(_ a: Pair, _ b: Pair) -> Bool {
    (b.similarity, a.first, a.second) < (a.similarity, b.first, b.second)
  }

  static func lieNear(_ a: Int?, _ b: Int?, _ window: Int) -> Bool {
    guard let a, let b else { return true }
    return abs(a - b) <= window
  }
}
