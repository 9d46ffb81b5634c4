import ParallaxCore
import ParallaxScoring

extension ArticlePage {
  /// Most paragraphs and places that the tables list.
  private static let rowLimit = 80

  /// The same text under each lexicon: what each finds, where they disagree.
  func lexiconViews(to html: inout HTMLWriter) {
    let views = options.lexiconViews
    guard views.count > 1 else { return }
    let comparison = LexiconDisagreement(views)
    section("lexicons-apart", "The same text under each lexicon", to: &html) { html in
      html.block("p", text: takeaway(views, comparison))
      categories(views, to: &html)
      pairs(views, comparison, to: &html)
      paragraphs(views, comparison, to: &html)
      places(views, comparison, to: &html)
    }
  }

  private func takeaway(_ views: [LexiconView], _ comparison: LexiconDisagreement) -> String {
    let verdicts = comparison.places.map { LexiconDisagreement.verdict($0.readings) }
    let agreed = verdicts.count { $0 == .agreed }
    let opposed = verdicts.count { $0 == .opposed }
    let places = ReportFormat.count(comparison.places.count, "place", "places")
    return "Each lexicon read the text alone. Of \(places) that any of the \(views.count) finds, all find "
      + "\(ReportFormat.grouped(agreed)); on \(ReportFormat.grouped(opposed)) one praises where another blames. "
      + "A figure that changes with the lexicon is a fact about the lexicon too."
  }

  /// Hits and rates of each category of each lexicon.
  private func categories(_ views: [LexiconView], to html: inout HTMLWriter) {
    html.block("h3", text: "What each lexicon finds")
    html.scrollable("What each lexicon finds") { html in
      html.block("table") { html in
        html.tableHead(
          "What each lexicon finds, all voices",
          [
            .text("Lexicon"), .text("Category"), .number("Found"), .number("Per 1,000"), .number("Praise"),
            .number("Blame"),
          ])
        html.element("tbody") { html in
          for view in views {
            let names = Set(view.findings.map(\.entry.category)).sorted()
            if names.isEmpty { row(view.name, "–", [], to: &html) }
            for name in names {
              row(view.name, name.name, view.findings.filter { $0.entry.category == name }, to: &html)
            }
          }
        }
      }
    }
  }

  private func row(_ lexicon: String, _ category: String, _ findings: [Finding], to html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", Attribute("scope", "row"), text: lexicon)
      html.element("td", text: category)
      html.element("td", .class("n"), text: ReportFormat.grouped(findings.count))
      let rate = ArticleFacts.per1000(findings.count, words: analysis.words.all)
      html.element("td", .class("n"), text: rate.map { ReportFormat.fixed($0) } ?? "–")
      html.element("td", .class("n"), text: ReportFormat.grouped(findings.count { $0.polarity == .positive }))
      html.element("td", .class("n"), text: ReportFormat.grouped(findings.count { $0.polarity == .negative }))
    }
    html.newline()
  }

  private func pairs(_ views: [LexiconView], _ comparison: LexiconDisagreement, to html: inout HTMLWriter) {
    html.block("h3", text: "Lexicons in pairs")
    html.scrollable("Lexicons in pairs") { html in
      html.block("table") { html in
        html.tableHead(
          "Places that two lexicons share",
          [
            .text("First"), .text("Second"), .number("Both"), .number("First alone"), .number("Second alone"),
            .number("Against each other"),
          ])
        html.element("tbody") { html in
          for first in views.indices {
            for second in views.indices where second > first {
              let counts = comparison.pair(first, second)
              html.element("tr") { html in
                html.element("th", Attribute("scope", "row"), text: views[first].name)
                html.element("td", text: views[second].name)
                for count in [counts.both, counts.first, counts.second, counts.opposed] {
                  html.element("td", .class("n"), text: ReportFormat.grouped(count))
                }
              }
              html.newline()
            }
          }
        }
      }
    }
  }

  private func paragraphs(
    _ views: [LexiconView], _ comparison: LexiconDisagreement, to html: inout HTMLWriter
  ) {
    guard !comparison.paragraphs.isEmpty else { return }
    html.block("h3", text: "Paragraph by paragraph under each lexicon")
    html.scrollable("Paragraph by paragraph under each lexicon") { html in
      html.block("table") { html in
        html.tableHead(
          "Findings by paragraph: all (praise, blame)",
          [.text("Paragraph")] + views.map { .number($0.name) } + [.text("")])
        html.element("tbody") { html in
          for row in comparison.paragraphs.prefix(Self.rowLimit) {
            html.element("tr") { html in
              html.element("th", Attribute("scope", "row")) { link(row.paragraph, to: &$0) }
              for reading in row.readings { html.element("td", .class("n"), text: Self.shown(reading)) }
              html.element("td", text: Self.shown(LexiconDisagreement.verdict(row.readings)))
            }
            html.newline()
          }
        }
      }
    }
    remainder(comparison.paragraphs.count, "paragraph", "paragraphs", to: &html)
  }

  /// Where they disagree: opposed places first, then those that some pass over.
  private func places(_ views: [LexiconView], _ comparison: LexiconDisagreement, to html: inout HTMLWriter) {
    let opposed = comparison.places.filter { LexiconDisagreement.verdict($0.readings) == .opposed }
    let partial = comparison.places.filter { LexiconDisagreement.verdict($0.readings) == .partial }
    let listed = opposed + partial
    guard !listed.isEmpty else { return }
    html.block("h3", text: "Where the lexicons disagree")
    html.scrollable("Where the lexicons disagree") { html in
      html.block("table") { html in
        html.tableHead(
          "Where the lexicons disagree",
          [.text("Words"), .text("Paragraph")] + views.map { .text($0.name) } + [.text("")])
        html.element("tbody") { html in
          for place in listed.prefix(Self.rowLimit) {
            html.element("tr") { html in
              html.element("th", Attribute("scope", "row")) { html in
                html.element("bdi", text: Excerpt.shortened(article.string(place.span), to: 120))
              }
              html.element("td") { link(place.paragraph, to: &$0) }
              for reading in place.readings {
                let sign = reading.sign > 0 ? " +" : reading.sign < 0 ? " −" : ""
                let text = reading.hits == 0 ? "–" : reading.categories.joined(separator: ", ") + sign
                html.element("td", text: text)
              }
              html.element("td", text: Self.shown(LexiconDisagreement.verdict(place.readings)))
            }
            html.newline()
          }
        }
      }
    }
    remainder(listed.count, "place", "places", to: &html)
  }

  private func link(_ paragraph: Int, to html: inout HTMLWriter) {
    html.element("a", .href(fragment: "p\(paragraph + 1)"), text: "¶ \(paragraph + 1)")
  }

  private func remainder(_ count: Int, _ one: String, _ many: String, to html: inout HTMLWriter) {
    guard count > Self.rowLimit else { return }
    html.block(
      "p", .class("note"),
      text: "The first \(Self.rowLimit) of \(ReportFormat.count(count, one, many)).")
  }

  private static func shown(_ reading: LexiconDisagreement.Reading) -> String {
    reading.hits == 0 ? "–" : "\(reading.hits) (+\(reading.positive), −\(reading.negative))"
  }

  private static func shown(_ verdict: LexiconDisagreement.Verdict) -> String {
    switch verdict {
    case .agreed: ""
    case .partial: "not all"
    case .opposed: "opposed"
    }
  }
}
