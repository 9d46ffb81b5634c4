import ParallaxComparison
import ParallaxCore
import ParallaxScoring
import Testing

@testable import ParallaxReporting

@Suite struct SharedTextPageTests {
  private let wire =
    "the observatory on Mount Sorrow recorded eleven tremors before dawn and its keeper asked the villagers of Upper "
    + "Vane to leave <script>alert(1)</script> the valley for two nights"

  private func comparison() -> OutletComparison {
    func article(_ outlet: String, _ own: String) -> Analysis {
      var sample = SampleArticle(title: outlet)
      sample.metadata.outlet = outlet
      sample.add(.body, "{Reckless|evaluative.judgement|0.6} people " + own)
      sample.add(.body, wire)
      sample.add(.body, "⟪d Orla Finch|We will count every <b>lantern</b> again⟫ " + own)
      return sample.analysis()
    }
    return OutletComparison([
      article("<i>Ledger</i>", "slept in the seventeen tents of the mayor"),
      article("Gazette", "sang under the bright northern stars of November"),
    ])
  }

  @Test func textOfArticlesIsEscaped() {
    let page = PageScanner(ComparisonReport.html(comparison()))
    #expect(page.faults == [])
    #expect(page.ids.contains("shared"))
    #expect(page.text.contains("Copied text, "))
  }

  @Test func figuresStandWithAndWithout() throws {
    let comparison = comparison()
    let own = try #require(Coverage(comparison).shared.leftOut)
    let text = PageScanner(ComparisonReport.html(comparison)).text
    for outlet in [comparison.outlets[0], own.outlets[0]] {
      let measure = try #require(outlet.measures.first { $0.category == Category("evaluative") }?.author)
      #expect(text.contains("\(measure.count) in \(measure.words)"))
    }
  }

  @Test func nothingSharedIsNoSection() {
    func article(_ outlet: String, _ text: String) -> Analysis {
      var sample = SampleArticle(title: outlet)
      sample.metadata.outlet = outlet
      sample.add(.body, text)
      return sample.analysis()
    }
    let page = PageScanner(
      ComparisonReport.html(
        OutletComparison([article("A", "Rain fell on the roof"), article("B", "A crane flew over the mill")]))
    )
    #expect(page.faults == [] && !page.ids.contains("shared"))
  }
}
