import ParallaxCore
import ParallaxScoring

extension ArticlePage {
  /// Whose words: the share of each voice, and who is heard.
  func voices(to html: inout HTMLWriter) {
    section("voices", "Whose words", to: &html) { html in
      let words = analysis.words
      guard words.all > 0 else {
        html.block("p", text: "There is no editorial text.")
        return
      }
      shares(words, to: &html)
      sources(to: &html)
    }
  }

  /// The share of each voice, said, drawn and listed.
  func shares(_ words: VoiceCounts, to html: inout HTMLWriter) {
    html.block(
      "p",
      text:
        "\(ReportFormat.percent(words.author, of: words.all)) of the \(ReportFormat.count(words.all, "word")) "
        + "are the author’s own.")
    VoiceStack.write(words, to: &html)
    html.block("ul", .class("key")) { html in
      for voice in Voice.allCases where words[voice] > 0 {
        html.element("li", .title(VoiceName.definition(voice))) { html in
          html.element("span", .class("swatch s-\(voice.rawValue)"), Attribute("aria-hidden", "true"))
          html.text("\(VoiceName.label(voice)) ")
          html.element(
            "b", text: ReportFormat.percent(words[voice], of: words.all))
          html.text(" \(ReportFormat.count(words[voice], "word"))")
        }
      }
    }
  }

  private func sources(to html: inout HTMLWriter) {
    let sources = analysis.voiced.sources
    guard !sources.isEmpty else {
      html.block("p", text: "Nobody else is heard.")
      return
    }
    let places = SourcePlaces(analysis)
    html.block("h3", text: "Who is heard")
    html.scrollable("Who is heard") { html in
      html.block("table", .class("sortable")) { html in
        html.tableHead(
          "Sources in order of first appearance",
          [
            .text("Source"), .text("Can it be checked?"), .number("Words"), .number("Quoted"),
            .number("Reported"), .text("Introduced by"), .text("Where"),
          ])
        html.element("tbody") { html in
          for (index, source) in sources.enumerated() {
            row(source, paragraphs: places.paragraphs(ofSource: index), to: &html)
          }
        }
      }
    }
  }

  private func row(_ source: SourceSummary, paragraphs: [Int], to html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", Attribute("scope", "row")) { html in
        html.element(
          "bdi", text: source.name.isEmpty ? "somebody unnamed" : Excerpt.shortened(source.name, to: 120))
      }
      html.element("td", text: VoiceName.label(source.kind))
      html.element("td", .class("n"), text: ReportFormat.grouped(source.words))
      html.element("td", .class("n"), text: ReportFormat.grouped(source.direct))
      html.element("td", .class("n"), text: ReportFormat.grouped(source.indirect))
      let cues = source.cues.prefix(6).map {
        Excerpt.shortened($0.lemma, to: 40) + ($0.count > 1 ? " ×\($0.count)" : "")
      }
      html.element("td", text: cues.isEmpty ? "–" : cues.joined(separator: ", "))
      html.element("td") { html in
        for paragraph in paragraphs.prefix(12) {
          html.element("a", .href(fragment: "p\(paragraph + 1)"), text: "¶ \(paragraph + 1)")
          html.markup(" ")
        }
      }
    }
    html.newline()
  }
}

/// The paragraphs in which each source is heard.
struct SourcePlaces: Sendable {
  private var places: [[Int]]

  init(_ analysis: Analysis) {
    places = Array(repeating: [], count: analysis.voiced.sources.count)
    let paragraphs = analysis.article.paragraphs
    for attribution in analysis.voiced.attributions {
      guard let source = attribution.sourceIndex, places.indices.contains(source) else { continue }
      for span in attribution.content {
        var low = 0
        var high = paragraphs.count
        while low < high {
          let middle = (low + high) / 2
          if paragraphs[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
        }
        if low < paragraphs.count, places[source].last != low { places[source].append(low) }
      }
    }
    places = places.map { Array(Set($0)).sorted() }
  }

  func paragraphs(ofSource index: Int) -> [Int] { places.indices.contains(index) ? places[index] : [] }
}
