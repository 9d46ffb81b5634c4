import ParallaxCore

/// The JSON form of a loaded article without scores, `parallax.document/1`.
///
///     {"schema": "parallax.document/1", "id": "…", "document": {…}, "paragraphs": [{"index": 0, "role": "headline", …}]}
public enum DocumentJSON {
  /// Name and number of the schema.
  public static let schema = "parallax.document/1"

  /// Writes an article as the next value.
  public static func write(_ article: Article, to json: inout JSONWriter) {
    let index = CodePointIndex(article.text)
    json.object { json in
      json.field("schema", schema)
      json.field("id", article.id)
      AnalysisJSON.tool(to: &json)
      json.key("document")
      AnalysisJSON.document(article, words: nil, to: &json)
      json.array("paragraphs") { json in
        for (number, paragraph) in article.paragraphs.enumerated() {
          json.object { json in
            json.field("index", number)
            json.field("role", paragraph.role.rawValue)
            AnalysisJSON.place(paragraph.span, index, to: &json)
            if let level = paragraph.level { json.field("level", level) }
            if let via = paragraph.via { json.field("via", via) }
          }
        }
      }
      json.array("warnings") { json in
        for note in article.notes { json.value(note) }
      }
    }
  }

  /// An article as readable text: its metadata, then each paragraph after its role.
  public static func text(_ article: Article) -> String {
    var lines: [String] = []
    let metadata = article.metadata
    for (name, value) in [
      ("source", metadata.source), ("title", metadata.title), ("outlet", metadata.outlet),
      ("byline", metadata.byline), ("published", metadata.published), ("language", metadata.language),
    ] {
      if let value { lines.append("\(name): \(value)") }
    }
    lines.append("")
    for paragraph in article.paragraphs {
      lines.append("[\(paragraph.role.rawValue)] " + article.string(paragraph.span))
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}
