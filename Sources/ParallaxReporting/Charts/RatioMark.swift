import ParallaxComparison

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A ratio of rates with its interval on a doubling axis, the band of practical equivalence behind it.
enum RatioMark {
  /// log₂ at the ends of the axis: an eighth and eight times.
  static let reach = 3.0

  /// Writes one mark in its own small drawing.
  static func write(_ ratio: LogRatio, isTested: Bool, to html: inout HTMLWriter) {
    html.element(
      "svg", .class("interval ratio\(isTested ? "" : " hollow")"), Attribute("aria-hidden", "true")
    ) { html in
      html.shape(
        "rect", .class("same"), Attribute("x", position(-Equivalence.margin)),
        Attribute("width", ReportFormat.coordinate(Equivalence.margin / reach)), Attribute("y", "0"),
        Attribute("height", "14"))
      line("axis", position(0), position(0), "0", "14", to: &html)
      line("range", position(ratio.low), position(ratio.high), "7", "7", to: &html)
      for (bound, end) in [(-ratio.low, "0%"), (ratio.high, "100%")] where bound > reach {
        line("beyond", end, end, "2", "12", to: &html)
      }
      html.shape(
        "circle", Attribute("cx", position(ratio.value)), Attribute("cy", "7"), Attribute("r", "4.5"))
    }
  }

  /// Writes the names of round ratios along the axis.
  static func axis(to html: inout HTMLWriter) {
    html.element(
      "svg", .class("ticks"), Attribute("width", "100%"), Attribute("height", "16"),
      Attribute("aria-hidden", "true")
    ) { html in
      for (exponent, label) in [(-2.0, "¼"), (-1, "½"), (0, "same"), (1, "2×"), (2, "4×")] {
        html.element("text", Attribute("x", position(exponent)), Attribute("y", "12"), text: label)
      }
    }
  }

  /// A ratio in words of its own: `2.1×`.
  static func label(_ logRatio: Double) -> String {
    let ratio = exp2(logRatio)
    if ratio < 0.01 { return "<0.01×" }
    return (ratio >= 100 ? ReportFormat.fixed(ratio, decimals: 0) : ReportFormat.short(ratio)) + "×"
  }

  /// `0.8× to 2.1×`.
  static func range(_ logRatios: ClosedRange<Double>) -> String {
    "\(label(logRatios.lowerBound)) to \(label(logRatios.upperBound))"
  }

  private static func position(_ logRatio: Double) -> String {
    ReportFormat.coordinate((min(reach, max(-reach, logRatio)) + reach) / (2 * reach))
  }

  private static func line(
    _ name: String, _ x1: String, _ x2: String, _ y1: String, _ y2: String, to html: inout HTMLWriter
  ) {
    html.shape(
      "line", .class(name), Attribute("x1", x1), Attribute("x2", x2), Attribute("y1", y1),
      Attribute("y2", y2))
  }
}
