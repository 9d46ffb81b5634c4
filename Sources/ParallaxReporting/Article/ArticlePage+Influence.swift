import ParallaxCore
import ParallaxScoring

extension ArticlePage {
  /// What the author's numbers would be without one entry.
  func influence(to html: inout HTMLWriter) {
    let entries = analysis.influence(limit: 8)
    guard let index = analysis.framing.author?.index, !entries.isEmpty else { return }
    html.block("details") { html in
      html.element("summary", text: "Without one entry")
      html.newline()
      html.block("p", text: sentence(entries, index: index))
      html.scrollable("Without one entry") { html in
        html.block("table", .class("sortable")) { html in
          html.tableHead(
            "The author’s numbers with one entry of a lexicon left out",
            [
              .text("Entry"), .text("Kind"), .number("Found"), .number("Rate of its kind"),
              .number("Index without it"),
            ])
          html.element("tbody") { html in
            for one in entries { influence(of: one, to: &html) }
          }
        }
      }
    }
  }

  /// The entry that matters most, in words.
  private func sentence(_ entries: [EntryInfluence], index: Double) -> String {
    guard let first = entries.first, first.fall > 0 else {
      return "No single entry moves the framing index of the author’s words."
    }
    return
      "Without “\(Excerpt.shortened(first.entry.form, to: 60))” the framing index of the author’s words would be "
      + "\(ReportFormat.fixed(first.index)) instead of \(ReportFormat.fixed(index)). What hangs on one entry is as "
      + "good as that entry: read its places."
  }

  func influence(of one: EntryInfluence, to html: inout HTMLWriter) {
    let style = CategoryStyle.of(one.entry.category)
    html.element("tr", .class(style.className)) { html in
      html.element("th", Attribute("scope", "row")) { html in
        html.element("code", text: Excerpt.shortened(one.entry.form, to: 80))
      }
      html.element("td") { html in
        html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
        html.text(style.label)
      }
      html.element("td", .class("n"), text: ReportFormat.grouped(one.count))
      html.element("td", .class("n"), text: "−\(ReportFormat.fixed(one.share * 100, decimals: 0))%")
      html.element(
        "td", .class("n"),
        text: one.fall > 0
          ? "\(ReportFormat.fixed(one.index)) (−\(ReportFormat.fixed(one.fall)))" : "the same")
    }
    html.newline()
  }
}
