/// The colours of categories in light and dark, and the style sheet made of them.
///
/// Every colour has a contrast of at least 4.5:1 against the page and against its own highlight; a test
/// computes it. Hues of a family are neighbours, its members differ in underline and letter.
enum CategoryPalette {
  /// A category's colour on a light and on a dark page.
  struct Pair: Sendable {
    let className: String
    let light: RGB
    let dark: RGB
  }

  /// A colour in sRGB.
  struct RGB: Sendable, Equatable {
    let red: Int
    let green: Int
    let blue: Int

    init(_ hexadecimal: Int) {
      red = hexadecimal >> 16 & 255
      green = hexadecimal >> 8 & 255
      blue = hexadecimal & 255
    }

    /// As CSS writes it.
    var css: String {
      func byte(_ value: Int) -> String { (value < 16 ? "0" : "") + String(value, radix: 16) }
      return "#" + byte(red) + byte(green) + byte(blue)
    }
  }

  /// Ground of the page.
  static let paper = Pair(className: "paper", light: RGB(0xFBFA_F7), dark: RGB(0x1617_1B))
  /// Text of the page.
  static let ink = Pair(className: "ink", light: RGB(0x1C1B_19), dark: RGB(0xE9E7_E2))

  /// Colours by class name.
  static let pairs: [Pair] = [
    Pair(className: "k-evaluative", light: RGB(0xB3_202C), dark: RGB(0xFF_8F8A)),
    Pair(className: "k-loaded", light: RGB(0xA3_4500), dark: RGB(0xFF_AE73)),
    Pair(className: "k-slogan", light: RGB(0x95_125E), dark: RGB(0xFF_93D2)),
    Pair(className: "k-figurative", light: RGB(0x76_2FAE), dark: RGB(0xD6_A6FF)),
    Pair(className: "k-irony", light: RGB(0x4A_3FB8), dark: RGB(0xB5_ABFF)),
    Pair(className: "k-engagement", light: RGB(0x84_468A), dark: RGB(0xE8_ABEC)),
    Pair(className: "k-booster", light: RGB(0x00_685A), dark: RGB(0x5F_D9C4)),
    Pair(className: "k-hedge", light: RGB(0x47_6B00), dark: RGB(0xB6_D96A)),
    Pair(className: "k-intensifier", light: RGB(0x1C_702A), dark: RGB(0x82_E28D)),
    Pair(className: "k-presupposition", light: RGB(0x1B_50C0), dark: RGB(0x9C_B6FF)),
    Pair(className: "k-attribution", light: RGB(0x43_5D76), dark: RGB(0xAB_C2D8)),
    Pair(className: "k-vagueSource", light: RGB(0x00_5F9E), dark: RGB(0x76_BEF8)),
    Pair(className: "k-promotional", light: RGB(0x76_5600), dark: RGB(0xE6_C257)),
    Pair(className: "k-frame", light: RGB(0x63_6058), dark: RGB(0xB4_B1A9)),
    Pair(className: "k-own", light: RGB(0x4A_4844), dark: RGB(0xC9_C6BF)),
  ]

  /// Shares of a category's colour in highlights, in percent: weak, middling and strong findings, and the one
  /// that is selected.
  static let tints = [9, 16, 26, 34]

  /// Custom properties of every category, and the rules that switch a category off.
  static func css() -> String {
    var css = ""
    for pair in pairs {
      let style = line(pair.className)
      css += ".\(pair.className){\(colours(pair.light));--u:\(style.line);--t:\"\(style.tag)\"}\n"
    }
    css += "@media screen and (prefers-color-scheme:dark){\n"
    for pair in pairs { css += ".\(pair.className){\(colours(pair.dark))}\n" }
    css += "}\n"
    return css
  }

  /// The colour and its tints, as custom properties.
  private static func colours(_ color: RGB) -> String {
    let alphas = tints.enumerated().map { index, share in
      "--k\(index + 1):\(color.css)" + String(256 + share * 255 / 100, radix: 16).dropFirst()
    }
    return (["--k:\(color.css)"] + alphas).joined(separator: ";")
  }

  /// Rules that hide a category when its box in the legend is not ticked; they need no script.
  static func filterCSS() -> String {
    var css = ""
    for pair in pairs {
      let off = "body:has(#show-\(pair.className):not(:checked))"
      css += "\(off) mark.\(pair.className){all:unset}\n"
      css += "\(off) mark.\(pair.className)>a,\(off) li.\(pair.className){display:none}\n"
    }
    return css
  }

  private static func line(_ className: String) -> (line: String, tag: String) {
    if let style = CategoryStyle.codebook.first(where: { $0.className == className }) {
      return (style.line.rawValue, style.tag)
    }
    return className == "k-frame" ? ("dotted", "") : ("double", "+")
  }
}
