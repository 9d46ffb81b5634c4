import ParallaxCore

/// Short pieces of the article: a finding with the words around it.
struct Excerpt: Sendable {
  /// What stands before, without the finding.
  let before: String
  /// The finding's words.
  let match: String
  /// What stands after.
  let after: String

  /// A finding with up to `reach` bytes of its paragraph on either side, cut at blanks.
  static func around(_ span: TextSpan, in article: Article, paragraph: Int, reach: Int = 48) -> Excerpt {
    let bounds = article.paragraphs.indices.contains(paragraph) ? article.paragraphs[paragraph].span : span
    let text = article.text
    var start = max(bounds.start, span.start - reach)
    var end = min(bounds.end, span.end + reach)
    if start > bounds.start {
      let cut = start
      while start < span.start && text[start] > 0x20 { start += 1 }
      if start == span.start { start = boundary(from: cut, upTo: span.start, in: text) }
    }
    if end < bounds.end {
      let cut = end
      while end > span.end && text[end - 1] > 0x20 { end -= 1 }
      if end == span.end { end = boundary(from: cut, downTo: span.end, in: text) }
    }
    let before = flat(article, start, span.start)
    let after = flat(article, span.end, end)
    return Excerpt(
      before: (start > bounds.start ? "…" : "") + before,
      match: shortened(flat(article, span.start, span.end), to: 200),
      after: after + (end < bounds.end ? "…" : ""))
  }

  /// A text of at most so many characters, cut with an ellipsis.
  static func shortened(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit, text.count > limit else { return text }
    return String(text.prefix(limit - 1)) + "…"
  }

  private static func flat(_ article: Article, _ start: Int, _ end: Int) -> String {
    guard start < end else { return "" }
    return String(decoding: article.text[start..<end].map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }

  private static func boundary(from cut: Int, upTo limit: Int, in text: [UInt8]) -> Int {
    var at = cut
    while at < limit && text[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  private static func boundary(from cut: Int, downTo limit: Int, in text: [UInt8]) -> Int {
    var at = cut
    while at > limit && at < text.count && text[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }
}
