import ParallaxCore
import ParallaxScoring
import Testing

@Suite("Scorer")
struct ScorerTests {
  /// An article of one-sentence paragraphs; words of a quoted paragraph are direct speech.
  private func article(_ paragraphs: [(role: Role, text: String, voice: Voice)]) -> VoicedArticle {
    var text: [UInt8] = []
    var tokens: [Token] = []
    var built: [Paragraph] = []
    var sentences: [Sentence] = []
    var segments: [VoiceSegment] = []
    var tokenSegments: [Int32] = []
    for (number, paragraph) in paragraphs.enumerated() {
      if number > 0 { text += [0x0A, 0x0A] }
      let start = text.count
      let firstToken = tokens.count
      for word in paragraph.text.split(separator: " ") {
        if text.count > start { text.append(0x20) }
        let at = UInt32(text.count)
        text += Array(word.utf8)
        tokens.append(Token(start: at, end: UInt32(text.count), word: 0, kind: .word, shape: []))
        tokenSegments.append(Int32(number))
      }
      let span = TextSpan(start, text.count)
      built.append(Paragraph(role: paragraph.role, span: span))
      sentences.append(
        Sentence(
          paragraph: number, span: span, tokens: firstToken..<tokens.count, words: tokens.count - firstToken))
      segments.append(VoiceSegment(span: span, tokens: firstToken..<tokens.count, voice: paragraph.voice))
    }
    let article = Article(
      id: "a", metadata: Metadata(source: "a", format: .text), text: text, paragraphs: built)
    return VoicedArticle(
      segmented: SegmentedArticle(
        article: article, tokens: tokens, sentences: sentences,
        paragraphTokens: sentences.map(\.tokens), paragraphSentences: sentences.indices.map { $0..<$0 + 1 }),
      segments: segments, paragraphSegments: segments.indices.map { $0..<$0 + 1 },
      tokenSegments: tokenSegments,
      attributions: [], isCue: Array(repeating: false, count: tokens.count), sources: [])
  }

  private func finding(
    _ category: ParallaxCore.Category, in voiced: VoicedArticle, paragraph: Int, weight: Double,
    subcategory: String = "x"
  ) -> Finding {
    let entry = EntryInfo(
      lexicon: category.name, id: "e", form: "e", category: category, subcategory: subcategory,
      weight: weight,
      polarity: .negative)
    return Finding(
      entry: entry, span: voiced.article.paragraphs[paragraph].span, paragraph: paragraph,
      sentence: paragraph,
      segment: paragraph, voice: voiced.segments[paragraph].voice)
  }

  @Test("rates are counts over the words of the voice")
  func rates() throws {
    let voiced = article([
      (.body, "one two three four five six seven eight nine ten", .author),
      (.body, "one two three four", .direct),
      (.promotion, "join us now", .author),
    ])
    let scorer = Scorer(categories: [.loaded, .promotional])
    let matches = [
      finding(.loaded, in: voiced, paragraph: 0, weight: 0.5),
      finding(.loaded, in: voiced, paragraph: 1, weight: 0.8),
      finding(.promotional, in: voiced, paragraph: 2, weight: 0.4),
    ]
    let analysis = scorer.score(voiced, matches: matches, lexicons: [])
    let loaded = try #require(analysis.measures.first { $0.category == .loaded })
    #expect(
      loaded.author
        == VoiceMeasure(
          count: 1, weight: 0.5, words: 10, per1000: 100, low: loaded.author.low, high: loaded.author.high))
    #expect(abs((loaded.author.low ?? 0) - 2.53) < 0.01 && abs((loaded.author.high ?? 0) - 557.2) < 0.1)
    #expect(loaded.direct.per1000 == 250)
    #expect(loaded.all.count == 2 && loaded.all.words == 14)
    let promotional = try #require(analysis.measures.first { $0.category == .promotional })
    #expect(promotional.author.words == 13, "promotions are read for selling only")
    #expect(analysis.words.all == 14)
    #expect(analysis.framing.author?.rate == 50)
    let halved = 0.5 + 0.8 * SlantFactors.voice(.direct)
    #expect(analysis.framing.all.map { abs($0.rate - 1_000 * halved / 14) < 1e-9 } == true)
    #expect(analysis.paragraphs[2].framing == FramingRate(), "a promotion has no framing")
    #expect(analysis.paragraphs[0].framing.author == 10, "a paragraph is taken as no shorter than 50 words")
    #expect(analysis.sentences[1].framing == FramingRate(author: nil, all: 8))
  }

  @Test("hedges, neutral attribution and frames have measures but no part in the index")
  func notSlant() {
    let voiced = article([(.body, "one two three four five", .author)])
    let matches = [
      finding(.hedge, in: voiced, paragraph: 0, weight: 0.5),
      finding(.attribution, in: voiced, paragraph: 0, weight: 0.5, subcategory: "neutral"),
      finding(Category("frame.economic"), in: voiced, paragraph: 0, weight: 1, subcategory: ""),
      finding(.vagueSource, in: voiced, paragraph: 0, weight: 0.5),
    ]
    let analysis = Scorer(categories: []).score(voiced, matches: matches, lexicons: [])
    #expect(analysis.framing.author?.index == 0)
    #expect(analysis.measures.map(\.all.count) == [1, 1, 1, 1])
  }

  @Test("what does not count is kept apart, and a text without lexicons has no numbers at all")
  func notCounted() {
    let voiced = article([(.body, "one two three four five", .author)])
    var match = finding(.loaded, in: voiced, paragraph: 0, weight: 0.5)
    match.counted = false
    match.reason = .name
    let analysis = Scorer(categories: [.loaded]).score(voiced, matches: [match], lexicons: [])
    #expect(analysis.findings.isEmpty && analysis.notCounted.count == 1)
    #expect(analysis.measures.first?.author.per1000 == 0)
    let unmeasured = Scorer(categories: [.loaded]).score(
      voiced, matches: [match], lexicons: [], isMeasured: false, warnings: ["no lexicon"])
    #expect(
      unmeasured.measures.isEmpty && unmeasured.framing == Framing() && unmeasured.warnings == ["no lexicon"])
  }

  @Test("headlines and editor's notes are in the whole and given apart")
  func roles() {
    let voiced = article([
      (.headline, "big words", .author), (.body, "a b c", .author), (.credit, "AP", .author),
    ])
    let analysis = Scorer(categories: [.loaded]).score(
      voiced, matches: [finding(.loaded, in: voiced, paragraph: 0, weight: 0.5)], lexicons: [])
    #expect(analysis.words.author == 5)
    #expect(analysis.roleMeasures.map(\.role) == [.headline, .body])
    #expect(analysis.roleMeasures[0].measures.first?.author.per1000 == 500)
  }
}
