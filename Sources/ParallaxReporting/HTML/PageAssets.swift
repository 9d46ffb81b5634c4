/// The style and script of a kind of page, and the policy that allows exactly these.
struct PageAssets: Sendable {
  /// Content of the style element.
  let style: [UInt8]
  /// Content of the script element.
  let script: [UInt8]
  /// The content-security policy.
  let policy: String

  /// Joins templates; `generated` comes after the style sheets.
  init(styles: [Template], generated: String, scripts: [Template]) {
    style = styles.flatMap { Self.tightened(Self.trimmed($0.bytes)) } + Array(generated.utf8)
    script = scripts.flatMap { Self.trimmed($0.bytes) }
    policy = ContentSecurity.policy(style: style, script: script)
  }

  /// For the page on one article.
  static let article = PageAssets(
    styles: [.pageStyle, .articleStyle], generated: CategoryPalette.css() + CategoryPalette.filterCSS(),
    scripts: [.articleScript])

  /// For comparison and batch.
  static let tables = PageAssets(
    styles: [.pageStyle, .tablesStyle], generated: CategoryPalette.css(), scripts: [.tablesScript])

  /// A style sheet without the comments and blanks that only people need.
  ///
  /// Plain replacement is enough because none of these pairs stands inside a string of our style sheets.
  private static func tightened(_ bytes: [UInt8]) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    while let start = text.firstRange(of: "/*"), let end = text[start.upperBound...].firstRange(of: "*/") {
      text.removeSubrange(start.lowerBound..<end.upperBound)
    }
    for (long, short) in [
      (": ", ":"), ("; ", ";"), (", ", ","), (" {", "{"), ("{ ", "{"), ("{\n", "{"), (";\n", ";"),
      ("\n  ", "\n"), ("}\n", "}"), ("\n\n", "\n"),
      (" }", "}"), (";}", "}"),
    ] {
      text = text.replacing(long, with: short)
    }
    return Array(text.utf8)
  }

  /// The lines without their indentation, empty ones and those that hold only a `//` comment left out.
  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for line in bytes.split(separator: 0x0A) {
      let content = line.drop { $0 == 0x20 }
      if content.isEmpty || content.starts(with: [0x2F, 0x2F]) { continue }
      result += content
      result.append(0x0A)
    }
    return result
  }
}
