import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonData {
  /// Who is heard, who is called what, and which names were joined.
  static func names(_ coverage: Coverage, _ comparison: OutletComparison, to json: inout JSONWriter) {
    json.array("names") { json in
      for entity in coverage.names.entities {
        json.object { json in
          json.field("name", entity.name)
          json.array("variants") { json in
            for variant in entity.variants {
              json.object { json in
                json.field("text", variant.text)
                json.field("rule", JoinRule.code(variant.rule))
                if case .title(let head) = variant.rule { json.field("title", head) }
                json.array("articles") { json in for article in variant.articles { json.value(article) } }
              }
            }
          }
        }
      }
    }
    json.array("sources") { json in
      for source in coverage.sources.sources {
        for (outlet, heard) in zip(comparison.outlets, source.heard) {
          guard let heard else { continue }
          json.object { json in
            json.field("outlet", outlet.name)
            json.field("name", coverage.names.entities[source.entity].name)
            json.field("kind", source.kind.rawValue)
            self.heard(heard, to: &json)
          }
        }
      }
    }
    json.array("sourceTotals") { json in
      for (outlet, value) in zip(comparison.outlets, coverage.sources.outlets) {
        json.object { json in
          json.field("outlet", outlet.name)
          json.field("sources", value.sources)
          json.object("wordsByKind") { json in
            // In the order of `SourceKind.allCases`.
            let kinds: [StaticString] = ["named", "anonymous", "collective", "document"]
            for (kind, words) in zip(kinds, value.byKind) { json.field(kind, words) }
          }
          self.heard(value.all, to: &json)
        }
      }
    }
    json.array("labels") { json in
      for entity in coverage.labels.entities {
        for (outlet, naming) in zip(comparison.outlets, entity.namings) {
          guard let naming else { continue }
          json.object { json in
            json.field("outlet", outlet.name)
            json.field("name", coverage.names.entities[entity.entity].name)
            json.field("articles", naming.articles)
            json.field("mentions", naming.mentions)
            json.array("labels") { json in
              for label in naming.labels {
                json.object { json in
                  json.field("text", label.text)
                  json.field("count", label.count)
                  json.array("categories") { json in
                    for category in label.categories { json.value(category.name) }
                  }
                  json.array("places") { json in
                    for place in label.places { self.place(place.article, place.span, comparison, to: &json) }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private static func heard(_ heard: SourceComparison.Heard, to json: inout JSONWriter) {
    json.field("words", heard.words)
    json.field("share", heard.share.value)
    json.field("low", heard.share.low)
    json.field("high", heard.share.high)
    json.field("direct", heard.direct)
    json.field("indirect", heard.indirect)
    json.field("articles", heard.articles)
    json.field("markedVerbs", heard.marked.part)
    json.field("knownVerbs", heard.marked.whole)
    json.field("markedLow", heard.markedShare?.low)
    json.field("markedHigh", heard.markedShare?.high)
    json.array("verbs") { json in
      for verb in heard.verbs {
        json.object { json in
          json.field("verb", verb.lemma)
          json.field("kind", verb.stance)
          json.field("count", verb.count)
        }
      }
    }
  }
}

extension ComparisonTable {
  static func sources(_ comparison: OutletComparison, _ coverage: Coverage) -> [UInt8] {
    var csv = CSVWriter(header: [
      "outlet", "source", "kind", "n_articles", "n_tokens", "share", "ci_low", "ci_high", "n_direct",
      "n_indirect", "n_verbs_marked", "n_verbs_known", "marked_ci_low", "marked_ci_high",
    ])
    for source in coverage.sources.sources {
      for (outlet, heard) in zip(comparison.outlets, source.heard) {
        guard let heard else { continue }
        csv.cell(outlet.name)
        csv.cell(coverage.names.entities[source.entity].name)
        csv.cell(source.kind.rawValue)
        csv.cell(heard.articles)
        csv.cell(heard.words)
        csv.cell(heard.share.value)
        csv.cell(heard.share.low)
        csv.cell(heard.share.high)
        csv.cell(heard.direct)
        csv.cell(heard.indirect)
        csv.cell(heard.marked.part)
        csv.cell(heard.marked.whole)
        csv.cell(heard.markedShare?.low)
        csv.cell(heard.markedShare?.high)
        csv.endRow()
      }
    }
    return csv.bytes
  }

  static func verbs(_ comparison: OutletComparison, _ coverage: Coverage) -> [UInt8] {
    var csv = CSVWriter(header: ["outlet", "source", "verb", "kind", "n"])
    for source in coverage.sources.sources {
      for (outlet, heard) in zip(comparison.outlets, source.heard) {
        for verb in heard?.verbs ?? [] {
          csv.cell(outlet.name)
          csv.cell(coverage.names.entities[source.entity].name)
          csv.cell(verb.lemma)
          csv.cell(verb.stance)
          csv.cell(verb.count)
          csv.endRow()
        }
      }
    }
    return csv.bytes
  }

  static func labels(_ comparison: OutletComparison, _ coverage: Coverage) -> [UInt8] {
    var csv = CSVWriter(header: ["outlet", "name", "label", "n", "n_articles", "categories"])
    for entity in coverage.labels.entities {
      for (outlet, naming) in zip(comparison.outlets, entity.namings) {
        for label in naming?.labels ?? [] {
          csv.cell(outlet.name)
          csv.cell(coverage.names.entities[entity.entity].name)
          csv.cell(label.text)
          csv.cell(label.count)
          csv.cell(label.articles)
          csv.cell(label.categories.map(\.name).joined(separator: " "))
          csv.endRow()
        }
      }
    }
    return csv.bytes
  }
}
