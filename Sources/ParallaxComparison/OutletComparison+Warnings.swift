import ParallaxCore
import ParallaxScoring

extension OutletComparison {
  /// Fewer words than these say nothing of a rate.
  public static let shortText = 100

  /// What makes articles hard to compare: language, genre, event, date, and too little text.
  static func warnings(on outlets: [Outlet], of analyses: [Analysis]) -> [String] {
    var warnings: [String] = []
    let articles = outlets.flatMap(\.articles)
    func values(_ value: (Metadata) -> String?) -> [String] {
      Array(Set(articles.compactMap { value(analyses[$0].article.metadata) })).sorted()
    }
    let languages = values { $0.language.map { String($0.prefix { $0 != "-" && $0 != "_" }).lowercased() } }
    if languages.count > 1 {
      warnings.append(
        "The articles are in different languages (\(languages.joined(separator: ", "))): lexicons of two languages do not measure alike."
      )
    }
    let genres = values { $0.genre == .unknown ? nil : $0.genre.rawValue }
    if genres.count > 1 {
      warnings.append(
        "The articles are of different genres (\(genres.joined(separator: ", "))): opinion words things more strongly than news, whatever the outlet."
      )
    }
    for outlet in outlets where outlet.words.all < shortText {
      warnings.append(
        "“\(outlet.name)” has \(outlet.words.all) words: too few to read a rate from (fewer than \(shortText))."
      )
    }
    return warnings
  }
}
