/// Articles grouped into events.
///
/// Two groups become one, beginning with the most similar pair of articles, while the mean similarity of their
/// articles (average linkage) reaches `threshold` and all lie within `window` days. Two groups that have several
/// articles each must also be at least half as like each other as each is in itself, or an article that tells of
/// two events would make one of them. An article that nothing is like enough stays alone.
public struct EventGrouping: Sendable {
  /// How articles are grouped.
  public struct Options: Sendable, Equatable {
    /// Days between the first and the last article of an event, where dates are known.
    public var window = 7
    /// Least mean similarity (cosine, 0 to 1) of articles of one event.
    public var threshold = 0.1

    /// Makes options.
    public init(window: Int = 7, threshold: Double = 0.1) {
      self.window = window
      self.threshold = threshold
    }
  }

  /// An event.
  public struct Event: Sendable, Equatable {
    /// Its most characteristic words; no two events have the same.
    public var name: String
    /// Its articles, as places in the list that was grouped, in their order.
    public var articles: [Int]
  }

  /// Where an article belongs, and how surely.
  public struct Membership: Sendable, Equatable {
    /// Index into `events`.
    public var event: Int
    /// 0 to 1; one half is the toss of a coin.
    ///
    /// a² / (a² + b²): a is the article's mean similarity to the others of its event, b that to the next event
    /// or the threshold, whichever is higher. For an article alone a is the threshold and b the similarity to
    /// the next event.
    public var sureness: Double
    /// Mean similarity to the others of its event; nil for an article alone.
    public var similarity: Double?
    /// The event that it would belong to otherwise; nil when nothing is like it by half the threshold.
    public var next: Int?
    /// Words that tie it to its event, those that weigh most first; of an article alone its own.
    public var words: [String]
  }

  /// Events in the order of their first articles.
  public private(set) var events: [Event] = []
  /// One per article.
  public private(set) var memberships: [Membership] = []
  /// Articles without a date, which no window keeps apart.
  public let undated: Int

  /// Groups articles.
  ///
  /// - Parameter progress: Told after each article.
  /// - Complexity: Close to linear in the number of articles; see `EventCandidates`.
  public init(
    _ articles: [EventTerms], options: Options = .init(), background: BackgroundWords = .english,
    progress: () -> Void = {}
  ) {
    let space = TermVectors(articles, background: background)
    let days = articles.map(\.day)
    undated = days.count { $0 == nil }
    let pairs = EventCandidates(
      space.vectors, days: days, window: options.window, progress: progress
    ).pairs
    var clusters = Clusters(space.vectors, days: days)
    for pair in pairs where pair.similarity >= options.threshold {
      clusters.join(pair.first, pair.second, options)
    }
    let owners = articles.indices.map { clusters.root(of: $0) }
    var numbers: [Int: Int] = [:]
    for (article, owner) in owners.enumerated() {
      if let number = numbers[owner] {
        events[number].articles.append(article)
      } else {
        numbers[owner] = events.count
        events.append(Event(name: "", articles: [article]))
      }
    }
    let sums = events.map { clusters.sums[owners[$0.articles[0]]] }
    let naming = EventNaming(space, events: events.map(\.articles), sums: sums)
    for index in events.indices { events[index].name = naming.names[index] }
    var neighbors = [[Int]](repeating: [], count: articles.count)
    for pair in pairs {
      neighbors[pair.first].append(pair.second)
      neighbors[pair.second].append(pair.first)
    }
    let eventOf = owners.map { numbers[$0] ?? 0 }
    memberships = articles.indices.map { article in
      let near = Set(neighbors[article].map { eventOf[$0] }).subtracting([eventOf[article]]).sorted()
      return membership(
        of: article, in: eventOf[article], near: near, space.vectors[article], sums, options, naming)
    }
  }

  private func membership(
    of article: Int, in event: Int, near: [Int], _ vector: TermVector, _ sums: [TermVector],
    _ options: Options, _ naming: EventNaming
  ) -> Membership {
    var rival = (event: -1, similarity: 0.0)
    for other in near {
      let similarity = vector.dot(sums[other]) / Double(events[other].articles.count)
      if similarity > rival.similarity { rival = (other, similarity) }
    }
    let others = events[event].articles.count - 1
    let own =
      others == 0 ? nil : max(0, vector.dot(sums[event]) - vector.dot(vector)) / Double(others)
    let a = own ?? options.threshold
    let b = own == nil ? rival.similarity : max(rival.similarity, options.threshold)
    return Membership(
      event: event, sureness: a + b > 0 ? a * a / (a * a + b * b) : 0.5, similarity: own,
      next: rival.similarity >= options.threshold / 2 && rival.event >= 0 ? rival.event : nil,
      words: naming.ties(of: vector, to: sums[event], isAlone: others == 0))
  }
}

/// Groups that grow: a forest of articles with the sum of each group's vectors at its root.
private struct Clusters {
  private var parents: [Int]
  private var sizes: [Int]
  /// First and last day of each group.
  private var spans: [ClosedRange<Int>?]
  /// By root.
  private(set) var sums: [TermVector]
  /// Squared lengths of the sums.
  private var squares: [Double]

  init(_ vectors: [TermVector], days: [Int?]) {
    parents = Array(vectors.indices)
    sizes = Array(repeating: 1, count: vectors.count)
    spans = days.map { day in day.map { $0...$0 } }
    sums = vectors
    squares = vectors.map { $0.dot($0) }
  }

  /// Mean similarity of the pairs within a group of several articles.
  private func cohesion(_ group: Int) -> Double {
    let count = Double(sizes[group])
    // Each article has length 1, unless it has no words.
    return max(0, squares[group] - count) / (count * (count - 1))
  }

  mutating func root(of article: Int) -> Int {
    var at = article
    while parents[at] != at {
      parents[at] = parents[parents[at]]
      at = parents[at]
    }
    return at
  }

  /// Joins the groups of two articles if they are near and alike enough.
  mutating func join(_ first: Int, _ second: Int, _ options: EventGrouping.Options) {
    var (a, b) = (root(of: first), root(of: second))
    guard a != b else { return }
    if (sizes[b], a) > (sizes[a], b) { swap(&a, &b) }
    var span = spans[a] ?? spans[b]
    if let one = spans[a], let other = spans[b] {
      span = min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
    }
    if let span, span.upperBound - span.lowerBound > options.window { return }
    // The dot product of two sums is the sum of all pairs between them.
    let product = sums[a].dot(sums[b])
    let similarity = product / Double(sizes[a] * sizes[b])
    guard similarity >= options.threshold else { return }
    if sizes[b] > 1, similarity < min(cohesion(a), cohesion(b)) / 2 { return }
    squares[a] += squares[b] + 2 * product
    sums[a].add(sums[b])
    sums[b] = TermVector()
    sizes[a] += sizes[b]
    spans[a] = span
    parents[b] = a
  }
}
