import ParallaxCore
import ParallaxScoring
import ParallaxSegmentation

extension ArticlePage {
  /// The whole text with its findings, and the legend that is also the filter.
  func text(to html: inout HTMLWriter) {
    section("text", "The text", to: &html) { html in
      html.block("div", .class("reader")) { html in
        html.newline()
        html.block("div", .class("side")) { html in
          html.newline()
          html.block(
            "div", .id("panel"), .class("panel"), Attribute("aria-live", "polite"), Attribute.flag("hidden"))
          if analysis.isMeasured { legend(to: &html) }
        }
        html.block(
          "div", .class("article"), Attribute("lang", languageTag)
        ) { html in
          html.newline()
          for range in FurnitureRun.ranges(article.paragraphs) {
            if range.count == 1 {
              paragraph(range.lowerBound, to: &html)
            } else {
              html.block("details", .class("fold")) { html in
                html.block("summary", text: FurnitureRun.description(range, of: article.paragraphs))
                for index in range { paragraph(index, to: &html) }
              }
            }
          }
        }
      }
    }
  }

  /// The declared language when it is a plausible tag, so that hyphenation and speech follow it.
  private var languageTag: String {
    guard let tag = metadata.language, !tag.isEmpty, tag.utf8.count <= 35,
      tag.utf8.allSatisfy({ $0 == 0x2D || $0 &- 0x30 < 10 || ($0 | 32) &- 0x61 < 26 })
    else { return "" }
    return tag
  }

  /// The language of a passage of ten words or more that is not the article's, for speech and hyphenation.
  private func foreignLanguage(of span: TextSpan) -> Attribute? {
    guard let language = LanguageDetector.detect(Array(article.text[span.range])),
      metadata.language?.lowercased().prefix(2) != language.prefix(2)
    else { return nil }
    return Attribute("lang", language)
  }

  /// Whether another's words in a paragraph are in a foreign language: then these are marked, not all of it.
  private func holdsForeignVoice(_ paragraph: Int) -> Bool {
    guard analysis.voiced.paragraphSegments.indices.contains(paragraph) else { return false }
    return analysis.voiced.segments[analysis.voiced.paragraphSegments[paragraph]].contains {
      $0.voice != .author && foreignLanguage(of: $0.span) != nil
    }
  }

  // MARK: Legend

  private func legend(to html: inout HTMLWriter) {
    html.block("details", .class("legend"), Attribute.flag("open")) { html in
      html.element("summary", text: "Legend and filter")
      html.newline()
      html.block("fieldset", .class("whose")) { html in
        html.element("legend", text: "Whose words")
        choice("voice-all", "All voices", isChosen: true, to: &html)
        choice("voice-author", "Author’s only", isChosen: false, to: &html)
      }
      for family in CategoryStyle.Family.allCases {
        let members = facts.measures.filter { $0.style.family == family }
        guard !members.isEmpty else { continue }
        html.block("fieldset") { html in
          html.element("legend", text: family.rawValue)
          var seen = Set<String>()
          for (style, measure) in members where seen.insert(style.className).inserted {
            let count =
              style.className == "k-own"
              ? members.reduce(0) { $0 + $1.measure.all.count } : measure.all.count
            let label = style.className == "k-own" ? "All of them" : style.label
            box(style.className, label, count: count, isOn: true, title: style.definition, to: &html)
          }
        }
      }
      if !facts.frames.isEmpty {
        html.block("fieldset") { html in
          html.element("legend", text: "What it is about")
          box(
            "k-frame", "Topic frames", count: facts.frames.count, isOn: false,
            title: "Which side of the matter the words look at.", to: &html)
        }
      }
      if !facts.omittedShown.isEmpty {
        html.block("fieldset") { html in
          html.element("legend", text: "Not counted")
          html.element("label", .title("Underlines what a lexicon holds and what was left out.")) { html in
            html.void("input", Attribute("type", "checkbox"), .id("show-o"))
            html.element("span", .class("what left-out"), text: "Seen and left out")
            html.element("span", .class("n"), text: ReportFormat.grouped(facts.omittedShown.count))
          }
        }
      }
      if analysis.findings.contains(where: { $0.entry.neutral != nil }) {
        html.block("fieldset") { html in
          html.element("legend", text: "Try it")
          html.element("label", .title("Shows, in the text, the word that a flat wire report would use.")) {
            html in
            html.void("input", Attribute("type", "checkbox"), .id("plain"))
            html.element("span", .class("what none"), text: "Put plain words in place")
          }
          if let plain = PlainWords(analysis) {
            html.element("p", .class("would"), text: plain.outcome)
          }
        }
      }
      html.block("ul", .class("grounds"), .label("Grounds")) { html in
        for voice in Voice.allCases where voice != .author && analysis.words[voice] > 0 {
          html.element("li") { html in
            html.element("span", .class("v-\(voice.rawValue)"), text: VoiceName.label(voice))
          }
        }
      }
    }
  }

  private func box(
    _ name: String, _ label: String, count: Int, isOn: Bool, title: String, to html: inout HTMLWriter
  ) {
    html.element("label", .class(name), .title(title)) { html in
      html.void(
        "input", Attribute("type", "checkbox"), .id("show-\(name)"),
        isOn ? Attribute.flag("checked") : nil)
      html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
      html.element("span", .class("what"), text: label)
      html.element("span", .class("n"), text: ReportFormat.grouped(count))
    }
    html.newline()
  }

  private func choice(_ id: String, _ label: String, isChosen: Bool, to html: inout HTMLWriter) {
    html.element("label") { html in
      html.void(
        "input", Attribute("type", "radio"), Attribute("name", "voice"), .id(id),
        isChosen ? Attribute.flag("checked") : nil)
      html.text(label)
    }
    html.newline()
  }

  // MARK: Paragraphs

  private func paragraph(_ index: Int, to html: inout HTMLWriter) {
    let paragraph = article.paragraphs[index]
    let number = index + 1
    html.block("div", .id("p\(number)"), .class("p r-\(paragraph.role.rawValue)")) { html in
      html.element("div", .class("margin")) { html in
        if let label = RoleName.label(paragraph.role) { html.element("span", .class("role"), text: label) }
        html.element(
          "a", .class("no"), .href(fragment: "p\(number)"), .label("Paragraph \(number)"), text: "\(number)")
        speakers(of: index, to: &html)
      }
      html.element("p", holdsForeignVoice(index) ? nil : foreignLanguage(of: paragraph.span)) { html in
        for step in steps(of: index) { write(step, to: &html) }
      }
    }
  }

  /// Who is heard in a paragraph, once each, in order.
  private func speakers(of index: Int, to html: inout HTMLWriter) {
    guard analysis.voiced.paragraphSegments.indices.contains(index) else { return }
    var seen: [(name: String?, voices: [Voice])] = []
    for segment in analysis.voiced.segments[analysis.voiced.paragraphSegments[index]]
    where segment.voice != .author {
      let name = segment.voice == .excerpt ? segment.via ?? segment.speaker : segment.speaker
      if let place = seen.firstIndex(where: { $0.name == name }) {
        if !seen[place].voices.contains(segment.voice) { seen[place].voices.append(segment.voice) }
      } else {
        seen.append((name, [segment.voice]))
      }
    }
    for (name, voices) in seen.prefix(5) {
      html.element("span", .class("who")) { html in
        for voice in voices {
          html.element("span", .class("v-\(voice.rawValue)"), text: VoiceName.label(voice).lowercased())
          html.markup(" ")
        }
        if let name, !name.isEmpty { html.element("bdi", text: Excerpt.shortened(name, to: 60)) }
      }
    }
    if seen.count > 5 { html.element("span", .class("who"), text: "and \(seen.count - 5) more") }
  }

  private func steps(of index: Int) -> [HighlightedText.Step] {
    let span = article.paragraphs[index].span
    var voices: [HighlightedText.Layer] = []
    if analysis.voiced.paragraphSegments.indices.contains(index) {
      for segment in analysis.voiced.paragraphSegments[index]
      where analysis.voiced.segments[segment].voice != .author {
        voices.append(.init(kind: .voice(segment), span: analysis.voiced.segments[segment].span))
      }
    }
    let findings = facts.byParagraph[index].map {
      HighlightedText.Layer(kind: .finding($0), span: analysis.findings[$0].span)
    }
    let omitted = facts.omittedByParagraph[index].map {
      HighlightedText.Layer(kind: .omitted($0), span: analysis.notCounted[$0].span)
    }
    return HighlightedText.steps(paragraph: span, voices: voices, findings: findings + omitted)
  }

  private func write(_ step: HighlightedText.Step, to html: inout HTMLWriter) {
    switch step {
    case .text(let span): html.text(utf8: article.text[span.range])
    case .open(.voice(let index), _):
      let segment = analysis.voiced.segments[index]
      html.open(
        "span", [.class("v-\(segment.voice.rawValue)"), foreignLanguage(of: segment.span)])
    case .close(.voice, _): html.close("span")
    case .open(.omitted(let index), let isFirst):
      let style = CategoryStyle.of(analysis.notCounted[index].entry.category)
      html.open(
        "mark",
        [
          isFirst ? .id("o\(index + 1)") : Attribute("data-o", "\(index + 1)"),
          .class("o \(style.className)"),
        ])
    case .close(.omitted, _): html.close("mark")
    case .open(.finding(let index), let isFirst):
      let finding = analysis.findings[index]
      let number = index + 1
      html.open(
        "mark",
        [
          isFirst ? .id("f\(number)") : Attribute("data-f", "\(number)"),
          .class(FindingText.classes(finding)),
          isFirst ? finding.entry.neutral.map { Attribute("data-n", Excerpt.shortened($0, to: 60)) } : nil,
        ])
    case .close(.finding(let index), let isLast):
      if isLast {
        html.element(
          "a", .href(fragment: "r\(index + 1)"),
          .label(FindingText.linkLabel(analysis.findings[index], index + 1)))
      }
      html.close("mark")
    }
  }
}

/// What is said of a finding in few words.
enum FindingText {
  /// Classes of a highlight: category, strength and whether it is another's voice.
  static func classes(_ finding: Finding) -> String {
    let weight = finding.effectiveWeight
    let strength = weight <= 0 ? "w0" : weight < 0.3 ? "w1" : weight < 0.6 ? "w2" : "w3"
    let style = CategoryStyle.of(finding.entry.category)
    return "\(style.className) \(strength)\(finding.voice == .author ? "" : " x")"
  }

  /// The category with its finer division: `Loaded words, label`.
  static func kind(_ finding: Finding) -> String {
    let style = CategoryStyle.of(finding.entry.category)
    return finding.entry.subcategory.isEmpty
      ? style.label : "\(style.label), \(words(finding.entry.subcategory))"
  }

  /// The name of a highlight's link.
  static func linkLabel(_ finding: Finding, _ number: Int) -> String {
    "\(number) \(CategoryStyle.of(finding.entry.category).label.lowercased())"
  }

  /// A name of the data in words: `readerAddress` becomes `reader address`.
  static func words(_ name: String) -> String {
    var text = ""
    for character in name {
      if character.isUppercase {
        text += " " + character.lowercased()
      } else {
        text.append(character)
      }
    }
    return text
  }
}
