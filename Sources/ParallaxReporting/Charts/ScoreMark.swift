/// A dot with its interval on an axis from −1 to 1, as SVG in percentages, so that it fits any width undistorted.
enum ScoreMark {
  /// Writes one mark in its own small drawing, hidden from screen readers: the figures stand beside it.
  static func write(_ score: Double, low: Double, high: Double, to html: inout HTMLWriter) {
    html.element(
      "svg", .class("interval filled"), Attribute("width", "100%"), Attribute("height", "14"),
      Attribute("aria-hidden", "true")
    ) { html in
      line("axis", -1, 1, "7", "7", to: &html)
      line("axis", 0, 0, "1", "13", to: &html)
      line("range", low, high, "7", "7", to: &html)
      html.element(
        "circle", Attribute("cx", position(score)), Attribute("cy", "7"), Attribute("r", "4.5"))
    }
  }

  private static func line(
    _ name: String, _ from: Double, _ to: Double, _ top: String, _ bottom: String, to html: inout HTMLWriter
  ) {
    html.element(
      "line", .class(name), Attribute("x1", position(from)), Attribute("x2", position(to)),
      Attribute("y1", top), Attribute("y2", bottom))
  }

  private static func position(_ score: Double) -> String { ReportFormat.coordinate((score + 1) / 2) }
}
