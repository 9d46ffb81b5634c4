import ParallaxComparison
import ParallaxCore
import ParallaxScoring
import Testing

@Suite("Outlets side by side")
struct OutletComparisonTests {
  /// An analysis with one category's counts and nothing else.
  private func analysis(
    _ id: String, outlet: String?, count: Int, words: Int, isMeasured: Bool = true, text: String? = nil
  ) -> Analysis {
    var metadata = Metadata(source: id, format: .text)
    metadata.outlet = outlet
    let article = Article(id: id, metadata: metadata, text: Array((text ?? id).utf8), paragraphs: [])
    let segmented = SegmentedArticle(
      article: article, tokens: [], sentences: [], paragraphTokens: [], paragraphSentences: [])
    let voiced = VoicedArticle(
      segmented: segmented, segments: [], paragraphSegments: [], tokenSegments: [], attributions: [],
      isCue: [],
      sources: [])
    var measure = CategoryMeasure(category: .loaded)
    measure.author = VoiceMeasure(count: count, weight: Double(count) / 2, words: words)
    measure.all = measure.author
    var counts = VoiceCounts()
    counts.author = words
    return Analysis(
      voiced: voiced, lexicons: [], findings: [], notCounted: [], paragraphs: [], sentences: [],
      measures: [measure], roleMeasures: [], framing: Framing(), targets: [], words: counts,
      totalWords: words,
      interruptions: 0, isMeasured: isMeasured, warnings: isMeasured ? [] : ["no lexicon"])
  }

  @Test("articles of one outlet add up before the rate is taken")
  func addsUp() {
    let comparison = OutletComparison([
      analysis("a", outlet: "Ledger", count: 3, words: 100),
      analysis("b", outlet: "Courier", count: 1, words: 500),
      analysis("c", outlet: "Ledger", count: 0, words: 300),
    ])
    #expect(comparison.outlets.map(\.name) == ["Ledger", "Courier"])
    let ledger = comparison.outlets[0].measures[0].author
    #expect(ledger.count == 3 && ledger.words == 400 && ledger.weight == 1.5)
    #expect(ledger.per1000 == 7.5, "not the mean of 30 and 0")
    #expect((ledger.low ?? 0) < 7.5 && 7.5 < (ledger.high ?? 0))
    #expect(comparison.warnings.isEmpty)
  }

  @Test("one article per outlet describes the texts and no more")
  func oneEach() {
    let comparison = OutletComparison([
      analysis("a", outlet: "Ledger", count: 3, words: 100),
      analysis("b", outlet: "Courier", count: 1, words: 500),
    ])
    #expect(comparison.warnings.contains { $0.contains("One article per outlet") })
  }

  @Test("an article without an outlet stands for itself; one outlet alone is said")
  func names() {
    let alone = OutletComparison([
      analysis("a", outlet: "Ledger", count: 1, words: 10),
      analysis("b", outlet: "Ledger", count: 1, words: 10),
    ])
    #expect(alone.outlets.count == 1 && alone.warnings.contains { $0.contains("nothing to compare") })
    let unnamed = OutletComparison([
      analysis("a", outlet: nil, count: 1, words: 10), analysis("b", outlet: nil, count: 1, words: 10),
    ])
    #expect(unnamed.outlets.map(\.name) == ["a", "b"])
  }

  @Test("what cannot be measured is left out, twins are named")
  func warns() {
    let comparison = OutletComparison([
      analysis("a", outlet: "Ledger", count: 1, words: 10, text: "same"),
      analysis("b", outlet: "Courier", count: 1, words: 10, text: "same"),
      analysis("c", outlet: "Kurier", count: 0, words: 50, isMeasured: false),
    ])
    #expect(comparison.outlets.count == 2)
    #expect(comparison.warnings.contains { $0.contains("word for word") })
    #expect(comparison.warnings.contains { $0.contains("Kurier") && $0.contains("left out") })
  }
}
