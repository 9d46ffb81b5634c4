import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonData {
  /// Stance by outlet, entity and voice, each with its evidence.
  static func stance(_ coverage: Coverage, _ comparison: OutletComparison, to json: inout JSONWriter) {
    json.array("stance") { json in
      for (row, outlet, voice, cell) in cells(coverage) {
        json.object { json in
          json.field("outlet", comparison.outlets[outlet].name)
          json.field("name", coverage.names.entities[row.entity].name)
          json.field("voice", voice)
          json.field("mentions", row.outlets[outlet]?.mentions)
          json.field("score", cell.score)
          json.field("low", cell.low)
          json.field("high", cell.high)
          json.field("positive", cell.positive)
          json.field("negative", cell.negative)
          json.array("evidence") { json in
            for one in cell.evidence {
              json.object { json in
                json.field("article", one.article)
                json.field("text", comparison.analyses[one.article].article.string(one.evidence.span))
                json.field("relation", one.evidence.relation.rawValue)
                json.field("value", one.evidence.value)
                json.field("share", one.evidence.share)
                json.field("voice", one.evidence.voice.rawValue)
              }
            }
          }
        }
      }
    }
  }

  /// Every cell that says something.
  fileprivate static func cells(
    _ coverage: Coverage
  ) -> [(row: StanceMatrix.Row, outlet: Int, voice: String, cell: StanceMatrix.Cell)] {
    coverage.stance.rows.flatMap { row in
      row.outlets.indices.flatMap { outlet in
        [("author", row.outlets[outlet]?.author), ("quoted", row.outlets[outlet]?.quoted)].compactMap {
          voice, cell in cell.map { (row, outlet, voice, $0) }
        }
      }
    }
  }
}

extension ComparisonTable {
  static func stance(_ comparison: OutletComparison, _ coverage: Coverage) -> [UInt8] {
    var csv = CSVWriter(header: [
      "outlet", "name", "voice", "n_mentions", "score", "ci_low", "ci_high", "n_positive", "n_negative",
    ])
    for (row, outlet, voice, cell) in ComparisonData.cells(coverage) {
      csv.cell(comparison.outlets[outlet].name)
      csv.cell(coverage.names.entities[row.entity].name)
      csv.cell(voice)
      csv.cell(row.outlets[outlet]?.mentions)
      csv.cell(cell.score)
      csv.cell(cell.low)
      csv.cell(cell.high)
      csv.cell(cell.positive)
      csv.cell(cell.negative)
      csv.endRow()
    }
    return csv.bytes
  }
}
