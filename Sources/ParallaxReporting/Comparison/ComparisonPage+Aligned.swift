import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonPage {
  /// Rows of an event that stand open on the page, most rows behind them, and most events; the data hold all.
  private static let mostRows = 60
  private static let firstRows = 12
  private static let mostEvents = 8
  private static let mostAlone = 12

  /// Sentences of different outlets on the same thing side by side, and what one outlet alone tells.
  func aligned(to html: inout HTMLWriter) {
    let events = coverage.alignment.events.filter { !$0.rows.isEmpty || !$0.lone.isEmpty }
    guard !events.isEmpty else { return }
    section("aligned", "The same told twice", to: &html) { html in
      html.block(
        "p", .class("note"),
        text:
          "Sentences that share names, numbers, dates and rare words, wherever they stand. Words that the others do "
          + "not have are underlined; framing wording is named beneath. Of such rows in the news, eight in ten tell "
          + "the same fact, and about a third of what outlets tell in common is missed. Silence on a fact may be "
          + "choice, space or chance."
      )
      for event in events.prefix(Self.mostEvents) {
        if let name = event.name, events.count > 1 {
          html.block("h3") { $0.element("bdi", text: Excerpt.shortened(name, to: 120)) }
        }
        rows(event, to: &html)
        alone(event, to: &html)
      }
      if events.count > Self.mostEvents {
        html.block(
          "p", .class("note"),
          text: "Only in the data: \(ReportFormat.count(events.count - Self.mostEvents, "more event")).")
      }
      soleSources(to: &html)
    }
  }

  private func outletName(_ outlet: Int, to html: inout HTMLWriter) {
    html.element("bdi", text: Excerpt.shortened(outlets[outlet].name, to: 60))
  }

  // MARK: Rows

  private func rows(_ event: Alignment.Event, to html: inout HTMLWriter) {
    let rows = event.rows.filter { row in row.sentences.contains { !$0.differing.isEmpty } }
    list(rows.prefix(Self.firstRows), to: &html)
    if rows.count > Self.firstRows {
      html.block("details") { html in
        html.element("summary", text: ReportFormat.count(rows.count - Self.firstRows, "more row"))
        html.newline()
        list(rows[Self.firstRows...].prefix(Self.mostRows), to: &html)
      }
    }
    let rest = max(0, rows.count - Self.firstRows - Self.mostRows)
    let same = event.rows.count - rows.count
    let left = [
      same > 0 ? "\(ReportFormat.count(same, "row")) without a difference" : nil,
      rest > 0 ? "\(ReportFormat.count(rest, "further row"))" : nil,
    ].compactMap { $0 }
    if !left.isEmpty {
      html.block("p", .class("note"), text: "Only in the data: \(ReportFormat.list(left)).")
    }
  }

  private func list(_ rows: ArraySlice<Alignment.Row>, to html: inout HTMLWriter) {
    guard !rows.isEmpty else { return }
    html.block("ol", .class("aligned")) { html in
      html.newline()
      for row in rows {
        html.element("li") { html in
          for sentence in row.sentences {
            html.element("div") { html in
              html.element("b") { outletName(sentence.outlet, to: &$0) }
              html.element("p", Attribute("dir", "auto")) { marked(sentence, to: &$0) }
              findings(in: sentence, to: &html)
            }
          }
        }
        html.newline()
      }
    }
  }

  /// A sentence with the words that the others of its row do not have set off.
  private func marked(_ sentence: Alignment.Sentence, to html: inout HTMLWriter) {
    let article = comparison.analyses[sentence.article].article
    var at = sentence.span.start
    for words in sentence.differing {
      html.text(utf8: article.text[at..<words.start])
      html.element("mark", .class("differs")) { $0.text(utf8: article.text[words.range]) }
      at = words.end
    }
    html.text(utf8: article.text[at..<sentence.span.end])
  }

  private func findings(in sentence: Alignment.Sentence, to html: inout HTMLWriter) {
    let analysis = comparison.analyses[sentence.article]
    let findings = analysis.findings.filter {
      sentence.span.contains($0.span) && $0.entry.category.isSlant(subcategory: $0.entry.subcategory)
        && $0.voice == .author
    }
    guard !findings.isEmpty else { return }
    html.element("p", .class("found")) { html in
      for finding in findings {
        let style = CategoryStyle.of(finding.entry.category)
        html.element("span", .class(style.className), .title(style.label)) { html in
          html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
          html.element("span", .class("hidden"), text: style.label + ": ")
          html.text(Excerpt.shortened(analysis.article.string(finding.span), to: 60) + " ")
        }
      }
    }
  }

  // MARK: Alone

  private func alone(_ event: Alignment.Event, to html: inout HTMLWriter) {
    guard !event.lone.isEmpty || !event.facts.isEmpty else { return }
    html.block("h3", text: "What one outlet alone tells")
    html.block("div", .class("columns")) { html in
      html.newline()
      for outlet in event.outlets {
        html.block("div") { html in
          html.newline()
          html.block("h4") { outletName(outlet, to: &$0) }
          facts(event.facts.filter { $0.outlet == outlet }, to: &html)
          sentences(event.lone.filter { $0.outlet == outlet }, to: &html)
        }
      }
    }
  }

  private func facts(_ facts: [LoneFact], to html: inout HTMLWriter) {
    guard !facts.isEmpty else { return }
    html.block("dl", .class("facts")) { html in
      for kind in LoneFact.Kind.allCases {
        let own = facts.filter { $0.kind == kind }
        guard !own.isEmpty else { continue }
        html.element("dt", text: LoneFactName.label(kind))
        html.element("dd") { html in
          for (index, fact) in own.prefix(Self.mostAlone).enumerated() {
            if index > 0 { html.text(" · ") }
            html.element(
              "bdi",
              text: Excerpt.shortened(comparison.analyses[fact.article].article.string(fact.span), to: 60))
          }
          if own.count > Self.mostAlone { html.text(" and \(own.count - Self.mostAlone) more") }
        }
      }
    }
  }

  private func sentences(_ lone: [Alignment.Sentence], to html: inout HTMLWriter) {
    guard !lone.isEmpty else { return }
    html.block("details") { html in
      html.element("summary", text: ReportFormat.count(lone.count, "sentence") + " without a counterpart")
      html.newline()
      for sentence in lone.prefix(Self.mostRows) {
        html.element("p", .class("place"), Attribute("dir", "auto")) { marked(sentence, to: &$0) }
      }
      if lone.count > Self.mostRows {
        html.element("p", .class("note"), text: "\(lone.count - Self.mostRows) more are in the data.")
      }
    }
  }

  /// Sources that one outlet alone hears.
  private func soleSources(to html: inout HTMLWriter) {
    let sole = outlets.indices.map { outlet in
      coverage.sources.sources.filter { $0.outlets == 1 && $0.heard[outlet] != nil && $0.kind == .named }
    }
    guard outlets.count <= Self.mostAlone, sole.contains(where: { !$0.isEmpty }) else { return }
    html.block("h3", text: "Named sources that one outlet alone hears")
    html.block("dl", .class("facts")) { html in
      for (outlet, sources) in sole.enumerated() where !sources.isEmpty {
        html.element("dt") { outletName(outlet, to: &$0) }
        html.element("dd") { html in
          for (index, source) in sources.prefix(Self.mostAlone).enumerated() {
            if index > 0 { html.text(" · ") }
            html.element("bdi", text: Excerpt.shortened(coverage.names.entities[source.entity].name, to: 80))
          }
          if sources.count > Self.mostAlone { html.text(" and \(sources.count - Self.mostAlone) more") }
        }
      }
    }
  }
}

/// Names of kinds of facts for readers.
enum LoneFactName {
  static func label(_ kind: LoneFact.Kind) -> String {
    switch kind {
    case .number: "Numbers"
    case .date: "Dates"
    case .name: "Names"
    }
  }
}
