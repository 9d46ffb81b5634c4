import ParallaxCore
import ParallaxScoring

extension ArticlePage {
  /// Where in the article: one cell per paragraph.
  func strip(to html: inout HTMLWriter) {
    let cells = StripCell.cells(analysis, facts: facts)
    guard cells.count > 1 else { return }
    section("strip-section", "Where in the article", to: &html) { html in
      html.block("p", text: StripCell.takeaway(cells))
      html.block(
        "p", .class("note"),
        text:
          "One bar per paragraph, in order: the taller, the more framing weight per word in all voices. Letter "
          + "and pattern show the kind that weighs most. Hollow parts are other people’s words. A dot means that "
          + "nothing was found, a stroke that the paragraph is not measured (credits, promotions, links).")
      html.block("ol", .class("strip")) { html in
        html.newline()
        for cell in cells.prefix(StripCell.limit) { self.cell(cell, to: &html) }
      }
      if cells.count > StripCell.limit {
        html.block(
          "p", .class("note"),
          text:
            "The first \(StripCell.limit) of \(ReportFormat.grouped(cells.count)) paragraphs are drawn; the text "
            + "below has all.")
      }
    }
  }

  private func cell(_ cell: StripCell, to html: inout HTMLWriter) {
    html.block("li", .class("cell \(cell.style?.className ?? "none")")) { html in
      html.element("a", .href(fragment: "p\(cell.number)"), .title(cell.description)) { html in
        html.element("span", .class("hidden"), text: cell.description)
        html.element(
          "svg", Attribute("width", "22"), Attribute("height", "64"), Attribute("viewBox", "0 0 22 64"),
          Attribute("aria-hidden", "true")
        ) { html in
          if !cell.isMeasured {
            html.element(
              "rect", .class("off"), Attribute("x", "4"), Attribute("y", "60"), Attribute("width", "14"),
              Attribute("height", "2"))
          } else if cell.height == 0 {
            html.element(
              "circle", .class("zero"), Attribute("cx", "11"), Attribute("cy", "61"), Attribute("r", "1.5"))
          } else if let style = cell.style {
            bar(cell, style, to: &html)
          }
        }
        html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
      }
    }
  }

  private func bar(_ cell: StripCell, _ style: CategoryStyle, to html: inout HTMLWriter) {
    let full = max(3, cell.height * 62)
    let author = full * cell.authorShare
    func rectangle(_ name: String?, fill: Attribute?, from: Double, height: Double, to html: inout HTMLWriter)
    {
      html.element(
        "rect", name.map { .class($0) }, Attribute("x", "2.5"), Attribute("width", "17"),
        Attribute("y", ReportFormat.short(64 - from - height)),
        Attribute("height", ReportFormat.short(height)), fill)
    }
    if author > 0 {
      rectangle("author", fill: nil, from: 0, height: author, to: &html)
      if style.line != .solid {
        rectangle(nil, fill: ChartPatterns.fill(style.line), from: 0, height: author, to: &html)
      }
    }
    if author < full {
      rectangle("other", fill: Attribute("fill", "none"), from: author, height: full - author, to: &html)
    }
  }
}

/// One paragraph in the strip.
struct StripCell: Sendable {
  /// The paragraph's number on the page, from 1.
  let number: Int
  /// Whether the paragraph is measured.
  let isMeasured: Bool
  /// Height of the bar, 0 to 1.
  let height: Double
  /// Share of the weight that is the author's.
  let authorShare: Double
  /// The kind that weighs most.
  let style: CategoryStyle?
  /// Framing weight per 1,000 words.
  let rate: Double
  /// What a reader is told.
  let description: String

  /// As many cells are drawn as a page can hold.
  static let limit = 2_000

  static func cells(_ analysis: Analysis, facts: ArticleFacts) -> [StripCell] {
    let scores = analysis.paragraphs
    // Short paragraphs have wild rates: the scale follows those of 20 words or more.
    let long = scores.filter { $0.words >= 20 }.compactMap(\.framing.all)
    let top = max((long.isEmpty ? scores.compactMap(\.framing.all) : long).max() ?? 0, 1)
    return analysis.article.paragraphs.indices.map { index in
      cell(index, analysis, facts: facts, top: top)
    }
  }

  private static func cell(_ index: Int, _ analysis: Analysis, facts: ArticleFacts, top: Double) -> StripCell
  {
    let paragraph = analysis.article.paragraphs[index]
    let score = analysis.paragraphs[index]
    var weights: [(category: Category, weight: Double)] = []
    var author = 0.0
    var all = 0.0
    for finding in analysis.findings[facts.byParagraph[index]] {
      let category = finding.entry.category
      guard category.isSlant(subcategory: finding.entry.subcategory), finding.effectiveWeight > 0 else {
        continue
      }
      all += finding.effectiveWeight
      if finding.voice == .author { author += finding.effectiveWeight }
      if let place = weights.firstIndex(where: { $0.category == category }) {
        weights[place].weight += finding.effectiveWeight
      } else {
        weights.append((category, finding.effectiveWeight))
      }
    }
    let strongest = weights.max { a, b in
      a.weight != b.weight ? a.weight < b.weight : a.category.precedence > b.category.precedence
    }
    let style = strongest.map { CategoryStyle.of($0.category) }
    let rate = score.framing.all ?? 0
    var text = "Paragraph \(index + 1)"
    if let label = RoleName.label(paragraph.role) { text += " (\(label))" }
    if !paragraph.role.isEditorial {
      text += ": not measured"
    } else if let style, rate > 0 {
      text +=
        ": framing weight \(ReportFormat.short(all)) in \(ReportFormat.count(score.words, "word")), mostly "
      text += style.label.lowercased()
    } else {
      text += ": nothing found"
    }
    return StripCell(
      number: index + 1, isMeasured: paragraph.role.isEditorial, height: min(1, rate / top),
      authorShare: all > 0 ? author / all : 0, style: rate > 0 ? style : nil, rate: rate, description: text)
  }

  /// The chart in one sentence.
  static func takeaway(_ cells: [StripCell]) -> String {
    let measured = cells.filter(\.isMeasured)
    let found = measured.filter { $0.rate > 0 }
    guard let most = found.max(by: { $0.height != $1.height ? $0.height < $1.height : $0.number > $1.number })
    else { return "No paragraph has framing wording." }
    return
      "\(ReportFormat.grouped(found.count)) of \(ReportFormat.count(measured.count, "measured paragraph")) "
      + "\(found.count == 1 ? "has" : "have") framing wording; paragraph \(most.number) has the most for its length."
  }
}
