import ParallaxCore
import ParallaxSegmentation

/// Segments texts and shows the result as strings.
struct Sample {
  let segmented: SegmentedArticle
  let vocabulary: Vocabulary

  /// Paragraphs are set apart by blank lines.
  init(_ text: String, words: [String] = []) {
    var builder = VocabularyBuilder()
    let segmenter = Segmenter(words: &builder)
    for word in words { _ = builder.intern(word) }
    vocabulary = builder.build()
    segmented = segmenter.segment(Self.article(text), vocabulary: vocabulary)
  }

  static func article(_ text: String) -> Article {
    let bytes = Array(text.utf8)
    var paragraphs: [Paragraph] = []
    var start = 0
    var index = 0
    while index <= bytes.count {
      let isBreak = index + 1 < bytes.count && bytes[index] == 10 && bytes[index + 1] == 10
      if isBreak || index == bytes.count {
        paragraphs.append(Paragraph(role: .body, span: TextSpan(start, index)))
        start = index + 2
        index += 1
      }
      index += 1
    }
    return Article(
      id: "sample", metadata: Metadata(source: "sample", format: .text), text: bytes, paragraphs: paragraphs)
  }

  /// The tokens' texts joined by bars.
  var tokens: String { segmented.tokens.map(segmented.string).joined(separator: "|") }

  /// The sentences' texts joined by bars.
  var sentences: String {
    segmented.sentences.map { segmented.article.string($0.span) }.joined(separator: "|")
  }

  /// Kinds of the tokens, in order.
  var kinds: [Token.Kind] { segmented.tokens.map(\.kind) }

  /// Texts of the tokens that carry a shape.
  func tokens(with shape: Token.Shape) -> [String] {
    segmented.tokens.filter { $0.shape.contains(shape) }.map(segmented.string)
  }

  /// The text with `<` after opening and `>` before closing quotation marks.
  var quotes: String {
    var text = ""
    var end = 0
    for token in segmented.tokens {
      text += segmented.article.string(TextSpan(end, Int(token.start)))
      if token.shape.contains(.closingQuote) { text += ">" }
      text += segmented.string(token)
      if token.shape.contains(.openingQuote) { text += "<" }
      end = Int(token.end)
    }
    return text
  }
}
