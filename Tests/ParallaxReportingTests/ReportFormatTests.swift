import Testing

@testable import ParallaxReporting

@Suite struct ReportFormatTests {
  @Test func fixed() {
    #expect(ReportFormat.fixed(12.345, decimals: 2) == "12.35")
    #expect(ReportFormat.fixed(0.04) == "0.0")
    #expect(ReportFormat.fixed(1_234_567.89) == "1,234,567.9")
    #expect(ReportFormat.fixed(-0.31, decimals: 2) == "−0.31")
    #expect(ReportFormat.fixed(-0.004, decimals: 2) == "0.00")
    #expect(ReportFormat.fixed(2, decimals: 0) == "2")
    #expect(ReportFormat.fixed(.nan) == "–")
    #expect(ReportFormat.fixed(.infinity) == "–")
  }

  @Test func short() {
    #expect(ReportFormat.short(0.6) == "0.6")
    #expect(ReportFormat.short(0.725) == "0.73")
    #expect(ReportFormat.short(1) == "1")
    #expect(ReportFormat.short(100) == "100")
    #expect(ReportFormat.short(0) == "0")
  }

  @Test func grouped() {
    #expect(ReportFormat.grouped(0) == "0")
    #expect(ReportFormat.grouped(999) == "999")
    #expect(ReportFormat.grouped(1_000) == "1,000")
    #expect(ReportFormat.grouped(-12_345_678) == "−12,345,678")
  }

  @Test func percent() {
    #expect(ReportFormat.percent(1, of: 3) == "33%")
    #expect(ReportFormat.percent(1, of: 1_000) == "<1%")
    #expect(ReportFormat.percent(999, of: 1_000) == ">99%")
    #expect(ReportFormat.percent(0, of: 5) == "0%")
    #expect(ReportFormat.percent(5, of: 5) == "100%")
    #expect(ReportFormat.percent(1, of: 0) == "–")
  }

  @Test func words() {
    #expect(ReportFormat.count(1, "finding") == "1 finding")
    #expect(ReportFormat.count(0, "entry", "entries") == "0 entries")
    #expect(ReportFormat.list([]) == "")
    #expect(ReportFormat.list(["a"]) == "a")
    #expect(ReportFormat.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test func days() {
    #expect(ReportFormat.day("2025-10-24") == "24 October 2025")
    #expect(ReportFormat.day("2025-10-24T18:00:00Z") == "24 October 2025")
    #expect(ReportFormat.day("yesterday") == "yesterday")
    #expect(ReportFormat.day("2025-13-01") == "2025-13-01")
  }

  @Test func coordinatesStayInsideTheDrawing() {
    #expect(ReportFormat.coordinate(0.5) == "50%")
    #expect(ReportFormat.coordinate(-1) == "0%")
    #expect(ReportFormat.coordinate(7) == "100%")
    #expect(ReportFormat.coordinate(.nan) == "0%")
    #expect(ReportFormat.coordinate(1.0 / 3) == "33.33%")
  }
}

@Suite struct RateScaleTests {
  @Test(arguments: [0.0, 0.003, 0.4, 1, 1.4, 2.9, 7, 12.6, 19, 45.4, 99, 100, 101, 640, 12_345])
  func reachesTheValueWithFewTicks(_ value: Double) {
    let scale = RateScale(reaching: value)
    #expect(scale.maximum >= value)
    #expect(value == 0 || scale.maximum <= value * 2 + 1e-9)
    #expect(scale.ticks.first == 0)
    #expect((3...8).contains(scale.ticks.count), "\(scale.ticks)")
  }

  @Test func survivesOddValues() {
    #expect(RateScale(reaching: .nan).maximum == 1)
    #expect(RateScale(reaching: -3).maximum == 1)
  }
}
