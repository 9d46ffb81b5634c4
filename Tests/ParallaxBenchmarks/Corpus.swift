import Foundation
import ParallaxKit

/// What is measured: pages and articles of the user's, or ones made from the bundled pages.
///
/// Made ones mix the sentences of the bundled pages by a fixed seed: the wording of news, the same on every
/// machine, and no two articles alike.
enum Corpus {
  /// Seed of the mixing.
  private static let seed: UInt64 = 2024

  /// The web pages of a folder, by name.
  static func pages(in folder: String) throws -> [[UInt8]] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }
      .map { [UInt8](try Data(contentsOf: URL(filePath: folder).appending(path: $0))) }
  }

  /// The articles of a text file: pieces of about 6 KB that end with a paragraph.
  static func text(at path: String) throws -> [[UInt8]] {
    pieces(String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self))
  }

  /// Pages made of the bundled ones: paragraphs in another order, among as much markup as news pages carry.
  static func generatedPages(count: Int) throws -> [[UInt8]] {
    var generator = SeededGenerator(seed: seed)
    return try bundledPages().flatMap { page in
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let paragraphs = lines.indices.filter { lines[$0].contains("<p>") && lines[$0].contains("</p>") }
      return (0..<count).map { _ in
        var mixed = lines
        for (place, source) in zip(paragraphs, paragraphs.shuffled(using: &generator)) {
          mixed[place] = lines[source]
        }
        return Array(furnished(mixed.joined(separator: "\n"), using: &generator).utf8)
      }
    }
  }

  /// Puts styles, scripts, menus and teasers around a page: nine tenths of a news page's bytes are such.
  private static func furnished(_ page: String, using generator: inout SeededGenerator) -> String {
    let style = (0..<250).map { ".c\($0) .item > a:hover { margin: \($0)px; color: #\($0 + 100) }" }
    let script = (0..<150).map {
      "window.q = window.q || []; q.push({ id: \($0), slot: 'a\($0)', lazy: true });"
    }
    let menu = (0..<60).map {
      "<li class=\"nav-item c\($0)\"><a href=\"/section/\($0)\">Section \($0)</a></li>"
    }
    let teasers = (0..<40).map { index in
      """
      <div class="card c\(index)"><a href="/story/\(Int.random(in: 0..<9999, using: &generator))"><img \
      src="/i/\(index).jpg" alt="" width="300" height="200"><h3>A story of the day, number \(index)</h3></a>\
      <span class="meta"><time>\(index) hours ago</time></span></div>
      """
    }
    let head = "<style>\(style.joined())</style><script>\(script.joined())</script></head>"
    let foot = "<aside class=\"river\">\(teasers.joined())</aside></body>"
    return page.replacingOccurrences(of: "</head>", with: head)
      .replacingOccurrences(of: "</body>", with: foot)
      .replacingOccurrences(of: "<main", with: "<nav><ul>\(menu.joined())</ul></nav><main")
  }

  /// Articles made of the sentences of the bundled pages.
  static func generatedText(bytes: Int) throws -> [[UInt8]] {
    let loader = Loader(options: .init())
    var sentences: [String] = []
    for page in try bundledPages() {
      let article = try loader.load(
        Array(page.utf8), id: "page", source: "page.html", format: .html, hints: .init())
      for paragraph in article.paragraphs where paragraph.role == .body {
        sentences += article.string(paragraph.span).components(separatedBy: ". ").map { $0 + ". " }
      }
    }
    var generator = SeededGenerator(seed: seed)
    var text = ""
    while text.utf8.count < bytes, !sentences.isEmpty {
      for _ in 0..<Int.random(in: 2...5, using: &generator) {
        text += sentences.randomElement(using: &generator) ?? ""
      }
      text += "\n\n"
    }
    return pieces(text)
  }

  private static func pieces(_ text: String) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var piece: [UInt8] = []
    for paragraph in text.components(separatedBy: "\n\n") {
      piece += Array(paragraph.utf8) + [0x0A, 0x0A]
      if piece.count > 6000 {
        pieces.append(piece)
        piece = []
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func bundledPages() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Reports/Demo")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".html") }
      .map { String(decoding: try Data(contentsOf: folder.appending(path: $0)), as: UTF8.self) }
  }
}
