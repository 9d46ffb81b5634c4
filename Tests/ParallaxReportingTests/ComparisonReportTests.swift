import ParallaxComparison
import ParallaxCore
import ParallaxScoring
import Testing

@testable import ParallaxReporting

@Suite struct ComparisonReportTests {
  private let analyses = [SampleArticle.harbour.analysis(), SampleArticle.pier.analysis()]

  @Test func oneAgainstOneIsTooFew() {
    let page = PageScanner(ComparisonReport.html(analyses))
    #expect(page.faults == [])
    #expect(page.text.contains("too few articles to tell outlets apart"))
    #expect(page.text.contains("The Lowmoor Ledger 94.3 and Coast Gazette 18.5"))
  }

  @Test func everyRateStandsInTheTable() {
    let comparison = OutletComparison(analyses)
    let text = PageScanner(ComparisonReport.html(comparison)).text
    for outlet in comparison.outlets {
      for measure in outlet.measures where !measure.category.isFrame {
        if let rate = measure.author.per1000 { #expect(text.contains(ReportFormat.fixed(rate))) }
        if let rate = measure.all.per1000 { #expect(text.contains(ReportFormat.fixed(rate))) }
      }
    }
  }

  @Test func oneArticleEachIsNoTest() {
    let page = PageScanner(ComparisonReport.html(OutletComparison(analyses)))
    #expect(page.text.contains("They are no test."))
    #expect(!page.text.contains("Permutation"))
    #expect(page.text.contains("too few articles to tell outlets apart"))
  }

  /// Four articles an outlet, one outlet with many more loaded words.
  private func outlets(loaded: Int) -> OutletComparison {
    func article(_ outlet: String, _ number: Int, hits: Int) -> Analysis {
      var sample = SampleArticle(title: "\(outlet) \(number)")
      sample.metadata.outlet = outlet
      let plain =
        "The council met on day \(number) and spoke about the old dam and the farms below it for hours."
      sample.add(
        .body,
        (0..<12).map { $0 < hits ? "A {scandalous|loaded.noun|0.6} vote. " + plain : plain }.joined(
          separator: " "))
      return sample.analysis()
    }
    return OutletComparison(
      (0..<4).map { article("Ledger", $0, hits: loaded + $0 % 2) }
        + (0..<4).map { article("Gazette", $0, hits: 1) })
  }

  @Test func aDifferenceIsStatedWithItsTest() {
    let comparison = outlets(loaded: 9)
    let tests = OutletContrasts(comparison)
    #expect(tests.overall.map(\.verdict) == [.differs])
    let page = PageScanner(ComparisonReport.html(comparison))
    #expect(page.faults == [])
    #expect(page.text.contains("Ledger uses framing wording"))
    #expect(page.text.contains("Permutation") && page.text.contains("Strength of evidence: moderate"))
  }

  @Test func oneSwitchHoldsEveryTableInBothVoices() {
    let page = PageScanner(ComparisonReport.html(outlets(loaded: 3)))
    #expect(page.ids.contains("voices-author") && page.ids.contains("voices-all"))
    let html = String(decoding: ComparisonReport.html(outlets(loaded: 3)), as: UTF8.self)
    let author = html.split(separator: "class=\"in-author\"").count
    #expect(author == html.split(separator: "class=\"in-all\"").count && author >= 5)
    #expect(page.text.contains("4 of 4") && page.text.contains("DP says how unevenly"))
  }

  @Test func contrastsAsATable() {
    let comparison = outlets(loaded: 9)
    let csv = String(
      decoding: ComparisonTable.contrasts.csv(comparison, Coverage(comparison)), as: UTF8.self)
    let lines = csv.split(separator: "\r\n")
    let columns = lines[0].split(separator: ",")
    #expect(lines[1].hasPrefix("Ledger,Gazette,framing,author,differs,moderated quasi-Poisson F,38,"))
    for line in lines {
      #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == columns.count)
    }
    // The overall question, then all framing wording and each category in both voices.
    #expect(lines.count == 1 + 1 + 2 + 1)
  }

  @Test func noDifferenceIsNotCalledTheSame() {
    let page = PageScanner(ComparisonReport.html(outlets(loaded: 1)))
    #expect(page.text.contains("these articles do not tell the outlets apart"))
    #expect(page.text.contains("not distinguishable"))
  }

  @Test func everyLinkLeadsSomewhere() {
    for comparison in [
      OutletComparison([]), OutletComparison(analyses), OutletComparison([analyses[0], analyses[0]]),
    ] {
      let page = PageScanner(ComparisonReport.html(comparison))
      for link in page.links where link.hasPrefix("#") {
        #expect(page.ids.contains(String(link.dropFirst())), "\(link) leads nowhere")
      }
    }
  }

  @Test func reportsAreLinkedOnlyWhereSafe() {
    let comparison = OutletComparison(analyses)
    let details = ComparisonDetails(
      tests: OutletContrasts(comparison), reports: ["a.html", "javascript:alert(1)"])
    let page = PageScanner(ComparisonReport.html(comparison, details: details))
    #expect(page.links.contains("a.html"))
    #expect(!page.links.contains { $0.hasPrefix("javascript") })
  }

  @Test func nothingToCompare() {
    let page = PageScanner(ComparisonReport.html([]))
    #expect(page.faults == [])
    #expect(page.text.contains("Nothing to compare"))
  }

  @Test func showsWhoIsHeardAndWhereFramingStands() {
    let page = PageScanner(ComparisonReport.html(analyses))
    #expect(page.text.contains("Where in the article") && page.text.contains("Last fifth"))
    #expect(page.text.contains("Who is heard"))
    for analysis in analyses {
      for source in analysis.voiced.sources where !source.name.isEmpty {
        #expect(page.text.contains(source.name.split(separator: " ").last ?? ""))
      }
    }
  }

  @Test func dataHoldWhatThePageShows() throws {
    let comparison = OutletComparison(analyses)
    let coverage = Coverage(comparison)
    let json = try JSONParser.parse(ComparisonData.json(comparison, coverage: coverage))
    for key in ["positions", "wording", "names", "sources", "sourceTotals", "labels", "stance"] {
      #expect(json[key]?.array != nil, "\(key)")
    }
    #expect(json["positions"]?.array?.count == comparison.outlets.count * 8)
    for table in ComparisonTable.allCases {
      let lines = String(decoding: table.csv(comparison, coverage), as: UTF8.self).split(separator: "\r\n")
      let columns = lines.first?.split(separator: ",").count ?? 0
      #expect(columns > 3, "\(table)")
    }
  }
}
