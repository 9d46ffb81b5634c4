import ParallaxCore
import ParallaxScoring

/// Who is heard in each outlet, how much, and with which verbs.
///
/// A share of words is of all words that the outlet gives to sources. With two or more articles an outlet, it
/// has a 95% interval over articles (ratio estimator, Student's t); with one it describes that article and no
/// more. A share of marked verbs, those that are not neutral, has a Wilson interval.
public struct SourceComparison: Sendable {
  /// A verb and how often it introduces a source.
  public struct Verb: Sendable, Equatable {
    /// Base form.
    public var lemma: String
    /// Kind after the attribution lexicon (`neutral`, `doubting`, …); nil where it does not have the verb.
    public var stance: String?
    /// How often.
    public var count: Int
  }

  /// A share with its interval, nil where none is given.
  public struct Share: Sendable, Equatable {
    /// 0 to 1.
    public var value: Double
    /// Lower bound.
    public var low: Double?
    /// Upper bound.
    public var high: Double?
  }

  /// How one outlet lets one source speak.
  public struct Heard: Sendable, Equatable {
    /// Words given to the source.
    public var words = 0
    /// Share of all words given to sources.
    public var share = Share(value: 0)
    /// Quotations.
    public var direct = 0
    /// Reports.
    public var indirect = 0
    /// Articles that hear it.
    public var articles = 0
    /// The most frequent first, then by name.
    public var verbs: [Verb] = []
    /// Verbs that the lexicon knows and that are not neutral, of those that it knows.
    public var marked: (part: Int, whole: Int) {
      verbs.reduce((0, 0)) { sum, verb in
        verb.stance == nil ? sum : (sum.0 + (verb.stance == "neutral" ? 0 : verb.count), sum.1 + verb.count)
      }
    }
    /// The share of `marked` with its Wilson interval; nil without verbs.
    public var markedShare: Share? {
      let (part, whole) = marked
      guard whole > 0 else { return nil }
      let bounds = WilsonInterval.bounds(part, of: whole)
      return Share(value: Double(part) / Double(whole), low: bounds.low, high: bounds.high)
    }
  }

  /// A source in all outlets.
  public struct Source: Sendable {
    /// Index into `NameIndex.entities`.
    public var entity: Int
    /// How far a reader can check who it is; the firmest kind that an article gives.
    public var kind: SourceKind
    /// One per outlet, in the comparison's order; nil where it is not heard.
    public var heard: [Heard?]

    /// Words in all outlets.
    public var words: Int { heard.reduce(0) { $0 + ($1?.words ?? 0) } }
    /// Outlets that hear it.
    public var outlets: Int { heard.count { $0 != nil } }
  }

  /// All sources of one outlet taken together.
  public struct Outlet: Sendable, Equatable {
    /// All words given to sources.
    public var words = 0
    /// Number of sources.
    public var sources = 0
    /// Words by kind of source, in the order of `SourceKind.allCases`.
    public var byKind = [Int](repeating: 0, count: SourceKind.allCases.count)
    /// Verbs by kind, the most frequent first.
    public var stances: [Verb] = []
    /// As if all were one source.
    public var all = Heard()
  }

  /// Sources heard in several outlets first, then by words.
  public let sources: [Source]
  /// One per outlet.
  public let outlets: [Outlet]

  /// Adds up the sources of each outlet.
  public init(_ comparison: OutletComparison, names: NameIndex) {
    var tallies: [Int: [Int: Tally]] = [:]
    var kinds: [Int: SourceKind] = [:]
    var totals = [[Int]](repeating: [], count: comparison.outlets.count)
    for (outlet, value) in comparison.outlets.enumerated() {
      for (place, article) in value.articles.enumerated() {
        let analysis = comparison.analyses[article]
        totals[outlet].append(analysis.voiced.sources.reduce(0) { $0 + $1.words })
        for (number, source) in analysis.voiced.sources.enumerated() {
          let entity = names.entity(ofSource: number, in: article)
          kinds[entity] = Self.firmer(kinds[entity], source.kind)
          tallies[entity, default: [:]][outlet, default: Tally()].add(source, place)
        }
        let cues = CueStances(analysis)
        for attribution in analysis.voiced.attributions {
          guard let source = attribution.sourceIndex, let lemma = attribution.cueLemma else { continue }
          let entity = names.entity(ofSource: source, in: article)
          let stance = attribution.cue.flatMap { cues.stance(of: $0) }
          tallies[entity]?[outlet]?.verbs[VerbKey(lemma: lemma, stance: stance), default: 0] += 1
        }
      }
    }
    let sources = tallies.sorted { $0.key < $1.key }.map { entity, byOutlet in
      Source(
        entity: entity, kind: kinds[entity] ?? .anonymous,
        heard: comparison.outlets.indices.map { byOutlet[$0]?.heard(of: totals[$0]) })
    }
    self.sources = sources.sorted {
      let (a, b) = ($0.outlets > 1 ? 1 : 0, $1.outlets > 1 ? 1 : 0)
      return (b, $1.words, $0.entity) < (a, $0.words, $1.entity)
    }
    outlets = comparison.outlets.indices.map { index in
      var outlet = Outlet()
      var all = Tally()
      for source in sources {
        guard let heard = source.heard[index] else { continue }
        outlet.words += heard.words
        outlet.sources += 1
        outlet.byKind[SourceKind.allCases.firstIndex(of: source.kind) ?? 0] += heard.words
        if let tally = tallies[source.entity]?[index] { all.add(tally) }
      }
      outlet.all = all.heard(of: totals[index])
      var stances: [String: Int] = [:]
      for verb in outlet.all.verbs { stances[verb.stance ?? "other", default: 0] += verb.count }
      outlet.stances = stances.map { Verb(lemma: $0.key, stance: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.lemma) < ($0.count, $1.lemma) }
      return outlet
    }
  }

  private static func firmer(_ known: SourceKind?, _ kind: SourceKind) -> SourceKind {
    guard let known else { return kind }
    let order: [SourceKind] = [.named, .document, .collective, .anonymous]
    return (order.firstIndex(of: known) ?? 0) <= (order.firstIndex(of: kind) ?? 0) ? known : kind
  }
}

/// A verb with its kind.
private struct VerbKey: Hashable {
  var lemma: String
  var stance: String?
}

/// What one outlet gives one source.
private struct Tally {
  var words = 0
  var direct = 0
  var indirect = 0
  var verbs: [VerbKey: Int] = [:]
  /// Words by place of the article in its outlet.
  var byArticle: [Int: Int] = [:]

  mutating func add(_ source: SourceSummary, _ article: Int) {
    words += source.words
    direct += source.direct
    indirect += source.indirect
    byArticle[article, default: 0] += source.words
  }

  mutating func add(_ other: Tally) {
    words += other.words
    direct += other.direct
    indirect += other.indirect
    for (verb, count) in other.verbs { verbs[verb, default: 0] += count }
    for (article, count) in other.byArticle { byArticle[article, default: 0] += count }
  }

  func heard(of totals: [Int]) -> SourceComparison.Heard {
    var heard = SourceComparison.Heard()
    heard.words = words
    heard.direct = direct
    heard.indirect = indirect
    heard.articles = byArticle.count
    heard.share = ShareInterval.share(
      totals.indices.map { (byArticle[$0] ?? 0, totals[$0]) })
    heard.verbs = verbs.map { .init(lemma: $0.key.lemma, stance: $0.key.stance, count: $0.value) }
      .sorted { ($1.count, $0.lemma, $0.stance ?? "") < ($0.count, $1.lemma, $1.stance ?? "") }
    return heard
  }
}

/// The share of a part in all, with an interval over articles.
enum ShareInterval {
  /// r = Σx/Σn, with variance k/(k−1) · Σ(x − r·n)² / (Σn)² (Cochran 1977, chapter 6) and Student's t of k − 1
  /// degrees; no interval for fewer than two articles.
  static func share(_ articles: [(part: Int, whole: Int)]) -> SourceComparison.Share {
    let whole = Double(articles.reduce(0) { $0 + $1.whole })
    guard whole > 0 else { return .init(value: 0) }
    let ratio = Double(articles.reduce(0) { $0 + $1.part }) / whole
    let k = Double(articles.count)
    guard articles.count > 1 else { return .init(value: ratio) }
    let squares = articles.reduce(0.0) {
      let rest = Double($1.part) - ratio * Double($1.whole)
      return $0 + rest * rest
    }
    let reach =
      StudentDistribution.quantile(0.975, degrees: k - 1) * (k / (k - 1) * squares).squareRoot() / whole
    return .init(value: ratio, low: max(0, ratio - reach), high: min(1, ratio + reach))
  }
}

/// The kinds of an article's attribution verbs by place.
struct CueStances {
  private let findings: [(start: Int, end: Int, stance: String)]

  init(_ analysis: Analysis) {
    findings = (analysis.findings + analysis.notCounted.filter { $0.reason == .overlap })
      .filter { $0.entry.category == .attribution }
      .map { ($0.span.start, $0.span.end, $0.entry.subcategory) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  /// The kind of the first finding that shares a place with a cue.
  func stance(of cue: TextSpan) -> String? {
    var low = 0
    var high = findings.count
    while low < high {
      let middle = (low + high) / 2
      if findings[middle].end <= cue.start { low = middle + 1 } else { high = middle }
    }
    guard low < findings.count, findings[low].start < cue.end else { return nil }
    return findings[low].stance
  }
}
