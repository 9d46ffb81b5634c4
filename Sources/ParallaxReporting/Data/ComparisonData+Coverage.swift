import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonData {
  /// The members that hold what `Coverage` does.
  static func coverage(_ coverage: Coverage, _ comparison: OutletComparison, to json: inout JSONWriter) {
    positions(coverage.positions, comparison, to: &json)
    json.array("wording") { json in
      for (index, lists) in coverage.wording.outlets.enumerated() {
        for unit in DistinctiveWording.Unit.allCases {
          for item in lists.list(unit) { wording(item, unit, index, comparison, to: &json) }
        }
      }
    }
  }

  /// Framing by place in the article.
  static func positions(
    _ positions: PositionProfile, _ comparison: OutletComparison, to json: inout JSONWriter
  ) {
    json.array("positions") { json in
      for (outlet, voice, profile) in positionProfiles(comparison, positions) {
        for position in PositionProfile.Position.allCases {
          let measure = profile[position]
          json.object { json in
            json.field("outlet", outlet)
            json.field("position", position.rawValue)
            json.field("voice", voice)
            json.field("count", measure.count)
            json.field("weight", measure.weight)
            json.field("words", measure.words)
            json.field("per1000", measure.per1000)
            json.field("low", measure.low)
            json.field("high", measure.high)
          }
        }
      }
    }
  }

  /// Profiles by outlet in the author's words, then in all.
  static func positionProfiles(
    _ comparison: OutletComparison, _ profile: PositionProfile
  ) -> [(outlet: String, voice: String, profile: PositionProfile.Outlet)] {
    [("author", profile.outlets), ("all", profile.allVoices)].flatMap { voice, profiles in
      zip(comparison.outlets, profiles).map { ($0.name, voice, $1) }
    }
  }

  private static func wording(
    _ item: DistinctiveWording.Item, _ unit: DistinctiveWording.Unit, _ outlet: Int,
    _ comparison: OutletComparison, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("outlet", comparison.outlets[outlet].name)
      json.field("unit", unit.rawValue)
      json.field("text", item.text)
      json.field("count", item.hits)
      json.field("countElsewhere", item.otherHits)
      json.field("articles", item.articles)
      json.field("per1000", item.per1000)
      json.field("per1000Elsewhere", item.otherPer1000)
      json.field("logOdds", item.logOdds)
      json.field("z", item.z)
      json.field("g2", item.g2)
      json.field("dispersion", item.dispersion)
      json.array("places") { json in
        for place in item.places { self.place(place.article, place.span, comparison, to: &json) }
      }
    }
  }

  /// A place as index of its article and code points.
  static func place(
    _ article: Int, _ span: TextSpan, _ comparison: OutletComparison, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("article", article)
      json.field("text", comparison.analyses[article].article.string(span))
    }
  }
}

/// The tidy tables of a comparison.
public enum ComparisonTable: String, Sendable, CaseIterable {
  /// A row per outlet, category and voice.
  case rates
  /// A row per tested difference: the ratio with its intervals, p, q, and what may be said.
  case contrasts
  /// A row per outlet, voice and place in the article.
  case positions
  /// A row per outlet and word, phrase or entry that stands out.
  case wording
  /// A row per outlet and source.
  case sources
  /// A row per outlet, source and verb.
  case verbs
  /// A row per outlet, name and label.
  case labels
  /// A row per outlet, name and voice that speaks well or ill of it.
  case stance
  /// A row per place of a passage that several outlets have.
  case shared
  /// A row per article that uses a shared quotation, with what leads into it.
  case quotations
  /// The rates of what is left without shared text.
  case ratesWithoutShared = "rates-without-shared"
  /// A row per sentence, those that tell the same under one number.
  case aligned
  /// A row per number, date, name or source that one outlet alone has.
  case alone

  /// The table with its header.
  public func csv(_ comparison: OutletComparison, _ coverage: Coverage) -> [UInt8] {
    switch self {
    case .rates: ComparisonData.csv(comparison)
    case .contrasts: ComparisonData.contrastsCSV(comparison, OutletContrasts(comparison))
    case .positions: Self.positions(comparison, coverage.positions)
    case .wording: Self.wording(comparison, coverage.wording)
    case .sources: Self.sources(comparison, coverage)
    case .verbs: Self.verbs(comparison, coverage)
    case .labels: Self.labels(comparison, coverage)
    case .stance: Self.stance(comparison, coverage)
    case .shared: Self.shared(comparison, coverage.shared)
    case .quotations: Self.quotations(comparison, coverage.shared)
    case .aligned: Self.aligned(comparison, coverage.alignment)
    case .alone: Self.alone(comparison, coverage)
    case .ratesWithoutShared: ComparisonData.csv(coverage.shared.leftOut ?? comparison)
    }
  }

  private static func positions(_ comparison: OutletComparison, _ profile: PositionProfile) -> [UInt8] {
    var csv = CSVWriter(header: [
      "outlet", "position", "voice", "n_hits", "weighted_sum", "n_tokens", "rate_per_1000", "ci_low",
      "ci_high",
    ])
    for (outlet, voice, measures) in ComparisonData.positionProfiles(comparison, profile) {
      for position in PositionProfile.Position.allCases {
        let measure = measures[position]
        csv.cell(outlet)
        csv.cell(position.rawValue)
        csv.cell(voice)
        csv.cell(measure.count)
        csv.cell(measure.weight)
        csv.cell(measure.words)
        csv.cell(measure.per1000)
        csv.cell(measure.low)
        csv.cell(measure.high)
        csv.endRow()
      }
    }
    return csv.bytes
  }

  private static func wording(_ comparison: OutletComparison, _ wording: DistinctiveWording) -> [UInt8] {
    var csv = CSVWriter(header: [
      "outlet", "unit", "feature", "n_target", "n_reference", "n_articles", "rate_per_1000",
      "rate_per_1000_reference", "log_odds", "z", "g2", "dp",
    ])
    for (outlet, lists) in zip(comparison.outlets, wording.outlets) {
      for unit in DistinctiveWording.Unit.allCases {
        for item in lists.list(unit) {
          csv.cell(outlet.name)
          csv.cell(unit.rawValue)
          csv.cell(item.text)
          csv.cell(item.hits)
          csv.cell(item.otherHits)
          csv.cell(item.articles)
          csv.cell(item.per1000)
          csv.cell(item.otherPer1000)
          csv.cell(item.logOdds)
          csv.cell(item.z)
          csv.cell(item.g2)
          csv.cell(item.dispersion)
          csv.endRow()
        }
      }
    }
    return csv.bytes
  }
}
