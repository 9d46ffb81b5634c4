import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonPage {
  /// Dot and interval per category and outlet, with the table behind it.
  func rates(to html: inout HTMLWriter) {
    section("rates", "Rates side by side", to: &html) { html in
      html.block(
        "p", .class("note"),
        text:
          "Findings per 1,000 words, with the 95% interval of each text’s own count. Where two lines overlap "
          + "widely, the texts do not differ clearly. The axis is stretched toward zero, so that rare kinds can be read."
          + (hasSeveralArticles
            ? " DP says how unevenly an outlet’s articles share a kind: 0 even, 1 all in one."
            : ""))
      byVoice(to: &html) { voice, html in
        plot(voice, "Rates " + VoiceChoice.phrase(voice), to: &html)
      }
    }
  }

  private func plot(
    _ voice: Voice?, _ caption: String, to html: inout HTMLWriter
  ) {
    let scale = scale(voice)
    html.scrollable(caption) { html in
      html.block("table", .class("plot")) { html in
        html.element("caption", .class("hidden"), text: caption)
        html.element("thead") { html in
          html.element("tr") { html in
            for name in ["Kind", "Outlet"] { html.columnHead(.text(name)) }
            html.element("th", Attribute("scope", "col")) { html in
              html.element("span", .class("hidden"), text: "Drawing")
              axis(scale, to: &html)
            }
            for name in ["Per 1,000", "95% interval", "Found", "Words"] {
              html.columnHead(.number(name))
            }
            if hasSeveralArticles {
              for name in ["Articles", "DP"] { html.columnHead(.number(name)) }
            }
          }
        }
        for style in styles {
          html.element("tbody", .class(style.className)) { html in
            for index in outlets.indices { row(style, index, voice, scale, to: &html) }
          }
          html.newline()
        }
      }
    }
  }

  /// The row of a kind and an outlet, its scale that of all rates in these words.
  func rateRow(_ style: CategoryStyle, _ index: Int, _ voice: Voice?, to html: inout HTMLWriter) {
    row(style, index, voice, scale(voice), to: &html)
  }

  private func row(
    _ style: CategoryStyle, _ index: Int, _ voice: Voice?, _ scale: RateScale,
    to html: inout HTMLWriter
  ) {
    let measure =
      outlets[index].measures.first { $0.category == style.category }.map { Self.value($0, voice) }
      ?? VoiceMeasure()
    html.element("tr") { html in
      if index == 0 {
        html.element(
          "th", Attribute("scope", "rowgroup"), Attribute("rowspan", "\(outlets.count)"),
          .title(style.definition)
        ) { html in
          html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
          html.text(style.label)
        }
      }
      rateCells(measure, of: index, scale, to: &html)
      if hasSeveralArticles {
        let evenness = Evenness(counts.counts(style.category, voice)[index])
        html.element("td", .class("n"), text: "\(evenness.articlesWith) of \(evenness.articles)")
        html.element(
          "td", .class("n"), text: evenness.deviation.map { ReportFormat.fixed($0, decimals: 2) } ?? "–")
      }
    }
  }

  /// The cells of a row: outlet, drawing, rate, interval, findings and words.
  func rateCells(
    _ measure: VoiceMeasure, of outlet: Int, _ scale: RateScale, to html: inout HTMLWriter
  ) {
    html.element("th", Attribute("scope", "row")) { html in
      html.element("bdi", text: Excerpt.shortened(outlets[outlet].name, to: 60))
    }
    html.element("td", .class("draw")) { html in
      IntervalMark.write(measure, dot: outlet % 2 == 0 ? .filled : .hollow, scale: scale, to: &html)
    }
    html.element("td", .class("n"), text: measure.per1000.map { ReportFormat.fixed($0) } ?? "–")
    if let low = measure.low, let high = measure.high {
      html.element("td", .class("n"), text: "\(ReportFormat.fixed(low)) to \(ReportFormat.fixed(high))")
    } else {
      html.element("td", .class("n"), text: "–")
    }
    html.element("td", .class("n"), text: ReportFormat.grouped(measure.count))
    html.element("td", .class("n")) { html in
      html.text(ReportFormat.grouped(measure.words))
      if measure.words < OutletComparison.shortText { html.element("small", text: "too few to read") }
    }
  }

  /// A category's measure in one voice, or in all for nil.
  private static func value(_ measure: CategoryMeasure, _ voice: Voice?) -> VoiceMeasure {
    voice.map { measure[$0] } ?? measure.all
  }

  private func scale(_ voice: Voice?) -> RateScale {
    let measures = outlets.flatMap {
      $0.measures.filter { !$0.category.isFrame }.map { Self.value($0, voice) }
    }
    let rate = measures.compactMap(\.per1000).max() ?? 1
    let bound = measures.compactMap(\.high).max() ?? 1
    return RateScale(reaching: min(bound, rate * 2.5), isStretched: true)
  }

  func axis(_ scale: RateScale, to html: inout HTMLWriter) {
    html.element(
      "svg", .class("ticks"), Attribute("width", "100%"), Attribute("height", "16"),
      Attribute("aria-hidden", "true")
    ) { html in
      for tick in scale.ticks {
        html.element(
          "text", Attribute("x", scale.position(tick)), Attribute("y", "12"), text: ReportFormat.short(tick))
      }
    }
  }
}
