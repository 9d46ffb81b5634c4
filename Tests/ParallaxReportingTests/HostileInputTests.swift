import ParallaxComparison
import ParallaxCore
import ParallaxScoring
import Testing

@testable import ParallaxReporting

/// Article text, titles, names and addresses are hostile input: whatever they hold must stay inert text.
@Suite struct HostileInputTests {
  private static let attacks = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<svg onload=alert(1)><a href=x>",
    "<img src=x onerror=alert(1)>", "\"><iframe src=javascript:alert(1)>", "' onmouseover='alert(1)",
    "\" autofocus onfocus=\"alert(1)", "</style><style>*{display:none}", "<!--", "-->", "]]>",
    "{{constructor}}",
    "${alert(1)}", "<%= 7*7 %>", "{{#each}}", "javascript:alert(1)", "data:text/html,<b>x", "&lt;b&gt;",
    "&#60;script&#62;", "\u{202E}txt.exe\u{202C}", "\u{0}\u{1B}[31m", "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>", "<form action=//evil.example><input>",
    "</mark></p></div></main>", "\u{FEFF}<plaintext>", "𝕏 < 𝕐 & \u{300}\u{300}\u{300}",
    String(repeating: "W", count: 4_000),
  ]

  private static let elements: Set<String> = [
    "html", "head", "meta", "title", "style", "script", "body", "a", "header", "main", "footer", "nav",
    "section",
    "aside", "div", "p", "span", "h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption",
    "thead",
    "tbody", "tr", "th", "td", "b", "small", "code", "bdi", "br", "details", "summary", "fieldset", "legend",
    "label", "input", "mark", "svg", "defs", "pattern", "path", "circle", "rect", "line", "text",
  ]
  private static let attributes: Set<String> = [
    "lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "rel", "dir", "title", "role",
    "tabindex", "hidden", "open", "type", "checked", "scope", "rowspan", "aria-label",
    "aria-labelledby", "aria-hidden", "aria-live", "data-f", "data-n", "data-o", "data-only", "data-w",
    "width", "height",
    "viewBox",
    "fill", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "d", "patternUnits",
  ]

  private func article(_ attack: String) -> SampleArticle {
    // The marks of the builder itself cannot stand in its text.
    let text = attack.filter { !"{}|⟪⟫".contains($0) }
    var sample = SampleArticle(title: attack)
    sample.metadata.outlet = attack
    sample.metadata.byline = attack
    sample.metadata.published = attack
    sample.metadata.language = attack
    sample.metadata.url = attack
    sample.metadata.event = attack
    sample.metadata.provenance = [attack: attack]
    sample.notes = [attack]
    sample.warnings = [attack]
    sample.sources = [
      SourceSummary(name: attack, kind: .named, direct: 1, cues: [.init(lemma: attack, count: 1)])
    ]
    for role in Role.allCases {
      sample.add(
        role,
        "\(text) {\(text) reckless|evaluative.judgement|0.6|\(text)} and ⟪d \(text)|{\(text)|my own|0.4} said⟫ "
          + "{\(text)|loaded.label|0.6|!name}")
    }
    return sample
  }

  private func check(_ page: [UInt8], _ attack: String, benign: PageScanner) {
    let scanned = PageScanner(page)
    #expect(scanned.faults == [], "\(attack.prefix(40))")
    #expect(Set(scanned.tags.map(\.name)).subtracting(Self.elements) == [], "\(attack.prefix(40))")
    #expect(scanned.attributeNames.subtracting(Self.attributes) == [], "\(attack.prefix(40))")
    for link in scanned.links { #expect(link.hasPrefix("#"), "\(link.prefix(60))") }
    #expect(scanned.tags.count { $0.name == "script" } == benign.tags.count { $0.name == "script" })
    #expect(scanned.tags.count { $0.name == "style" } == 1)
    let hasControl = String(decoding: page, as: UTF8.self).unicodeScalars.contains {
      (0x202A...0x202E).contains($0.value) || $0.value == 0
    }
    #expect(!hasControl, "\(attack.prefix(40))")
  }

  @Test func articleStaysInert() {
    let benign = PageScanner(ArticleReport.html(article("harmless words").analysis()))
    for attack in Self.attacks {
      check(ArticleReport.html(article(attack).analysis()), attack, benign: benign)
    }
  }

  @Test func comparisonStaysInert() {
    let benign = PageScanner(ComparisonReport.html([article("a").analysis(), article("b").analysis()]))
    for attack in Self.attacks {
      let analyses = [article(attack), article("other")].map { sample in
        var analysis = sample.analysis()
        let place = TextSpan(0, min(3, analysis.article.text.count))
        var target = TargetStance(name: attack, mentions: [place])
        target.labels = [.init(text: attack, count: 2)]
        analysis.targets = [target]
        return analysis
      }
      check(ComparisonReport.html(analyses), attack, benign: benign)
    }
  }

  @Test func batchStaysInert() {
    let benign = PageScanner(BatchIndex.html(rows: []))
    for attack in Self.attacks {
      let rows = [
        BatchRow(article(attack).analysis(), report: attack), BatchRow(failed: attack, error: attack),
      ]
      let page = BatchIndex.html(rows: rows)
      let scanned = PageScanner(page)
      #expect(scanned.faults == [])
      #expect(Set(scanned.tags.map(\.name)).subtracting(Self.elements) == [])
      #expect(scanned.tags.count { $0.name == "script" } == benign.tags.count { $0.name == "script" })
      for link in scanned.links { #expect(!link.contains(":")) }
    }
  }

  @Test func goodAddressesAreLinked() {
    let page = PageScanner(ArticleReport.html(SampleArticle.harbour.analysis()))
    #expect(page.links.contains("https://ledger.example/harbour"))
    let link = page.tags.first { $0["href"] == "https://ledger.example/harbour" }
    #expect(link?["rel"] == "noopener noreferrer nofollow external")
  }
}
