import ParallaxCore
import ParallaxScoring

extension ArticlePage {
  /// Title, where the text comes from, and the way through the page.
  func masthead(to html: inout HTMLWriter) {
    html.block("header", .class("masthead")) { html in
      html.newline()
      html.block("p", .class("kind"), text: "Parallax framing report")
      html.block("h1", Attribute("dir", "auto"), text: title)
      html.block("p", .class("meta")) { html in
        var parts: [String] = []
        if let outlet = metadata.outlet { parts.append(outlet) }
        if let byline = metadata.byline { parts.append(byline) }
        if let published = metadata.published { parts.append(ReportFormat.day(published)) }
        if metadata.genre != .unknown { parts.append("declared as \(genreName)") }
        for (index, part) in parts.enumerated() {
          if index > 0 { html.markup(" · ") }
          html.element("bdi", text: Excerpt.shortened(part, to: 200))
        }
        if !parts.isEmpty { html.markup(" · ") }
        source(to: &html)
      }
      html.block("nav", .label("Sections")) { html in
        html.element("ul") { html in
          var entries = [("summary", "Summary")]
          if analysis.isMeasured { entries += [("wording", "Wording"), ("strip-section", "Paragraphs")] }
          entries.append(("voices", "Voices"))
          entries.append(("text", "Text"))
          if analysis.isMeasured { entries.append(("findings", "Findings")) }
          entries.append(("method", "Method"))
          for (id, name) in entries {
            html.element("li") { $0.element("a", .href(fragment: id), text: name) }
          }
        }
      }
    }
  }

  private var genreName: String {
    switch metadata.genre {
    case .news: "news"
    case .opinion: "opinion"
    case .analysis: "analysis"
    case .liveBlog: "a live blog"
    case .sponsored: "sponsored"
    case .unknown: "unknown"
    }
  }

  private func source(to html: inout HTMLWriter) {
    let address = metadata.url ?? metadata.source
    if let link = SafeLink(absolute: address) {
      html.element(
        "a", .href(link), Attribute("rel", "noopener noreferrer nofollow external"),
        text: Excerpt.shortened(address, to: 80))
    } else {
      html.element("bdi", .class("path"), text: Excerpt.shortened(address, to: 120))
    }
  }

  /// What was found, in words, with how firm it is and what it covers.
  func summary(to html: inout HTMLWriter) {
    section("summary", "What was measured", to: &html) { html in
      let sentences = SummaryText(analysis: analysis, facts: facts)
      html.block("p", .class("lead"), text: sentences.lead)
      for sentence in sentences.support { html.block("p", text: sentence) }
      if analysis.isMeasured {
        evidence(sentences, to: &html)
      }
      html.block("p", .class("scope")) { html in
        html.element("b", text: "Scope:")
        html.text(" \(sentences.scope)")
      }
    }
  }

  func evidence(_ sentences: SummaryText, to html: inout HTMLWriter) {
    html.block("p", .class("evidence")) { html in
      html.element("b", text: "Strength of evidence: \(facts.evidence.rawValue.lowercased()).")
      html.text(" \(sentences.evidence)")
    }
  }

  /// What a reader should know before trusting the numbers.
  func warnings(to html: inout HTMLWriter) {
    var warnings = analysis.warnings + article.notes
    if let band = options.extractionBand, band.isDoubtful {
      warnings.append(Self.sentence(band) + " See Method.")
    }
    guard !warnings.isEmpty else { return }
    html.block("section", .id("warnings"), .class("warnings"), Attribute("aria-labelledby", "warnings-h")) {
      html in
      html.newline()
      html.block("h2", .id("warnings-h"), text: "Before you trust the numbers")
      html.block("ul") { html in
        for warning in warnings { html.element("li", text: Excerpt.shortened(warning, to: 500)) }
      }
    }
  }
}

/// The sentences of the summary.
struct SummaryText: Sendable {
  let analysis: Analysis
  let facts: ArticleFacts

  /// What was found, first.
  var lead: String {
    guard analysis.isMeasured else {
      let language = analysis.article.metadata.language.map { " (\($0))" } ?? ""
      return "Nothing was measured: no lexicon speaks the language of this text\(language)."
    }
    let words = analysis.words.author
    let count = facts.authorFraming
    if words == 0 { return "The article has no words of its own to measure." }
    if words < 100 {
      return "The article has only \(ReportFormat.count(words, "word")) of its own: too few to tell how it "
        + "frames its subject. \(ReportFormat.count(count, "framing wording")) \(count == 1 ? "was" : "were") found."
    }
    if count == 0 {
      return
        "No framing wording was found in the article’s own \(ReportFormat.grouped(words)) words. Nothing "
        + "found does not mean that nothing is there."
    }
    let every = max(1, Int((Double(words) / Double(count)).rounded()))
    return "In its own voice the article uses framing wording \(times(count)) in "
      + "\(ReportFormat.grouped(words)) words, about once every \(every == 1 ? "word" : "\(every) words")."
  }

  /// What it is made of, and who else is heard.
  var support: [String] {
    guard analysis.isMeasured else { return [] }
    var sentences: [String] = []
    if let kinds { sentences.append(kinds) }
    if let others { sentences.append(others) }
    return sentences
  }

  private func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(ReportFormat.grouped(count)) times"
    }
  }

  /// The three most frequent kinds of the author's framing wording.
  var kinds: String? {
    var counts: [(style: CategoryStyle, count: Int)] = []
    for (style, _) in facts.measures {
      let count = facts.findings(of: style.category).count { index in
        let finding = analysis.findings[index]
        return finding.voice == .author && style.category.isSlant(subcategory: finding.entry.subcategory)
      }
      if count > 0 { counts.append((style, count)) }
    }
    guard counts.count > 1 else { return nil }
    counts.sort { $0.count != $1.count ? $0.count > $1.count : $0.style.rank < $1.style.rank }
    let named = counts.prefix(3).map { "\($0.style.label.lowercased()) (\($0.count))" }
    let sum = counts.prefix(3).reduce(0) { $0 + $1.count }
    let verb =
      counts.count <= 3 ? "It is" : sum * 2 > facts.authorFraming ? "Most of it is" : "The largest kinds are"
    return "\(verb) \(ReportFormat.list(named))."
  }

  private var others: String? {
    let words = analysis.words
    let quoted = words.all - words.author
    guard words.all > 0, quoted > 0 else { return words.all > 0 ? "No other voice is heard." : nil }
    let sources = analysis.voiced.sources
    let checkable = sources.count { $0.kind == .named || $0.kind == .document }
    let vague = sources.count - checkable
    var text = "\(ReportFormat.percent(quoted, of: words.all)) of the words are other people’s"
    if !sources.isEmpty {
      text += ": \(ReportFormat.count(checkable, "source")) a reader could check"
      if vague > 0 { text += " and \(vague) that a reader could not" }
    }
    return text + "."
  }

  /// How far chance could have moved the count.
  var evidence: String {
    let words = analysis.words.author
    let count = facts.authorFraming
    guard words > 0 else { return "There is nothing to count." }
    let bounds = PoissonInterval.bounds(count: count)
    let scale = 1_000 / Double(words)
    let rate = ReportFormat.fixed(Double(count) * scale)
    let low = ReportFormat.fixed(bounds.low * scale)
    let high = ReportFormat.fixed(bounds.high * scale)
    return "\(ReportFormat.count(count, "finding")) in \(ReportFormat.count(words, "word")) make \(rate) per "
      + "1,000 words; written again in the same way, the text could as well have given anything from \(low) to "
      + "\(high). One article says nothing about its outlet."
  }

  /// What the report covers.
  var scope: String {
    let words = analysis.words
    var parts = ["1 article"]
    if let event = analysis.article.metadata.event {
      parts.append("event “\(Excerpt.shortened(event, to: 80))”")
    }
    parts.append(
      "\(ReportFormat.count(words.all, "editorial word")), \(ReportFormat.grouped(words.author)) of them the author’s"
    )
    if analysis.interruptions > 0 { parts.append(ReportFormat.count(analysis.interruptions, "ad slot")) }
    let entries = analysis.lexicons.reduce(0) { $0 + $1.entries }
    parts.append(
      "\(ReportFormat.count(analysis.lexicons.count, "lexicon")) with "
        + ReportFormat.count(entries, "entry", "entries"))
    if let language = analysis.article.metadata.language { parts.append("language \(language)") }
    return parts.joined(separator: " · ")
  }
}
