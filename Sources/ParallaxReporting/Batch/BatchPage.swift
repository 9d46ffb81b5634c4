import ParallaxCore

/// Writes the sections of a page of a batch's index.
struct BatchPage: Sendable {
  let totals: BatchTotals
  let failed: [BatchRow]
  let styles: [CategoryStyle]
  let options: ReportOptions
  let number: Int
  let count: Int
  let links: [(file: String, contents: String)]

  /// Stands where the rows go.
  static let mark = Array("<!--rows-->".utf8)
  /// Most failures that a page shows.
  static let failureLimit = 1_000

  func write(to html: inout HTMLWriter) {
    html.block("header", .class("masthead")) { html in
      html.newline()
      html.block("p", .class("kind"), text: "Parallax batch")
      html.block("h1", text: ReportFormat.count(totals.articles + totals.failures, "article"))
    }
    html.block("main", .id("main")) { html in
      html.newline()
      html.block("p", text: takeaway)
      if number == 1 { outlets(to: &html) }
      html.block("section", Attribute("aria-labelledby", "list-h")) { html in
        html.newline()
        html.block("h2", .id("list-h"), text: "Rates by article")
        pages(to: &html)
        html.block(
          "p", .class("note"),
          text:
            "Findings per 1,000 of the author’s own words, by kind. Rates of texts under 100 words are in "
            + "brackets: too short to tell. A higher rate is not a worse article; topic and genre move it too."
        )
        key(to: &html)
        table(to: &html)
        if count > 1 { pages(to: &html) }
      }
      if number == 1 {
        failures(to: &html)
        files(to: &html)
      }
    }
    html.block("footer", .class("foot")) { html in
      html.text("Made with \(ParallaxVersion.name) \(ParallaxVersion.current)")
      if let generatedAt = options.generatedAt { html.text(" · \(generatedAt)") }
    }
  }

  private var takeaway: String {
    var text = "\(ReportFormat.count(totals.articles, "article")) analyzed"
    if totals.failures > 0 { text += ", \(ReportFormat.grouped(totals.failures)) failed" }
    if let median = totals.median {
      text +=
        ". Half of them use framing wording more than \(ReportFormat.fixed(median)) times per 1,000 of "
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

  private func heads(_ columns: [Column], to html: inout HTMLWriter) {
    html.element("thead") { html in
      html.element("tr") { html in
        for column in columns { html.columnHead(column) }
        for style in styles {
          html.element(
            "th", Attribute("scope", "col"), .class("n \(style.className)"), .title(style.label)
          ) { html in
            html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
            html.element("span", .class("hidden"), text: style.label)
          }
        }
      }
    }
    html.newline()
  }

  private func table(to html: inout HTMLWriter) {
    html.scrollable("Rates by article") { html in
      html.block("table", .class("sortable filterable batch")) { html in
        html.element("caption", .class("hidden"), text: "Rates per 1,000 of the author’s words, by article")
        heads(ArticleRow.columns, to: &html)
        html.block("tbody") { html in
          html.newline()
          html.markup("<!--rows-->")
        }
      }
    }
  }

  /// The other pages of a long list.
  private func pages(to html: inout HTMLWriter) {
    guard count > 1 else { return }
    html.block("nav", .label("Pages of the list")) { html in
      let first = (number - 1) * BatchIndex.pageLength + 1
      let last = min(number * BatchIndex.pageLength, totals.articles)
      html.text(
        "Articles \(ReportFormat.grouped(first)) to \(ReportFormat.grouped(last)) of "
          + "\(ReportFormat.grouped(totals.articles)), in the order of the inputs; sorting and filtering are "
          + "within a page. Page ")
      for other in 1...count {
        if other == number {
          html.element("strong", text: "\(other)")
        } else if let link = SafeLink(relative: BatchIndex.fileName(other)) {
          html.element("a", .href(link), text: "\(other)")
        }
        html.text(other == count ? "." : " ")
      }
    }
  }

  /// Rates by outlet, all articles of one taken together.
  private func outlets(to html: inout HTMLWriter) {
    let outlets = totals.outlets
    guard outlets.contains(where: { $0.name != nil }) else { return }
    html.block("section", .id("outlets"), Attribute("aria-labelledby", "outlets-h")) { html in
      html.newline()
      html.block("h2", .id("outlets-h"), text: "Rates by outlet")
      html.block(
        "p", .class("note"),
        text:
          "Findings per 1,000 of the authors’ own words, all articles of an outlet taken together. Outlets that "
          + "wrote on different events do not compare; parallax compare tests differences on one event.")
      html.scrollable("Rates by outlet") { html in
        html.block("table", .class("sortable batch")) { html in
          html.element("caption", .class("hidden"), text: "Rates per 1,000 of the authors’ words, by outlet")
          heads(
            [
              .text("Outlet"), .number("Articles"), .number("Words"), .number("Authors’"), .number("Framing"),
              .number("Per 1,000"),
            ], to: &html)
          html.block("tbody") { html in
            html.newline()
            for outlet in outlets { row(outlet, to: &html) }
          }
        }
      }
      if totals.otherArticles > 0 {
        html.block(
          "p", .class("note"),
          text:
            "\(ReportFormat.count(totals.otherArticles, "article")) of further outlets not listed; the tables have all."
        )
      }
    }
  }

  private func row(_ outlet: BatchTotals.Outlet, to html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", Attribute("scope", "row")) { html in
        if let name = outlet.name {
          html.element("bdi", text: Excerpt.shortened(name, to: 80))
        } else {
          html.text("(none named)")
        }
      }
      for number in [outlet.articles, outlet.words, outlet.authorWords, outlet.framing] {
        html.element("td", .class("n"), text: ReportFormat.grouped(number))
      }
      let isShort = outlet.authorWords < 100
      func rate(_ count: Int) -> Double? { ArticleFacts.per1000(count, words: outlet.authorWords) }
      ArticleRow.number(rate(outlet.framing), isShort: isShort, to: &html)
      for style in styles {
        let place = totals.categories.firstIndex(of: style.category)
        ArticleRow.number(place.flatMap { rate(outlet.counts[$0]) }, isShort: isShort, to: &html)
      }
    }
    html.newline()
  }

  private func failures(to html: inout HTMLWriter) {
    guard totals.failures > 0 else { return }
    html.block("section", .id("failures"), Attribute("aria-labelledby", "failures-h")) { html in
      html.newline()
      html.block("h2", .id("failures-h"), text: "Not analyzed")
      html.block("ul") { html in
        for row in failed.prefix(Self.failureLimit) {
          html.element("li") { html in
            html.element("bdi", .class("path"), text: Excerpt.shortened(row.id, to: 300))
            html.text(": \(Excerpt.shortened(row.error ?? "", to: 500))")
          }
          html.newline()
        }
      }
      if totals.failures > Self.failureLimit {
        html.block(
          "p", .class("note"),
          text:
            "\(ReportFormat.grouped(totals.failures - Self.failureLimit)) more are in errors.jsonl and failures.csv."
        )
      }
    }
  }

  /// What else the folder holds.
  private func files(to html: inout HTMLWriter) {
    guard !links.isEmpty else { return }
    html.block("section", .id("files"), Attribute("aria-labelledby", "files-h")) { html in
      html.newline()
      html.block("h2", .id("files-h"), text: "The data")
      html.block("ul") { html in
        for (file, contents) in links {
          html.element("li") { html in
            if let link = SafeLink(relative: file) { html.element("a", .href(link), text: file) }
            html.text(": \(contents)")
          }
          html.newline()
        }
      }
    }
  }
}
