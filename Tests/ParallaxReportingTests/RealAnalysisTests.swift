import ParallaxCore
import ParallaxKit
import ParallaxScoring
import Testing

@testable import ParallaxReporting

/// The page on what the whole pipeline gives, for a text of our own.
@Suite struct RealAnalysisTests {
  private static let text = """
    Harbour board bets the town's savings on a pier

    By Tess Arkwright

    Advertisement

    Perhaps nobody told the harbour board that money is finite. On Tuesday its reckless chairman slammed the
    critics and rammed through a plan to spend nearly eleven million on a vanity project, and the vote took a mere
    nine minutes. Will it work? Of course not.

    "We are proud of this plan," Mayor Ana Ruiz said. "It is the best thing that ever happened to Lowmoor." She
    claimed that the pier would clearly pay for itself within six years. According to the board, storms may delay the
    work, but critics say the so-called business case is a joke.

    You must ask your councillor what happened to the reserve, dear reader, because the regime at the town hall will
    never tell you again. It has refused to answer our questions since the autumn, and it stubbornly insists that
    everything is fine.

    Subscribe now and get 40% off your first year!
    """

  private static func analyze() throws -> Analysis {
    try Analyzer().analyze(Array(text.utf8), source: "harbour.txt")
  }

  @Test func pageHoldsTogether() throws {
    let analysis = try Self.analyze()
    #expect(analysis.findings.count > 15)
    let page = PageScanner(ArticleReport.html(analysis))
    #expect(page.faults == [])
    let ids = page.ids
    #expect(Set(ids).count == ids.count)
    for link in page.links where link.hasPrefix("#") {
      #expect(ids.contains(String(link.dropFirst())), "\(link) leads nowhere")
    }
    for number in 1...analysis.findings.count {
      #expect(ids.contains("f\(number)") && ids.contains("r\(number)"))
    }
  }

  /// The findings that a card links are as many as its number says.
  @Test func countsAgreeWithTheMeasures() throws {
    let analysis = try Self.analyze()
    let facts = ArticleFacts(analysis)
    #expect(facts.measures.count > 5)
    for (style, measure) in facts.measures {
      let findings = facts.findings(of: style.category).map { analysis.findings[$0] }
      #expect(findings.count == measure.all.count, "\(style.label)")
      #expect(findings.count { $0.voice == .author } == measure.author.count, "\(style.label)")
    }
    if let index = analysis.framing.author {
      let own = analysis.findings.filter {
        $0.voice == .author && $0.entry.category.isSlant(subcategory: $0.entry.subcategory)
      }
      #expect(abs(own.reduce(0) { $0 + $1.effectiveWeight } - index.weight) < 1e-9)
      #expect(own.count == facts.authorFraming)
    }
  }

  @Test func quotationsStandOnAGroundOfTheirOwn() throws {
    let page = PageScanner(ArticleReport.html(try Self.analyze()))
    #expect(page.tags.contains { $0["class"] == "v-direct" })
    #expect(page.text.contains("Ana Ruiz"))
  }

  @Test func foreignPassagesAreMarked() throws {
    let text = """
      The council met at noon and read the plan for the old pier, and then it was time for the guests to speak.

      “Nous avons perdu la confiance dans les gens de la ville, et il est trop tard pour nous de la retrouver,” said \
      Anne Morel, who had come over for the day.

      Вчера совет города встретился, чтобы обсудить старый причал и его будущее после закрытия весной.
      """
    let page = String(
      decoding: ArticleReport.html(try Analyzer().analyze(Array(text.utf8), source: "guests.txt")),
      as: UTF8.self)
    #expect(page.contains("<span class=\"v-direct\" lang=\"fr\">"))
    #expect(page.contains("<p lang=\"ru\">"))
    #expect(!page.contains("<p lang=\"fr\">") && !page.contains("lang=\"en\"><mark"))
  }
}
