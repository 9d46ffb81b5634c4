import ParallaxCore

/// Tells whose words each token of an article is.
public struct Attributor: Sendable {
  let lexicon: CueLexicon

  /// Makes an attributor, whose cues and other known words go into the vocabulary under construction.
  public init(words: inout VocabularyBuilder) {
    lexicon = CueLexicon(words: &words)
  }

  /// An attributor that lies in an image; nil when the image does not hold it.
  package init?(_ image: inout ImageReader) {
    guard let lexicon = CueLexicon(&image) else { return nil }
    self.lexicon = lexicon
  }

  /// Writes what `init(_:)` reads.
  package func write(to image: inout ImageWriter) { lexicon.write(to: &image) }

  /// Changes whenever the long lists of words do that attributors know.
  package static var fingerprint: UInt64 { CueLexicon.fingerprint }

  /// The article with a voice for every token.
  ///
  /// - Parameters:
  ///   - segmented: An article segmented with `vocabulary`.
  ///   - vocabulary: The vocabulary built from the builder that `init` was given.
  /// - Complexity: O(n) in tokens.
  public func attribute(_ segmented: SegmentedArticle, vocabulary: Vocabulary) -> VoicedArticle {
    segmented.article.text.withUnsafeBufferPointer { text in
      segmented.tokens.withUnsafeBufferPointer { tokens in
        guard let bytes = text.baseAddress, !tokens.isEmpty else {
          return SegmentBuilder(
            lexicon: lexicon, segmented: segmented, drafts: [], owners: [], isQuoted: [], speakers: [],
            excerpts: []
          ).build()
        }
        var resolver = SpeakerResolver(
          lexicon: lexicon, segmented: segmented, bytes: bytes, tokens: tokens)
        var reader = ArticleReader(
          lexicon: lexicon, segmented: segmented, names: resolver, bytes: bytes, tokens: tokens)
        defer { reader.parser.free() }
        reader.read()
        for number in reader.drafts.indices {
          reader.drafts[number].speaker = resolver.resolve(
            reader.drafts[number].sourceTokens, antecedent: reader.drafts[number].antecedent)
        }
        let excerpts = ExcerptFinder(
          lexicon: lexicon, segmented: segmented, drafts: reader.drafts, owners: reader.owners,
          isQuoted: reader.isQuoted, announcements: reader.announcements
        ).find()
        return SegmentBuilder(
          lexicon: lexicon, segmented: segmented, drafts: reader.drafts, owners: reader.owners,
          isQuoted: reader.isQuoted, speakers: resolver.speakers, excerpts: excerpts
        ).build()
      }
    }
  }
}
