import ParallaxCore
import ParallaxScoring

extension ArticlePage {
  /// Where in the article: one cell per paragraph.
  func strip(to html: inout HTMLWriter) {
    let cells = StripCell.cells(analysis, facts: facts)
    guard cells.count > 1 else { return }
    section("strip-section", "Where in the article", to: &html) { html in
      html.block("p", text: StripCell.takeaway(cells))
      html.block(
        "p", .class("note"),
        text:
          "One bar per paragraph, in order: the taller, the more framing weight per word in all voices. Letter "
          + "and pattern show the kind that weighs most. Hollow parts are other people’s words. A dot means that "
          + "nothing was found, a stroke that the paragraph is not measured (credits, promotions, links); a number "
          + "counts such paragraphs in a row.")
      html.block("ol", .class("strip")) { html in
        html.newline()
        for cell in cells.prefix(StripCell.limit) { self.cell(cell, to: &html) }
      }
      if cells.count > StripCell.limit {
        html.block(
          "p", .class("note"),
          text:
            "The first \(StripCell.limit) of \(ReportFormat.grouped(cells.count)) bars are drawn; the text "
            + "below has all.")
      }
    }
  }

  func cell(_ cell: StripCell, to html: inout HTMLWriter) {
    html.block("li", .class("cell \(cell.style?.className ?? "none")")) { html in
      html.element("a", .href(fragment: "p\(cell.number)"), .title(cell.description)) { html in
        html.element(
          "svg", Attribute("width", "22"), Attribute("height", "64"),
          Attribute("aria-hidden", "true")
        ) { html in
          if !cell.isMeasured {
            html.element(
              "rect", .class("off"), Attribute("x", "4"), Attribute("y", "60"), Attribute("width", "14"),
              Attribute("height", "2"))
          } else if cell.height == 0 {
            html.element(
              "circle", .class("zero"), Attribute("cx", "11"), Attribute("cy", "61"), Attribute("r", "1.5"))
          } else if let style = cell.style {
            bar(cell, style, to: &html)
          }
        }
        if cell.folded > 1 {
          html.element("span", .class("folded"), Attribute("aria-hidden", "true"), text: "\(cell.folded)")
        } else {
          html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
        }
      }
    }
  }

  private func bar(_ cell: StripCell, _ style: CategoryStyle, to html: inout HTMLWriter) {
    let full = max(3, cell.height * 62)
    let author = full * cell.authorShare
    func rectangle(_ name: String?, fill: Attribute?, from: Double, height: Double, to html: inout HTMLWriter)
    {
      html.element(
        "rect", name.map { .class($0) }, Attribute("x", "2.5"), Attribute("width", "17"),
        Attribute("y", ReportFormat.short(64 - from - height)),
        Attribute("height", ReportFormat.short(height)), fill)
    }
    if author > 0 {
      rectangle("author", fill: nil, from: 0, height: author, to: &html)
      if style.line != .solid {
        rectangle(nil, fill: ChartPatterns.fill(style.line), from: 0, height: author, to: &html)
      }
    }
    if author < full {
      rectangle("other", fill: Attribute("fill", "none"), from: author, height: full - author, to: &html)
    }
  }
}
