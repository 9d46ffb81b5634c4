import ParallaxCore
import ParallaxLoading
import ParallaxScoring

extension Analyzer {
  /// How the figures of a page move with the way its article is found.
  ///
  /// - Parameters:
  ///   - analysis: The analysis that the report is made of.
  ///   - chosen: The way its article was found.
  ///   - load: Loads the same page in another way.
  /// - Returns: nil for texts, and where every way gives the same figures.
  /// - Complexity: The page is loaded and analyzed once more for every other way.
  public func extractionBand(
    of analysis: Analysis, chosen: Favor, load: (Favor) -> Article?
  ) -> ExtractionBand? {
    guard analysis.article.metadata.format == .html else { return nil }
    let readings = Favor.allCases.compactMap { favor -> ExtractionBand.Reading? in
      if favor == chosen { return .init(favor: favor.rawValue, analysis) }
      return load(favor).map { .init(favor: favor.rawValue, analyze($0)) }
    }
    return ExtractionBand(readings, chosen: chosen.rawValue)
  }
}
