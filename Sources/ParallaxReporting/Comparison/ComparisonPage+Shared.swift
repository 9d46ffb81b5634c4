import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonPage {
  /// Most passages on the page; the data hold all.
  private static let mostPassages = 20
  /// Most articles whose whole text is shown with shared text shaded.
  private static let mostShaded = 12

  private var shared: SharedText { coverage.shared }

  /// Text that several outlets have, and the figures without it.
  func sharedText(to html: inout HTMLWriter) {
    guard !shared.passages.isEmpty else { return }
    section("shared", "Shared text", to: &html) { html in
      html.block("p", text: takeaway)
      html.block(
        "p", .class("note"),
        text:
          "Wire copy, press releases, excerpts and quotations: \(SharedText.leastWords) words or more that stand in "
          + "articles of two outlets, \(SharedText.leastQuotedWords) or more where they are quoted. Case and marks "
          + "make no difference, small edits are bridged. Ready-made phrases of common words are left out, and so is "
          + "what an outlet repeats of itself.")
      shares(to: &html)
      quotations(to: &html)
      passages(to: &html)
      shaded(to: &html)
      withoutShared(to: &html)
    }
  }

  private var takeaway: String {
    let words = shared.shares.reduce(0) { $0 + $1.words }
    let common = shared.shares.reduce(0) { $0 + $1.shared }
    let author = shared.shares.reduce(0) { $0 + $1.authorWords }
    let authorCommon = shared.shares.reduce(0) { $0 + $1.authorShared }
    return
      "\(ReportFormat.percent(common, of: words)) of all words stand in other outlets too, and "
      + "\(ReportFormat.percent(authorCommon, of: author)) of the words that are the authors’ own."
  }

  private func shares(to html: inout HTMLWriter) {
    html.scrollable("Shared words by outlet") { html in
      html.block("table") { html in
        html.tableHead(
          "Shared words by outlet",
          [
            .text("Outlet"), .number("Words"), .number("Shared"), .number("Share"),
            .number("Of its authors’ words"),
            .text("With whom"),
          ])
        html.element("tbody") { html in
          for (index, share) in shared.shares.enumerated() {
            html.element("tr") { html in
              html.element("th", Attribute("scope", "row")) { name(index, to: &$0) }
              html.element("td", .class("n"), text: ReportFormat.grouped(share.words))
              html.element("td", .class("n"), text: ReportFormat.grouped(share.shared))
              html.element("td", .class("n"), text: ReportFormat.percent(share.shared, of: share.words))
              html.element(
                "td", .class("n"), text: ReportFormat.percent(share.authorShared, of: share.authorWords))
              let partners = share.partners.prefix(6).map {
                "\(Excerpt.shortened(outlets[$0.outlet].name, to: 40)) \(ReportFormat.grouped($0.words))"
              }
              let more = share.partners.count - partners.count
              html.element(
                "td",
                text: partners.isEmpty
                  ? "–" : partners.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
            }
            html.newline()
          }
        }
      }
    }
  }

  private func name(_ outlet: Int, to html: inout HTMLWriter) {
    html.element("bdi", text: Excerpt.shortened(outlets[outlet].name, to: 60))
  }

  /// The index of the outlet that an article belongs to.
  private var owners: [Int] {
    var owners = [Int](repeating: 0, count: comparison.analyses.count)
    for (index, outlet) in outlets.enumerated() {
      for article in outlet.articles { owners[article] = index }
    }
    return owners
  }

  // MARK: Quotations

  private func quotations(to html: inout HTMLWriter) {
    guard !shared.quotations.isEmpty else { return }
    let owners = owners
    html.block("h3", text: "The same quotation, and how it is brought in")
    for quotation in shared.quotations.prefix(Self.mostPassages) {
      guard let first = quotation.leadIns.first else { continue }
      let text = flat(first.place.span, first.place.article)
      html.block("figure", .class("told")) { html in
        html.newline()
        html.block("blockquote", Attribute("dir", "auto"), text: "“\(Excerpt.shortened(text, to: 600))”")
        html.block("ul") { html in
          for lead in quotation.leadIns.prefix(12) {
            html.element("li") { html in
              html.element("b") { name(owners[lead.place.article], to: &$0) }
              html.text(" ")
              self.lead(lead, to: &html)
            }
            html.newline()
          }
        }
      }
    }
    more(shared.quotations.count - Self.mostPassages, "quotations", to: &html)
  }

  /// The words around a quotation, the verb set off.
  private func lead(_ lead: SharedQuotation.LeadIn, to html: inout HTMLWriter) {
    html.element("span", .class("lead-in"), Attribute("dir", "auto")) { html in
      for (index, span) in [lead.before, lead.after].enumerated() {
        if index == 1 { html.element("span", .class("gap"), text: "…") }
        if let cue = lead.cueSpan, span.contains(cue) {
          html.text(flat(TextSpan(span.start, cue.start), lead.place.article))
          html.element("b", text: flat(cue, lead.place.article))
          html.text(flat(TextSpan(cue.end, span.end), lead.place.article))
        } else {
          html.text(Excerpt.shortened(flat(span, lead.place.article), to: 400))
        }
      }
    }
  }

  /// The text of a span on one line.
  private func flat(_ span: TextSpan, _ article: Int) -> String {
    let text = comparison.analyses[article].article.text[span.range]
    return String(decoding: text.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }

  private func more(_ count: Int, _ what: String, to html: inout HTMLWriter) {
    guard count > 0 else { return }
    html.block("p", .class("note"), text: "\(ReportFormat.grouped(count)) more \(what) are in the data.")
  }

  // MARK: Passages

  private func passages(to html: inout HTMLWriter) {
    let passages = shared.passages.filter { $0.kind != .quotation }
    guard !passages.isEmpty else { return }
    let owners = owners
    html.block("h3", text: "Copied text and excerpts")
    html.block("ol", .class("words passages")) { html in
      for passage in passages.prefix(Self.mostPassages) {
        html.element("li") { html in
          html.element("details") { html in
            html.element("summary", Attribute("dir", "auto")) { html in
              if let first = passage.places.first {
                html.element("bdi", text: Excerpt.shortened(flat(first.span, first.article), to: 90))
              }
              html.element("small", text: " " + summary(passage))
            }
            for place in passage.places.prefix(8) {
              html.element("p", .class("place"), Attribute("dir", "auto")) { html in
                html.element("b") { name(owners[place.article], to: &$0) }
                html.text(" ")
                html.element(
                  "mark", .class("shared"),
                  text: Excerpt.shortened(flat(place.span, place.article), to: 2_000))
              }
            }
          }
        }
        html.newline()
      }
    }
    more(passages.count - Self.mostPassages, "passages", to: &html)
  }

  private func summary(_ passage: SharedText.Passage) -> String {
    let names = passage.outlets.prefix(4).map { Excerpt.shortened(outlets[$0].name, to: 40) }
    let more = passage.outlets.count - names.count
    return
      "\(SharedKindName.label(passage.kind)), \(ReportFormat.count(passage.words, "word")), "
      + "\(ReportFormat.percent(Int((passage.verbatim * 1_000).rounded()), of: 1_000)) word for word: "
      + (more > 0 ? names.joined(separator: ", ") + " and \(more) more" : ReportFormat.list(names))
  }

  // MARK: Shading

  private func shaded(to html: inout HTMLWriter) {
    let compared = outlets.flatMap(\.articles).sorted()
    guard compared.count <= Self.mostShaded else { return }
    let owners = owners
    html.block("h3", text: "Where it stands")
    html.block(
      "p", .class("note"), text: "The whole text of each article; what other outlets have too is shaded.")
    for article in compared {
      html.block("details") { html in
        html.element("summary") { name(owners[article], to: &$0) }
        html.newline()
        html.block("div", .class("shade")) { html in
          html.newline()
          let value = comparison.analyses[article].article
          var rest = shared.spans[article][...]
          for paragraph in value.paragraphs where paragraph.role.isEditorial {
            html.block(
              "p", paragraph.role == .headline ? .class("headline") : nil, Attribute("dir", "auto")
            ) { html in
              var at = paragraph.span.start
              rest = rest.drop { $0.end <= paragraph.span.start }
              for span in rest.prefix(while: { $0.start < paragraph.span.end }) {
                let (start, end) = (max(at, span.start), min(span.end, paragraph.span.end))
                html.text(utf8: value.text[at..<start])
                html.element("mark", .class("shared")) { $0.text(utf8: value.text[start..<end]) }
                at = end
              }
              html.text(utf8: value.text[at..<paragraph.span.end])
            }
          }
        }
      }
    }
  }
}

/// Names of kinds of shared text for readers.
enum SharedKindName {
  static func label(_ kind: SharedText.Kind) -> String {
    switch kind {
    case .quotation: "Quotation"
    case .excerpt: "Excerpt"
    case .copied: "Copied text"
    }
  }
}
