import ParallaxScoring

/// A dot with its interval on a rate axis, as SVG in percentages, so that it fits any width undistorted.
enum IntervalMark {
  /// How the dot is drawn.
  enum Dot: String {
    /// The author's words.
    case filled
    /// All voices.
    case hollow
  }

  /// Writes one mark in its own small drawing.
  static func write(_ measure: VoiceMeasure, dot: Dot, scale: RateScale, to html: inout HTMLWriter) {
    html.element(
      "svg", .class("interval \(dot.rawValue)"), Attribute("aria-hidden", "true")
    ) { html in
      guard let rate = measure.per1000 else { return }
      if let low = measure.low, let high = measure.high {
        line("range", scale.position(low), scale.position(high), to: &html)
        if high > scale.maximum { tick("beyond", "100%", to: &html) }
      }
      html.shape(
        "circle", Attribute("cx", scale.position(rate)), Attribute("cy", "7"), Attribute("r", "4.5"))
    }
  }

  private static func line(
    _ name: String, _ from: String, _ to: String, to html: inout HTMLWriter
  ) {
    html.shape(
      "line", .class(name), Attribute("x1", from), Attribute("x2", to), Attribute("y1", "7"),
      Attribute("y2", "7"))
  }

  private static func tick(_ name: String, _ at: String, to html: inout HTMLWriter) {
    html.shape(
      "line", .class(name), Attribute("x1", at), Attribute("x2", at), Attribute("y1", "2"),
      Attribute("y2", "12"))
  }
}
