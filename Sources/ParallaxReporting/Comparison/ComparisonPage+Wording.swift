import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonPage {
  /// Words, phrases and entries that stand out in each outlet, with the places to read them.
  func wording(to html: inout HTMLWriter) {
    guard
      coverage.wording.outlets.contains(where: { outlet in
        DistinctiveWording.Unit.allCases.contains { !outlet.list($0).isEmpty }
      })
    else { return }
    section("wording", "Words that differ", to: &html) { html in
      let several = outlets.contains { $0.articles.count > 1 }
      html.block(
        "p", .class("note"),
        text:
          "A reading list, no test: what each outlet’s authors write more often than all others together, the most "
          + "distinctive first. Open a line to read it in place. "
          + (several
            ? "Of an outlet with several articles, only what stands in two or more of them, five times or more."
            : "With one article each, much of it is topic and chance; what stands there twice or more is listed.")
      )
      for unit in DistinctiveWording.Unit.allCases {
        guard coverage.wording.outlets.contains(where: { !$0.list(unit).isEmpty }) else { continue }
        if unit == .word {
          columns(unit, to: &html)
        } else {
          html.block("details") { html in
            html.element("summary", text: UnitName.label(unit))
            html.newline()
            columns(unit, to: &html)
          }
        }
      }
    }
  }

  private func columns(_ unit: DistinctiveWording.Unit, to html: inout HTMLWriter) {
    html.block("div", .class("columns")) { html in
      html.newline()
      for (index, outlet) in outlets.enumerated() {
        html.block("div") { html in
          html.newline()
          html.block("h3") { $0.element("bdi", text: Excerpt.shortened(outlet.name, to: 80)) }
          let items = coverage.wording.outlets[index].list(unit).prefix(12)
          if items.isEmpty { html.block("p", .class("note"), text: "Nothing stands out.") }
          html.block("ol", .class("words")) { html in
            for item in items { line(item, to: &html) }
          }
        }
      }
    }
  }

  private func line(_ item: DistinctiveWording.Item, to html: inout HTMLWriter) {
    html.element("li") { html in
      html.element("details") { html in
        html.element("summary") { html in
          html.element("bdi", text: Excerpt.shortened(item.text, to: 60))
          html.element(
            "small",
            text:
              " \(ReportFormat.count(item.hits, "time")), elsewhere \(ReportFormat.grouped(item.otherHits))")
        }
        html.element(
          "p", .class("note"),
          text:
            "\(ReportFormat.fixed(item.per1000)) against \(ReportFormat.fixed(item.otherPer1000)) per 1,000 · "
            + "z \(ReportFormat.fixed(item.z)) · G² \(ReportFormat.fixed(item.g2))"
            + (item.dispersion.map {
              " · in \(ReportFormat.count(item.articles, "article")), DP \(ReportFormat.fixed($0, decimals: 2))"
            } ?? ""))
        for place in item.places {
          PlaceLine.write(place.span, in: comparison.analyses[place.article], to: &html)
        }
      }
    }
    html.newline()
  }
}

/// Names of units for readers.
enum UnitName {
  static func label(_ unit: DistinctiveWording.Unit) -> String {
    switch unit {
    case .word: "Words"
    case .phrase: "Phrases of two or three words"
    case .entry: "Entries of the lexicons"
    }
  }
}

/// A line of an article with the words in question set off.
enum PlaceLine {
  /// - Parameter mark: What stands before the line.
  static func write(
    _ span: TextSpan, in analysis: Analysis, mark: String? = nil, to html: inout HTMLWriter
  ) {
    let excerpt = Excerpt.around(
      span, in: analysis.article, paragraph: ParagraphSearch.paragraph(at: span.start, in: analysis.article))
    html.element("p", .class("kwic"), Attribute("dir", "auto")) { html in
      if let mark { html.element("small", text: mark) }
      html.text(excerpt.before)
      html.element("b", text: excerpt.match)
      html.text(excerpt.after)
    }
  }
}

/// Finds the paragraph that holds a place.
enum ParagraphSearch {
  /// Index of the last paragraph that begins at or before `offset`; 0 where none does.
  static func paragraph(at offset: Int, in article: Article) -> Int {
    var low = 0
    var high = article.paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if article.paragraphs[middle].span.start <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
