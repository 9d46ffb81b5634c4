import ParallaxComparison
import ParallaxCore
import ParallaxKit

/// Comparisons of short texts, measured with the built-in lexicons.
enum CoverageSample {
  static let analyzer = Result { try Analyzer() }

  /// Articles as pairs of outlet and text.
  static func comparison(_ articles: [(outlet: String, text: String)]) throws -> OutletComparison {
    let analyzer = try analyzer.get()
    return OutletComparison(
      try articles.enumerated().map { index, article in
        var hints = RecordHints(outlet: article.outlet, language: "en")
        hints.event = "event"
        return try analyzer.analyze(
          Array(article.text.utf8), id: "a\(index)", source: "a\(index).txt", hints: hints)
      })
  }
}
