import ParallaxCore
import ParallaxScoring

/// A bar of words by voice, as SVG; author plain, the others with their ground and pattern.
enum VoiceStack {
  /// Writes the bar.
  static func write(_ words: VoiceCounts, to html: inout HTMLWriter) {
    guard words.all > 0 else { return }
    html.element(
      "svg", .class("stack"), Attribute("width", "100%"), Attribute("height", "28"),
      Attribute("aria-hidden", "true")
    ) { html in
      var done = 0
      for voice in Voice.allCases where words[voice] > 0 {
        let place = [
          Attribute("x", ReportFormat.coordinate(Double(done) / Double(words.all))), Attribute("y", "0"),
          Attribute("width", ReportFormat.coordinate(Double(words[voice]) / Double(words.all))),
          Attribute("height", "28"),
        ]
        html.element("rect", [.class("s-\(voice.rawValue)")] + place)
        if let line = pattern(voice) { html.element("rect", [ChartPatterns.fill(line)] + place) }
        done += words[voice]
      }
    }
  }

  /// What tells a voice apart without colour.
  private static func pattern(_ voice: Voice) -> CategoryStyle.Line? {
    switch voice {
    case .author, .direct: nil
    case .indirect: .dotted
    case .excerpt: .dashed
    }
  }
}

/// Names of voices for readers.
enum VoiceName {
  /// In tables and filters.
  static func label(_ voice: Voice) -> String {
    switch voice {
    case .author: "Author’s words"
    case .direct: "Quoted"
    case .indirect: "Reported"
    case .excerpt: "Excerpt"
    }
  }

  /// What the voice is, in a sentence.
  static func definition(_ voice: Voice) -> String {
    switch voice {
    case .author: "The article’s own words, including the words that introduce a quotation."
    case .direct: "Words in quotation marks that belong to a speaker."
    case .indirect: "What someone said, wrote, thought or wants, in the author’s paraphrase."
    case .excerpt: "A passage of another publication or document, set off as its own paragraph."
    }
  }

  /// How far a reader can check a source.
  static func label(_ kind: SourceKind) -> String {
    switch kind {
    case .named: "named"
    case .anonymous: "not named"
    case .collective: "a group"
    case .document: "a document"
    }
  }
}

/// Names of roles for readers.
enum RoleName {
  /// What stands in the margin; nil for running text, which needs no label.
  static func label(_ role: Role) -> String? {
    switch role {
    case .body, .listItem: nil
    case .headline: "headline"
    case .subhead: "subhead"
    case .byline: "byline"
    case .credit: "credit"
    case .caption: "caption"
    case .table: "table"
    case .excerpt: "excerpt"
    case .pullQuote: "pull quote"
    case .editorNote: "editor’s note"
    case .promotion: "promotion"
    case .advertisement: "ad slot"
    case .related: "related links"
    case .boilerplate: "page furniture"
    }
  }

  /// The plural name in tables.
  static func plural(_ role: Role) -> String {
    switch role {
    case .body: "Running text"
    case .listItem: "List items"
    case .headline: "Headline"
    case .subhead: "Subheads"
    case .byline: "Bylines"
    case .credit: "Credits"
    case .caption: "Captions"
    case .table: "Tables"
    case .excerpt: "Excerpts"
    case .pullQuote: "Pull quotes"
    case .editorNote: "Editor’s notes"
    case .promotion: "Promotions"
    case .advertisement: "Ad slots"
    case .related: "Related links"
    case .boilerplate: "Page furniture"
    }
  }
}
