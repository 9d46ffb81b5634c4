import ParallaxCore

/// The lexicons a page was made with.
enum LexiconTable {
  static func write(_ lexicons: [LexiconInfo], to html: inout HTMLWriter) {
    html.scrollable("Lexicons") { html in
      html.newline()
      html.block("table", .class("small")) { html in
        html.tableHead(
          "Lexicons this page was made with",
          [
            .text("Name"), .text("Title"), .text("Version"), .text("Language"), .number("Entries"),
            .text("Licence"), .text("SHA-256"),
          ])
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
