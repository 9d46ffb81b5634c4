import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonPage {
  /// Rates and ratios beside those of what is left without shared text.
  func withoutShared(to html: inout HTMLWriter) {
    guard let own = coverage.shared.leftOut else { return }
    html.block("h3", text: "With and without it")
    html.block(
      "p", .class("note"),
      text:
        "Findings in shared text are the source’s as much as the outlet’s. Left out of findings and of words, in all "
        + "outlets that have them, the figures are these."
        + (own.warnings.isEmpty ? "" : " " + own.warnings.joined(separator: " ")))
    html.block("details") { html in
      html.element("summary", text: "Rates with and without shared text")
      html.newline()
      byVoice(to: &html) { voice, html in rates(own, voice, to: &html) }
    }
    let tests = OutletContrasts(own)
    guard !tests.overall.isEmpty, !details.tests.overall.isEmpty else { return }
    html.block("details") { html in
      html.element("summary", text: "Ratios with and without shared text")
      html.newline()
      byVoice(to: &html) { voice, html in ratios(tests, own, voice, to: &html) }
    }
  }

  private func rates(_ own: OutletComparison, _ voice: Voice?, to html: inout HTMLWriter) {
    html.scrollable("Rates with and without shared text, \(VoiceChoice.phrase(voice))") { html in
      html.block("table", .class("plot")) { html in
        html.tableHead(
          "Rates with and without shared text, \(VoiceChoice.phrase(voice))",
          [
            .text("Kind"), .text("Outlet"), .number("Per 1,000"), .number("Without"), .number("Found"),
            .number("Without"),
          ])
        for style in styles {
          html.element("tbody", .class(style.className)) { html in
            for (index, outlet) in outlets.enumerated() {
              let rest = own.outlets.first { $0.name == outlet.name }
              html.element("tr") { html in
                if index == 0 {
                  html.element("th", Attribute("scope", "rowgroup"), Attribute("rowspan", "\(outlets.count)"))
                  { html in
                    html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
                    html.text(style.label)
                  }
                }
                html.element("th", Attribute("scope", "row")) {
                  $0.element("bdi", text: Excerpt.shortened(outlet.name, to: 60))
                }
                let measures = [outlet, rest].map { outlet in
                  outlet?.measures.first { $0.category == style.category }.map { measure in
                    voice.map { measure[$0] } ?? measure.all
                  }
                }
                for measure in measures {
                  html.element(
                    "td", .class("n"), text: measure?.per1000.map { ReportFormat.fixed($0) } ?? "–")
                }
                for measure in measures {
                  html.element(
                    "td", .class("n"),
                    text: measure.map {
                      "\(ReportFormat.grouped($0.count)) in \(ReportFormat.grouped($0.words))"
                    } ?? "–")
                }
              }
            }
          }
          html.newline()
        }
      }
    }
  }

  private func ratios(
    _ tests: OutletContrasts, _ own: OutletComparison, _ voice: Voice?, to html: inout HTMLWriter
  ) {
    html.scrollable("Ratios with and without shared text, \(VoiceChoice.phrase(voice))") { html in
      html.block("table", .class("ratios")) { html in
        html.tableHead(
          "Ratios with and without shared text, \(VoiceChoice.phrase(voice))",
          [.text("Outlet"), .text("Kind"), .number("Times as often"), .number("Without")])
        html.element("tbody") { html in
          let all = (details.tests.overall + details.tests.contrasts).filter { $0.voice == voice }
          let rest = (tests.overall + tests.contrasts).filter { $0.voice == voice }
          for contrast in all where !contrast.category.isFrame && contrast.side.hits + contrast.rest.hits > 0
          {
            let name = outlets[contrast.outlet].name
            let without = rest.first {
              $0.category == contrast.category && own.outlets[$0.outlet].name == name
            }
            html.element("tr") { html in
              html.element("th", Attribute("scope", "row")) {
                $0.element("bdi", text: Excerpt.shortened(name, to: 60))
              }
              html.element(
                "td",
                text: contrast.category == OutletContrasts.framing
                  ? "All framing wording" : CategoryStyle.of(contrast.category).label)
              for value in [contrast, without] {
                html.element("td", .class("n")) { html in
                  guard let value else { return html.text("–") }
                  html.text(RatioMark.label(value.ratio.value))
                  html.element(
                    "small",
                    text: " \(RatioMark.label(value.ratio.low)) to \(RatioMark.label(value.ratio.high))"
                      + (value.p == nil ? "" : ", " + ContrastText.verdict(value.verdict)))
                }
              }
            }
            html.newline()
          }
        }
      }
    }
  }
}
