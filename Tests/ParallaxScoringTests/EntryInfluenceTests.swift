import ParallaxCore
import ParallaxScoring
import Testing

@Suite("Influence of entries")
struct EntryInfluenceTests {
  private func entry(
    _ id: String, _ category: ParallaxCore.Category, _ weight: Double, _ subcategory: String = "x"
  ) -> EntryInfo {
    EntryInfo(
      lexicon: category.name, id: id, form: id, category: category, subcategory: subcategory, weight: weight,
      polarity: .negative)
  }

  /// An analysis of 100 words of the author's that holds these entries, in these voices.
  private func analysis(_ entries: [(EntryInfo, Voice)]) -> Analysis {
    let text = Array("word".utf8)
    let article = Article(
      id: "a", metadata: Metadata(source: "a", format: .text), text: text,
      paragraphs: [Paragraph(role: .body, span: TextSpan(0, 4))])
    let token = Token(start: 0, end: 4, word: 0, kind: .word, shape: [])
    let segment = VoiceSegment(span: TextSpan(0, 4), tokens: 0..<1, voice: .author)
    let voiced = VoicedArticle(
      segmented: SegmentedArticle(
        article: article, tokens: [token],
        sentences: [Sentence(paragraph: 0, span: TextSpan(0, 4), tokens: 0..<1, words: 1)],
        paragraphTokens: [0..<1], paragraphSentences: [0..<1]),
      segments: [segment], paragraphSegments: [0..<1], tokenSegments: [0], attributions: [], isCue: [false],
      sources: [])
    let matches = entries.map {
      Finding(entry: $0.0, span: TextSpan(0, 4), paragraph: 0, sentence: 0, segment: 0, voice: $0.1)
    }
    return Scorer(categories: []).score(voiced, matches: matches, lexicons: [])
  }

  @Test("the index without an entry is the index of an article that does not hold it")
  func leftOut() throws {
    let (strong, weak) = (entry("strong", .loaded, 0.01), entry("weak", .evaluative, 0.004))
    let all = analysis([(strong, .author), (weak, .author), (strong, .author)])
    let without = try #require(analysis([(weak, .author)]).framing.author)
    let influence = all.influence()
    #expect(influence.map(\.entry.id) == ["strong", "weak"])
    #expect(abs(influence[0].index - without.index) < 1e-9)
    #expect(abs(influence[0].fall - ((all.framing.author?.index ?? 0) - without.index)) < 1e-9)
    #expect(influence[0].count == 2)
  }

  @Test("the share is the entry's part of its category in the author's words")
  func share() throws {
    let (could, may) = (entry("could", .hedge, 0.2), entry("may", .hedge, 0.2))
    let all = analysis([
      (could, .author), (could, .author), (may, .author), (could, .direct),
      (entry("bold", .loaded, 0.01), .author),
    ])
    let hedge = try #require(all.influence().first { $0.entry.category == .hedge })
    #expect(hedge.entry.id == "could" && hedge.count == 2 && abs(hedge.share - 2.0 / 3) < 1e-9)
    #expect(hedge.fall == 0, "hedges have no part in the index")
  }

  @Test("a limit holds, frames and others' words are left out")
  func leftAside() {
    let entries = (0..<20).map { entry("e\($0)", .loaded, 0.001) }
    let frame = entry("tax", ParallaxCore.Category("frame.economic"), 0, "")
    let all = analysis(
      entries.map { ($0, Voice.author) } + [
        (frame, .author), (frame, .author), (entry("q", .loaded, 0.9), .direct),
      ])
    #expect(all.influence(limit: 5).count == 5)
    #expect(all.influence(limit: 50).allSatisfy { $0.entry.lexicon == "loaded" && $0.entry.id != "q" })
  }

  @Test("a text without slant has none")
  func none() { #expect(analysis([]).influence().isEmpty) }
}
