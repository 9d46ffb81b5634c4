import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonPage {
  /// Most sources in the table; the data hold all.
  private static let mostSources = 24

  /// Who is heard, how much, and with which verbs.
  func heard(to html: inout HTMLWriter) {
    let heard = coverage.sources
    guard !heard.sources.isEmpty else { return }
    section("heard", "Who is heard", to: &html) { html in
      let several = outlets.contains { $0.articles.count > 1 }
      html.block(
        "p", .class("note"),
        text:
          "Shares of all words that an outlet gives to sources, quoted or reported, and the verbs that introduce "
          + "them. Verbs that are not neutral are underlined; their share has a Wilson interval. "
          + (several
            ? "Shares of words have a 95% interval over the outlet’s articles where there are two or more."
            : "One article each: this describes these articles and no more."))
      outletTable(heard, to: &html)
      html.block("h3", text: "Source by source")
      sourceTable(heard, to: &html)
      if heard.sources.count > Self.mostSources {
        html.block(
          "p", .class("note"),
          text: "The other \(heard.sources.count - Self.mostSources) sources are in the data (--format json)."
        )
      }
      joins(heard.sources.prefix(Self.mostSources).map(\.entity), to: &html)
    }
  }

  private func outletTable(_ heard: SourceComparison, to html: inout HTMLWriter) {
    html.scrollable("Sources by outlet") { html in
      html.block("table") { html in
        html.tableHead(
          "Sources by outlet",
          [.text("Outlet"), .number("Sources"), .number("Words")]
            + SourceKind.allCases.map { .number(VoiceName.label($0)) }
            + [.number("Marked verbs"), .text("Verbs by kind")])
        html.element("tbody") { html in
          for (index, outlet) in heard.outlets.enumerated() {
            html.element("tr") { html in
              html.element("th", Attribute("scope", "row")) {
                $0.element("bdi", text: Excerpt.shortened(outlets[index].name, to: 60))
              }
              html.element("td", .class("n"), text: ReportFormat.grouped(outlet.sources))
              html.element("td", .class("n"), text: ReportFormat.grouped(outlet.words))
              for kind in SourceKind.allCases.indices {
                html.element(
                  "td", .class("n"), text: ReportFormat.percent(outlet.byKind[kind], of: outlet.words))
              }
              html.element("td", .class("n"), text: ShareText.marked(outlet.all))
              let kinds = outlet.stances.map { "\($0.lemma) \(ReportFormat.grouped($0.count))" }
              html.element("td", text: kinds.isEmpty ? "–" : kinds.joined(separator: ", "))
            }
            html.newline()
          }
        }
      }
    }
  }

  private func sourceTable(_ heard: SourceComparison, to html: inout HTMLWriter) {
    let scale = RateScale(
      reaching: 100 * (heard.sources.flatMap(\.heard).compactMap { $0?.share.value }.max() ?? 1))
    html.scrollable("Sources one by one") { html in
      html.block("table", .class("plot heard")) { html in
        html.element("caption", .class("hidden"), text: "Sources one by one")
        html.element("thead") { html in
          html.element("tr") { html in
            for name in ["Source", "Outlet", "Introduced by"] { html.columnHead(.text(name)) }
            html.columnHead(.number("Marked verbs"))
            html.element("th", Attribute("scope", "col")) { html in
              html.element("span", .class("hidden"), text: "Drawing")
              axis(scale, to: &html)
            }
            for name in ["Share", "Words", "Quoted", "Reported"] { html.columnHead(.number(name)) }
          }
        }
        for source in heard.sources.prefix(Self.mostSources) {
          html.element("tbody") { html in
            let rows = outlets.indices.filter { source.heard[$0] != nil }
            for outlet in rows {
              guard let value = source.heard[outlet] else { continue }
              row(source, value, outlet, isFirst: outlet == rows.first, of: rows.count, scale, to: &html)
            }
          }
          html.newline()
        }
      }
    }
  }

  private func row(
    _ source: SourceComparison.Source, _ value: SourceComparison.Heard, _ outlet: Int, isFirst: Bool,
    of rows: Int,
    _ scale: RateScale, to html: inout HTMLWriter
  ) {
    html.element("tr") { html in
      if isFirst {
        html.element("th", Attribute("scope", "rowgroup"), Attribute("rowspan", "\(rows)")) { html in
          html.element("bdi", text: Excerpt.shortened(coverage.names.entities[source.entity].name, to: 80))
          html.element("small", text: " \(VoiceName.label(source.kind))")
        }
      }
      html.element("th", Attribute("scope", "row")) {
        $0.element("bdi", text: Excerpt.shortened(outlets[outlet].name, to: 60))
      }
      html.element("td", .class("verbs")) { verbs(value.verbs, to: &$0) }
      html.element("td", .class("n"), text: ShareText.marked(value))
      html.element("td", .class("draw")) { html in
        let share = value.share
        IntervalMark.write(
          VoiceMeasure(
            count: value.words, per1000: share.value * 100, low: share.low.map { $0 * 100 },
            high: share.high.map { $0 * 100 }), dot: outlet % 2 == 0 ? .filled : .hollow, scale: scale,
          to: &html)
      }
      html.element("td", .class("n"), text: ShareText.share(value.share))
      html.element("td", .class("n"), text: ReportFormat.grouped(value.words))
      html.element("td", .class("n"), text: ReportFormat.grouped(value.direct))
      html.element("td", .class("n"), text: ReportFormat.grouped(value.indirect))
    }
  }

  private func verbs(_ verbs: [SourceComparison.Verb], to html: inout HTMLWriter) {
    if verbs.isEmpty { html.text("–") }
    for (index, verb) in verbs.prefix(8).enumerated() {
      if index > 0 { html.text(", ") }
      let text = Excerpt.shortened(verb.lemma, to: 40) + (verb.count > 1 ? " ×\(verb.count)" : "")
      if let stance = verb.stance, stance != "neutral" {
        html.element("span", .class("marked"), .title(stance), text: text)
        html.element("small", text: " \(stance)")
      } else {
        html.text(text)
      }
    }
    if verbs.count > 8 { html.text(" and \(verbs.count - 8) more") }
  }

  /// How names were joined, with the rule behind each.
  func joins(_ entities: [Int], to html: inout HTMLWriter) {
    let joined = entities.filter { coverage.names.entities[$0].variants.count > 1 }
    guard !joined.isEmpty else { return }
    html.block("details") { html in
      html.element("summary", text: "Which names were taken for one, and why")
      html.newline()
      html.block(
        "p", .class("note"),
        text: "A file of your own (--aliases) overrides this: one line each, name = what else it goes by; …")
      html.block("dl") { html in
        for entity in joined {
          let entity = coverage.names.entities[entity]
          html.element("dt") { $0.element("bdi", text: Excerpt.shortened(entity.name, to: 80)) }
          html.element(
            "dd",
            text: entity.variants.prefix(12).map {
              "“\(Excerpt.shortened($0.text, to: 60))” (\(JoinRule.label($0.rule)))"
            }.joined(separator: ", "))
        }
      }
    }
  }
}

/// Shares for readers.
enum ShareText {
  /// `34%`, or `34% (12% to 56%)`.
  static func share(_ share: SourceComparison.Share) -> String {
    let value = ReportFormat.fixed(share.value * 100, decimals: 0) + "%"
    guard let low = share.low, let high = share.high else { return value }
    return
      "\(value) (\(ReportFormat.fixed(low * 100, decimals: 0))% to \(ReportFormat.fixed(high * 100, decimals: 0))%)"
  }

  /// `2 of 3 (21% to 94%)`.
  static func marked(_ heard: SourceComparison.Heard) -> String {
    guard let share = heard.markedShare, let low = share.low, let high = share.high else { return "–" }
    let (part, whole) = heard.marked
    return
      "\(part) of \(whole) (\(ReportFormat.fixed(low * 100, decimals: 0))% to \(ReportFormat.fixed(high * 100, decimals: 0))%)"
  }
}

/// Rules of joining for readers.
enum JoinRule {
  static func label(_ rule: NamedEntity.Rule) -> String {
    switch rule {
    case .itself: "its name here"
    case .alias: "your aliases"
    case .sameName: "the same words, titles and articles aside"
    case .ending: "ends in the name"
    case .lastWord: "last word of this name alone"
    case .firstWord: "first word of this name alone"
    case .initials: "its initials"
    case .title(let head): "“\(Excerpt.shortened(head, to: 40))” stands beside this name alone"
    }
  }

  /// A word for data.
  static func code(_ rule: NamedEntity.Rule) -> String {
    switch rule {
    case .itself: "itself"
    case .alias: "alias"
    case .sameName: "sameName"
    case .ending: "ending"
    case .lastWord: "lastWord"
    case .firstWord: "firstWord"
    case .initials: "initials"
    case .title: "title"
    }
  }
}
