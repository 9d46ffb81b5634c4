import ParallaxCore

/// The frame of every page: head with policy, style and script, then what `body` writes.
struct Page: Sendable {
  /// Title of the window.
  var title: String
  /// Style sheets in order.
  var styles: [Template]
  /// Rules made from the palette, after the style sheets.
  var generatedStyle: String
  /// Scripts in order.
  var scripts: [Template]

  /// The finished page.
  func html(body: (inout HTMLWriter) -> Void) -> [UInt8] {
    let style = styles.flatMap(\.bytes) + Array(generatedStyle.utf8)
    let script = scripts.flatMap(\.bytes)
    var html = HTMLWriter()
    html.markup("<!doctype html>\n")
    html.element("html", Attribute("lang", "en")) { html in
      html.newline()
      html.block("head") { html in
        html.newline()
        html.void("meta", Attribute("charset", "utf-8"))
        html.newline()
        html.void(
          "meta", Attribute("http-equiv", "Content-Security-Policy"),
          Attribute("content", ContentSecurity.policy(style: style, script: script)))
        html.newline()
        html.void(
          "meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1"))
        html.newline()
        html.void("meta", Attribute("name", "referrer"), Attribute("content", "no-referrer"))
        html.newline()
        html.void("meta", Attribute("name", "color-scheme"), Attribute("content", "light dark"))
        html.newline()
        html.void(
          "meta", Attribute("name", "generator"),
          Attribute("content", "\(ParallaxVersion.name) \(ParallaxVersion.current)"))
        html.newline()
        html.block("title", text: title)
        html.block("style") { $0.trusted(style) }
      }
      html.block("body") { html in
        html.newline()
        body(&html)
        html.block("script") { $0.trusted(script) }
      }
    }
    html.newline()
    return html.bytes
  }
}
