import ParallaxScoring

extension ArticlePage {
  /// What another way of finding the article on its page would have measured.
  func extractionBand(to html: inout HTMLWriter) {
    guard let band = options.extractionBand else { return }
    html.block("section", .id("extraction"), Attribute("aria-labelledby", "extraction-h")) { html in
      html.newline()
      html.block("h3", .id("extraction-h"), text: "How the figures move with the extraction")
      html.block("p", text: Self.sentence(band))
      html.scrollable("Figures by extraction") { html in
        html.block("table", .class("small")) { html in
          html.tableHead(
            "Figures by the way the article was found on its page",
            [
              .text("Found by"), .number("Words"), .number("The author’s words"),
              .number("Findings in the author’s words"), .number("Framing index"),
            ])
          html.block("tbody") { html in
            for reading in band.readings { row(reading, of: band, to: &html) }
          }
        }
      }
    }
  }

  private func row(_ reading: ExtractionBand.Reading, of band: ExtractionBand, to html: inout HTMLWriter) {
    html.element("tr") { html in
      let mark = reading.favor == band.chosen ? " (this report)" : ""
      html.element("th", Attribute("scope", "row"), text: "--favor \(reading.favor)\(mark)")
      html.element("td", .class("n"), text: ReportFormat.grouped(reading.words.all))
      html.element("td", .class("n"), text: ReportFormat.grouped(reading.words.author))
      html.element("td", .class("n"), text: ReportFormat.grouped(reading.findings))
      html.element("td", .class("n"), text: reading.index.map { ReportFormat.fixed($0) } ?? "–")
    }
    html.newline()
  }

  /// The band in one sentence.
  static func sentence(_ band: ExtractionBand) -> String {
    let start =
      band.isDoubtful
      ? "It is in doubt which parts of this page are the article. Taking fewer or more of them changes what was read"
      : "Taking fewer or more parts of the page for the article changes little"
    guard let bounds = band.bounds, bounds.low < bounds.high else {
      return start + ", not the framing index."
    }
    return start
      + ": the framing index lies between \(ReportFormat.fixed(bounds.low)) and \(ReportFormat.fixed(bounds.high))."
  }
}
