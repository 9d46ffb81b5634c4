import ParallaxCore
import ParallaxTestSupport
import Testing

@Suite struct VoicePropertyTests {
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let pieces = [
    "Ana Vale", "said", "says that", "the dam", "was old", ",", ".", "“", "”", "\"", "'", "‘", "’", "adding",
    "according to", "who", "he", "told", "reporters", ":", ";", "—", "(", ")", "and", "but", "to", "asked",
    "whether", "is", "confident", "claim", "his", "’s", "of", "Monday", "seemed", "by", "criticized", "?",
    "\n\n", "«", "»", "''", "…", "not", "which", "if", "the report", "shows", "5", "%", "@x", "漢",
  ]

  static func text(seed: Int, count: Int) -> String {
    var generator = Generator(state: UInt64(seed))
    var text = "x"
    for _ in 0..<count {
      let piece = pieces.randomElement(using: &generator) ?? ""
      if Int.random(in: 0..<6, using: &generator) > 0 { text += " " }
      text += piece
    }
    return text
  }

  @Test(arguments: 0..<60) func everyTokenIsInOneSegment(seed: Int) {
    let voiced = VoiceSample(Self.text(seed: seed, count: 150)).voiced
    #expect(voiced.tokenSegments.count == voiced.segmented.tokens.count)
    #expect(voiced.isCue.count == voiced.segmented.tokens.count)
    var token = 0
    for (paragraph, range) in voiced.paragraphSegments.enumerated() {
      let tokens = voiced.segmented.paragraphTokens[paragraph]
      #expect(range.isEmpty == tokens.isEmpty)
      for index in range {
        let segment = voiced.segments[index]
        #expect(segment.tokens.lowerBound == token && !segment.tokens.isEmpty)
        #expect(segment.tokens.upperBound <= tokens.upperBound)
        #expect(segment.span.start == Int(voiced.segmented.tokens[token].start))
        for place in segment.tokens { #expect(Int(voiced.tokenSegments[place]) == index) }
        token = segment.tokens.upperBound
      }
      #expect(token == tokens.upperBound)
    }
    for attribution in voiced.attributions {
      #expect(!attribution.content.isEmpty)
      if let number = attribution.sourceIndex { #expect(voiced.sources.indices.contains(number)) }
    }
  }

  /// Eight times the text in one paragraph takes at most 40 times as long.
  @Test func oneLongParagraphIsLinear() {
    for piece in [
      "“", "\"a\" ", "Vale said ", "he said, ", "to say ", "the claim of ", "and ", "(", "who said, ",
    ] {
      let short = Self.time(of: String(repeating: piece, count: 1_000))
      let long = Self.time(of: String(repeating: piece, count: 8_000))
      #expect(long < max(short, .milliseconds(2)) * 40, "\(piece)")
    }
  }

  /// So do many paragraphs, and many quotations and reports in one.
  @Test func manyParagraphsAndQuotationsAreLinear() {
    for piece in [
      "Vale said it rained. “The dam was old, and it leaked a lot.” ", "The engineers gave us this list:\n\n",
      "“The dam was old, and it leaked a lot. It rained.\n\n",
    ] {
      let short = Self.time(of: String(repeating: piece, count: 250))
      let long = Self.time(of: String(repeating: piece, count: 2_000))
      #expect(long < max(short, .milliseconds(2)) * 40, "\(piece)")
    }
  }

  static func time(of text: String) -> Duration {
    ProcessorClock.measure(runs: 2) { _ = VoiceSample(text) }
  }
}
