import ParallaxCore
import ParallaxScoring

extension ArticlePage {
  /// How it was measured, with what, and what it cannot tell.
  func method(to html: inout HTMLWriter) {
    section("method", "How this was measured", to: &html) { html in
      limits(to: &html)
      extractionBand(to: &html)
      formulas(to: &html)
      definitions(to: &html)
      lexicons(to: &html)
      provenance(to: &html)
    }
  }

  private func limits(to html: inout HTMLWriter) {
    html.block("h3", text: "What this cannot tell you")
    html.block("ul") { html in
      for sentence in Method.limits { html.element("li", text: sentence) }
    }
  }

  private func formulas(to html: inout HTMLWriter) {
    html.block("details") { html in
      html.element("summary", text: "Formulas and denominators")
      html.newline()
      html.block("dl") { html in
        for (term, meaning) in Method.formulas { definition(term, meaning, to: &html) }
      }
      denominators(to: &html)
    }
  }

  func denominators(to html: inout HTMLWriter) {
    html.block("table", .class("small")) { html in
      html.element("caption", text: "Denominators: editorial words by voice")
      html.element("tbody") { html in
        let rows =
          Voice.allCases.map { (VoiceName.label($0), analysis.words[$0]) }
          + [
            ("All editorial words", analysis.words.all),
            ("All words kept from the page", analysis.totalWords),
          ]
        for (name, count) in rows {
          html.element("tr") { html in
            html.element("th", Attribute("scope", "row"), text: name)
            html.element("td", text: ReportFormat.grouped(count))
          }
        }
      }
    }
  }

  private func definitions(to html: inout HTMLWriter) {
    html.block("details") { html in
      html.element("summary", text: "Glossary")
      html.newline()
      html.block("dl") { html in
        for (term, meaning) in Method.glossary { definition(term, meaning, to: &html) }
        for voice in Voice.allCases {
          definition(VoiceName.label(voice), VoiceName.definition(voice), to: &html)
        }
        for style in CategoryStyle.codebook {
          definition("\(style.label) (\(style.category.name))", style.definition, to: &html)
        }
      }
      html.block(
        "p", .class("note"),
        text:
          "The categories follow Hyland 2005; Martin and White 2005; Recasens, Danescu-Niculescu-Mizil and "
          + "Jurafsky 2013; Hooper 1975; Karttunen 1971; Da San Martino et al. 2020; frames after Semetko and "
          + "Valkenburg 2000 and Boydstun et al. 2014.")
    }
  }

  private func definition(_ term: String, _ meaning: String, to html: inout HTMLWriter) {
    html.element("dt", text: term)
    html.element("dd", text: meaning)
    html.newline()
  }

  private func lexicons(to html: inout HTMLWriter) {
    html.block("details") { html in
      html.element("summary", text: "Lexicons: versions, licences, hashes")
      html.newline()
      LexiconTable.write(analysis.lexicons, to: &html)
    }
  }

  private func provenance(to html: inout HTMLWriter) {
    html.block("details") { html in
      html.element("summary", text: "This report: version, input, how to cite")
      html.newline()
      html.block("dl") { html in
        definition("Program", "\(ParallaxVersion.name) \(ParallaxVersion.current)", to: &html)
        definition(
          "Input", "\(metadata.source) (\(metadata.format.rawValue), \(metadata.encoding))", to: &html)
        definition("Identifier", article.id, to: &html)
        definition("SHA-256 of the text", SHA256.hexadecimal(of: article.text), to: &html)
        if !options.settings.isEmpty {
          definition("Settings", options.settings.joined(separator: " "), to: &html)
        }
        for (key, value) in metadata.provenance.sorted(by: { $0.key < $1.key }) {
          definition("Where the \(key) was found", value, to: &html)
        }
        definition("How to cite", citation, to: &html)
      }
    }
  }

  private var citation: String {
    var text = "Parallax \(ParallaxVersion.current), framing report on “\(title)”"
    if let outlet = metadata.outlet { text += ", \(outlet)" }
    if let published = metadata.published { text += ", \(ReportFormat.day(published))" }
    let hash = SHA256.hexadecimal(of: article.text).prefix(12)
    return text + " (text \(hash); \(ReportFormat.count(analysis.lexicons.count, "lexicon")))."
  }
}

/// Texts of the method box.
enum Method {
  static let limits = [
    "Whether the article is right, fair or complete. Wording is counted, not facts.",
    "What the writer meant, or what a reader will take from it.",
    "Framing by what is left out, by order, by pictures, or by plain words that no list holds.",
    "Where a politician, a writer or an outlet stands. Nothing here is a position on a scale of politics.",
    "Anything about the outlet. For that, compare many articles on the same events.",
  ]

  static let formulas: [(String, String)] = [
    (
      "Rate",
      "Findings ÷ words of that voice × 1,000. A finding in the author’s words is divided by the author’s words, a "
        + "finding in all voices by all editorial words."
    ),
    (
      "Interval of a rate",
      "The exact 95% Poisson interval of the count (Garwood 1936), divided by the words. It says how far the count "
        + "could move if the same text were written again at the same rate."
    ),
    (
      "Effective weight",
      "The entry’s weight, from 0 to 1, times the factors of words beside it (utterly, slightly, not), of its category, "
        + "of its voice (another’s words count half) and of repetition (the second use of an entry by one voice "
        + "counts 0.71, the third 0.58, the fourth 0.5)."
    ),
    (
      "Framing index",
      "100 × (1 − e^(−r ÷ k)), where r is the summed effective weight of framing wording per 1,000 words and k is "
        + "\(ReportFormat.short(FramingIndex.k)). Its interval redraws the sentences of this text with a fixed seed."
    ),
    (
      "What is measured",
      "Headline, subheads, text, lists, captions, excerpts and editor’s notes. Credits, bylines, tables, links and "
        + "ad slots are not. Promotions count only for selling."
    ),
  ]

  static let glossary: [(String, String)] = [
    ("Finding", "A place in the text where an entry of a lexicon or a detector matched."),
    (
      "Framing wording",
      "Findings that tend to be read as the writer’s slant: praise and blame, loaded words, slogans, figures of "
        + "speech, irony, talking to the reader, certainty, volume, things taken for granted, and reporting verbs "
        + "other than neutral ones. Caution, vague sources, selling and topic frames are counted apart."
    ),
    (
      "Weight",
      "How strongly a typical reader takes a wording as the writer’s slant, from 0 (not) to 1 (abuse, adulation)."
    ),
    ("Plain word", "The word that a flat wire report would use instead."),
    ("Entry", "A line of a lexicon: a word or pattern with its category, weight and note."),
    ("Lexicon", "A list of entries with a version and a licence."),
  ]
}
