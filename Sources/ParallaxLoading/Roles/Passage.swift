import ParallaxCore

/// A paragraph on its way into an article: its text with white space folded, and what is known of it.
struct Passage {
  var text: [UInt8]
  var role: Role
  var level: Int?
  var via: String?
  var marks: [InlineMark]

  init(text: [UInt8], role: Role = .body, level: Int? = nil, via: String? = nil, marks: [InlineMark] = []) {
    self.text = text
    self.role = role
    self.level = level
    self.via = via
    self.marks = marks
  }
}

/// Joins passages to the text of an article.
struct ArticleBuilder {
  private(set) var text: [UInt8] = []
  private(set) var paragraphs: [Paragraph] = []

  /// Appends a passage; boilerplate and empty passages leave no trace.
  mutating func append(_ passage: Passage) {
    guard passage.role != .boilerplate, !passage.text.isEmpty else { return }
    if !text.isEmpty { text.append(contentsOf: [0x0A, 0x0A]) }
    let start = text.count
    text.append(contentsOf: passage.text)
    let marks = passage.marks.map {
      InlineMark(kind: $0.kind, span: TextSpan($0.span.start + start, $0.span.end + start))
    }
    paragraphs.append(
      Paragraph(
        role: passage.role, span: TextSpan(start, text.count), level: passage.level, via: passage.via,
        marks: marks))
  }
}
