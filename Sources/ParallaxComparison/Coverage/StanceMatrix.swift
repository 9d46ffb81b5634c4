import ParallaxCore
import ParallaxScoring
import ParallaxStance

/// Of whom each outlet speaks well or ill, in its authors' own words and in those it quotes or reports.
///
/// A cell sums up the evidence of all articles of an outlet as the reading of one article does; what a target
/// says itself is no evidence toward it.
public struct StanceMatrix: Sendable {
  /// Most entities that are shown.
  public static let most = 20

  /// Evidence in one article.
  public struct Evidence: Sendable, Equatable {
    /// Index into the comparison's analyses.
    public var article: Int
    /// What is said, and how surely of this entity.
    public var evidence: TargetStance.Evidence
  }

  /// What one outlet's authors, or those they let speak, say of one entity.
  public struct Cell: Sendable, Equatable {
    /// −1 (ill) to 1 (well).
    public var score: Double
    /// Lower bound of the 95% interval.
    public var low: Double
    /// Upper bound.
    public var high: Double
    /// Wording that speaks well.
    public var positive: Int
    /// Wording that speaks ill.
    public var negative: Int
    /// The wording behind the score, by article and place.
    public var evidence: [Evidence]
  }

  /// One outlet on one entity.
  public struct Outlet: Sendable, Equatable {
    /// Mentions in the outlet's articles.
    public var mentions = 0
    /// The authors' own words; nil where these say nothing.
    public var author: Cell?
    /// Quoted, reported and excerpted words.
    public var quoted: Cell?
  }

  /// An entity in all outlets.
  public struct Row: Sendable, Equatable {
    /// Index into `NameIndex.entities`.
    public var entity: Int
    /// One per outlet, in the comparison's order; nil where the entity is no target.
    public var outlets: [Outlet?]

    /// Mentions in all outlets.
    public var mentions: Int { outlets.reduce(0) { $0 + ($1?.mentions ?? 0) } }
  }

  /// Those of whom two outlets or more speak, and one well or ill; the most mentioned first.
  public let rows: [Row]

  /// Gathers the evidence of all targets.
  public init(_ comparison: OutletComparison, names: NameIndex) {
    var evidence: [Int: [Int: [Evidence]]] = [:]
    var mentions: [Int: [Int: Int]] = [:]
    for (outlet, value) in comparison.outlets.enumerated() {
      for article in value.articles {
        for (number, target) in comparison.analyses[article].targets.enumerated() {
          let entity = names.entity(ofTarget: number, in: article)
          mentions[entity, default: [:]][outlet, default: 0] += target.mentions.count
          evidence[entity, default: [:]][outlet, default: []] += target.evidence.filter { $0.share > 0 }
            .map { Evidence(article: article, evidence: $0) }
        }
      }
    }
    let found = mentions.map { entity, byOutlet in
      Row(
        entity: entity,
        outlets: comparison.outlets.indices.map { outlet in
          byOutlet[outlet].map { count in
            let all = evidence[entity]?[outlet] ?? []
            return Outlet(
              mentions: count, author: Self.cell(all.filter { $0.evidence.voice == .author }),
              quoted: Self.cell(all.filter { $0.evidence.voice != .author }))
          }
        })
    }
    rows = Array(
      found.filter { row in
        row.outlets.count { $0 != nil } > 1
          && row.outlets.contains { $0?.author != nil || $0?.quoted != nil }
      }.sorted { ($1.mentions, $0.entity) < ($0.mentions, $1.entity) }.prefix(Self.most))
  }

  private static func cell(_ evidence: [Evidence]) -> Cell? {
    guard !evidence.isEmpty else { return nil }
    var sum = TargetStance(name: "")
    sum.score(evidence.map(\.evidence))
    guard let score = sum.score, let low = sum.low, let high = sum.high else { return nil }
    return Cell(
      score: score, low: low, high: high, positive: sum.positive, negative: sum.negative, evidence: evidence)
  }
}
