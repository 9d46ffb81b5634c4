import ParallaxCore
import ParallaxScoring

extension ArticlePage {
  /// Whom the text speaks well or ill of.
  func targets(to html: inout HTMLWriter) {
    let targets = analysis.targets.filter { $0.score != nil || !$0.labels.isEmpty }
    guard !targets.isEmpty else { return }
    section("targets", "Of whom it speaks well or ill", to: &html) { html in
      html.block(
        "p",
        text:
          "From −1 (only ill) to 1 (only well), counted from the wording that is said of each. Few findings "
          + "make wide intervals: read the counts first.")
      html.scrollable("Of whom it speaks well or ill") { html in
        html.block("table", .class("sortable")) { html in
          html.tableHead(
            "Stance toward people and groups",
            [
              .text("Of"), .number("Mentions"), .number("Well"), .number("Ill"), .number("Score"),
              .number("95% interval"), .number("Author"), .number("Others"), .text("Called"),
            ])
          html.element("tbody") { html in
            for target in targets { row(target, to: &html) }
          }
        }
      }
    }
  }

  private func row(_ target: TargetStance, to html: inout HTMLWriter) {
    func score(_ value: Double?) -> String { value.map { ReportFormat.fixed($0, decimals: 2) } ?? "–" }
    html.element("tr") { html in
      html.element("th", Attribute("scope", "row")) { html in
        html.element("bdi", text: Excerpt.shortened(target.name, to: 120))
      }
      html.element("td", .class("n"), text: ReportFormat.grouped(target.mentions.count))
      html.element("td", .class("n"), text: ReportFormat.grouped(target.positive))
      html.element("td", .class("n"), text: ReportFormat.grouped(target.negative))
      html.element("td", .class("n"), text: score(target.score))
      if let low = target.low, let high = target.high {
        html.element("td", .class("n"), text: "\(score(low)) to \(score(high))")
      } else {
        html.element("td", .class("n"), text: "–")
      }
      html.element("td", .class("n"), text: score(target.author))
      html.element("td", .class("n"), text: score(target.quoted))
      let labels = target.labels.prefix(6).map {
        Excerpt.shortened($0.text, to: 60) + ($0.count > 1 ? " ×\($0.count)" : "")
      }
      html.element("td", text: labels.isEmpty ? "–" : labels.joined(separator: ", "))
    }
    html.newline()
  }

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
            for part in analysis.roleMeasures { row(part, to: &html) }
          }
        }
      }
    }
  }

  private func row(_ part: RoleMeasure, to html: inout HTMLWriter) {
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
