import ParallaxComparison
import ParallaxCore
import ParallaxScoring

extension ComparisonPage {
  /// Words by voice, a bar per outlet.
  func voices(to html: inout HTMLWriter) {
    section("voices", "Whose words", to: &html) { html in
      html.block("p", text: "How much each outlet says in its own words, and how much it lets others say.")
      html.block("ul", .class("key")) { html in
        for voice in Voice.allCases where outlets.contains(where: { $0.words[voice] > 0 }) {
          html.element("li") { html in
            html.element("span", .class("swatch s-\(voice.rawValue)"), Attribute("aria-hidden", "true"))
            html.text(VoiceName.label(voice))
          }
        }
      }
      for outlet in outlets {
        html.block("h3") { $0.element("bdi", text: Excerpt.shortened(outlet.name, to: 80)) }
        VoiceStack.write(outlet.words, to: &html)
        let shares = Voice.allCases.filter { outlet.words[$0] > 0 }.map {
          "\(VoiceName.label($0).lowercased()) \(ReportFormat.percent(outlet.words[$0], of: outlet.words.all))"
        }
        html.block(
          "p", .class("note"),
          text: "\(ReportFormat.count(outlet.words.all, "word")): \(shares.joined(separator: ", "))")
      }
    }
  }

  /// The entries that weigh most in each outlet.
  func drivers(to html: inout HTMLWriter) {
    section("drivers", "Words that drive it", to: &html) { html in
      html.block(
        "p", .class("note"),
        text: "The heaviest entries, with how often each stands, and in how many articles.")
      byVoice(to: &html) { voice, html in
        html.block("div", .class("columns")) { html in
          html.newline()
          for outlet in outlets { column(outlet, voice, to: &html) }
        }
      }
    }
  }

  private func column(
    _ outlet: OutletComparison.Outlet, _ voice: Voice?, to html: inout HTMLWriter
  ) {
    var articles: [Int] = []
    var findings: [Finding] = []
    for article in outlet.articles {
      for finding in comparison.analyses[article].findings
      where (voice == nil || finding.voice == voice)
        && finding.entry.category.isSlant(subcategory: finding.entry.subcategory)
      {
        findings.append(finding)
        articles.append(article)
      }
    }
    let tallies = EntryTally.tally(Array(findings.indices), of: findings)
    html.block("div") { html in
      html.newline()
      html.block("h3") { $0.element("bdi", text: Excerpt.shortened(outlet.name, to: 80)) }
      if tallies.isEmpty { html.block("p", text: "Nothing was found.") }
      html.block("ol", .class("words")) { html in
        for tally in tallies.prefix(12) {
          let style = CategoryStyle.of(tally.entry.category)
          html.element("li", .class(style.className), .title(style.label)) { html in
            html.element("span", .class("tag"), Attribute("aria-hidden", "true"))
            html.element("span", .class("hidden"), text: style.label + ": ")
            html.text(Excerpt.shortened(tally.entry.form, to: 60))
            if tally.findings.count > 1 { html.text(" ×\(tally.findings.count)") }
            if outlet.articles.count > 1 {
              let holders = Set(tally.findings.map { articles[$0] }).count
              html.element(
                "small",
                text:
                  " in \(ReportFormat.grouped(holders)) of \(ReportFormat.count(outlet.articles.count, "article"))"
              )
            }
            if let neutral = tally.entry.neutral {
              html.element("small", text: " plain: \(Excerpt.shortened(neutral, to: 60))")
            }
          }
        }
      }
    }
  }

  /// Topic frames, as shares of each outlet's frame words.
  func frames(to html: inout HTMLWriter) {
    let frames = comparison.categories.filter(\.isFrame)
    guard !frames.isEmpty else { return }
    section("frames", "Topic frames", to: &html) { html in
      html.block(
        "p", .class("note"),
        text: "Share of each outlet’s frame words, in all voices: which sides of the matter it looks at.")
      html.scrollable("Topic frames") { html in
        html.block("table", .class("sortable")) { html in
          html.element("caption", .class("hidden"), text: "Topic frames by outlet")
          html.element("thead") { html in
            html.element("tr") { html in
              html.columnHead(.text("Frame"))
              for outlet in outlets {
                html.columnHead(.number(Excerpt.shortened(outlet.name, to: 40)))
              }
            }
          }
          let totals = outlets.map { outlet in
            outlet.measures.filter(\.category.isFrame).reduce(0) { $0 + $1.all.count }
          }
          html.element("tbody") { html in
            for frame in frames {
              html.element("tr") { html in
                html.element("th", Attribute("scope", "row"), text: FrameName.label(frame))
                for (index, outlet) in outlets.enumerated() {
                  let count = outlet.measures.first { $0.category == frame }?.all.count ?? 0
                  html.element("td", .class("n")) { html in
                    html.text(ReportFormat.percent(count, of: totals[index]))
                    html.element("small", text: " (\(ReportFormat.grouped(count)))")
                  }
                }
              }
              html.newline()
            }
          }
        }
      }
    }
  }

  /// The articles compared.
  func articles(to html: inout HTMLWriter) {
    section("articles", "The articles", to: &html) { html in
      html.scrollable("The articles") { html in
        html.block("table", .class("sortable")) { html in
          html.tableHead(
            "Articles in the order given", ArticleRow.columns)
          html.element("tbody") { html in
            for (index, analysis) in comparison.analyses.enumerated() {
              let report = details.reports.indices.contains(index) ? details.reports[index] : nil
              ArticleRow.write(BatchRow(analysis, report: report), to: &html)
            }
          }
        }
      }
    }
  }

  /// What was used, and what it cannot tell.
  func method(to html: inout HTMLWriter) {
    section("method", "How this was measured", to: &html) { html in
      html.block("h3", text: "What this cannot tell you")
      html.block("ul") { html in
        for sentence in Method.limits { html.element("li", text: sentence) }
      }
      html.block("details") { html in
        html.element("summary", text: "Formulas")
        html.newline()
        html.block("dl") { html in
          for (term, meaning) in Method.formulas + ComparisonMethod.formulas {
            html.element("dt", text: term)
            html.element("dd", text: meaning)
          }
        }
      }
      html.block("details") { html in
        html.element("summary", text: "Lexicons")
        html.newline()
        LexiconTable.write(comparison.analyses.first?.lexicons ?? [], to: &html)
      }
    }
  }
}
