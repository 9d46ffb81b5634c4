import ParallaxCore
import ParallaxSegmentation

/// Cuts articles into sentences and tokens for work that needs no lexicon, and so none is read.
///
/// The tokens' word numbers are those of its own vocabulary, which knows abbreviations and little else.
public struct PlainSegmenter: Sendable {
  private let segmenter: Segmenter
  private let vocabulary: Vocabulary

  /// Makes a segmenter.
  public init() {
    var words = VocabularyBuilder()
    segmenter = Segmenter(words: &words)
    vocabulary = words.build()
  }

  /// The article's sentences and tokens.
  ///
  /// - Complexity: O(n) in bytes of text.
  public func segment(_ article: Article) -> SegmentedArticle {
    segmenter.segment(article, vocabulary: vocabulary)
  }
}
