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
  /// Rates per 1,000 of the author's words, by category, frames left out; nil without words.
  public var rates: [(category: Category, per1000: Double?)]
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
    rates = analysis.measures.filter { !$0.category.isFrame }.map { ($0.category, $0.author.per1000) }
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

/// A list of articles with their rates that can be sorted and filtered: one HTML file that needs nothing else.
public struct BatchIndex {
  /// The page as UTF-8.
  ///
  /// - Complexity: O(rows × categories).
  public static func html(rows: [BatchRow], options: ReportOptions = ReportOptions()) -> [UInt8] {
    let page = Page(
      title: "\(ReportFormat.count(rows.count, "article")) · Parallax batch",
      assets: .tables)
    let content = BatchPage(rows: rows, options: options)
    return page.html { html in content.write(to: &html) }
  }
}

/// Writes the sections of a batch index.
struct BatchPage: Sendable {
  let analyzed: [BatchRow]
  let failed: [BatchRow]
  let styles: [CategoryStyle]
  let options: ReportOptions

  init(rows: [BatchRow], options: ReportOptions) {
    analyzed = rows.filter { $0.error == nil }
    failed = rows.filter { $0.error != nil }
    styles = CategoryStyle.sorted(Set(rows.flatMap { $0.rates.map(\.category) }))
    self.options = options
  }

  func write(to html: inout HTMLWriter) {
    html.block("header", .class("masthead")) { html in
      html.newline()
      html.block("p", .class("kind"), text: "Parallax batch")
      html.block("h1", text: ReportFormat.count(analyzed.count + failed.count, "article"))
    }
    html.block("main", .id("main")) { html in
      html.newline()
      html.block("section", Attribute("aria-labelledby", "list-h")) { html in
        html.newline()
        html.block("h2", .id("list-h"), text: "Rates by article")
        html.block("p", text: takeaway)
        html.block(
          "p", .class("note"),
          text:
            "Findings per 1,000 of the author’s own words, by kind. Rates of texts under 100 words are in "
            + "brackets: too short to tell. A higher rate is not a worse article; topic and genre move it too."
        )
        key(to: &html)
        table(to: &html)
      }
      failures(to: &html)
    }
    html.block("footer", .class("foot")) { html in
      html.text("Made with \(ParallaxVersion.name) \(ParallaxVersion.current)")
      if let generatedAt = options.generatedAt { html.text(" · \(generatedAt)") }
    }
  }

  private var takeaway: String {
    var text = "\(ReportFormat.count(analyzed.count, "article")) analyzed"
    if !failed.isEmpty { text += ", \(ReportFormat.grouped(failed.count)) failed" }
    let rates = analyzed.filter { $0.authorWords >= 100 }.compactMap(\.framingRate).sorted()
    if rates.count > 1 {
      let middle = (rates[(rates.count - 1) / 2] + rates[rates.count / 2]) / 2
      text +=
        ". Half of them use framing wording more than \(ReportFormat.fixed(middle)) times per 1,000 of "
        + "their own words"
    }
    return text + "."
  }

  private func key(to html: inout HTMLWriter) {
    html.block("ul", .class("key")) { html in
      for style in styles {
        html.element("li", .class(style.className), .title(style.definition)) { html in
          html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
          html.text(style.label)
        }
      }
    }
  }

  private func table(to html: inout HTMLWriter) {
    html.scrollable("Rates by article") { html in
      html.block("table", .class("sortable filterable batch")) { html in
        html.element("caption", .class("hidden"), text: "Rates per 1,000 of the author’s words, by article")
        html.element("thead") { html in
          html.element("tr") { html in
            for column in ArticleRow.columns { html.columnHead(column) }
            for style in styles {
              html.element(
                "th", Attribute("scope", "col"), .class("n \(style.className)"), .title(style.label)
              ) {
                html in
                html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
                html.element("span", .class("hidden"), text: style.label)
              }
            }
          }
        }
        html.newline()
        html.block("tbody") { html in
          html.newline()
          for row in analyzed { ArticleRow.write(row, rates: styles, to: &html) }
        }
      }
    }
  }

  private func failures(to html: inout HTMLWriter) {
    guard !failed.isEmpty else { return }
    html.block("section", .id("failures"), Attribute("aria-labelledby", "failures-h")) { html in
      html.newline()
      html.block("h2", .id("failures-h"), text: "Not analyzed")
      html.block("ul") { html in
        for row in failed {
          html.element("li") { html in
            html.element("bdi", .class("path"), text: Excerpt.shortened(row.id, to: 300))
            html.text(": \(Excerpt.shortened(row.error ?? "", to: 500))")
          }
          html.newline()
        }
      }
    }
  }
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

  private static func number(_ rate: Double?, isShort: Bool, to html: inout HTMLWriter) {
    guard let rate else { return html.element("td", .class("n"), text: "–") }
    let text = ReportFormat.fixed(rate)
    html.element("td", .class(rate == 0 ? "n zero" : "n"), text: isShort ? "(\(text))" : text)
  }
}
