import ParallaxCore

/// `datapackage.json`: a Frictionless Data Package (version 1) that describes every table, column and unit, so
/// that R, Python and SQL tools read them with their types.
public struct DataPackage: Sendable {
  /// The tables, each in `NAME.csv` beside the description.
  public var tables: [TableDescription]
  /// The lexicons measured with.
  public var lexicons: [LexiconInfo]

  /// Describes tables.
  public init(tables: [TableDescription], lexicons: [LexiconInfo]) {
    self.tables = tables
    self.lexicons = lexicons
  }

  /// The description as UTF-8 JSON.
  public var json: [UInt8] {
    var json = JSONWriter(capacity: 16_384)
    json.object { json in
      json.field("profile", "tabular-data-package")
      json.field("name", "parallax-batch")
      json.field("title", "Framing of news texts, measured by Parallax")
      json.field("version", "1.0.0")
      json.object("tool") { json in
        json.field("name", ParallaxVersion.name)
        json.field("version", ParallaxVersion.current)
      }
      json.array("lexicons") { json in
        for lexicon in lexicons { AnalysisJSON.lexicon(lexicon, to: &json) }
      }
      json.array("resources") { json in
        for table in tables { Self.resource(table, to: &json) }
      }
    }
    json.newline()
    return json.bytes
  }

  private static func resource(_ table: TableDescription, to json: inout JSONWriter) {
    json.object { json in
      json.field("profile", "tabular-data-resource")
      json.field("name", table.name)
      json.field("path", table.name + ".csv")
      json.field("description", table.summary)
      json.field("format", "csv")
      json.field("mediatype", "text/csv")
      json.field("encoding", "utf-8")
      json.object("dialect") { json in
        json.field("delimiter", ",")
        json.field("lineTerminator", "\r\n")
        json.field("quoteChar", "\"")
        json.field("doubleQuote", true)
        json.field("header", true)
      }
      json.object("schema") { json in
        json.array("fields") { json in
          for column in table.columns {
            json.object { json in
              json.field("name", column.name)
              json.field("type", column.kind.rawValue)
              json.field("description", column.summary)
              if let unit = column.unit { json.field("unit", unit) }
            }
          }
        }
        json.array("missingValues") { $0.value("") }
        // Two records may bear one identifier, so the documents' is no primary key.
        if table.name != "documents" && table.name != "failures" {
          json.array("foreignKeys") { json in
            json.object { json in
              json.field("fields", "doc_id")
              json.object("reference") { json in
                json.field("resource", "documents")
                json.field("fields", "doc_id")
              }
            }
          }
        }
      }
    }
  }
}
