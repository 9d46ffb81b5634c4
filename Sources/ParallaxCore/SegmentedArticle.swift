/// An article cut into sentences and tokens.
public struct SegmentedArticle: Sendable {
  /// The article.
  public var article: Article
  /// All tokens in order; every paragraph's tokens stand together.
  public var tokens: [Token]
  /// All sentences in order; each lies in one paragraph.
  public var sentences: [Sentence]
  /// For each paragraph of `article`, its tokens.
  public var paragraphTokens: [Range<Int>]
  /// For each paragraph of `article`, its sentences.
  public var paragraphSentences: [Range<Int>]

  /// Makes a segmented article of parts that fit together.
  public init(
    article: Article, tokens: [Token], sentences: [Sentence], paragraphTokens: [Range<Int>],
    paragraphSentences: [Range<Int>]
  ) {
    self.article = article
    self.tokens = tokens
    self.sentences = sentences
    self.paragraphTokens = paragraphTokens
    self.paragraphSentences = paragraphSentences
  }

  /// The text of a token.
  public func string(_ token: Token) -> String { article.string(token.span) }

  /// Number of tokens that count as words in a range of tokens.
  public func words(in range: Range<Int>) -> Int {
    var count = 0
    for index in range where tokens[index].isCounted { count += 1 }
    return count
  }
}

/// A sentence of one paragraph.
public struct Sentence: Sendable, Equatable {
  /// Index of its paragraph in `Article.paragraphs`.
  public var paragraph: Int
  /// Where it stands, without surrounding white space.
  public var span: TextSpan
  /// Its tokens, as indices into `SegmentedArticle.tokens`.
  public var tokens: Range<Int>
  /// Number of tokens that count as words.
  public var words: Int

  /// Makes a sentence.
  public init(paragraph: Int, span: TextSpan, tokens: Range<Int>, words: Int) {
    self.paragraph = paragraph
    self.span = span
    self.tokens = tokens
    self.words = words
  }
}
