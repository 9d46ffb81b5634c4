import ParallaxCore
import ParallaxScoring

/// What several outlets tell of one event, sentence beside sentence, and what only one of them tells.
///
/// Sentences are aligned by names, numbers, dates and rare words (`SentenceAligner`), within an event where
/// articles name theirs, else among all. A pair says that two sentences tell something in common, not that they
/// agree on it.
public struct Alignment: Sendable {
  /// A sentence of an article.
  public struct Sentence: Sendable, Equatable {
    /// Index of the outlet.
    public var outlet: Int
    /// Index into the comparison's analyses.
    public var article: Int
    /// Where it stands.
    public var span: TextSpan
    /// Its number among the article's sentences.
    public var index: Int
    /// Words that no other sentence of its row has; empty for sentences without a row.
    public var differing: [TextSpan] = []
  }

  /// Sentences of different outlets that tell the same, one an outlet.
  public struct Row: Sendable, Equatable {
    /// In the order of outlets.
    public var sentences: [Sentence]
    /// Mean score of its pairs, `SentenceAligner.threshold` to 1.
    public var score: Double
  }

  /// An event with what its articles have in common.
  public struct Event: Sendable, Equatable {
    /// Its name, nil where articles name none.
    public var name: String?
    /// Outlets that cover it, in order.
    public var outlets: [Int]
    /// In the order in which the first outlet of each tells them.
    public var rows: [Row]
    /// Sentences that nothing in any other outlet comes near, in order of outlets and places.
    public var lone: [Sentence]
    /// Numbers, dates and names that one outlet alone has, in order of outlets and places.
    public var facts: [LoneFact]
  }

  /// A sentence none of another outlet comes near to is one whose best score lies below this.
  public static let loneBelow = 0.12
  /// Fewest words of a sentence that is aligned.
  public static let leastWords = 4

  /// Events that two or more outlets cover, in order of their first articles.
  public let events: [Event]

  /// Aligns the articles of a comparison.
  ///
  /// - Complexity: O(n log n) in the words of all articles; see `SentenceAligner.candidates`.
  public init(_ comparison: OutletComparison, background: BackgroundWords = .english) {
    var shares = BackgroundShares(background)
    events = Self.groups(comparison).compactMap { name, articles in
      let outlets = Array(Set(articles.map(\.outlet))).sorted()
      guard outlets.count > 1 else { return nil }
      return EventAligner(comparison, articles, shares: &shares).event(name, outlets)
    }
  }

  /// Articles by event; all together where none names an event.
  private static func groups(
    _ comparison: OutletComparison
  ) -> [(name: String?, articles: [(article: Int, outlet: Int)])] {
    let all = comparison.outlets.enumerated().flatMap { outlet, value in
      value.articles.map { (article: $0, outlet: outlet) }
    }.sorted { $0.article < $1.article }
    var order: [String] = []
    var groups: [String: [(article: Int, outlet: Int)]] = [:]
    for article in all {
      guard let event = comparison.analyses[article.article].article.metadata.event else { continue }
      if groups[event] == nil { order.append(event) }
      groups[event, default: []].append(article)
    }
    return order.isEmpty ? [(nil, all)] : order.map { ($0, groups[$0] ?? []) }
  }
}
