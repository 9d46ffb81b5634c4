import ParallaxCore
import ParallaxScoring

extension AnalysisJSON {
  static func tool(to json: inout JSONWriter) {
    json.object("tool") { json in
      json.field("name", ParallaxVersion.name)
      json.field("version", ParallaxVersion.current)
    }
  }

  static func lexicon(_ lexicon: LexiconInfo, to json: inout JSONWriter) {
    json.object { json in
      json.field("name", lexicon.name)
      json.field("version", lexicon.version)
      json.field("language", lexicon.language)
      json.field("entries", lexicon.entries)
      json.field("sha256", lexicon.sha256)
    }
  }

  /// The `document` object: what is known of the article, and its text.
  static func document(_ article: Article, words: Int?, to json: inout JSONWriter) {
    let metadata = article.metadata
    json.object { json in
      json.field("source", metadata.source)
      json.field("format", metadata.format.rawValue)
      json.field("encoding", metadata.encoding)
      json.field("title", metadata.title)
      json.field("outlet", metadata.outlet)
      json.field("byline", metadata.byline)
      json.field("published", metadata.published)
      json.field("updated", metadata.updated)
      if let retrieved = metadata.retrieved { json.field("retrieved", retrieved) }
      json.field("language", metadata.language)
      json.field("url", metadata.url)
      json.field("section", metadata.section)
      json.field("genre", metadata.genre.rawValue)
      json.field("event", metadata.event)
      json.object("provenance") { json in
        for (key, value) in metadata.provenance.sorted(by: { $0.key < $1.key }) {
          json.key(key)
          json.value(value)
        }
      }
      if let words { json.field("words", words) }
      json.key("text")
      json.value(utf8: article.text[...])
    }
  }

  static func place(_ span: TextSpan, _ index: CodePointIndex, to json: inout JSONWriter) {
    json.field("start", index.codePoint(at: span.start))
    json.field("end", index.codePoint(at: span.end))
  }

  static func span(
    _ name: StaticString, _ span: TextSpan?, _ index: CodePointIndex, to json: inout JSONWriter
  ) {
    json.key(name)
    guard let span else { return json.null() }
    json.array { json in
      json.value(index.codePoint(at: span.start))
      json.value(index.codePoint(at: span.end))
    }
  }

  static func rate(_ rate: FramingRate, to json: inout JSONWriter) {
    json.object("framing") { json in
      json.field("author", rate.author)
      json.field("all", rate.all)
    }
  }

  static func words(_ words: VoiceCounts, to json: inout JSONWriter) {
    json.object("words") { json in
      json.field("author", words.author)
      json.field("direct", words.direct)
      json.field("indirect", words.indirect)
      json.field("excerpt", words.excerpt)
      json.field("all", words.all)
    }
  }

  /// A category's measures; with `voices`, those of every voice, else the author's and all.
  static func measure(_ measure: CategoryMeasure, voices: Bool, to json: inout JSONWriter) {
    json.key(measure.category.name)
    json.object { json in
      Self.voice("author", measure.author, to: &json)
      if voices {
        Self.voice("direct", measure.direct, to: &json)
        Self.voice("indirect", measure.indirect, to: &json)
        Self.voice("excerpt", measure.excerpt, to: &json)
      }
      Self.voice("all", measure.all, to: &json)
    }
  }

  private static func voice(_ name: StaticString, _ measure: VoiceMeasure, to json: inout JSONWriter) {
    json.object(name) { json in
      json.field("count", measure.count)
      json.field("weight", measure.weight)
      json.field("per1000", measure.per1000)
      if let low = measure.low, let high = measure.high {
        json.field("low", low)
        json.field("high", high)
      }
    }
  }

  static func framingIndex(_ name: StaticString, _ index: Framing.Index?, to json: inout JSONWriter) {
    json.object(name) { json in
      json.field("index", index?.index, decimals: 2)
      json.field("low", index?.low, decimals: 2)
      json.field("high", index?.high, decimals: 2)
      json.field("rate", index?.rate)
      json.field("weight", index?.weight)
      json.field("words", index?.words)
    }
  }

  static func target(
    _ target: TargetStance, of article: Article, _ index: CodePointIndex, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("name", target.name)
      json.field("start", target.start)
      json.field("end", target.end)
      json.field("mentions", target.mentions.count)
      json.array("labels") { json in
        for label in target.labels {
          json.object { json in
            json.field("text", label.text)
            json.field("count", label.count)
          }
        }
      }
      json.object("stance") { json in
        json.field("score", target.score)
        json.field("low", target.low)
        json.field("high", target.high)
        json.field("positive", target.positive)
        json.field("negative", target.negative)
        json.field("author", target.author)
        json.field("quoted", target.quoted)
      }
      json.array("evidence") { json in
        for one in target.evidence {
          json.object { json in
            place(one.span, index, to: &json)
            json.field("text", article.string(one.span))
            json.field("sentence", one.sentence)
            json.field("voice", one.voice.rawValue)
            json.field("relation", one.relation.rawValue)
            json.field("value", one.value)
            json.field("share", one.share)
          }
        }
      }
    }
  }

  static func source(_ source: SourceSummary, to json: inout JSONWriter) {
    json.object { json in
      json.field("name", source.name)
      json.field("kind", source.kind.rawValue)
      json.field("direct", source.direct)
      json.field("indirect", source.indirect)
      json.field("words", source.words)
      json.array("cues") { json in
        for cue in source.cues {
          json.object { json in
            json.field("cue", cue.lemma)
            json.field("count", cue.count)
          }
        }
      }
    }
  }
}
