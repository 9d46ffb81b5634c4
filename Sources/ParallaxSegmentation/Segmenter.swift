import ParallaxCore

/// Cuts articles into sentences and tokens.
///
/// Tokens follow Unicode UAX #29 with the changes that `Token` names, and one more: a full stop without a
/// space after it joins initials (*U.S*, *a.m*) and addresses, and nothing else. Sentences end at stops that
/// no abbreviation, initial or reported question explains; closing quotation marks and brackets belong to the
/// sentence before them.
///
/// - SeeAlso: Unicode Standard Annex #29, Text Segmentation.
public struct Segmenter: Sendable {
  private let words: SentenceWords

  /// Makes a segmenter, whose abbreviations and cues go into the vocabulary under construction.
  public init(words: inout VocabularyBuilder) {
    self.words = SentenceWords(words: &words)
  }

  /// The article's sentences and tokens.
  ///
  /// - Parameter vocabulary: The vocabulary built from the builder that `init` was given.
  /// - Complexity: O(n) in bytes of text.
  public func segment(_ article: Article, vocabulary: Vocabulary) -> SegmentedArticle {
    article.text.withUnsafeBufferPointer { text in
      segment(article, text, vocabulary)
    }
  }

  private func segment(
    _ article: Article, _ text: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary
  ) -> SegmentedArticle {
    var sentences: [Sentence] = []
    var paragraphTokens: [Range<Int>] = []
    var paragraphSentences: [Range<Int>] = []
    paragraphTokens.reserveCapacity(article.paragraphs.count)
    paragraphSentences.reserveCapacity(article.paragraphs.count)
    guard let bytes = text.baseAddress else {
      let none = [Range<Int>](repeating: 0..<0, count: article.paragraphs.count)
      return SegmentedArticle(
        article: article, tokens: [], sentences: [], paragraphTokens: none, paragraphSentences: none)
    }
    var scanner = TokenScanner(bytes: bytes, count: text.count, vocabulary: vocabulary)
    let splitter = SentenceSplitter(words: words, bytes: bytes)
    for (index, paragraph) in article.paragraphs.enumerated() {
      let firstToken = scanner.tokens.count
      let firstSentence = sentences.count
      scanner.stops.removeAll(keepingCapacity: true)
      scanner.scan(paragraph.span.range.clamped(to: 0..<text.count))
      let range = firstToken..<scanner.tokens.count
      splitter.split(
        &scanner.tokens, in: range, stops: scanner.stops[...], paragraph: index, into: &sentences)
      paragraphTokens.append(range)
      paragraphSentences.append(firstSentence..<sentences.count)
    }
    return SegmentedArticle(
      article: article, tokens: scanner.tokens, sentences: sentences, paragraphTokens: paragraphTokens,
      paragraphSentences: paragraphSentences)
  }
}
