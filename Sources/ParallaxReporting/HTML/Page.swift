import ParallaxCore

/// The frame of every page: head with policy, style and script, then what `body` writes.
struct Page: Sendable {
  /// Title of the window.
  var title: String
  /// Style, script and policy.
  var assets: PageAssets

  /// The finished page.
  func html(body: (inout HTMLWriter) -> Void) -> [UInt8] {
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
          Attribute("content", assets.policy))
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
        html.block("style") { $0.trusted(assets.style) }
      }
      html.block("body") { html in
        html.newline()
        body(&html)
        html.block("script") { $0.trusted(assets.script) }
      }
    }
    html.newline()
    return html.bytes
  }
}
