import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonData {
  /// What several outlets tell, sentence beside sentence, and what one alone tells.
  static func alignment(_ coverage: Coverage, _ comparison: OutletComparison, to json: inout JSONWriter) {
    let points = comparison.analyses.map { CodePointIndex($0.article.text) }
    func span(_ span: TextSpan, _ article: Int, to json: inout JSONWriter) {
      json.field("start", points[article].codePoint(at: span.start))
      json.field("end", points[article].codePoint(at: span.end))
      json.field("text", comparison.analyses[article].article.string(span))
    }
    func sentence(_ sentence: Alignment.Sentence, to json: inout JSONWriter) {
      json.field("outlet", comparison.outlets[sentence.outlet].name)
      json.field("article", sentence.article)
      span(sentence.span, sentence.article, to: &json)
    }
    json.array("alignment") { json in
      for event in coverage.alignment.events {
        json.object { json in
          json.field("event", event.name)
          json.array("rows") { json in
            for row in event.rows {
              json.object { json in
                json.field("score", row.score)
                json.array("sentences") { json in
                  for value in row.sentences {
                    json.object { json in
                      sentence(value, to: &json)
                      json.array("differing") { json in
                        for words in value.differing { json.object { span(words, value.article, to: &$0) } }
                      }
                    }
                  }
                }
              }
            }
          }
          json.array("alone") { json in
            for value in event.lone { json.object { sentence(value, to: &$0) } }
          }
          json.array("facts") { json in
            for fact in event.facts {
              json.object { json in
                json.field("kind", fact.kind.rawValue)
                json.field("outlet", comparison.outlets[fact.outlet].name)
                json.field("article", fact.article)
                span(fact.span, fact.article, to: &json)
              }
            }
          }
        }
      }
    }
  }
}

extension ComparisonTable {
  /// A row per sentence: those of one `row` tell the same, those without one stand alone.
  static func aligned(_ comparison: OutletComparison, _ alignment: Alignment) -> [UInt8] {
    var csv = CSVWriter(header: [
      "event", "row", "n_outlets", "score", "outlet", "article", "start", "end", "text", "differing",
    ])
    let points = comparison.analyses.map { CodePointIndex($0.article.text) }
    func write(
      _ sentence: Alignment.Sentence, _ event: Alignment.Event, row: Int?, outlets: Int, score: Double?
    ) {
      let article = comparison.analyses[sentence.article].article
      csv.cell(event.name)
      csv.cell(row)
      csv.cell(outlets)
      csv.cell(score)
      csv.cell(comparison.outlets[sentence.outlet].name)
      csv.cell(article.id)
      csv.cell(points[sentence.article].codePoint(at: sentence.span.start))
      csv.cell(points[sentence.article].codePoint(at: sentence.span.end))
      csv.cell(article.string(sentence.span))
      csv.cell(sentence.differing.map { article.string($0) }.joined(separator: " | "))
      csv.endRow()
    }
    var number = 0
    for event in alignment.events {
      for row in event.rows {
        number += 1
        for sentence in row.sentences {
          write(sentence, event, row: number, outlets: row.sentences.count, score: row.score)
        }
      }
      for sentence in event.lone { write(sentence, event, row: nil, outlets: 1, score: nil) }
    }
    return csv.bytes
  }

  /// A row per number, date, name or source that one outlet alone has.
  static func alone(_ comparison: OutletComparison, _ coverage: Coverage) -> [UInt8] {
    var csv = CSVWriter(header: ["event", "outlet", "kind", "text", "article", "sentence"])
    for event in coverage.alignment.events {
      for fact in event.facts {
        let article = comparison.analyses[fact.article].article
        csv.cell(event.name)
        csv.cell(comparison.outlets[fact.outlet].name)
        csv.cell(fact.kind.rawValue)
        csv.cell(article.string(fact.span))
        csv.cell(article.id)
        csv.cell(article.string(fact.sentence))
        csv.endRow()
      }
    }
    for source in coverage.sources.sources where source.outlets == 1 {
      guard let outlet = source.heard.firstIndex(where: { $0 != nil }) else { continue }
      csv.cell(nil as String?)
      csv.cell(comparison.outlets[outlet].name)
      csv.cell("source")
      csv.cell(coverage.names.entities[source.entity].name)
      csv.cell(nil as String?)
      csv.cell(nil as String?)
      csv.endRow()
    }
    return csv.bytes
  }
}
