import ParallaxCore

/// The lexicons a page was made with.
enum LexiconTable {
  static func write(_ lexicons: [LexiconInfo], to html: inout HTMLWriter) {
    html.block(
      "div", .class("scroll"), Attribute("role", "region"), .label("Lexicons"), Attribute("tabindex", "0")
    ) { html in
      html.newline()
      html.block("table", .class("small")) { html in
        html.element("caption", .class("hidden"), text: "Lexicons this page was made with")
        html.element("thead") { html in
          html.element("tr") { html in
            for name in ["Name", "Title", "Version", "Language", "Entries", "Licence", "SHA-256"] {
              html.element("th", Attribute("scope", "col"), text: name)
            }
          }
        }
        html.element("tbody") { html in
          for lexicon in lexicons {
            html.element("tr") { html in
              html.element("th", Attribute("scope", "row"), text: lexicon.name)
              html.element("td", text: lexicon.title)
              html.element("td", text: lexicon.version)
              html.element("td", text: lexicon.language)
              html.element("td", .class("n"), text: ReportFormat.grouped(lexicon.entries))
              html.element("td", text: lexicon.license)
              html.element("td") { html in
                html.element("code", .title(lexicon.sha256), text: String(lexicon.sha256.prefix(16)))
              }
            }
            html.newline()
          }
        }
      }
    }
  }
}
