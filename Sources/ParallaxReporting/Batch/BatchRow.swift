import ParallaxCore
import ParallaxScoring

/// What the list of a batch shows of one article.
public struct BatchRow: Sendable {
  /// Identifier or path.
  public var id: String
  /// Title, or what comes nearest.
  public var title: String
  /// The publication.
  public var outlet: String?
  /// ISO 8601 date of publication.
  public var published: String?
  /// Editorial words.
  public var words: Int
  /// The author's words.
  public var authorWords: Int
  /// Findings that enter the framing index, in the author's words.
  public var framing: Int
  /// Findings in the author's words and their rates per 1,000, by category, frames left out; nil without words.
  public var rates: [(category: Category, count: Int, per1000: Double?)]
  /// False when no lexicon speaks the article's language.
  public var isMeasured: Bool
  /// What a reader should know.
  public var warnings: [String]
  /// The file of the article's own report, relative to the index; nil when there is none.
  public var report: String?
  /// Why the article could not be analyzed; nil when it was.
  public var error: String?

  /// The row of an analyzed article.
  public init(_ analysis: Analysis, report: String? = nil) {
    let metadata = analysis.article.metadata
    id = analysis.article.id
    title = ArticlePage(analysis: analysis, options: ReportOptions()).title
    outlet = metadata.outlet
    published = metadata.published
    words = analysis.words.all
    authorWords = analysis.words.author
    framing = analysis.findings.count {
      $0.voice == .author && $0.entry.category.isSlant(subcategory: $0.entry.subcategory)
    }
    rates = analysis.measures.filter { !$0.category.isFrame }.map {
      ($0.category, $0.author.count, $0.author.per1000)
    }
    isMeasured = analysis.isMeasured
    warnings = analysis.warnings
    self.report = report
  }

  /// The row of an article that could not be analyzed.
  public init(failed id: String, error: String) {
    self.id = id
    title = id
    words = 0
    authorWords = 0
    framing = 0
    rates = []
    isMeasured = false
    warnings = []
    self.error = error
  }

  /// Framing wording per 1,000 of the author's words; nil where nothing was measured.
  var framingRate: Double? { isMeasured ? ArticleFacts.per1000(framing, words: authorWords) : nil }
}

/// One article as a row of a table, as comparison and batch show it.
enum ArticleRow {
  /// Names of the columns, without those of categories.
  static let columns: [Column] = [
    .text("Title"), .text("Outlet"), .text("Date"), .number("Words"), .number("Author’s"), .number("Framing"),
    .number("Per 1,000"),
  ]

  /// Writes the row; `rates` adds a column per category.
  static func write(_ row: BatchRow, rates: [CategoryStyle] = [], to html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", Attribute("scope", "row")) { html in
        let title = Excerpt.shortened(row.title, to: 140)
        if let link = row.report.flatMap({ SafeLink(relative: $0) }) {
          html.element("a", .href(link)) { $0.element("bdi", text: title) }
        } else {
          html.element("bdi", text: title)
        }
        for warning in row.warnings.prefix(3) {
          html.element("small", .class("warning"), text: Excerpt.shortened(warning, to: 160))
        }
      }
      html.element("td") { html in
        if let outlet = row.outlet { html.element("bdi", text: Excerpt.shortened(outlet, to: 60)) }
      }
      html.element("td", .class("date"), text: row.published.map { String($0.prefix(10)) } ?? "")
      html.element("td", .class("n"), text: ReportFormat.grouped(row.words))
      html.element("td", .class("n"), text: ReportFormat.grouped(row.authorWords))
      html.element("td", .class("n"), text: row.isMeasured ? ReportFormat.grouped(row.framing) : "–")
      number(row.framingRate, isShort: row.authorWords < 100, to: &html)
      for style in rates {
        number(
          row.rates.first { $0.category == style.category }?.per1000 ?? nil, isShort: row.authorWords < 100,
          to: &html)
      }
    }
    html.newline()
  }

  /// Writes a rate, in brackets where there are too few words to tell.
  static func number(_ rate: Double?, isShort: Bool, to html: inout HTMLWriter) {
    guard let rate else { return html.element("td", .class("n"), text: "–") }
    let text = ReportFormat.fixed(rate)
    html.element("td", .class(rate == 0 ? "n zero" : "n"), text: isShort ? "(\(text))" : text)
  }
}
