import ParallaxComparison
import ParallaxCore

extension ComparisonPage {
  /// Ratios of rates with their intervals and tests, a table for each outlet and voice.
  func contrasts(to html: inout HTMLWriter) {
    guard !details.tests.contrasts.isEmpty else { return }
    section("contrasts", "How many times as often", to: &html) { html in
      let isTested = details.tests.fewestArticles > 1
      html.block(
        "p", .class("note"),
        text:
          "1× is the same rate, 2× twice as often. The shaded band, 0.8× to 1.25×, is practically the same. "
          + (isTested
            ? "Where the interval holds 1×, the difference can be due to chance."
            : "One article per outlet: the intervals say how far such ratios stray between articles of one outlet. "
              + "They are no test."))
      let outlets = details.tests.overall.map(\.outlet)
      for outlet in outlets {
        if outlets.count > 1 {
          html.block("h3") { html in
            html.element("bdi", text: text.name(outlet))
            html.text(" against all others")
          }
        }
        byVoice(to: &html) { voice, html in table(outlet, voice: voice, to: &html) }
      }
      if isTested { explanation(to: &html) }
    }
  }

  private var text: ContrastText { ContrastText(comparison: comparison, tests: details.tests) }

  /// The contrasts of one table: all framing wording first, then the kinds from the largest ratio down.
  func ratioRows(_ outlet: Int, voice: Voice?) -> [Contrast] {
    let own = details.tests.contrasts.filter { $0.outlet == outlet && $0.voice == voice }
    let kinds = own.filter {
      $0.category != OutletContrasts.framing && !$0.category.isFrame && $0.side.hits + $0.rest.hits > 0
    }
    let first =
      voice == .author
      ? details.tests.overall.filter { $0.outlet == outlet }
      : own.filter { $0.category == OutletContrasts.framing }
    return first
      + kinds.enumerated().sorted {
        let (a, b) = ($0.element.ratio.value, $1.element.ratio.value)
        return a != b ? a > b : $0.offset < $1.offset
      }.map(\.element)
  }

  private func table(_ outlet: Int, voice: Voice?, to html: inout HTMLWriter) {
    let rows = ratioRows(outlet, voice: voice)
    let caption = "Ratios of rates " + VoiceChoice.phrase(voice)
    guard let first = rows.first else { return }
    html.scrollable(caption) { html in
      html.block("table", .class("plot ratios")) { html in
        html.element("caption", .class("hidden"), text: caption)
        html.element("thead") { html in
          html.element("tr") { html in
            html.columnHead(.text("Kind"))
            html.element("th", Attribute("scope", "col")) { html in
              html.element("span", .class("hidden"), text: "Drawing")
              RatioMark.axis(to: &html)
            }
            html.columnHead(.number("Ratio"))
            html.columnHead(.number("\(text.name(outlet))"))
            html.columnHead(.number("\(first.reference.map(text.name) ?? "Others")"))
            if details.tests.fewestArticles > 1 {
              html.columnHead(.number("p, q"))
              if rows.contains(where: { $0.permutation != nil }) { html.columnHead(.number("Permutation")) }
              html.columnHead(.text("So"))
            }
          }
        }
        html.block("tbody") { html in
          let isDealt = rows.contains { $0.permutation != nil }
          for contrast in rows { ratioRow(contrast, isDealt: isDealt, to: &html) }
        }
      }
    }
  }

  func ratioRow(_ contrast: Contrast, isDealt: Bool, to html: inout HTMLWriter) {
    let isOverall = contrast.category == OutletContrasts.framing
    let style = CategoryStyle.of(contrast.category)
    html.element("tr", .class(isOverall ? "overall" : style.className)) { html in
      html.element("th", Attribute("scope", "row")) { html in
        if !isOverall { html.element("span", .class("tag"), Attribute("aria-hidden", "true")) }
        html.text(isOverall ? "All framing wording" : style.label)
      }
      html.element("td", .class("draw")) { html in
        RatioMark.write(contrast.ratio, isTested: contrast.p != nil, to: &html)
      }
      figure(
        RatioMark.label(contrast.ratio.value),
        "\(RatioMark.label(contrast.ratio.low)) to \(RatioMark.label(contrast.ratio.high))",
        contrast.resampled.map { "BCa \(RatioMark.range($0))" } ?? "", to: &html)
      for pool in [contrast.side, contrast.rest] {
        figure(ReportFormat.grouped(pool.hits), "in \(ReportFormat.grouped(pool.words)) words", to: &html)
      }
      if details.tests.fewestArticles > 1 {
        figure(
          contrast.p.map(Self.probability) ?? "–", contrast.q.map { "q \(Self.probability($0))" } ?? "",
          to: &html)
        if isDealt {
          html.element("td", .class("n"), text: contrast.permutation.map(Self.probability) ?? "–")
        }
        html.element("td") { html in
          html.text(ContrastText.verdict(contrast.verdict))
          if let ratio = contrast.detectable {
            html.element(
              "small",
              text: ratio > 100
                ? "too little found to show any"
                : "would show from \(ReportFormat.short(ratio, decimals: 1))×")
          }
        }
      }
    }
    html.newline()
  }

  /// A number with smaller ones beneath.
  private func figure(_ value: String, _ details: String..., to html: inout HTMLWriter) {
    html.element("td", .class("n")) { html in
      html.text(value)
      for detail in details where !detail.isEmpty { html.element("small", text: " " + detail) }
    }
  }

  private static func probability(_ p: Double) -> String {
    p < 0.001 ? "<0.001" : ReportFormat.fixed(p, decimals: 3)
  }

  private func explanation(to html: inout HTMLWriter) {
    let floors = details.tests.overall.compactMap(\.permutationFloor)
    html.block("details") { html in
      html.element("summary", text: "What the columns mean")
      html.newline()
      html.block("dl") { html in
        for (term, meaning) in ContrastMethod.columns {
          html.element("dt", text: term)
          html.element("dd", text: meaning)
        }
        if let floor = floors.max() {
          html.element("dt", text: "Smallest permutation p")
          html.element(
            "dd",
            text: "With these numbers of articles the permutation test cannot give less than "
              + "\(Self.probability(floor)).")
        }
        if let among = details.tests.among {
          html.element("dt", text: "All outlets at once")
          html.element("dd", text: text.among(among))
        }
        matched(to: &html)
      }
    }
  }

  private func matched(to html: inout HTMLWriter) {
    for contrast in details.tests.overall {
      guard let matched = contrast.matched else { continue }
      html.element("dt", text: "Within events: \(text.name(contrast.outlet))")
      var sentence = "\(ReportFormat.count(matched.events, "event")) covered by both sides"
      if let ratio = matched.logRatio {
        sentence += "; framing wording \(RatioMark.label(ratio)) as often within them"
      }
      if let interval = matched.interval {
        sentence += " (\(RatioMark.range(interval)) by resampling events, BCa)"
      }
      sentence +=
        "; sign-flip test p = \(Self.probability(matched.probability)), at least \(Self.probability(matched.floor))"
      html.element("dd", text: sentence + ".")
    }
  }
}

/// Texts on the tests.
enum ContrastMethod {
  static let columns: [(String, String)] = [
    (
      "Times as often",
      "The ratio of rates, half a finding and half a word added on both sides (Hardie 2014). Its interval takes in "
        + "that articles of one outlet vary more than chance: φ, estimated from these articles and moderated toward "
        + "a value from 840 other articles that counts as much as eight (Smyth 2004)."
    ),
    (
      "BCa",
      "From ten articles a side on, a second interval of the ratio by drawing the articles anew 2,000 times, "
        + "bias-corrected and accelerated (Efron 1987)."
    ),
    (
      "p",
      "Moderated quasi-Poisson test: the log-likelihood ratio over φ, against F. Checked on articles of one outlet "
        + "split at random, it calls a difference in at most 5 of 100 cases; the plain log-likelihood does in 18 to 27."
    ),
    (
      "q",
      "p after the Benjamini–Hochberg correction for all tests of this comparison. At 0.05 or less: differs."
    ),
    (
      "Permutation p",
      "The share of all ways to deal these articles to the two sides that give a ratio as large. From four articles a "
        + "side on."
    ),
    (
      "Would show from", "The smallest true ratio that these articles would have shown with 80% probability."
    ),
    (
      "So",
      "“Practically alike” where two one-sided tests put the ratio within 0.8× to 1.25×; else, without a difference, "
        + "“not distinguishable”, which does not mean the same."
    ),
  ]
}
