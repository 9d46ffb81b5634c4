import ParallaxScoring
import Testing

@Suite("Garwood's interval")
struct PoissonIntervalTests {
  /// Published bounds (Garwood 1936, table 1, and Ulm 1990 for the larger counts).
  @Test(
    "published bounds",
    arguments: [
      (0, 0.0, 3.689), (1, 0.0253, 5.572), (2, 0.242, 7.225), (5, 1.623, 11.668), (10, 4.795, 18.39),
      (20, 12.217, 30.888), (50, 37.11, 65.92), (100, 81.36, 121.63),
    ])
  func published(_ count: Int, low: Double, high: Double) {
    let bounds = PoissonInterval.bounds(count: count)
    #expect(abs(bounds.low - low) < 0.006)
    #expect(abs(bounds.high - high) < 0.006)
  }

  @Test("bounds hold the tail probabilities they promise", arguments: [1, 3, 17, 255, 256, 5_000])
  func tails(_ count: Int) {
    let bounds = PoissonInterval.bounds(count: count)
    // P(X >= count | low) and P(X <= count | high) are 2.5% each.
    let atLow = GammaFunction.lowerRegularized(shape: Double(count), bounds.low)
    let atHigh = 1 - GammaFunction.lowerRegularized(shape: Double(count) + 1, bounds.high)
    #expect(abs(atLow - 0.025) < 1e-9)
    #expect(abs(atHigh - 0.025) < 1e-9)
  }

  @Test("bounds grow with the count and enclose it")
  func monotone() {
    var last = PoissonInterval.bounds(count: 0)
    for count in 1..<400 {
      let bounds = PoissonInterval.bounds(count: count)
      #expect(bounds.low > last.low && bounds.high > last.high)
      #expect(bounds.low < Double(count) && Double(count) < bounds.high)
      last = bounds
    }
  }

  @Test(
    "normal quantiles",
    arguments: [
      (0.5, 0.0), (0.975, 1.959963984540054), (0.025, -1.959963984540054), (0.999, 3.090232306167813),
      (0.01, -2.326347874040841),
    ])
  func normal(_ p: Double, _ z: Double) { #expect(abs(NormalDistribution.quantile(p) - z) < 1e-9) }

  @Test("log-gamma at whole numbers is the logarithm of a factorial")
  func logGamma() {
    var factorial = 1.0
    for n in 1...20 {
      #expect(abs(GammaFunction.logGamma(Double(n)) - logarithm(factorial)) < 1e-9)
      factorial *= Double(n)
    }
  }

  /// Natural logarithm by the series of atanh, to be independent of the code under test.
  private func logarithm(_ x: Double) -> Double {
    var scaled = x
    var twos = 0.0
    while scaled > 2 {
      scaled /= 2
      twos += 1
    }
    let y = (scaled - 1) / (scaled + 1)
    var term = y
    var sum = 0.0
    for n in stride(from: 1, to: 200, by: 2) {
      sum += term / Double(n)
      term *= y * y
    }
    return 2 * sum + twos * 0.693_147_180_559_945_3
  }
}
