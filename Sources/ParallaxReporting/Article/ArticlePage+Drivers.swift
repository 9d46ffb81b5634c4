import ParallaxCore
import ParallaxScoring

extension ArticlePage {
  /// The entries that weigh most.
  func drivers(to html: inout HTMLWriter) {
    let tallies = driverTallies
    guard !tallies.isEmpty else { return }
    let total = tallies.reduce(0) { $0 + $1.weight }
    section("drivers", "Words that drive it", to: &html) { html in
      html.block("p", text: driverTakeaway(tallies, total: total))
      html.scrollable("Words that drive it") { html in
        html.block("table", .class("sortable")) { html in
          html.tableHead(
            "Entries with the greatest summed weight, all voices",
            [
              .text("Words"), .text("Kind"), .number("Found"), .number("Author’s"), .number("Weight"),
              .number("Share"), .text("Plain word"),
            ])
          html.element("tbody") { html in
            for tally in tallies.prefix(15) { row(tally, total: total, to: &html) }
          }
        }
      }
      if let plain = PlainWords(analysis) { html.block("p", text: plain.sentence) }
      if tallies.count > 15 {
        html.block(
          "p", .class("note"),
          text:
            "The first 15 of \(ReportFormat.grouped(tallies.count)) entries; the list of findings has them all."
        )
      }
      influence(to: &html)
    }
  }

  /// Entries of framing wording, the heaviest first.
  var driverTallies: [EntryTally] {
    let slant = facts.wording.filter {
      let entry = analysis.findings[$0].entry
      return entry.category.isSlant(subcategory: entry.subcategory)
    }
    return EntryTally.tally(slant, of: analysis.findings)
  }

  func driverTakeaway(_ tallies: [EntryTally], total: Double) -> String {
    let top = tallies.prefix(5).reduce(0) { $0 + $1.weight }
    guard total > 0, tallies.count > 5 else {
      return
        "\(ReportFormat.count(tallies.count, "entry", "entries")) of the lexicons make up all framing wording."
    }
    let share = ReportFormat.fixed(top / total * 100, decimals: 0)
    return "The five heaviest of \(ReportFormat.grouped(tallies.count)) entries carry \(share)% of the weight"
      + (top / total > 0.5 ? ": a few words decide the picture." : ": it is spread over many words.")
  }

  private func row(_ tally: EntryTally, total: Double, to html: inout HTMLWriter) {
    let style = CategoryStyle.of(tally.entry.category)
    html.element("tr", .class(style.className)) { html in
      html.element(
        "th", Attribute("scope", "row"), .title("Entry: \(Excerpt.shortened(tally.entry.form, to: 200))")
      ) {
        html in places(of: tally.findings, to: &html)
      }
      driverCells(tally, total: total, to: &html)
      html.element("td", text: tally.entry.neutral ?? "–")
    }
    html.newline()
  }

  /// Kind and numbers of an entry.
  func driverCells(_ tally: EntryTally, total: Double, to html: inout HTMLWriter) {
    html.element("td") { html in
      html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
      html.text(CategoryStyle.of(tally.entry.category).label)
      if !tally.entry.subcategory.isEmpty {
        html.element("small", text: " \(FindingText.words(tally.entry.subcategory))")
      }
    }
    html.element("td", .class("n"), text: ReportFormat.grouped(tally.findings.count))
    html.element("td", .class("n"), text: ReportFormat.grouped(tally.author))
    html.element("td", .class("n"), text: ReportFormat.fixed(tally.weight, decimals: 2))
    html.element("td", .class("n")) { html in
      html.text(total > 0 ? ReportFormat.fixed(tally.weight / total * 100, decimals: 0) + "%" : "–")
    }
  }

  /// The words found, each linked to its first place, with how often they stand there.
  private func places(of findings: [Int], to html: inout HTMLWriter) {
    var words: [(text: String, key: String, first: Int, count: Int)] = []
    for index in findings {
      let text = Excerpt.shortened(article.string(analysis.findings[index].span), to: 60)
      let key = WordForm.normalize(text)
      if let place = words.firstIndex(where: { $0.key == key }) {
        words[place].count += 1
      } else if words.count < 6 {
        words.append((text, key, index, 1))
      }
    }
    for word in words {
      html.element("a", .href(fragment: "f\(word.first + 1)"), .class("ref")) { html in
        html.element("bdi", text: word.text)
      }
      html.markup(" ")
      if word.count > 1 { html.text("×\(word.count) ") }
    }
    let shown = words.reduce(0) { $0 + $1.count }
    if shown < findings.count { html.text("and \(findings.count - shown) more") }
  }

  /// Which sides of the matter the text looks at, apart from its wording.
  func frames(to html: inout HTMLWriter) {
    guard !facts.frameMeasures.isEmpty else { return }
    let total = facts.frameMeasures.reduce(0) { $0 + $1.all.count }
    let most = facts.frameMeasures.first?.all.count ?? 1
    section("frames", "Topic frames", to: &html) { html in
      html.block(
        "p",
        text: "Which sides of the matter the words look at, most often "
          + facts.frameMeasures.prefix(2).map { "“\(CategoryStyle.of($0.category).label.lowercased())”" }
          .joined(separator: " and ")
          + ". Frames say what a text is about, not how it judges; no other number on "
          + "this page includes them.")
      html.scrollable("Topic frames") { html in
        html.block("table", .class("frames")) { html in
          html.tableHead(
            "Topic frames, all voices",
            [.text("Frame"), .text("Share"), .number("Found"), .number("Per 1,000"), .text("Words")])
          html.element("tbody") { html in
            for measure in facts.frameMeasures { frame(measure, total: total, most: most, to: &html) }
          }
        }
      }
    }
  }

  /// Name, share and numbers of a frame.
  func frameCells(_ measure: CategoryMeasure, total: Int, most: Int, to html: inout HTMLWriter) {
    let style = CategoryStyle.of(measure.category)
    html.element("th", Attribute("scope", "row"), .title(style.definition), text: style.label)
    html.element("td", .class("bar")) { html in
      html.element(
        "svg", Attribute("width", "7rem"), Attribute("height", "10"), Attribute("aria-hidden", "true")
      ) { html in
        html.element(
          "rect",
          Attribute("width", ReportFormat.coordinate(Double(measure.all.count) / Double(max(1, most)))),
          Attribute("height", "10"))
      }
      html.text(ReportFormat.percent(measure.all.count, of: total))
    }
    html.element("td", .class("n"), text: ReportFormat.grouped(measure.all.count))
    html.element("td", .class("n"), text: measure.all.per1000.map { ReportFormat.fixed($0) } ?? "–")
  }

  private func frame(_ measure: CategoryMeasure, total: Int, most: Int, to html: inout HTMLWriter) {
    html.element("tr") { html in
      frameCells(measure, total: total, most: most, to: &html)
      html.element("td") { html in
        let tallies = EntryTally.tally(facts.findings(of: measure.category), of: analysis.findings)
          .sorted { $0.findings.count > $1.findings.count }
        for tally in tallies.prefix(5) {
          guard let first = tally.findings.first else { continue }
          let word = article.string(analysis.findings[first].span)
          html.element(
            "a", .href(fragment: "f\(first + 1)"), .class("ref"), text: Excerpt.shortened(word, to: 32))
          if tally.findings.count > 1 { html.text(" ×\(tally.findings.count)") }
          html.markup(" ")
        }
      }
    }
    html.newline()
  }
}
