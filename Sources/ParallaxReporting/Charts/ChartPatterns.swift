/// Patterns that lie over coloured areas of charts and match the kinds of underline; written once per page.
enum ChartPatterns {
  static func write(to html: inout HTMLWriter) {
    html.block(
      "svg", .class("defs"), Attribute("width", "0"), Attribute("height", "0"),
      Attribute("aria-hidden", "true")
    ) { html in
      html.element("defs") { html in
        for line in CategoryStyle.Line.allCases where line != .solid { pattern(line, to: &html) }
      }
    }
  }

  /// Reference to a pattern, for `fill`.
  static func fill(_ line: CategoryStyle.Line) -> Attribute {
    Attribute("fill", "url(#fill-\(line.rawValue))")
  }

  private static func pattern(_ line: CategoryStyle.Line, to html: inout HTMLWriter) {
    html.element(
      "pattern", .id("fill-\(line.rawValue)"), Attribute("width", "6"), Attribute("height", "6"),
      Attribute("patternUnits", "userSpaceOnUse")
    ) { html in
      switch line {
      case .solid: break
      case .dashed: html.markup("<path d=\"M0 6L6 0M-1 1L1 -1M5 7L7 5\"/>")
      case .dotted:
        html.markup("<circle cx=\"1.5\" cy=\"1.5\" r=\"1\"/><circle cx=\"4.5\" cy=\"4.5\" r=\"1\"/>")
      case .double: html.markup("<path d=\"M0 1.5H6M0 4.5H6\"/>")
      case .wavy: html.markup("<path d=\"M0 3Q1.5 0 3 3T6 3\"/>")
      }
    }
  }
}
