import ParallaxCore
import ParallaxScoring

extension ArticlePage {
  /// Most words shown behind a target's score.
  private static let mostWords = 16

  /// Whom the text speaks well or ill of.
  func targets(to html: inout HTMLWriter) {
    let targets = analysis.targets.filter { $0.score != nil || !$0.labels.isEmpty }
    guard !targets.isEmpty else { return }
    section("targets", "Of whom it speaks well or ill", to: &html) { html in
      html.block(
        "p",
        text:
          "From −1 (only ill) to 1 (only well), from the wording that is said of each; what somebody says is "
          + "not counted toward the speaker. The bar is the 95% interval: where it crosses the middle, the "
          + "text does not settle it. Who a word is said of is read from the sentence by rules, and wrongly "
          + "at times: open the words before you cite a score.")
      html.scrollable("Of whom it speaks well or ill") { html in
        html.block("table", .class("targets")) { html in
          html.tableHead(
            "Stance toward people and groups",
            [
              .text("Of"), .number("Mentions"), .number("Well"), .number("Ill"), .number("Score"),
              .text("Ill to well, 95%"), .number("Author"), .number("Others"), .text("Called"),
            ])
          html.element("tbody") { html in
            for target in targets { row(target, to: &html) }
          }
        }
      }
      for target in targets { words(of: target, to: &html) }
    }
  }

  private func row(_ target: TargetStance, to html: inout HTMLWriter) {
    func score(_ value: Double?) -> String { value.map { ReportFormat.fixed($0, decimals: 2) } ?? "–" }
    html.element("tr") { html in
      html.element("th", Attribute("scope", "row")) { html in
        html.element("bdi", text: Excerpt.shortened(target.name, to: 120))
      }
      html.element("td", .class("n"), text: ReportFormat.grouped(target.mentions.count))
      html.element("td", .class("n"), text: ReportFormat.grouped(target.positive))
      html.element("td", .class("n"), text: ReportFormat.grouped(target.negative))
      html.element("td", .class("n"), text: score(target.score))
      html.element("td", .class("bar")) { html in
        guard let value = target.score, let low = target.low, let high = target.high else {
          html.text("–")
          return
        }
        ScoreMark.write(value, low: low, high: high, to: &html)
        html.element("small", text: "\(score(low)) to \(score(high))")
      }
      html.element("td", .class("n"), text: score(target.author))
      html.element("td", .class("n"), text: score(target.quoted))
      let labels = target.labels.prefix(6).map {
        Excerpt.shortened($0.text, to: 60) + ($0.count > 1 ? " ×\($0.count)" : "")
      }
      html.element("td", text: labels.isEmpty ? "–" : labels.joined(separator: ", "))
    }
    html.newline()
  }

  /// The words behind a score, each linked to its place.
  private func words(of target: TargetStance, to html: inout HTMLWriter) {
    let counted = target.evidence.filter { $0.share > 0 }
    guard !counted.isEmpty else { return }
    html.block("details", .class("evidence")) { html in
      html.block("summary") { html in
        html.text("\(ReportFormat.count(counted.count, "word", "words")) said of ")
        html.element("bdi", text: Excerpt.shortened(target.name, to: 120))
      }
      html.block("ul", .class("said")) { html in
        for one in counted.prefix(Self.mostWords) {
          html.element("li") { html in
            html.element("span", .class("n"), text: one.value > 0 ? "+" : "−")
            html.text(" ")
            html.element("a", .href(fragment: place(of: one)), .class("ref")) { html in
              html.element("bdi", text: Excerpt.shortened(article.string(one.span), to: 60))
            }
            let voice = one.voice == .author ? "" : ", in another’s words"
            html.element("small", text: " " + Self.words(for: one.relation) + voice)
          }
        }
        if counted.count > Self.mostWords {
          html.element("li", text: "and \(counted.count - Self.mostWords) more, in the data")
        }
      }
    }
  }

  /// The anchor of the finding on the same words, else of the paragraph.
  private func place(of evidence: TargetStance.Evidence) -> String {
    var low = 0
    var high = analysis.findings.count
    while low < high {
      let middle = (low + high) / 2
      if analysis.findings[middle].span.start < evidence.span.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    if low < analysis.findings.count, analysis.findings[low].span == evidence.span { return "f\(low + 1)" }
    return "p\(analysis.voiced.segmented.sentences[evidence.sentence].paragraph + 1)"
  }

  private static func words(for relation: StanceRelation) -> String {
    switch relation {
    case .agent: "does it"
    case .patient: "it is done to"
    case .agentOwner: "somebody of theirs does it"
    case .patientOwner: "it is done to something of theirs"
    case .owner: "theirs"
    case .object: "“of”, “for”, “against”"
    case .modifier: "beside the name"
    case .predicate: "“is”"
    case .subject: "behind what they do"
    case .clause: "in the clause"
    case .sentence: "in the sentence"
    case .own: "says it"
    }
  }
}
