import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonPage {
  /// Most words shown in a cell.
  private static let mostWords = 16

  /// Of whom each outlet speaks well or ill, author's and others' words apart.
  func stance(to html: inout HTMLWriter) {
    let rows = coverage.stance.rows
    guard !rows.isEmpty else { return }
    section("stance", "Of whom they speak well or ill", to: &html) { html in
      html.block(
        "p", .class("note"),
        text:
          "From −1 (only ill) to 1 (only well), from wording said of each, with its 95% interval: where it crosses "
          + "the middle, the text does not settle it. The authors’ own words stand apart from those they quote or "
          + "report. Rules read of whom a word is said, wrongly at times: open a cell before you cite its score."
      )
      html.scrollable("Of whom they speak well or ill") { html in
        html.block("table", .class("called")) { html in
          html.element("caption", .class("hidden"), text: "Stance by outlet and voice")
          html.element("thead") { html in
            html.element("tr") { html in
              for name in ["Of", "Outlet", "In the authors’ own words", "In words quoted or reported"] {
                html.columnHead(.text(name))
              }
              html.columnHead(.number("Mentions"))
            }
          }
          for row in rows { self.row(row, to: &html) }
        }
      }
      joins(rows.map(\.entity), to: &html)
    }
  }

  private func row(_ row: StanceMatrix.Row, to html: inout HTMLWriter) {
    let present = outlets.indices.filter { row.outlets[$0] != nil }
    html.element("tbody") { html in
      for outlet in present {
        guard let value = row.outlets[outlet] else { continue }
        html.element("tr") { html in
          if outlet == present.first {
            html.element("th", Attribute("scope", "rowgroup"), Attribute("rowspan", "\(present.count)")) {
              $0.element("bdi", text: Excerpt.shortened(coverage.names.entities[row.entity].name, to: 80))
            }
          }
          html.element("th", Attribute("scope", "row")) {
            $0.element("bdi", text: Excerpt.shortened(outlets[outlet].name, to: 60))
          }
          for cell in [value.author, value.quoted] {
            html.element("td", .class("stance")) { self.cell(cell, to: &$0) }
          }
          html.element("td", .class("n"), text: ReportFormat.grouped(value.mentions))
        }
      }
    }
    html.newline()
  }

  private func cell(_ cell: StanceMatrix.Cell?, to html: inout HTMLWriter) {
    guard let cell else {
      html.element("span", .class("note"), text: "nothing well or ill")
      return
    }
    ScoreMark.write(cell.score, low: cell.low, high: cell.high, to: &html)
    html.element("details") { html in
      html.element(
        "summary",
        text:
          "\(ReportFormat.fixed(cell.score, decimals: 2)) (\(ReportFormat.fixed(cell.low, decimals: 2)) to "
          + "\(ReportFormat.fixed(cell.high, decimals: 2))) · \(cell.positive) well, \(cell.negative) ill")
      for one in cell.evidence.prefix(Self.mostWords) {
        PlaceLine.write(
          one.evidence.span, in: comparison.analyses[one.article],
          mark: one.evidence.value > 0 ? "well: " : "ill: ", to: &html)
      }
      if cell.evidence.count > Self.mostWords {
        html.element(
          "p", .class("note"), text: "and \(cell.evidence.count - Self.mostWords) more in the data")
      }
    }
  }
}
