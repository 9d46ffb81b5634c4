import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonData {
  /// What articles of several outlets have in common, and the comparison without it.
  static func sharedText(_ coverage: Coverage, _ comparison: OutletComparison, to json: inout JSONWriter) {
    let shared = coverage.shared
    let points = comparison.analyses.map { CodePointIndex($0.article.text) }
    json.object("sharedText") { json in
      json.array("shares") { json in
        for (outlet, share) in zip(comparison.outlets, shared.shares) {
          json.object { json in
            json.field("outlet", outlet.name)
            json.field("words", share.words)
            json.field("shared", share.shared)
            json.field("authorWords", share.authorWords)
            json.field("authorShared", share.authorShared)
            json.array("with") { json in
              for partner in share.partners {
                json.object { json in
                  json.field("outlet", comparison.outlets[partner.outlet].name)
                  json.field("words", partner.words)
                }
              }
            }
          }
        }
      }
      json.array("passages") { json in
        for passage in shared.passages {
          json.object { json in
            json.field("kind", passage.kind.rawValue)
            json.field("words", passage.words)
            json.field("verbatim", passage.verbatim)
            json.array("outlets") { json in
              for outlet in passage.outlets { json.value(comparison.outlets[outlet].name) }
            }
            json.array("places") { json in
              for place in passage.places {
                json.object { json in
                  json.field("article", place.article)
                  json.field("start", points[place.article].codePoint(at: place.span.start))
                  json.field("end", points[place.article].codePoint(at: place.span.end))
                  json.field("words", place.words)
                  json.field("text", comparison.analyses[place.article].article.string(place.span))
                }
              }
            }
          }
        }
      }
      json.array("quotations") { json in
        for quotation in shared.quotations {
          json.object { json in
            json.field("passage", quotation.passage)
            json.array("leadIns") { json in
              for lead in quotation.leadIns {
                let article = comparison.analyses[lead.place.article].article
                json.object { json in
                  json.field("article", lead.place.article)
                  json.field("speaker", lead.speaker)
                  json.field("verb", lead.cue)
                  json.field("before", article.string(lead.before))
                  json.field("text", article.string(lead.place.span))
                  json.field("after", article.string(lead.after))
                }
              }
            }
          }
        }
      }
    }
    guard let own = shared.leftOut else { return }
    json.object("withoutSharedText") { json in
      outlets(own, to: &json)
      contrasts(OutletContrasts(own), own, to: &json)
      positions(PositionProfile(own), own, to: &json)
      json.array("warnings") { json in for warning in own.warnings { json.value(warning) } }
    }
  }
}

extension ComparisonTable {
  /// The passages, a row per place.
  static func shared(_ comparison: OutletComparison, _ shared: SharedText) -> [UInt8] {
    var csv = CSVWriter(header: [
      "passage", "kind", "n_outlets", "verbatim", "outlet", "article", "start", "end", "n_tokens", "text",
    ])
    let names = outletNames(comparison)
    let points = comparison.analyses.map { CodePointIndex($0.article.text) }
    for (number, passage) in shared.passages.enumerated() {
      for place in passage.places {
        csv.cell(number + 1)
        csv.cell(passage.kind.rawValue)
        csv.cell(passage.outlets.count)
        csv.cell(passage.verbatim)
        csv.cell(names[place.article])
        csv.cell(comparison.analyses[place.article].article.id)
        csv.cell(points[place.article].codePoint(at: place.span.start))
        csv.cell(points[place.article].codePoint(at: place.span.end))
        csv.cell(place.words)
        csv.cell(comparison.analyses[place.article].article.string(place.span))
        csv.endRow()
      }
    }
    return csv.bytes
  }

  /// The shared quotations, a row per article that uses one.
  static func quotations(_ comparison: OutletComparison, _ shared: SharedText) -> [UInt8] {
    var csv = CSVWriter(header: [
      "passage", "outlet", "article", "speaker", "verb", "before", "quotation", "after",
    ])
    let names = outletNames(comparison)
    for quotation in shared.quotations {
      for lead in quotation.leadIns {
        let article = comparison.analyses[lead.place.article].article
        csv.cell(quotation.passage + 1)
        csv.cell(names[lead.place.article])
        csv.cell(article.id)
        csv.cell(lead.speaker)
        csv.cell(lead.cue)
        csv.cell(article.string(lead.before))
        csv.cell(article.string(lead.place.span))
        csv.cell(article.string(lead.after))
        csv.endRow()
      }
    }
    return csv.bytes
  }

  /// For each analysis the name of its outlet, nil for those left out.
  static func outletNames(_ comparison: OutletComparison) -> [String?] {
    var names = [String?](repeating: nil, count: comparison.analyses.count)
    for outlet in comparison.outlets {
      for article in outlet.articles { names[article] = outlet.name }
    }
    return names
  }
}
