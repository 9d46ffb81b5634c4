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

  @Test func statesGivenFindingsAndTests() {
    let details = ComparisonDetails(
      headline: ["The Ledger uses loaded words more often."],
      contrasts: [
        .init(
          category: .loaded, voice: .author, outlet: 0, reference: 1, logRatio: 2, low: 1, high: 3, p: 0.01,
          q: 0.04,
          method: "moderated F")
      ],
      reports: ["a.html", "javascript:alert(1)"])
    let page = PageScanner(ComparisonReport.html(OutletComparison(analyses), details: details))
    #expect(page.text.contains("The Ledger uses loaded words more often."))
    #expect(page.text.contains("4×") && page.text.contains("2× to 8×") && page.text.contains("0.040"))
    #expect(page.links.contains("a.html"))
    #expect(!page.links.contains { $0.hasPrefix("javascript") })
  }

  @Test func nothingToCompare() {
    let page = PageScanner(ComparisonReport.html([]))
    #expect(page.faults == [])
    #expect(page.text.contains("Nothing to compare"))
  }
}

@Suite struct BatchIndexTests {
  @Test func listsArticlesAndFailures() {
    let rows = [
      BatchRow(SampleArticle.harbour.analysis(), report: "reports/harbour.html"),
      BatchRow(SampleArticle.pier.analysis()), BatchRow(failed: "c.bin", error: "not a text"),
    ]
    let page = PageScanner(BatchIndex.html(rows: rows))
    #expect(page.faults == [])
    #expect(page.text.contains("2 articles analyzed, 1 failed"))
    #expect(page.text.contains("94.3") && page.text.contains("18.5"))
    #expect(page.text.contains("c.bin") && page.text.contains("not a text"))
    #expect(page.links == ["reports/harbour.html"])
  }

  @Test func shortTextsStandInBrackets() {
    var sample = SampleArticle(title: "Note")
    sample.add(.body, "A {reckless|evaluative.judgement|0.6} plan.")
    let text = PageScanner(BatchIndex.html(rows: [BatchRow(sample.analysis())])).text
    #expect(text.contains("(333.3)"))
  }

  @Test func foreignTextHasNoRate() {
    var sample = SampleArticle(title: "Le quai")
    sample.add(.body, "Le conseil a voté.")
    let row = BatchRow(sample.analysis(isMeasured: false))
    #expect(row.framingRate == nil)
  }

  @Test func emptyFolder() { #expect(PageScanner(BatchIndex.html(rows: [])).faults == []) }
}
