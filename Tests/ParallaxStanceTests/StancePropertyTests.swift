import ParallaxKit
import ParallaxTestSupport
import Testing

@testable import ParallaxStance

@Suite("Stance, whatever the text")
struct StancePropertyTests {
  private static let pieces = [
    "Ana Ruiz", " praised ", "Karl Vale", ", the mayor,", " said ", "“", "” ", ". ", " he ", "his ",
    "corrupt ",
    " and ", "\n\n", "’s ", "not ", "failure of ", "was accused of ", "é🙂 ", "(", ") ", "; ", "U.S. ", "the ",
  ]

  /// Texts of pieces in an order that a number gives.
  private static func text(_ seed: Int) -> String {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<60).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }.joined()
  }

  @Test("places lie in the text, scores and their bounds between -1 and 1", arguments: 0..<40)
  func bounds(seed: Int) throws {
    let sample = try StanceSample(
      Self.text(seed), targets: seed % 2 == 0 ? [] : [TargetRequest(name: "Vale")])
    let count = sample.analysis.article.text.count
    for target in sample.targets {
      var end = 0
      for mention in target.mentions {
        #expect(mention.start >= end && mention.end > mention.start && mention.end <= count)
        end = mention.end
      }
      for one in target.evidence {
        #expect((0..<count).contains(one.span.start) && one.span.end <= count && (-1...1).contains(one.value))
      }
      for value in [target.score, target.author, target.quoted].compactMap({ $0 }) {
        #expect((-1...1).contains(value))
      }
      if let score = target.score, let low = target.low, let high = target.high {
        #expect(-1 <= low && low <= score && score <= high && high <= 1)
      }
      #expect((target.score == nil) == (target.positive + target.negative == 0))
    }
  }

  @Test("one text after another gives what either gives alone")
  func order() throws {
    let first = try StanceSample(Self.text(3)).targets
    _ = try StanceSample(Self.text(4))
    #expect(try StanceSample(Self.text(3)).targets == first)
  }

  @Test("a long paragraph takes no more than its length's time")
  func linear() throws {
    func time(_ count: Int) throws -> Duration {
      let text = String(
        repeating: "Ana Ruiz praised Karl Vale, and he mocked her corrupt plan, ", count: count)
      return try ProcessorClock.measure(runs: 1) { _ = try StanceSample(text) }
    }
    _ = try time(50)
    let short = try time(200)
    let long = try time(1600)
    #expect(long < short * 40)
  }

  @Test("the interval is that of a Beta distribution")
  func beta() {
    // Beta(1, 1) is flat; Beta(2, 1) has the distribution function x².
    let flat = BetaInterval.score(positive: 0, negative: 0)
    #expect(abs(flat.low + 0.95) < 1e-5 && flat.score == 0 && abs(flat.high - 0.95) < 1e-5)
    let one = BetaInterval.score(positive: 1, negative: 0)
    #expect(abs(one.low - (2 * 0.025.squareRoot() - 1)) < 1e-5 && abs(one.score - 1 / 3.0) < 1e-9)
    for (a, b, x) in [(3.5, 2.0, 0.3), (0.7, 9.0, 0.05), (40.0, 60.0, 0.5)] {
      #expect(
        abs(BetaInterval.distribution(x, a, b) + BetaInterval.distribution(1 - x, b, a) - 1) < 1e-9)
    }
  }
}
