import ParallaxCore
import Testing

@testable import ParallaxReporting

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

  @Test func outletsAreSummedUp() throws {
    var sample = SampleArticle(title: "Note")
    sample.add(.body, "A {reckless|evaluative.judgement|0.6} plan.")
    var rows: [BatchRow] = []
    for (number, outlet) in ["Ledger", "Courier", "Ledger", nil].enumerated() {
      var row = BatchRow(sample.analysis())
      row.id = "\(number)"
      row.outlet = outlet
      rows.append(row)
    }
    let index = BatchIndex(categories: [.evaluative])
    var totals = BatchTotals(categories: [.evaluative])
    for row in rows { totals.add(row.summary([.evaluative])) }
    totals.addFailure()
    #expect(totals.outlets.map(\.name) == ["Courier", "Ledger", nil])
    #expect(totals.outlets.map(\.articles) == [1, 2, 1])
    #expect(totals.outlets[1].counts == [2] && totals.outlets[1].authorWords == 6)
    let (head, tail) = index.page(totals, number: 1, of: 2)
    let scanner = PageScanner(head + rows.flatMap(index.row) + tail)
    #expect(scanner.faults == [] && scanner.links.contains("index-2.html"))
    #expect(scanner.text.contains("Rates by outlet") && scanner.text.contains("(none named)"))
  }

  @Test func outletsAreToldApartUpToALimit() {
    var totals = BatchTotals(categories: [])
    for number in 0..<BatchTotals.outletLimit + 3 {
      totals.add(BatchSummary(outlet: "\(number)", words: 1, authorWords: 1, framing: 0, counts: []))
    }
    #expect(totals.outlets.count == BatchTotals.outletLimit && totals.otherArticles == 3)
    let page = PageScanner(BatchIndex(categories: []).page(totals).head)
    #expect(page.text.contains("3 articles of further outlets not listed"))
  }

  @Test func textThatLooksLikeThePagesMarkStaysText() {
    var row = BatchRow(failed: "<!--rows-->", error: "<!--rows-->")
    row.error = nil
    row.title = "<!--rows-->"
    row.outlet = "<!--rows-->"
    let scanner = PageScanner(BatchIndex.html(rows: [row, BatchRow(failed: "x", error: "<!--rows-->")]))
    #expect(scanner.faults == [])
  }
}
