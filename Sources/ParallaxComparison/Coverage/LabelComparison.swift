import ParallaxCore
import ParallaxScoring

/// Who is called what: the wording each outlet puts on whoever several articles name.
///
/// Labels are those of each article's targets (modifiers before the name, titles, appositions), and descriptions
/// that stand for a name where somebody is heard (*the iron-fisted premier*).
public struct LabelComparison: Sendable {
  /// Most entities that are compared.
  public static let most = 30

  /// A label as one outlet uses it.
  public struct Label: Sendable, Equatable {
    /// As first written.
    public var text: String
    /// How often.
    public var count: Int
    /// Articles that use it.
    public var articles: Int
    /// Places where it was found again beside a mention.
    public var places: [Place]
    /// Categories of the findings in it, sorted; empty for plain wording.
    public var categories: [Category]
  }

  /// A place in an article.
  public struct Place: Sendable, Equatable {
    /// Index into the comparison's analyses.
    public var article: Int
    /// Where.
    public var span: TextSpan
  }

  /// What one outlet calls an entity.
  public struct Naming: Sendable, Equatable {
    /// Articles that have it as a target.
    public var articles = 0
    /// Mentions of it.
    public var mentions = 0
    /// The most frequent first, then by place.
    public var labels: [Label] = []
    /// Labels with a finding in them.
    public var marked: Int { labels.reduce(0) { $0 + ($1.categories.isEmpty ? 0 : $1.count) } }
  }

  /// An entity in all outlets.
  public struct Entity: Sendable, Equatable {
    /// Index into `NameIndex.entities`.
    public var entity: Int
    /// One per outlet, in the comparison's order; nil where it is no target.
    public var namings: [Naming?]

    /// Mentions in all outlets.
    public var mentions: Int { namings.reduce(0) { $0 + ($1?.mentions ?? 0) } }
  }

  /// Those that two articles or more name and that have a label, the most mentioned first.
  public let entities: [Entity]

  /// Gathers the labels of all targets.
  public init(_ comparison: OutletComparison, names: NameIndex) {
    var found: [Int: [Naming?]] = [:]
    for (outlet, value) in comparison.outlets.enumerated() {
      for article in value.articles {
        let analysis = comparison.analyses[article]
        for (number, target) in analysis.targets.enumerated() {
          let entity = names.entity(ofTarget: number, in: article)
          var naming = found[entity]?[outlet] ?? Naming()
          naming.articles += 1
          naming.mentions += target.mentions.count
          let reader = LabelPlaces(analysis, article: article, mentions: target.mentions)
          for label in target.labels { Self.add(label, reader.places(of: label.text), reader, to: &naming) }
          found[entity, default: Array(repeating: nil, count: comparison.outlets.count)][outlet] = naming
        }
        for (entity, label, places) in Self.descriptions(of: article, comparison, names) {
          guard var naming = found[entity]?[outlet],
            !naming.labels.contains(where: { $0.places.contains { places.contains($0) } })
          else { continue }
          let reader = LabelPlaces(analysis, article: article, mentions: [])
          Self.add(label, places, reader, to: &naming)
          found[entity]?[outlet] = naming
        }
      }
    }
    let named = found.filter { _, namings in
      namings.reduce(0) { $0 + ($1?.articles ?? 0) } > 1 && namings.contains { !($0?.labels.isEmpty ?? true) }
    }
    entities = Array(
      named.map { Entity(entity: $0.key, namings: $0.value.map { $0.map(Self.sorted) }) }
        .sorted { ($1.mentions, $0.entity) < ($0.mentions, $1.entity) }.prefix(Self.most))
  }

  /// What stands for a name where somebody is heard, with its places; bare nouns and pronouns left out.
  private static func descriptions(
    of article: Int, _ comparison: OutletComparison, _ names: NameIndex
  ) -> [(entity: Int, label: TargetStance.Label, places: [Place])] {
    let voiced = comparison.analyses[article].voiced
    var places: [Int: [Place]] = [:]
    for attribution in voiced.attributions {
      guard let source = attribution.sourceIndex, let span = attribution.source else { continue }
      places[source, default: []].append(Place(article: article, span: span))
    }
    return voiced.sources.enumerated().compactMap { number, source in
      let entity = names.entity(ofSource: number, in: article)
      let parts = NameParts(source.name)
      guard parts.name.isEmpty, parts.head != nil, NameParts.words(source.name).count > 2,
        !NameParts(names.entities[entity].name).name.isEmpty, let here = places[number], !here.isEmpty
      else { return nil }
      return (entity, .init(text: source.name, count: here.count), here)
    }
  }

  private static func add(
    _ label: TargetStance.Label, _ places: [Place], _ reader: LabelPlaces, to naming: inout Naming
  ) {
    let categories = reader.categories(at: places)
    if let known = naming.labels.firstIndex(where: { $0.text.lowercased() == label.text.lowercased() }) {
      naming.labels[known].count += label.count
      naming.labels[known].articles += 1
      naming.labels[known].places += places
      naming.labels[known].categories = Array(Set(naming.labels[known].categories + categories)).sorted()
    } else {
      naming.labels.append(
        Label(text: label.text, count: label.count, articles: 1, places: places, categories: categories))
    }
  }

  private static func sorted(_ naming: Naming) -> Naming {
    var naming = naming
    naming.labels = naming.labels.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
    return naming
  }
}

/// Finds labels again in the text beside a target's mentions, and the findings in them.
private struct LabelPlaces {
  private let analysis: Analysis
  private let article: Int
  private let mentions: [TextSpan]

  /// How far from a mention a label may stand, in bytes.
  private static let reach = 120

  init(_ analysis: Analysis, article: Int, mentions: [TextSpan]) {
    self.analysis = analysis
    self.article = article
    self.mentions = mentions
  }

  func places(of label: String) -> [LabelComparison.Place] {
    let wanted = Array(label.utf8)
    guard !wanted.isEmpty, wanted.count <= 200 else { return [] }
    var places: [LabelComparison.Place] = []
    let text = analysis.article.text
    for mention in mentions {
      let start = max(places.last?.span.end ?? 0, mention.start - Self.reach - wanted.count, 0)
      let end = min(text.count, mention.end + Self.reach + wanted.count)
      guard start < end, end - start >= wanted.count else { continue }
      for at in start...(end - wanted.count) where text[at..<at + wanted.count].elementsEqual(wanted) {
        places.append(.init(article: article, span: TextSpan(at, at + wanted.count)))
        break
      }
    }
    return places
  }

  func categories(at places: [LabelComparison.Place]) -> [Category] {
    var categories: Set<Category> = []
    for place in places {
      for finding in analysis.findings
      where finding.span.start < place.span.end && place.span.start < finding.span.end
        && !finding.entry.category.isFrame
      {
        categories.insert(finding.entry.category)
      }
    }
    return categories.sorted()
  }
}
