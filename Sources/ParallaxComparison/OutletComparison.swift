import ParallaxCore
import ParallaxScoring

/// Articles on one event, taken together by outlet, with their rates side by side.
public struct OutletComparison: Sendable {
  /// What one outlet's articles add up to.
  public struct Outlet: Sendable {
    /// The outlet's name, or the article's title where it names none.
    public var name: String
    /// Indices of its articles in `analyses`.
    public var articles: [Int]
    /// Editorial words by voice.
    public var words: VoiceCounts
    /// One per category of the comparison, in its order.
    public var measures: [CategoryMeasure]
  }

  /// The articles, in the order given.
  public var analyses: [Analysis]
  /// The outlets, in order of their first article.
  public var outlets: [Outlet]
  /// Categories found in any article, sorted by name.
  public var categories: [Category]
  /// What a reader should know before comparing.
  public var warnings: [String]

  /// Adds up the articles of each outlet.
  ///
  /// - Parameter analyses: Two or more; those that were not measured are left out, with a warning.
  public init(_ analyses: [Analysis]) {
    self.analyses = analyses
    var warnings: [String] = []
    var order: [String] = []
    var groups: [String: [Int]] = [:]
    var texts: [String: Int] = [:]
    for (index, analysis) in analyses.enumerated() {
      let name = Self.name(of: analysis)
      guard analysis.isMeasured, analysis.words.all > 0 else {
        warnings.append(
          "“\(name)” was not measured (\(analysis.warnings.first ?? "no words")) and is left out.")
        continue
      }
      let hash = SHA256.hexadecimal(of: analysis.article.text)
      if let first = texts[hash] {
        warnings.append("“\(name)” is word for word the same article as “\(Self.name(of: analyses[first]))”.")
      }
      texts[hash] = index
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(index)
    }
    let categories = Set(
      groups.values.joined().flatMap { index in
        analyses[index].measures.filter { $0.all.count > 0 }.map(\.category)
      }
    ).sorted()
    self.categories = categories
    outlets = order.map { name in
      Self.outlet(name, groups[name] ?? [], of: analyses, categories: categories)
    }
    if outlets.count < 2 {
      warnings.append("All articles are of one outlet: there is nothing to compare between outlets.")
    } else if outlets.allSatisfy({ $0.articles.count == 1 }) {
      warnings.append(
        "One article per outlet: the rates describe these texts. They cannot show that one outlet words things differently from another."
      )
    }
    self.warnings = warnings + Self.warnings(on: outlets, of: analyses)
  }

  /// The name an article is compared under.
  private static func name(of analysis: Analysis) -> String {
    let metadata = analysis.article.metadata
    return metadata.outlet ?? metadata.title ?? metadata.source
  }

  private static func outlet(
    _ name: String, _ articles: [Int], of analyses: [Analysis], categories: [Category]
  ) -> Outlet {
    var words = VoiceCounts()
    for article in articles {
      for voice in Voice.allCases { words[voice] += analyses[article].words[voice] }
    }
    let measures = categories.map { category in
      var sum = CategoryMeasure(category: category)
      for article in articles {
        guard let measure = analyses[article].measures.first(where: { $0.category == category }) else {
          continue
        }
        for voice in Voice.allCases { sum[voice] = sum[voice].adding(measure[voice]) }
        sum.all = sum.all.adding(measure.all)
      }
      for voice in Voice.allCases { sum[voice] = sum[voice].rated() }
      sum.all = sum.all.rated()
      return sum
    }
    return Outlet(name: name, articles: articles, words: words, measures: measures)
  }
}

extension VoiceMeasure {
  /// Counts, weights and words of both, without rates.
  fileprivate func adding(_ other: VoiceMeasure) -> VoiceMeasure {
    VoiceMeasure(count: count + other.count, weight: weight + other.weight, words: words + other.words)
  }

  /// The same counts with their rate and Garwood interval.
  func rated() -> VoiceMeasure {
    var measure = self
    guard words > 0 else { return measure }
    let scale = 1_000 / Double(words)
    let bounds = PoissonInterval.bounds(count: count)
    measure.per1000 = Double(count) * scale
    measure.low = bounds.low * scale
    measure.high = bounds.high * scale
    return measure
  }
}
