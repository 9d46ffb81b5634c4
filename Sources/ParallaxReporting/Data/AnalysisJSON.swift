import ParallaxCore
import ParallaxScoring

/// The JSON form of an analysis, `parallax.analysis/1`.
///
///     {"schema": "parallax.analysis/1", "id": "a1", "tool": {…}, "lexicons": […], "document": {…}, …}
///
/// Offsets are Unicode code points into `document.text`, half open. Keys come in a fixed order.
public struct AnalysisJSON: Sendable {
  /// Name and number of the schema.
  public static let schema = "parallax.analysis/1"

  /// Whether findings that do not count are given too.
  public var includesNotCounted: Bool

  /// Makes a writer.
  public init(includesNotCounted: Bool = false) { self.includesNotCounted = includesNotCounted }

  /// Writes an analysis as the next value.
  ///
  /// - Complexity: O(text + findings).
  public func write(_ analysis: Analysis, to json: inout JSONWriter) {
    let index = CodePointIndex(analysis.article.text)
    json.object { json in
      json.field("schema", Self.schema)
      json.field("id", analysis.article.id)
      Self.tool(to: &json)
      json.array("lexicons") { json in
        for lexicon in analysis.lexicons { Self.lexicon(lexicon, to: &json) }
      }
      json.key("document")
      Self.document(analysis.article, words: analysis.totalWords, to: &json)
      json.array("paragraphs") { json in
        for number in analysis.article.paragraphs.indices {
          paragraph(number, of: analysis, index, to: &json)
        }
      }
      json.array("sentences") { json in
        for (sentence, score) in zip(analysis.voiced.segmented.sentences, analysis.sentences) {
          json.object { json in
            json.field("paragraph", sentence.paragraph)
            Self.place(sentence.span, index, to: &json)
            json.field("words", sentence.words)
            Self.rate(score.framing, to: &json)
          }
        }
      }
      json.array("findings") { json in
        for finding in listed(analysis) { self.finding(finding, of: analysis, index, to: &json) }
      }
      json.array("targets") { json in
        for target in analysis.targets { Self.target(target, of: analysis.article, index, to: &json) }
      }
      json.array("sources") { json in
        for source in analysis.voiced.sources { Self.source(source, to: &json) }
      }
      measures(of: analysis, to: &json)
      json.field("interruptions", analysis.interruptions)
      json.array("warnings") { json in
        for warning in analysis.article.notes + analysis.warnings { json.value(warning) }
      }
    }
  }

  /// An analysis as one JSON text.
  public func bytes(_ analysis: Analysis) -> [UInt8] {
    var json = JSONWriter(capacity: analysis.article.text.count * 6 + 8192)
    write(analysis, to: &json)
    return json.bytes
  }

  private func listed(_ analysis: Analysis) -> [Finding] {
    guard includesNotCounted else { return analysis.findings }
    return (analysis.findings + analysis.notCounted).enumerated()
      .sorted {
        $0.element.span != $1.element.span ? $0.element.span < $1.element.span : $0.offset < $1.offset
      }
      .map(\.element)
  }

  private func measures(of analysis: Analysis, to json: inout JSONWriter) {
    json.key("measures")
    guard analysis.isMeasured else {
      json.null()
      json.object("framing") { json in
        Self.framingIndex("author", nil, to: &json)
        Self.framingIndex("all", nil, to: &json)
      }
      return
    }
    json.object { json in
      for measure in analysis.measures { Self.measure(measure, voices: true, to: &json) }
    }
    json.array("roles") { json in
      for role in analysis.roleMeasures {
        json.object { json in
          json.field("role", role.role.rawValue)
          Self.words(role.words, to: &json)
          json.object("measures") { json in
            for measure in role.measures { Self.measure(measure, voices: false, to: &json) }
          }
        }
      }
    }
    Self.words(analysis.words, to: &json)
    json.object("framing") { json in
      Self.framingIndex("author", analysis.framing.author, to: &json)
      Self.framingIndex("all", analysis.framing.all, to: &json)
    }
    json.array("influence") { json in
      for one in analysis.influence() { Self.influence(one, to: &json) }
    }
  }

  /// An entry, and the author's numbers without it.
  private static func influence(_ one: EntryInfluence, to json: inout JSONWriter) {
    json.object { json in
      json.field("lexicon", one.entry.lexicon)
      json.field("entry", one.entry.id)
      json.field("category", one.entry.category.name)
      json.field("count", one.count)
      json.field("weight", one.weight)
      json.field("share", one.share)
      json.field("index", one.index)
      json.field("fall", one.fall)
    }
  }

  private func paragraph(
    _ number: Int, of analysis: Analysis, _ index: CodePointIndex, to json: inout JSONWriter
  ) {
    let paragraph = analysis.article.paragraphs[number]
    let score = analysis.paragraphs[number]
    json.object { json in
      json.field("index", number)
      json.field("role", paragraph.role.rawValue)
      if let level = paragraph.level { json.field("level", level) }
      if let via = paragraph.via { json.field("via", via) }
      Self.place(paragraph.span, index, to: &json)
      json.field("words", score.words)
      json.array("segments") { json in
        for segment in analysis.voiced.segments[analysis.voiced.paragraphSegments[number]] {
          json.object { json in
            Self.place(segment.span, index, to: &json)
            json.field("voice", segment.voice.rawValue)
            json.field("kind", segment.kind?.rawValue)
            json.field("speaker", segment.speaker)
            json.field("via", segment.via)
            Self.span("source", segment.source, index, to: &json)
            Self.span("cue", segment.cue, index, to: &json)
          }
        }
      }
      if analysis.isMeasured {
        json.object("measures") { json in
          for measure in score.measures { Self.measure(measure, voices: false, to: &json) }
        }
      } else {
        json.key("measures")
        json.null()
      }
      Self.rate(score.framing, to: &json)
    }
  }

  private func finding(
    _ finding: Finding, of analysis: Analysis, _ index: CodePointIndex, to json: inout JSONWriter
  ) {
    let entry = finding.entry
    let segment = analysis.voiced.segments[finding.segment]
    json.object { json in
      json.field("lexicon", entry.lexicon)
      json.field("entry", entry.id)
      json.field("category", entry.category.name)
      json.field("subcategory", entry.subcategory.isEmpty ? nil : entry.subcategory)
      Self.place(finding.span, index, to: &json)
      json.key("text")
      json.value(utf8: analysis.article.text[finding.span.range])
      json.field("paragraph", finding.paragraph)
      json.field("sentence", finding.sentence)
      json.field("voice", finding.voice.rawValue)
      json.field("speaker", segment.speaker)
      json.field("weight", entry.weight)
      json.field("effectiveWeight", finding.effectiveWeight)
      json.field("polarity", finding.polarity.rawValue)
      json.field("negated", finding.negated)
      json.field("intensity", finding.intensity)
      json.field("target", finding.target.map { analysis.targets[$0].name })
      json.field("neutral", entry.neutral)
      json.field("note", entry.note)
      json.field("counted", finding.counted)
      json.field("reason", finding.reason?.rawValue)
      if !entry.attributes.isEmpty {
        json.object("attributes") { json in
          for attribute in entry.attributes {
            json.key(attribute.key)
            json.value(attribute.value)
          }
        }
      }
      if finding.factors != .init() {
        json.object("factors") { json in
          json.field("category", finding.factors.category)
          json.field("voice", finding.factors.voice)
          json.field("repetition", finding.factors.repetition)
        }
      }
      if !finding.modifiers.isEmpty {
        json.array("modifiers") { json in
          for modifier in finding.modifiers {
            json.object { json in
              json.field("kind", modifier.kind.rawValue)
              Self.place(modifier.span, index, to: &json)
              json.field("factor", modifier.factor)
            }
          }
        }
      }
    }
  }
}
