import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonPage {
  /// Framing by place in the article: headline, lead, body, last fifth.
  func positions(to html: inout HTMLWriter) {
    let profile = coverage.positions
    guard profile.outlets.contains(where: { $0.measures.contains { $0.count > 0 } }) else { return }
    section("positions", "Where in the article", to: &html) { html in
      html.block(
        "p", .class("note"),
        text:
          "Framing wording per 1,000 words, by place: headline, first paragraph, body, and the last fifth of the "
          + "running text. Headlines are short: read the counts beside the rates.")
      byVoice(to: &html) { voice, html in
        table(
          voice == nil ? profile.allVoices : profile.outlets,
          "Framing by place in the article, " + VoiceChoice.phrase(voice), to: &html)
      }
    }
  }

  private func table(_ profiles: [PositionProfile.Outlet], _ caption: String, to html: inout HTMLWriter) {
    let highest = profiles.flatMap { $0.measures.compactMap(\.high) }.max() ?? 1
    let rate = profiles.flatMap { $0.measures.compactMap(\.per1000) }.max() ?? 1
    let scale = RateScale(reaching: min(highest, rate * 1.3))
    html.scrollable(caption) { html in
      html.block("table", .class("plot")) { html in
        html.element("caption", .class("hidden"), text: caption)
        html.element("thead") { html in
          html.element("tr") { html in
            for name in ["Place", "Outlet"] { html.columnHead(.text(name)) }
            html.element("th", Attribute("scope", "col")) { html in
              html.element("span", .class("hidden"), text: "Drawing")
              axis(scale, to: &html)
            }
            for name in ["Per 1,000", "95% interval", "Found", "Words"] { html.columnHead(.number(name)) }
          }
        }
        for position in PositionProfile.Position.allCases {
          html.element("tbody") { html in
            for index in outlets.indices {
              let head = index == 0 ? PositionName.label(position) : nil
              row(profiles[index][position], index, head: head, scale, to: &html)
            }
          }
          html.newline()
        }
      }
    }
  }

  private func row(
    _ measure: VoiceMeasure, _ index: Int, head: String?, _ scale: RateScale, to html: inout HTMLWriter
  ) {
    html.element("tr") { html in
      if let head {
        html.element(
          "th", Attribute("scope", "rowgroup"), Attribute("rowspan", "\(outlets.count)"), text: head)
      }
      rateCells(measure, of: index, scale, to: &html)
    }
  }
}

/// Names of places in an article for readers.
enum PositionName {
  static func label(_ position: PositionProfile.Position) -> String {
    switch position {
    case .headline: "Headline"
    case .lead: "First paragraph"
    case .body: "Body"
    case .ending: "Last fifth"
    }
  }
}
