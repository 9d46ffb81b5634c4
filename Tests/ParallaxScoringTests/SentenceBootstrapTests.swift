import ParallaxScoring
import Testing

@Suite("Bootstrap over sentences")
struct SentenceBootstrapTests {
  private func units(_ weights: [Double], words: Int = 20) -> [SentenceBootstrap.Unit] {
    weights.map { .init(authorWeight: $0 / 2, allWeight: $0, authorWords: words / 2, allWords: words) }
  }

  @Test("the same sentences give the same bounds")
  func repeats() {
    let sample = units([0, 1, 0, 0.5, 2, 0, 0, 0.3])
    let first = SentenceBootstrap.bounds(sample)
    let second = SentenceBootstrap.bounds(sample)
    #expect(first.low == second.low && first.high == second.high)
  }

  @Test("sentences that are all alike leave no doubt")
  func noVariance() {
    let bounds = SentenceBootstrap.bounds(units([1, 1, 1, 1]))
    #expect(abs(bounds.low[1] - 50) < 1e-9 && abs(bounds.high[1] - 50) < 1e-9)
  }

  @Test("the interval encloses the rate")
  func encloses() {
    let weights = (0..<60).map { Double($0 % 7) * 0.2 }
    let bounds = SentenceBootstrap.bounds(units(weights))
    let rate = 1_000 * weights.reduce(0, +) / Double(20 * weights.count)
    #expect(bounds.low[1] < rate && rate < bounds.high[1])
  }

  @Test("with many sentences resampling and the formula agree")
  func analyticAgrees() {
    var generator = SeededGenerator(seed: 7)
    let weights = (0..<1_999).map { _ in Double(generator.next() % 100) / 50 }
    let resampled = SentenceBootstrap.bounds(units(weights))
    let computed = SentenceBootstrap.bounds(units(weights + [1]))
    for lane in 0..<2 {
      #expect(abs(resampled.low[lane] - computed.low[lane]) < 0.05 * computed.low[lane])
      #expect(abs(resampled.high[lane] - computed.high[lane]) < 0.05 * computed.high[lane])
    }
  }

  @Test("no sentences, and sentences without an author's word")
  func edges() {
    #expect(SentenceBootstrap.bounds([]).high == .zero)
    let quoted = [SentenceBootstrap.Unit(authorWeight: 0, allWeight: 1, authorWords: 0, allWords: 10)]
    let bounds = SentenceBootstrap.bounds(quoted)
    #expect(bounds.high[0] == 0 && bounds.high[1] == 100)
  }

  @Test("the generator gives SplitMix64's published sequence for seed 1234567")
  func generator() {
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
  }

  @Test("the framing index rises with the rate and comes back")
  func framing() {
    #expect(FramingIndex.index(rate: 0) == 0)
    var last = -1.0
    for rate in stride(from: 0.0, through: 200, by: 5) {
      let index = FramingIndex.index(rate: rate)
      #expect(index > last && index <= 100)
      #expect(abs(FramingIndex.rate(index: index) - rate) < 1e-6)
      last = index
    }
  }
}
