import ParallaxCore

extension Scorer {
  /// Words of a sentence, and where it stands.
  public struct CountedSentence: Sendable {
    /// Index of its paragraph.
    public var paragraph: Int
    /// The author's words.
    public var author: Int
    /// All words.
    public var all: Int

    /// Makes a sentence.
    public init(paragraph: Int, author: Int, all: Int) {
      self.paragraph = paragraph
      self.author = author
      self.all = all
    }
  }

  /// Scores findings whose weights are final, over words that were counted before: how the numbers of a report
  /// are made again from its data.
  ///
  /// - Parameters:
  ///   - paragraphs: Role and words by voice of each.
  ///   - sentences: In order; each names one of the paragraphs.
  ///   - findings: In order of place; each names one of the paragraphs and sentences.
  /// - Returns: The measures, without text.
  /// - Complexity: O(paragraphs + findings), and the bootstrap.
  public func recount(
    _ article: Article, words: [VoiceCounts], sentences: [CountedSentence], findings: [Finding],
    isMeasured: Bool
  ) -> Analysis {
    let counts = WordCounts(article, paragraphs: words, sentences: sentences)
    let none = TextSpan(0, 0)
    let segmented = SegmentedArticle(
      article: article, tokens: [],
      sentences: sentences.map {
        Sentence(paragraph: $0.paragraph, span: none, tokens: 0..<0, words: $0.all)
      },
      paragraphTokens: article.paragraphs.map { _ in 0..<0 },
      paragraphSentences: article.paragraphs.map { _ in 0..<0 })
    let voiced = VoicedArticle(
      segmented: segmented, segments: [], paragraphSegments: article.paragraphs.map { _ in 0..<0 },
      tokenSegments: [], attributions: [], isCue: [], sources: [])
    let scores = isMeasured ? sentenceScores(voiced, findings: findings, counts: counts) : []
    return Analysis(
      voiced: voiced, lexicons: [], findings: findings, notCounted: [],
      paragraphs: paragraphScores(voiced, findings: findings, counts: counts, isMeasured: isMeasured),
      sentences: scores, measures: isMeasured ? articleMeasures(findings, counts: counts) : [],
      roleMeasures: isMeasured ? roleMeasures(voiced, findings: findings, counts: counts) : [],
      framing: isMeasured ? framing(scores) : Framing(), targets: [], words: counts.editorial,
      totalWords: counts.total, interruptions: 0, isMeasured: isMeasured, warnings: [])
  }
}

extension WordCounts {
  /// Adds up words that were counted before.
  init(_ article: Article, paragraphs: [VoiceCounts], sentences: [Scorer.CountedSentence]) {
    for (paragraph, words) in zip(article.paragraphs, paragraphs) {
      total += words.all
      byRole[paragraph.role, default: VoiceCounts()].add(words)
      if paragraph.role.isEditorial { editorial.add(words) }
      if paragraph.role.isPromotional { promotional.add(words) }
    }
    self.paragraphs = paragraphs
    self.sentences = sentences.map { sentence in
      var words = VoiceCounts()
      words.author = sentence.author
      words.direct = sentence.all - sentence.author
      return words
    }
  }
}
