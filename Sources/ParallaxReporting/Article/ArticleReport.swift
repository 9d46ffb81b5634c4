import ParallaxCore
import ParallaxScoring

/// What the reader of a report may choose; nothing here changes a measure.
public struct ReportOptions: Sendable {
  /// When the report was made, as text to print; nil prints nothing, so that the same input gives the same
  /// bytes.
  public var generatedAt: String?
  /// Settings of the run to print in the method box, such as `--only loaded`, in order.
  public var settings: [String]
  /// How the figures move with the way the article is found; nil prints nothing.
  public var extractionBand: ExtractionBand?

  /// What single lexicons find in the text, to be set side by side; nothing with fewer than two.
  public var lexiconViews: [LexiconView]

  /// Makes options.
  public init(
    generatedAt: String? = nil, settings: [String] = [], extractionBand: ExtractionBand? = nil,
    lexiconViews: [LexiconView] = []
  ) {
    self.lexiconViews = lexiconViews
    self.generatedAt = generatedAt
    self.settings = settings
    self.extractionBand = extractionBand
  }
}

/// The report on one article: one HTML file that needs nothing else.
///
/// It loads nothing from a network, is complete with scripts off, and shows for every number the findings and
/// the denominator behind it.
public struct ArticleReport {
  /// The report as UTF-8.
  ///
  /// - Complexity: O(text + findings).
  public static func html(_ analysis: Analysis, options: ReportOptions = ReportOptions()) -> [UInt8] {
    let article = ArticlePage(analysis: analysis, options: options)
    let page = Page(
      title: "\(article.title) · Parallax framing report", assets: .article)
    return page.html { html in article.write(to: &html) }
  }
}

/// Writes the sections of one article's report, in order; each section stands in a file of its own.
struct ArticlePage: Sendable {
  let analysis: Analysis
  let options: ReportOptions
  let facts: ArticleFacts

  init(analysis: Analysis, options: ReportOptions) {
    self.analysis = analysis
    self.options = options
    facts = ArticleFacts(analysis)
  }

  var article: Article { analysis.article }
  var metadata: Metadata { analysis.article.metadata }

  /// The article's title, or what comes nearest.
  var title: String {
    if let title = metadata.title, !title.isEmpty { return Excerpt.shortened(title, to: 300) }
    if let headline = article.paragraphs.first(where: { $0.role == .headline }) {
      return Excerpt.shortened(article.string(headline.span), to: 300)
    }
    if let first = article.paragraphs.first { return Excerpt.shortened(article.string(first.span), to: 80) }
    return "Untitled text"
  }

  func write(to html: inout HTMLWriter) {
    html.block("a", .class("skip"), .href(fragment: "text"), text: "Skip to the text")
    ChartPatterns.write(to: &html)
    masthead(to: &html)
    html.block("main", .id("main")) { html in
      html.newline()
      summary(to: &html)
      warnings(to: &html)
      if analysis.isMeasured {
        cards(to: &html)
        strip(to: &html)
      }
      voices(to: &html)
      if analysis.isMeasured {
        drivers(to: &html)
        frames(to: &html)
        targets(to: &html)
        roles(to: &html)
        lexiconViews(to: &html)
      }
      text(to: &html)
      if analysis.isMeasured {
        findings(to: &html)
        notCounted(to: &html)
      }
      method(to: &html)
    }
    html.block("footer", .class("foot")) { html in
      html.text("Made with \(ParallaxVersion.name) \(ParallaxVersion.current)")
      if let generatedAt = options.generatedAt { html.text(" · \(generatedAt)") }
    }
    data(to: &html)
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

  /// The numbers behind the page, for programs that check it.
  private func data(to html: inout HTMLWriter) {
    html.block("script", .id("data"), Attribute("type", "application/json")) {
      $0.json(LedgerJSON.bytes(analysis))
    }
  }
}
