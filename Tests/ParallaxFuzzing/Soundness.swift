import ParallaxKit

/// What holds for every article and analysis, however odd the input.
public enum Soundness {
  /// What is wrong with an article; nil when it is sound.
  public static func fault(in article: Article) -> String? {
    var end = 0
    for paragraph in article.paragraphs {
      let span = paragraph.span
      guard !span.isEmpty, span.end <= article.text.count else { return "span \(span) outside of the text" }
      guard span.start == end + (end == 0 ? 0 : 2) else { return "paragraph at \(span.start) after \(end)" }
      if paragraph.role == .boilerplate { return "boilerplate kept" }
      for mark in paragraph.marks where !span.contains(mark.span) || mark.span.isEmpty {
        return "mark outside"
      }
      let bytes = article.text[span.range]
      guard String(validating: bytes, as: UTF8.self) != nil else { return "no valid UTF-8 at \(span)" }
      if bytes.first == 0x20 || bytes.last == 0x20 || bytes.contains(0x0A) || hasDoubleBlank(bytes) {
        return "white space not folded at \(span)"
      }
      end = span.end
    }
    if end != article.text.count { return "text after the last paragraph" }
    return article.text.contains(0) ? "NUL in the text" : nil
  }

  private static func hasDoubleBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
  }

  /// What is wrong with an analysis; nil when it is sound.
  public static func fault(in analysis: Analysis) -> String? {
    let count = analysis.article.text.count
    for finding in analysis.findings where finding.span.isEmpty || finding.span.end > count {
      return "finding at \(finding.span) outside of the text"
    }
    return nil
  }
}
