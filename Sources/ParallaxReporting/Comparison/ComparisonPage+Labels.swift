import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonPage {
  /// Who is called what, outlet by outlet.
  func labels(to html: inout HTMLWriter) {
    let labels = coverage.labels
    guard !labels.entities.isEmpty else { return }
    section("labels", "Who is called what", to: &html) { html in
      html.block(
        "p", .class("note"),
        text:
          "Titles, modifiers and appositions that each outlet puts on those whom two articles or more name. A letter "
          + "marks wording that a lexicon holds. Open a label to read it in place.")
      html.scrollable("Who is called what") { html in
        html.block("table", .class("called")) { html in
          html.element("caption", .class("hidden"), text: "Who is called what")
          html.element("thead") { html in
            html.element("tr") { html in
              for name in ["Named", "Outlet", "Called"] { html.columnHead(.text(name)) }
              html.columnHead(.number("Mentions"))
            }
          }
          for entity in labels.entities {
            html.element("tbody") { html in
              let rows = outlets.indices.filter { entity.namings[$0] != nil }
              for outlet in rows {
                guard let naming = entity.namings[outlet] else { continue }
                row(
                  naming, outlet,
                  head: outlet == rows.first ? coverage.names.entities[entity.entity].name : nil,
                  of: rows.count, to: &html)
              }
            }
            html.newline()
          }
        }
      }
      joins(labels.entities.map(\.entity), to: &html)
    }
  }

  private func row(
    _ naming: LabelComparison.Naming, _ outlet: Int, head: String?, of rows: Int, to html: inout HTMLWriter
  ) {
    html.element("tr") { html in
      if let head {
        html.element("th", Attribute("scope", "rowgroup"), Attribute("rowspan", "\(rows)")) {
          $0.element("bdi", text: Excerpt.shortened(head, to: 80))
        }
      }
      html.element("th", Attribute("scope", "row")) {
        $0.element("bdi", text: Excerpt.shortened(outlets[outlet].name, to: 60))
      }
      html.element("td") { html in
        if naming.labels.isEmpty { html.element("span", .class("note"), text: "by name alone") }
        for label in naming.labels.prefix(12) { self.label(label, to: &html) }
        if naming.labels.count > 12 {
          html.element("small", text: "and \(naming.labels.count - 12) more in the data")
        }
      }
      html.element("td", .class("n"), text: ReportFormat.grouped(naming.mentions))
    }
    html.newline()
  }

  private func label(_ label: LabelComparison.Label, to html: inout HTMLWriter) {
    html.element("details") { html in
      html.element("summary") { html in
        for category in label.categories {
          let style = CategoryStyle.of(category)
          html.element("span", .class(style.className), .title(style.label)) { html in
            html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
            html.element("span", .class("hidden"), text: style.label + ": ")
          }
        }
        html.element("bdi", text: Excerpt.shortened(label.text, to: 100))
        if label.count > 1 { html.text(" ×\(label.count)") }
      }
      if label.places.isEmpty { html.element("p", .class("note"), text: "Across a line of the text.") }
      for place in label.places.prefix(6) {
        PlaceLine.write(place.span, in: comparison.analyses[place.article], to: &html)
      }
    }
  }
}
