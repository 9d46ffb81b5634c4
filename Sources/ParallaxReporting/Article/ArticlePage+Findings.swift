import ParallaxCore
import ParallaxScoring

extension ArticlePage {
  /// Every finding with the facts behind it.
  func findings(to html: inout HTMLWriter) {
    section("findings", "All findings", to: &html) { html in
      guard !analysis.findings.isEmpty else {
        html.block("p", text: "Nothing was found.")
        return
      }
      html.block(
        "p", .class("note"),
        text:
          "In order of place. The legend beside the text also filters this list. The number leads to the place "
          + "in the text.")
      html.block("ol", .id("list"), .class(analysis.findings.count > 400 ? "findings long" : "findings")) {
        html in
        html.newline()
        for index in analysis.findings.indices { item(index, to: &html) }
      }
    }
  }

  private func item(_ index: Int, to html: inout HTMLWriter) {
    let finding = analysis.findings[index]
    let number = index + 1
    itemStart(index, to: &html)
    html.element(
      "a", .class("no"), .href(fragment: "f\(number)"),
      text: "\(number)")
    context(of: finding, to: &html)
    html.element("p", .class("kind"), text: FindingText.kind(finding))
    facts(of: finding, to: &html)
    html.close("li")
    html.newline()
  }

  /// The start of a finding's item, which holds its kind and weight.
  func itemStart(_ index: Int, to html: inout HTMLWriter) {
    let finding = analysis.findings[index]
    html.open(
      "li",
      [
        .id("r\(index + 1)"), .class(FindingText.classes(finding)),
        finding.effectiveWeight > 0
          ? Attribute("data-w", ReportFormat.short(finding.effectiveWeight)) : nil,
      ])
  }

  private func facts(of finding: Finding, to html: inout HTMLWriter) {
    let entry = finding.entry
    html.element("dl") { html in
      html.element("dt", text: "voice")
      html.element("dd") { html in voice(of: finding, to: &html) }
      if !entry.category.isFrame { fact("weight", weight(of: finding), to: &html) }
      html.element("dt", text: "entry")
      html.element("dd") { $0.element("code", text: Excerpt.shortened(entry.form, to: 120)) }
      if let neutral = entry.neutral { fact("plain word", neutral, to: &html) }
      if finding.polarity != .neutral {
        fact("tone", finding.polarity == .negative ? "blames" : "praises", to: &html)
      }
      if let target = finding.target, analysis.targets.indices.contains(target) {
        fact("said of", analysis.targets[target].name, to: &html)
      }
      for (key, value) in entry.attributes { fact(FindingText.words(key), value, to: &html) }
      if let note = entry.note { fact("note", note, to: &html) }
      if let source = entry.source, !entry.category.isFrame { fact("after", source, to: &html) }
    }
  }

  private func fact(_ name: String, _ value: String, to html: inout HTMLWriter) {
    html.element("dt", text: name)
    html.element("dd", text: Excerpt.shortened(value, to: 300))
  }

  /// The words around a finding.
  func context(of finding: Finding, reach: Int = 36, to html: inout HTMLWriter) {
    let excerpt = Excerpt.around(finding.span, in: article, paragraph: finding.paragraph, reach: reach)
    html.element("p", .class("kwic")) { html in
      html.text(excerpt.before)
      html.element("b", text: excerpt.match)
      html.text(excerpt.after)
    }
  }

  private func voice(of finding: Finding, to html: inout HTMLWriter) {
    let segments = analysis.voiced.segments
    guard finding.voice != .author else {
      html.text("author")
      return
    }
    html.element("span", .class("by v-\(finding.voice.rawValue)")) { html in
      html.text(VoiceName.label(finding.voice).lowercased())
      if segments.indices.contains(finding.segment) {
        let segment = segments[finding.segment]
        if let name = segment.speaker ?? segment.via {
          html.markup(": ")
          html.element("bdi", text: Excerpt.shortened(name, to: 80))
        }
      }
    }
  }

  /// The weight with what changed it: `0.6 → 0.42 (utterly ×1.4, voice ×0.5)`.
  private func weight(of finding: Finding) -> String {
    let base = ReportFormat.short(finding.entry.weight)
    let effective = ReportFormat.short(finding.effectiveWeight)
    var changes = finding.modifiers.map {
      "\(Excerpt.shortened(article.string($0.span), to: 30)) ×\(ReportFormat.short($0.factor))"
    }
    if finding.negated && !finding.modifiers.contains(where: { $0.kind == .negation }) {
      changes.append("negated")
    }
    let factors = [
      ("category", finding.factors.category), ("voice", finding.factors.voice),
      ("repeated", finding.factors.repetition),
    ]
    changes += factors.filter { $0.1 != 1 }.map { "\($0.0) ×\(ReportFormat.short($0.1))" }
    if changes.isEmpty { return base == effective ? base : "\(base) → \(effective)" }
    return "\(base) → \(effective) (\(changes.joined(separator: ", ")))"
  }

  /// What was seen and left out, with the reason.
  func notCounted(to html: inout HTMLWriter) {
    section("not-counted", "Seen and not counted", to: &html) { html in
      guard !analysis.notCounted.isEmpty else {
        html.block("p", text: "Everything that matched was counted.")
        return
      }
      html.block(
        "p",
        text: "\(ReportFormat.count(analysis.notCounted.count, "match", "matches")) of the lexicons "
          + "\(analysis.notCounted.count == 1 ? "was" : "were") left out, each for one of these reasons.")
      for reason in Finding.NotCounted.allCases {
        let group = analysis.notCounted.indices.filter { analysis.notCounted[$0].reason == reason }
        guard !group.isEmpty else { continue }
        html.block("details") { html in
          html.element("summary") { html in
            html.element("b", text: "\(ReportFormat.grouped(group.count)) ")
            html.text(explanation(reason))
          }
          html.newline()
          html.block("ul", .class("findings")) { html in
            html.newline()
            for index in group.prefix(ArticleFacts.omittedLimit) { omitted(index, reason, to: &html) }
          }
          if group.count > ArticleFacts.omittedLimit {
            html.block(
              "p", .class("note"),
              text: "… and \(ReportFormat.grouped(group.count - ArticleFacts.omittedLimit)) more.")
          }
        }
      }
    }
  }

  private func omitted(_ index: Int, _ reason: Finding.NotCounted, to html: inout HTMLWriter) {
    let finding = analysis.notCounted[index]
    html.block(
      "li", .id("n\(index + 1)"), .class(CategoryStyle.of(finding.entry.category).className)
    ) { html in
      html.element(
        "a", .class("no"), .href(fragment: "o\(index + 1)"), text: "¶ \(finding.paragraph + 1)")
      context(of: finding, reach: 24, to: &html)
      html.element("p", .class("kind")) { html in
        html.text("\(FindingText.kind(finding)) · entry ")
        html.element("code", text: Excerpt.shortened(finding.entry.form, to: 120))
      }
    }
  }

  private func explanation(_ reason: Finding.NotCounted) -> String {
    switch reason {
    case .exception: "used in another sense, by a rule of the entry"
    case .name: "part of a name"
    case .overlap: "inside a longer or stronger finding"
    case .role: "in a part of the page that is not measured"
    case .suppressed: "switched off in the settings"
    }
  }
}
