/// A quotation of a paragraph, with its marks.
struct Quotation: BitwiseCopyable {
  /// Its tokens, marks included.
  var tokens: Range<Int> { Int(first)..<Int(end) }
  /// First token.
  var first: Int32
  /// One past the last token.
  var end: Int32
  /// Number of words between the marks.
  var words: Int32
  /// Whether a full stop, question or exclamation mark stands before the closing mark.
  var isSentence: Bool
  /// Whether any mark, a comma too, stands before the closing mark.
  var isClosed: Bool
  /// Whether the first word is capitalized.
  var isCapitalized: Bool
  /// Whether it has no closing mark and the next paragraph goes on with it.
  var isOpen = false
  /// Every longer word is capitalized and no cue or mark leads up to it: a show, a book, an article.
  var isTitle = false

  /// A few words quoted inside a sentence, part of its grammar.
  var isFragment: Bool { isTitle || words <= 8 && !isClosed }
}
