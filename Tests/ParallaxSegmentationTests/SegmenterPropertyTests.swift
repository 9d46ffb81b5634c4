import ParallaxCore
import ParallaxSegmentation
import ParallaxTestSupport
import Testing

@Suite struct SegmenterPropertyTests {
  /// A small generator whose numbers repeat from run to run.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let pieces = [
    "word", "Ana", "NATO", "so-called", "don't", "Ana's", "you’re", "o’er", "U.S.", "J.", "a.m.",
    "U.S.-led", "3.5%", "1,200", "1980s", "10-year-old", "2016-17", "21st", "9/11", "a@b.org",
    "https://x.org/a?b=1", "site.com", "@ana", "#tag", "#", "@", "...", "--", "—", "…", "\"", "“", "”",
    "‘", "’", "'", "(", ")", "?", "!", ",", ";", ":", "/", "_", "x_y", "é", "Žiga", "$", "%", "-", "& ",
    "s", "re", "ll", "d", "m", "5", "A",
  ]

  static func text(seed: UInt64, count: Int, spaces: Int) -> String {
    var generator = Generator(state: seed)
    var text = ""
    for _ in 0..<count {
      text += pieces.randomElement(using: &generator) ?? ""
      if Int.random(in: 0..<10, using: &generator) < spaces { text += " " }
      if Int.random(in: 0..<60, using: &generator) == 0 { text += "\n\n" }
    }
    return text
  }

  @Test(arguments: 0..<40) func everyByteIsInOneToken(seed: Int) {
    let sample = Sample(Self.text(seed: UInt64(seed), count: 200, spaces: seed % 10))
    let segmented = sample.segmented
    let text = segmented.article.text
    var covered = [Bool](repeating: false, count: text.count)
    var end = 0
    for token in segmented.tokens {
      #expect(Int(token.start) >= end && token.end > token.start)
      end = Int(token.end)
      for index in Int(token.start)..<end { covered[index] = true }
    }
    #expect(end <= text.count)
    for index in text.indices where !covered[index] { #expect(text[index] <= 0x20) }
    #expect(segmented.tokens.allSatisfy { !segmented.string($0).contains("\u{FFFD}") })
  }

  @Test(arguments: 0..<40) func sentencesCoverTokens(seed: Int) {
    let segmented = Sample(Self.text(seed: UInt64(seed), count: 200, spaces: 8)).segmented
    var token = 0
    var sentence = 0
    for (index, range) in segmented.paragraphTokens.enumerated() {
      #expect(range.lowerBound == token)
      #expect(segmented.paragraphSentences[index].lowerBound == sentence)
      for place in segmented.paragraphSentences[index] {
        let found = segmented.sentences[place]
        #expect(found.paragraph == index && found.tokens.lowerBound == token && !found.tokens.isEmpty)
        #expect(found.words == segmented.words(in: found.tokens))
        let starts = segmented.tokens[found.tokens].filter { $0.shape.contains(.sentenceStart) }
        #expect(starts.count == min(1, found.words))
        token = found.tokens.upperBound
      }
      sentence = segmented.paragraphSentences[index].upperBound
      #expect(range.upperBound == token)
    }
    #expect(token == segmented.tokens.count && sentence == segmented.sentences.count)
  }

  @Test(arguments: 0..<60) func agreesWithTheObviousTokenizer(seed: Int) {
    let text = Self.text(seed: UInt64(1000 + seed), count: 60, spaces: 4 + seed % 6)
    #expect(
      Sample(text).segmented.tokens.map { token in
        String(decoding: Array(text.utf8)[token.span.range], as: UTF8.self)
      } == ObviousTokenizer().cut(text))
  }

  /// Time grows with length, not with its square: sixteen times the text in one paragraph. A quadratic
  /// segmenter would take 256 times as long; a busy machine may take a few times more than it should.
  @Test func oneLongParagraphIsLinear() {
    for piece in ["word ", "a.b.", "\"", "'", ". . ", "x@", "#", "(", "“a? ", "漢", "1-"] {
      let short = Self.time(of: String(repeating: piece, count: 5_000))
      let long = Self.time(of: String(repeating: piece, count: 80_000))
      #expect(long < max(short, .milliseconds(1)) * 120, "\(piece)")
    }
  }

  static func time(of text: String) -> Duration {
    var builder = VocabularyBuilder()
    let segmenter = Segmenter(words: &builder)
    let vocabulary = builder.build()
    let article = Sample.article(text)
    return ProcessorClock.measure { _ = segmenter.segment(article, vocabulary: vocabulary) }
  }
}
