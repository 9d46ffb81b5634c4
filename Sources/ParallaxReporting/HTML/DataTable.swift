/// A column of a table.
enum Column: Sendable {
  /// Words, on the left.
  case text(String)
  /// Numbers, on the right.
  case number(String)
}

extension HTMLWriter {
  /// Writes the head of a table: a caption that only screen readers get, and the column names.
  mutating func tableHead(_ caption: String, _ columns: [Column]) {
    element("caption", .class("hidden"), text: caption)
    element("thead") { html in
      html.element("tr") { html in
        for column in columns { html.columnHead(column) }
      }
    }
    newline()
  }

  /// Writes one column name.
  mutating func columnHead(_ column: Column) {
    switch column {
    case .text(let name): element("th", Attribute("scope", "col"), text: name)
    case .number(let name): element("th", Attribute("scope", "col"), .class("n"), text: name)
    }
  }

  /// A region that scrolls sideways on narrow screens and can be reached by keyboard.
  mutating func scrollable(_ label: String, body: (inout HTMLWriter) -> Void) {
    block("div", .class("scroll"), Attribute("role", "group"), .label(label), Attribute("tabindex", "0")) {
      html in
      html.newline()
      body(&html)
    }
  }
}
