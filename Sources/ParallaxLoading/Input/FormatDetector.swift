import ParallaxCore

/// Tells a web page from plain text by its content, and finds the encoding that a page declares.
enum FormatDetector {
  /// The form of the input; Markdown is known by the file name alone.
  static func format(of bytes: [UInt8], source: String) -> Metadata.Format {
    if looksLikeHTML(bytes) { return .html }
    let name = source.lowercased()
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

  /// The label of the first `<meta>` that declares an encoding.
  ///
  /// - Parameter limit: Bytes that are looked through; browsers guess after 1,024 and look further as they
  ///   parse.
  ///
  /// - SeeAlso: HTML Standard, "prescan a byte stream to determine its encoding".
  static func declaredEncoding(_ bytes: [UInt8], within limit: Int = 1024) -> String? {
    let head = bytes.prefix(limit).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let word = Array("charset".utf8)
    var at = 0
    while let place = find(word, in: head, from: at) {
      at = place + word.count
      guard isInsideMeta(head, place) else { continue }
      while at < head.count, head[at] == 0x20 { at += 1 }
      guard at < head.count, head[at] == 0x3D else { continue }
      at += 1
      while at < head.count, [0x20, 0x22, 0x27].contains(head[at]) { at += 1 }
      let start = at
      while at < head.count, ![0x20, 0x22, 0x27, 0x3E, 0x2F, 0x3B].contains(head[at]) { at += 1 }
      if at > start { return String(decoding: head[start..<at], as: UTF8.self) }
    }
    return nil
  }

  private static func isInsideMeta(_ head: [UInt8], _ place: Int) -> Bool {
    guard let open = head[..<place].lastIndex(of: 0x3C) else { return false }
    return head[open...].starts(with: Array("<meta".utf8)) && !head[open..<place].contains(0x3E)
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
