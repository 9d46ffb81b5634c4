import ParallaxCore
import ParallaxScoring

extension ArticlePage {
  /// One card per category that occurs: rate, interval, counts, and the sum behind them.
  func cards(to html: inout HTMLWriter) {
    section("wording", "Wording by kind", to: &html) { html in
      if facts.measures.isEmpty {
        html.block("p", text: "Nothing was found in any category.")
      } else {
        html.block(
          "p", .class("note"),
          text:
            "Findings per 1,000 words. The filled dot is the author’s words, the ring all voices; the line is "
            + "the 95% interval. All bars share one scale.")
        measureChoice(to: &html)
        html.block("ul", .class("cards")) { html in
          html.newline()
          for (style, measure) in facts.measures { card(style, measure, to: &html) }
        }
      }
      if !facts.absent.isEmpty {
        html.block("p", .class("note")) { html in
          html.text("Looked for and not found: ")
          html.text(facts.absent.map { $0.label.lowercased() }.joined(separator: ", ") + ".")
        }
      }
      index(to: &html)
    }
  }

  /// The switch between rates and counts: buttons that the style sheet reads.
  private func measureChoice(to html: inout HTMLWriter) {
    html.block("fieldset", .class("measure")) { html in
      html.element("legend", text: "Show")
      for (id, label, isChosen) in [
        ("as-rates", "rates per 1,000 words", true), ("as-counts", "counts", false),
      ] {
        html.element("label") { html in
          html.void(
            "input", Attribute("type", "radio"), Attribute("name", "measure"), .id(id),
            isChosen ? Attribute.flag("checked") : nil)
          html.text(label)
        }
      }
    }
  }

  /// A measure as counts, so that it is drawn like a rate.
  private static func counted(_ measure: VoiceMeasure) -> VoiceMeasure {
    let bounds = PoissonInterval.bounds(count: measure.count)
    return VoiceMeasure(
      count: measure.count, words: measure.words, per1000: measure.words > 0 ? Double(measure.count) : nil,
      low: bounds.low, high: bounds.high)
  }

  /// One scale for all cards, of rates or of counts; a single huge interval does not flatten the rest.
  private func scale(counts: Bool) -> RateScale {
    var rates: [Double] = []
    var bounds: [Double] = []
    for (_, measure) in facts.measures {
      for voice in [measure.author, measure.all] {
        let voice = counts ? Self.counted(voice) : voice
        rates.append(voice.per1000 ?? 0)
        bounds.append(voice.high ?? 0)
      }
    }
    let top = rates.max() ?? 1
    return RateScale(reaching: min(bounds.max() ?? 1, top * 2))
  }

  private func card(_ style: CategoryStyle, _ measure: CategoryMeasure, to html: inout HTMLWriter) {
    html.block("li", .class("card \(style.className)")) { html in
      html.newline()
      head(style, to: &html)
      figures(measure, kind: style.className, to: &html)
      ledger(style, measure, to: &html)
    }
  }

  func head(_ style: CategoryStyle, to html: inout HTMLWriter) {
    html.block("h3") { html in
      html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
      html.text(style.label)
    }
  }

  /// The numbers of a card: rate and count with their intervals, drawn and written.
  func figures(_ measure: CategoryMeasure, kind: String, to html: inout HTMLWriter) {
    html.block("div", .class("as-rate")) { html in
      html.element("p", .class("figure")) { html in
        if let rate = measure.author.per1000 {
          html.element("b", text: ReportFormat.fixed(rate))
          html.element("span", text: " per 1,000")
          if let low = measure.author.low, let high = measure.author.high {
            html.element(
              "span", .class("bounds"), text: " \(ReportFormat.fixed(low)) to \(ReportFormat.fixed(high))")
          }
        } else {
          html.element("b", text: "–")
          html.element("span", text: " no words of the author’s")
        }
      }
      let scale = scale(counts: false)
      IntervalMark.write(measure.author, dot: .filled, scale: scale, to: &html)
      IntervalMark.write(measure.all, dot: .hollow, scale: scale, to: &html)
    }
    html.block("div", .class("as-count")) { html in
      let counted = (author: Self.counted(measure.author), all: Self.counted(measure.all))
      html.element("p", .class("figure")) { html in
        html.element("b", text: ReportFormat.grouped(measure.author.count))
        html.element("span", text: " found")
        if let low = counted.author.low, let high = counted.author.high {
          html.element(
            "span", .class("bounds"), text: " \(ReportFormat.fixed(low)) to \(ReportFormat.fixed(high))")
        }
      }
      let scale = scale(counts: true)
      IntervalMark.write(counted.author, dot: .filled, scale: scale, to: &html)
      IntervalMark.write(counted.all, dot: .hollow, scale: scale, to: &html)
    }
    html.block("p", .class("counts")) { html in
      html.element("a", .href(fragment: "findings"), Attribute("data-only", kind)) { html in
        html.text("\(ReportFormat.grouped(measure.author.count)) in the author’s words")
      }
      html.text(", ")
      html.void("br")
      html.text("\(ReportFormat.grouped(measure.all.count)) in all voices")
      if let rate = measure.all.per1000 { html.text(" (\(ReportFormat.fixed(rate)) per 1,000)") }
    }
  }

  /// The sum behind a card, and its findings.
  private func ledger(_ style: CategoryStyle, _ measure: CategoryMeasure, to html: inout HTMLWriter) {
    html.block("details") { html in
      html.element("summary") { html in
        html.text("How it is counted")
        html.element("span", .class("hidden"), text: ": \(style.label)")
      }
      html.newline()
      html.block("p", .class("def"), text: style.definition)
      html.block("p", .class("name")) { html in
        html.text("In the data: ")
        html.element("code", text: style.category.name)
      }
      sum(style, measure, to: &html)
      html.block("p", .class("refs")) { html in
        for index in facts.findings(of: style.category) { reference(index, to: &html) }
      }
    }
  }

  /// The division behind the rate, and the counts by voice.
  func sum(_ style: CategoryStyle, _ measure: CategoryMeasure, to html: inout HTMLWriter) {
    if let rate = measure.author.per1000, measure.author.words > 0 {
      html.block(
        "p", .class("sum"),
        text:
          "\(ReportFormat.grouped(measure.author.count)) ÷ \(ReportFormat.grouped(measure.author.words)) × 1,000 "
          + "= \(ReportFormat.fixed(rate, decimals: 2))")
    }
    voiceTable(measure, caption: "\(style.label), by voice", to: &html)
  }

  /// Count, words, rate and weight of the author, of every other voice with a finding, and of all.
  func voiceTable(_ measure: CategoryMeasure, caption: String, to html: inout HTMLWriter) {
    html.block("table", .class("small")) { html in
      html.tableHead(
        caption,
        [.text("Voice"), .number("Found"), .number("Words"), .number("Per 1,000"), .number("Weight")])
      html.element("tbody") { html in
        for voice in Voice.allCases where voice == .author || measure[voice].count > 0 {
          row(VoiceName.label(voice), measure[voice], to: &html)
        }
        row("All", measure.all, to: &html)
      }
    }
  }

  private func row(_ name: String, _ measure: VoiceMeasure, to html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", Attribute("scope", "row"), text: name)
      html.element("td", text: ReportFormat.grouped(measure.count))
      html.element("td", text: ReportFormat.grouped(measure.words))
      html.element("td", text: measure.per1000.map { ReportFormat.fixed($0) } ?? "–")
      html.element("td", text: ReportFormat.short(measure.weight))
    }
  }

  /// A link to a finding in the text, with its first words.
  func reference(_ index: Int, to html: inout HTMLWriter) {
    let finding = analysis.findings[index]
    html.element(
      "a", .href(fragment: "f\(index + 1)"), .class("ref\(finding.voice == .author ? "" : " other")"),
      text: Excerpt.shortened(article.string(finding.span), to: 32))
    html.markup(" ")
  }

  /// The framing index with its formula, below the cards and never above them.
  private func index(to html: inout HTMLWriter) {
    guard analysis.framing.author != nil || analysis.framing.all != nil else { return }
    html.block("details", .class("index")) { html in
      html.element("summary", text: "All of it in one number: the framing index")
      html.newline()
      html.block(
        "p",
        text:
          "The index sums the weights of all framing wording per 1,000 words (r) and bends the sum into 0 to "
          + "100: 100 × (1 − e^(−r ÷ \(ReportFormat.short(FramingIndex.k)))). It is for sorting many articles. For "
          + "one article, read the kinds above.")
      html.scrollable("Framing index") { html in indexTable(to: &html) }
    }
  }

  func indexTable(to html: inout HTMLWriter) {
    html.block("table") { html in
      html.tableHead(
        "Framing index",
        [
          .text("Words"), .number("Sum of weights"), .number("Number of words"), .number("r"),
          .number("Index"), .number("95% interval"),
        ])
      html.element("tbody") { html in
        for (name, value) in [("Author’s", analysis.framing.author), ("All voices", analysis.framing.all)] {
          guard let value else { continue }
          html.element("tr") { html in
            html.element("th", Attribute("scope", "row"), text: name)
            html.element("td", .class("n"), text: ReportFormat.fixed(value.weight, decimals: 2))
            html.element("td", .class("n"), text: ReportFormat.grouped(value.words))
            html.element("td", .class("n"), text: ReportFormat.fixed(value.rate, decimals: 2))
            html.element("td", .class("n"), text: ReportFormat.fixed(value.index))
            html.element(
              "td", .class("n"),
              text: "\(ReportFormat.fixed(value.low)) to \(ReportFormat.fixed(value.high))")
          }
        }
      }
    }
  }
}
