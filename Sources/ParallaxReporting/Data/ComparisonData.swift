import ParallaxComparison
import ParallaxCore
import ParallaxScoring

/// The data behind a comparison: rates by outlet, category and voice.
public enum ComparisonData {
  /// Name and number of the JSON schema.
  public static let schema = "parallax.comparison/1"

  /// One JSON object.
  public static func json(
    _ comparison: OutletComparison, coverage: Coverage? = nil, tests: OutletContrasts? = nil
  ) -> [UInt8] {
    let tests = tests ?? OutletContrasts(comparison)
    let coverage = coverage ?? Coverage(comparison)
    var json = JSONWriter()
    json.object { json in
      json.field("schema", schema)
      AnalysisJSON.tool(to: &json)
      json.array("articles") { json in
        for analysis in comparison.analyses {
          json.object { json in
            json.field("id", analysis.article.id)
            json.field("source", analysis.article.metadata.source)
            json.field("outlet", analysis.article.metadata.outlet)
            json.field("title", analysis.article.metadata.title)
            json.field("published", analysis.article.metadata.published)
            AnalysisJSON.words(analysis.words, to: &json)
            json.object("framing") { json in
              AnalysisJSON.framingIndex("author", analysis.framing.author, to: &json)
              AnalysisJSON.framingIndex("all", analysis.framing.all, to: &json)
            }
          }
        }
      }
      outlets(comparison, to: &json)
      contrasts(tests, comparison, to: &json)
      self.coverage(coverage, comparison, to: &json)
      names(coverage, comparison, to: &json)
      stance(coverage, comparison, to: &json)
      sharedText(coverage, comparison, to: &json)
      alignment(coverage, comparison, to: &json)
      json.array("warnings") { json in for warning in comparison.warnings { json.value(warning) } }
    }
    json.newline()
    return json.bytes
  }

  /// The outlets with their measures.
  static func outlets(_ comparison: OutletComparison, to json: inout JSONWriter) {
    json.array("outlets") { json in
      for outlet in comparison.outlets {
        json.object { json in
          json.field("name", outlet.name)
          json.array("articles") { json in for article in outlet.articles { json.value(article) } }
          AnalysisJSON.words(outlet.words, to: &json)
          json.object("measures") { json in
            for measure in outlet.measures { AnalysisJSON.measure(measure, voices: true, to: &json) }
          }
        }
      }
    }
  }

  /// The tested differences, that of all framing wording first.
  static func contrasts(
    _ tests: OutletContrasts, _ comparison: OutletComparison, to json: inout JSONWriter
  ) {
    json.array("contrasts") { json in
      for contrast in tests.overall + tests.contrasts { self.contrast(contrast, comparison, to: &json) }
    }
    if let among = tests.among { self.among(among, to: &json) }
  }

  /// One tested difference; `reference` is null for all other outlets together.
  private static func contrast(
    _ contrast: Contrast, _ comparison: OutletComparison, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("category", contrast.category.name)
      json.field("voice", contrast.voice?.rawValue ?? "all")
      json.field("outlet", comparison.outlets[contrast.outlet].name)
      json.field("reference", contrast.reference.map { comparison.outlets[$0].name })
      json.field("verdict", contrast.verdict.rawValue)
      json.field("method", contrast.method)
      pool("side", contrast.side, to: &json)
      pool("rest", contrast.rest, to: &json)
      json.field("logRatio", contrast.ratio.value)
      json.field("low", contrast.ratio.low)
      json.field("high", contrast.ratio.high)
      if let resampled = contrast.resampled {
        json.object("resampled") { json in
          json.field("low", resampled.lowerBound)
          json.field("high", resampled.upperBound)
        }
      }
      json.field("dispersion", contrast.dispersion.moderated)
      json.field("degrees", contrast.dispersion.moderatedDegrees)
      json.field("logLikelihood", contrast.logLikelihood)
      json.field("bic", contrast.bayesianInformation)
      json.field("p", contrast.p, decimals: 6)
      json.field("q", contrast.q, decimals: 6)
      json.field("qConservative", contrast.conservative, decimals: 6)
      json.field("permutation", contrast.permutation, decimals: 6)
      json.field("permutationFloor", contrast.permutationFloor, decimals: 6)
      json.field("equivalence", contrast.equivalence, decimals: 6)
      json.field("detectableRatio", contrast.detectable)
      json.field("articlesWith", contrast.evenness.articlesWith)
      json.field("deviation", contrast.evenness.deviation)
      evenness("evenness", contrast.evenness, to: &json)
      evenness("restEvenness", contrast.restEvenness, to: &json)
      if let matched = contrast.matched {
        json.object("matched") { json in
          json.field("events", matched.events)
          json.field("logRatio", matched.logRatio)
          json.field("low", matched.interval?.lowerBound)
          json.field("high", matched.interval?.upperBound)
          json.field("p", matched.probability, decimals: 6)
        }
      }
    }
  }

  /// The one test over all outlets.
  private static func among(_ test: OutletTest, to json: inout JSONWriter) {
    json.object("among") { json in
      json.field("category", test.category.name)
      json.field("voice", test.voice?.rawValue ?? "all")
      json.field("f", test.f)
      json.field("numerator", test.numerator)
      json.field("denominator", test.denominator)
      json.field("p", test.p, decimals: 6)
    }
  }

  private static func evenness(_ name: StaticString, _ evenness: Evenness, to json: inout JSONWriter) {
    json.object(name) { json in
      json.field("articles", evenness.articles)
      json.field("articlesWith", evenness.articlesWith)
      json.field("dp", evenness.proportions)
      json.field("dpNormed", evenness.deviation)
    }
  }

  private static func pool(_ name: StaticString, _ pool: PooledCount, to json: inout JSONWriter) {
    json.object(name) { json in
      json.field("hits", pool.hits)
      json.field("words", pool.words)
      json.field("articles", pool.articles)
    }
  }

  /// A tidy table: one row per outlet, category and voice.
  public static func csv(_ comparison: OutletComparison) -> [UInt8] {
    var csv = CSVWriter(header: [
      "outlet", "category", "voice", "n_articles", "n_hits", "n_tokens", "rate_per_1000", "weighted_sum",
      "ci_low", "ci_high", "n_articles_with", "dp", "dp_normed",
    ])
    let table = CountTable(comparison)
    for (index, outlet) in comparison.outlets.enumerated() {
      for measure in outlet.measures {
        for voice in Voice.allCases.map({ Voice?.some($0) }) + [nil] {
          let cell = voice.map { measure[$0] } ?? measure.all
          let evenness = Evenness(table.counts(measure.category, voice)[index])
          csv.cell(outlet.name)
          csv.cell(measure.category.name)
          csv.cell(voice?.rawValue ?? "all")
          csv.cell(outlet.articles.count)
          csv.cell(cell.count)
          csv.cell(cell.words)
          csv.cell(cell.per1000)
          csv.cell(cell.weight)
          csv.cell(cell.low)
          csv.cell(cell.high)
          csv.cell(evenness.articlesWith)
          csv.cell(evenness.proportions)
          csv.cell(evenness.deviation)
          csv.endRow()
        }
      }
    }
    return csv.bytes
  }
}
