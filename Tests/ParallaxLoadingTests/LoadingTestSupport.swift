import Foundation
import ParallaxCore
import Testing

@testable import ParallaxLoading

/// Paragraphs of an article as `role: text`.
func outline(_ article: Article) -> [String] {
  article.paragraphs.map { "\($0.role.rawValue): \(article.string($0.span))" }
}

/// Paragraphs of a plain text as `role: text`.
func outline(_ text: String) throws -> [String] {
  outline(try Loader().load(text: text, id: "t", source: "t.txt"))
}

/// An article of HTML between the tags of a page.
func page(_ body: String, head: String = "") throws -> Article {
  let html = "<!doctype html><html><head>\(head)</head><body>\(body)</body></html>"
  return try Loader().load(html: html, id: "p", source: "p.html")
}

/// Bytes of a file in `Tests/Fixtures`.
func fixture(_ path: String) throws -> [UInt8] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  return [UInt8](try Data(contentsOf: folder.appendingPathComponent("Fixtures").appendingPathComponent(path)))
}

/// What holds for every article, however odd its input.
func expectSound(_ article: Article, _ comment: @autoclosure () -> String = "") {
  var fault: String?
  var end = 0
  for paragraph in article.paragraphs {
    let span = paragraph.span
    if span.isEmpty || span.end > article.text.count { fault = "span \(span) outside of the text" }
    if span.start != end + (end == 0 ? 0 : 2) {
      fault = "paragraph at \(span.start) after one that ends at \(end)"
    }
    if paragraph.role == .boilerplate { fault = "boilerplate kept" }
    for mark in paragraph.marks where !span.contains(mark.span) || mark.span.isEmpty {
      fault = "mark outside"
    }
    let text = article.string(span)
    if Array(text.utf8) != Array(article.text[span.range]) { fault = "no valid UTF-8 at \(span)" }
    if text.hasPrefix(" ") || text.hasSuffix(" ") || text.contains("  ") || text.contains("\n") {
      fault = "white space not folded: \(text.prefix(60))"
    }
    end = span.end
    if fault != nil { break }
  }
  if end != article.text.count { fault = fault ?? "text after the last paragraph" }
  if article.text.contains(0) { fault = fault ?? "NUL in the text" }
  #expect(fault == nil, "\(comment())")
}
