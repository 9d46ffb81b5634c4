import ParallaxCore

/// Tells a web page from plain text by its content.
enum FormatDetector {
  /// The form of the input; Markdown is known by the file name alone.
  static func format(of bytes: [UInt8], source: String) -> Metadata.Format {
    if looksLikeHTML(bytes) { return .html }
    let lowercased = source.lowercased()
    let name = lowercased.hasSuffix(".gz") ? String(lowercased.dropLast(3)) : lowercased
    return name.hasSuffix(".md") || name.hasSuffix(".markdown") ? .markdown : .text
  }

  private static let openings = [
    "!doctype html", "!--", "html", "head", "body", "?xml", "title", "meta", "article", "main", "section",
    "div",
    "p", "h1", "h2", "script", "style", "link", "table", "header", "span", "ul", "blockquote",
  ].map { Array($0.utf8) }

  /// Markup at the start, or a document's elements within the first 4,096 bytes.
  static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(4096).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    var start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < head.count, head[start] <= 0x20 { start += 1 }
    if start < head.count, head[start] == 0x3C {
      let rest = head[(start + 1)...]
      for opening in openings where rest.starts(with: opening) {
        let next = rest.dropFirst(opening.count).first ?? 0x3E
        if opening[0] == 0x21 || opening[0] == 0x3F || next <= 0x20 || next == 0x3E || next == 0x2F {
          return true
        }
      }
    }
    return ["<html", "<body", "<head>", "<!doctype html"].contains { contains(Array($0.utf8), in: head) }
  }

  private static func contains(_ word: [UInt8], in bytes: [UInt8]) -> Bool {
    find(word, in: bytes, from: 0) != nil
  }

  private static func find(_ word: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= word.count, start <= bytes.count - word.count else { return nil }
    for place in start...(bytes.count - word.count) where bytes[place] == word[0] {
      if bytes[place..<place + word.count].elementsEqual(word) { return place }
    }
    return nil
  }
}
