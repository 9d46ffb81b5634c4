import ParallaxComparison
import ParallaxCore
import ParallaxScoring

/// What a comparison page shows beside the rates of `OutletComparison`.
public struct ComparisonDetails: Sendable {
  /// Tested differences.
  public var tests: OutletContrasts
  /// For each article of the comparison, the file of its own report beside the page, or nil.
  public var reports: [String?]

  /// Makes details.
  public init(tests: OutletContrasts, reports: [String?] = []) {
    self.tests = tests
    self.reports = reports
  }
}

/// Articles on one event side by side: one HTML file that needs nothing else.
public struct ComparisonReport {
  /// The page as UTF-8.
  ///
  /// - Complexity: O(outlets × categories + findings).
  public static func html(
    _ comparison: OutletComparison, coverage: Coverage? = nil, details: ComparisonDetails? = nil,
    options: ReportOptions = ReportOptions()
  ) -> [UInt8] {
    let details = details ?? ComparisonDetails(tests: OutletContrasts(comparison))
    let content = ComparisonPage(
      comparison: comparison, coverage: coverage ?? Coverage(comparison), details: details, options: options)
    let page = Page(
      title: "\(content.title) · Parallax comparison", assets: .tables)
    return page.html { html in content.write(to: &html) }
  }

  /// The page on analyses, taken together by outlet.
  public static func html(_ analyses: [Analysis], options: ReportOptions = ReportOptions()) -> [UInt8] {
    html(OutletComparison(analyses), options: options)
  }
}

/// Writes the sections of a comparison.
struct ComparisonPage: Sendable {
  let comparison: OutletComparison
  let coverage: Coverage
  let details: ComparisonDetails
  let options: ReportOptions

  /// Counts by article, for how evenly they are spread.
  let counts: CountTable

  init(
    comparison: OutletComparison, coverage: Coverage, details: ComparisonDetails, options: ReportOptions
  ) {
    self.comparison = comparison
    self.coverage = coverage
    self.details = details
    self.options = options
    counts = CountTable(comparison)
  }

  var outlets: [OutletComparison.Outlet] { comparison.outlets }

  /// Whether spread over articles says anything.
  var hasSeveralArticles: Bool { outlets.contains { $0.articles.count > 1 } }

  /// Categories of the codebook and of a user's lexicons, as reports order them.
  var styles: [CategoryStyle] { CategoryStyle.sorted(comparison.categories.filter { !$0.isFrame }) }

  /// The event when all articles name the same, else the outlets.
  var title: String {
    let events = Set(comparison.analyses.compactMap(\.article.metadata.event))
    if events.count == 1, let event = events.first { return Excerpt.shortened(event, to: 200) }
    let names = outlets.map { Excerpt.shortened($0.name, to: 60) }
    return names.isEmpty
      ? "Nothing to compare" : names.count > 4 ? "\(names.count) outlets" : ReportFormat.list(names)
  }

  /// A section that stands on the page, written.
  private struct Part {
    var id: String
    /// Its name in the way through the page; nil for sections that are not listed.
    var name: String?
    var html: HTMLWriter
  }

  /// The measured sections that have something to show, in order.
  private var parts: [Part] {
    guard !outlets.isEmpty else { return [] }
    let sections: [(String, String?, (ComparisonPage) -> (inout HTMLWriter) -> Void)] = [
      ("rates", "Rates", ComparisonPage.rates(to:)), ("contrasts", "Ratios", ComparisonPage.contrasts(to:)),
      ("positions", "Places", ComparisonPage.positions(to:)), ("labels", "Names", ComparisonPage.labels(to:)),
      ("stance", "Stance", ComparisonPage.stance(to:)), ("voices", "Voices", ComparisonPage.voices(to:)),
      ("heard", "Sources", ComparisonPage.heard(to:)),
      ("aligned", "Side by side", ComparisonPage.aligned(to:)),
      ("shared", "Shared text", ComparisonPage.sharedText(to:)),
      ("drivers", "Drivers", ComparisonPage.drivers(to:)),
      ("wording", "Words", ComparisonPage.wording(to:)), ("frames", nil, ComparisonPage.frames(to:)),
    ]
    return sections.compactMap { id, name, write in
      var html = HTMLWriter()
      write(self)(&html)
      return html.bytes.isEmpty ? nil : Part(id: id, name: name, html: html)
    }
  }

  func write(to html: inout HTMLWriter) {
    let parts = parts
    html.block(
      "a", .class("skip"), .href(fragment: parts.isEmpty ? "main" : "rates"), text: "Skip to the rates")
    ChartPatterns.write(to: &html)
    masthead(parts, to: &html)
    html.block("main", .id("main")) { html in
      html.newline()
      summary(to: &html)
      warnings(to: &html)
      if !parts.isEmpty { VoiceChoice.write(to: &html) }
      for part in parts { html.append(part.html) }
      articles(to: &html)
      method(to: &html)
    }
    html.block("footer", .class("foot")) { html in
      html.text("Made with \(ParallaxVersion.name) \(ParallaxVersion.current)")
      if let generatedAt = options.generatedAt { html.text(" · \(generatedAt)") }
    }
    html.block("script", .id("data"), Attribute("type", "application/json")) {
      $0.json(ComparisonLedger.bytes(comparison))
    }
  }

  private func masthead(_ parts: [Part], to html: inout HTMLWriter) {
    html.block("header", .class("masthead")) { html in
      html.newline()
      html.block("p", .class("kind"), text: "Parallax comparison")
      html.block("h1", Attribute("dir", "auto"), text: title)
      html.block("p", .class("meta"), text: dates)
      html.block("nav", .label("Sections")) { html in
        html.element("ul") { html in
          let measured = parts.compactMap { part in part.name.map { (part.id, $0) } }
          for (id, name) in [("summary", "Summary")] + measured + [
            ("articles", "Articles"), ("method", "Method"),
          ] {
            html.element("li") { $0.element("a", .href(fragment: id), text: name) }
          }
        }
      }
    }
  }

  private var dates: String {
    let days = comparison.analyses.compactMap { $0.article.metadata.published?.prefix(10) }.sorted()
    var text =
      "\(ReportFormat.count(comparison.analyses.count, "article")) of \(ReportFormat.count(outlets.count, "outlet"))"
    if let first = days.first, let last = days.last {
      text += " · " + ReportFormat.day(String(first))
      if last != first { text += " to " + ReportFormat.day(String(last)) }
    }
    return text
  }

  /// Writes a section with its heading.
  func section(
    _ id: String, _ heading: String, to html: inout HTMLWriter, body: (inout HTMLWriter) -> Void
  ) {
    html.block("section", .id(id), Attribute("aria-labelledby", id + "-h")) { html in
      html.newline()
      html.block("h2", .id(id + "-h"), text: heading)
      body(&html)
    }
  }

  private func summary(to html: inout HTMLWriter) {
    section("summary", "What was measured", to: &html) { html in
      let sentences = summarySentences
      if let first = sentences.first { html.block("p", .class("lead"), text: first) }
      for sentence in sentences.dropFirst() { html.block("p", text: sentence) }
      html.block("p", .class("evidence")) { html in
        html.element("b", text: "Strength of evidence: ")
        html.text(evidence)
      }
      html.block("p", .class("scope")) { html in
        html.element("b", text: "Scope: ")
        let words = outlets.reduce(0) { $0 + $1.words.all }
        let author = outlets.reduce(0) { $0 + $1.words.author }
        html.text(
          "\(ReportFormat.count(comparison.analyses.count, "article")) · "
            + "\(ReportFormat.count(words, "editorial word")), \(ReportFormat.grouped(author)) of them the authors’"
        )
        if let lexicons = comparison.analyses.first?.lexicons {
          html.text(" · \(ReportFormat.count(lexicons.count, "lexicon"))")
        }
      }
    }
  }

  /// What is said first: the differences that hold, and the rates.
  var summarySentences: [String] {
    ContrastText(comparison: comparison, tests: details.tests).headline + statedRates
  }

  var evidence: String { ContrastText(comparison: comparison, tests: details.tests).evidence }

  /// The rates of framing wording in a sentence, highest first.
  private var statedRates: [String] {
    let rates = outlets.indices.compactMap { index -> (name: String, rate: Double)? in
      let framing = framingCount(index)
      guard let rate = ArticleFacts.per1000(framing, words: outlets[index].words.author) else { return nil }
      return (outlets[index].name, rate)
    }
    guard rates.count > 1 else { return ["There are no two outlets to compare."] }
    let sorted = rates.enumerated().sorted {
      $0.element.rate != $1.element.rate ? $0.element.rate > $1.element.rate : $0.offset < $1.offset
    }.map(\.element)
    let named = sorted.prefix(6).map {
      "\(Excerpt.shortened($0.name, to: 60)) \(ReportFormat.fixed($0.rate))"
    }
    return [
      "Framing wording in the authors’ own words, per 1,000: \(ReportFormat.list(named))."
    ]
  }

  /// Findings that enter the framing index, in the author's words of an outlet's articles.
  func framingCount(_ outlet: Int) -> Int {
    outlets[outlet].articles.reduce(0) { sum, article in
      sum
        + comparison.analyses[article].findings.count {
          $0.voice == .author && $0.entry.category.isSlant(subcategory: $0.entry.subcategory)
        }
    }
  }

  private func warnings(to html: inout HTMLWriter) {
    guard !comparison.warnings.isEmpty else { return }
    html.block("section", .class("warnings"), Attribute("aria-labelledby", "warnings-h")) { html in
      html.newline()
      html.block("h2", .id("warnings-h"), text: "Before you compare")
      html.block("ul") { html in
        for warning in comparison.warnings { html.element("li", text: Excerpt.shortened(warning, to: 500)) }
      }
    }
  }
}
