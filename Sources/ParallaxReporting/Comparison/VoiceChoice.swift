import ParallaxCore

/// The one switch of a comparison page between the authors' own words and all voices.
///
/// A style sheet reads the buttons, so that it works without scripts; where a browser does not know `:has`,
/// both versions of every table stand on the page, each with its name.
enum VoiceChoice {
  /// As it ends a caption.
  static func phrase(_ voice: Voice?) -> String {
    voice == nil ? "in all voices" : "in the authors’ own words"
  }

  /// Writes the switch.
  static func write(to html: inout HTMLWriter) {
    html.block("fieldset", .class("choice")) { html in
      html.element("legend", text: "Count")
      button("author", "the authors’ own words", isChosen: true, to: &html)
      button("all", "all voices", more: ", quotations included", isChosen: false, to: &html)
    }
  }

  private static func button(
    _ name: String, _ label: String, more: String = "", isChosen: Bool, to html: inout HTMLWriter
  ) {
    html.element("label") { html in
      html.void(
        "input", Attribute("type", "radio"), Attribute("name", "voices"), .id("voices-" + name),
        isChosen ? .flag("checked") : nil)
      html.element("span") { html in
        html.text(label)
        if !more.isEmpty { html.element("span", .class("more"), text: more) }
      }
    }
  }
}

extension ComparisonPage {
  /// Writes something in the authors' own words, then in all voices; the switch shows one of them.
  func byVoice(to html: inout HTMLWriter, body: (Voice?, inout HTMLWriter) -> Void) {
    for (voice, name, head) in [
      (Voice?.some(.author), "in-author", "In the authors’ own words"),
      (nil, "in-all", "In all voices, quotations included"),
    ] {
      html.block("div", .class(name)) { html in
        html.newline()
        html.block("p", .class("which"), text: head)
        body(voice, &html)
      }
    }
  }
}
