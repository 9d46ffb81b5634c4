import ParallaxCore
import ParallaxScoring

extension ArticlePage {
  /// Headline, captions and notes, reported apart.
  func roles(to html: inout HTMLWriter) {
    guard analysis.roleMeasures.count > 1 else { return }
    section("parts", "Headline, text and notes apart", to: &html) { html in
      html.block(
        "p", text: "The same counts by part of the page, in all voices. Short parts have wild rates.")
      html.scrollable("Headline, text and notes apart") { html in
        html.block("table") { html in
          html.tableHead(
            "Findings by part of the page",
            [
              .text("Part"), .number("Words"), .number("Framing wording"), .number("Per 1,000"),
              .text("Kinds"),
            ])
          html.element("tbody") { html in
            for part in analysis.roleMeasures { roleRow(part, to: &html) }
          }
        }
      }
    }
  }

  func roleRow(_ part: RoleMeasure, to html: inout HTMLWriter) {
    let framing = facts.wording.count { index in
      let finding = analysis.findings[index]
      return article.paragraphs[finding.paragraph].role == part.role
        && finding.entry.category.isSlant(subcategory: finding.entry.subcategory)
    }
    html.element("tr") { html in
      html.element("th", Attribute("scope", "row"), text: RoleName.plural(part.role))
      html.element("td", .class("n"), text: ReportFormat.grouped(part.words.all))
      html.element("td", .class("n"), text: ReportFormat.grouped(framing))
      html.element(
        "td", .class("n"),
        text: ArticleFacts.per1000(framing, words: part.words.all).map { ReportFormat.fixed($0) } ?? "–")
      let kinds = part.measures.filter { !$0.category.isFrame && $0.all.count > 0 }
        .map { (CategoryStyle.of($0.category), $0.all.count) }
        .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.rank < $1.0.rank }
        .map { "\($0.0.label.lowercased()) \($0.1)" }
      html.element("td", text: kinds.isEmpty ? "–" : kinds.joined(separator: ", "))
    }
    html.newline()
  }
}
