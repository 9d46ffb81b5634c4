import ParallaxComparison
import ParallaxCore
import ParallaxScoring

/// Two versions of an article as JSON, `parallax.diff/1`.
///
/// Offsets are Unicode code points of each version's own text.
public enum VersionJSON {
  /// The comparison, ending in a line feed.
  public static func bytes(_ comparison: VersionComparison) -> [UInt8] {
    let places = Places(comparison)
    var json = JSONWriter(capacity: 16_384)
    json.object { json in
      json.field("schema", "parallax.diff/1")
      json.object("old") { version(comparison.old, &$0) }
      json.object("new") { version(comparison.new, &$0) }
      json.field("kept", comparison.kept)
      json.array("warnings") { json in for warning in comparison.warnings { json.value(warning) } }
      json.object("counts") { json in
        for (kind, count) in comparison.counts {
          json.key(kind.rawValue)
          json.value(count)
        }
      }
      json.array("passages") { json in
        for passage in comparison.passages {
          json.object { json in write(passage, places, comparison, &json) }
        }
      }
      json.array("rates") { json in
        for rate in comparison.rates {
          json.object { json in
            json.field("category", rate.category.name)
            json.object("old") { measures(rate.before, &$0) }
            json.object("new") { measures(rate.after, &$0) }
          }
        }
      }
    }
    json.newline()
    return json.bytes
  }

  /// Code points of both texts.
  private struct Places {
    let old: CodePointIndex
    let new: CodePointIndex

    init(_ comparison: VersionComparison) {
      old = CodePointIndex(comparison.old.article.text)
      new = CodePointIndex(comparison.new.article.text)
    }
  }

  private static func version(_ analysis: Analysis, _ json: inout JSONWriter) {
    let metadata = analysis.article.metadata
    json.field("id", analysis.article.id)
    json.field("source", metadata.source)
    json.field("title", metadata.title)
    json.field("outlet", metadata.outlet)
    json.field("published", metadata.published)
    json.field("updated", metadata.updated)
    json.field("retrieved", metadata.retrieved)
    json.field("words", analysis.totalWords)
    json.object("framing") { json in
      for (name, index) in [("author", analysis.framing.author), ("all", analysis.framing.all)] {
        json.key(name)
        guard let index else {
          json.null()
          continue
        }
        json.object { json in
          json.field("index", index.index)
          json.field("low", index.low)
          json.field("high", index.high)
        }
      }
    }
  }

  private static func write(
    _ passage: VersionPassage, _ places: Places, _ comparison: VersionComparison, _ json: inout JSONWriter
  ) {
    json.field("role", passage.role.rawValue)
    place("old", passage.old, passage.oldParagraph, comparison.old.article, places.old, &json)
    place("new", passage.new, passage.newParagraph, comparison.new.article, places.new, &json)
    json.array("edits") { json in
      for edit in passage.edits {
        json.object { json in
          place("old", edit.old, nil, comparison.old.article, places.old, &json)
          place("new", edit.new, nil, comparison.new.article, places.new, &json)
        }
      }
    }
    json.array("changes") { json in
      for change in passage.changes {
        json.object { json in
          json.field("kind", change.kind.rawValue)
          json.field("framing", change.kind.isFraming)
          place("old", change.old, nil, comparison.old.article, places.old, &json)
          place("new", change.new, nil, comparison.new.article, places.new, &json)
          measured("before", change.before, &json)
          measured("after", change.after, &json)
          json.field("count", change.count)
        }
      }
    }
  }

  private static func place(
    _ name: StaticString, _ span: TextSpan?, _ paragraph: Int?, _ article: Article, _ index: CodePointIndex,
    _ json: inout JSONWriter
  ) {
    guard let span else {
      json.field(name, nil as String?)
      return
    }
    json.object(name) { json in
      json.field("start", index.codePoint(at: span.start))
      json.field("end", index.codePoint(at: span.end))
      if let paragraph { json.field("paragraph", paragraph) }
      json.field("text", article.string(span))
    }
  }

  private static func measured(
    _ name: StaticString, _ measured: VersionChange.Measured?, _ json: inout JSONWriter
  ) {
    guard let measured else {
      json.field(name, nil as String?)
      return
    }
    json.object(name) { json in
      json.field("category", measured.kind)
      json.field("entry", measured.entry)
      json.field("strength", measured.strength)
      json.field("voice", measured.voice.rawValue)
    }
  }

  private static func measures(_ measure: CategoryMeasure, _ json: inout JSONWriter) {
    for (name, voice) in [("author", measure.author), ("all", measure.all)] {
      json.key(name)
      json.object { json in
        json.field("count", voice.count)
        json.field("words", voice.words)
        json.field("per1000", voice.per1000)
        json.field("low", voice.low)
        json.field("high", voice.high)
      }
    }
  }
}
