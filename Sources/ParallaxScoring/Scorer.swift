import ParallaxCore

/// Turns findings into counts, rates and the framing index, by voice, paragraph and sentence.
///
/// Only editorial roles enter the editorial measures; promotional measures also count promotions. Headline,
/// subheads, captions and editor's notes are part of the article's measures and are given apart as well.
public struct Scorer: Sendable {
  /// Categories that the lexicons and detectors of a run can find; each is given even when it is zero.
  public var categories: [Category]

  /// Makes a scorer for the categories of a run.
  public init(categories: [Category]) { self.categories = categories.filter { $0 != .stance } }

  /// Scores an article.
  ///
  /// - Parameters:
  ///   - voiced: The article with its voices.
  ///   - matches: Findings in order of place, counted and not.
  ///   - targets: Whom the text speaks well or ill of.
  ///   - lexicons: What they were found with.
  ///   - isMeasured: False when no lexicon speaks the article's language; then nothing is measured.
  ///   - warnings: What earlier stages want the reader to know.
  /// - Complexity: O(tokens + findings), and the bootstrap.
  public func score(
    _ voiced: VoicedArticle, matches: [Finding], targets: [TargetStance] = [], lexicons: [LexiconInfo],
    isMeasured: Bool = true, warnings: [String] = []
  ) -> Analysis {
    let counts = WordCounts(voiced)
    let findings = isMeasured ? Self.weighed(matches.filter(\.counted)) : []
    let sentences = isMeasured ? sentenceScores(voiced, findings: findings, counts: counts) : []
    return Analysis(
      voiced: voiced, lexicons: lexicons, findings: findings,
      notCounted: isMeasured ? matches.filter { !$0.counted } : [],
      paragraphs: paragraphScores(voiced, findings: findings, counts: counts, isMeasured: isMeasured),
      sentences: isMeasured
        ? sentences
        : voiced.segmented.sentences.map { _ in
          SentenceScore(framing: .init(), authorWeight: 0, allWeight: 0, authorWords: 0, allWords: 0)
        },
      measures: isMeasured ? articleMeasures(findings, counts: counts) : [],
      roleMeasures: isMeasured ? roleMeasures(voiced, findings: findings, counts: counts) : [],
      framing: isMeasured ? framing(sentences) : Framing(),
      targets: targets, words: counts.editorial, totalWords: counts.total,
      interruptions: voiced.article.paragraphs.count { $0.role == .advertisement },
      isMeasured: isMeasured, warnings: warnings + lengthWarnings(counts, isMeasured: isMeasured))
  }

  private func lengthWarnings(_ counts: WordCounts, isMeasured: Bool) -> [String] {
    guard isMeasured else { return [] }
    let words = counts.editorial.all
    if words == 0 { return ["No editorial text was found: there is nothing to measure."] }
    return words < 100
      ? [
        "Only \(words) \(words == 1 ? "word" : "words") of editorial text: rates of so short a text say little."
      ] : []
  }

  func articleMeasures(_ findings: [Finding], counts: WordCounts) -> [CategoryMeasure] {
    var tally = Tally()
    for finding in findings { tally.add(finding) }
    return tally.measures(including: categories, intervals: true) { category in
      category == .promotional ? counts.promotional : counts.editorial
    }
  }

  func roleMeasures(
    _ voiced: VoicedArticle, findings: [Finding], counts: WordCounts
  ) -> [RoleMeasure] {
    let paragraphs = voiced.article.paragraphs
    return Role.allCases.compactMap { role in
      let words = counts.byRole[role] ?? VoiceCounts()
      guard role.isPromotional, words.all > 0 else { return nil }
      var tally = Tally()
      for finding in findings where paragraphs[finding.paragraph].role == role { tally.add(finding) }
      return RoleMeasure(
        role: role, words: words, measures: tally.measures(intervals: true) { _ in words })
    }
  }

  func paragraphScores(
    _ voiced: VoicedArticle, findings: [Finding], counts: WordCounts, isMeasured: Bool
  ) -> [ParagraphScore] {
    var next = 0
    var tally = Tally()
    return voiced.article.paragraphs.enumerated().map { index, paragraph in
      tally.removeAll()
      var author = 0.0
      var all = 0.0
      while next < findings.count, findings[next].paragraph == index {
        let finding = findings[next]
        tally.add(finding)
        if finding.entry.isSlant {
          all += finding.effectiveWeight
          if finding.voice == .author { author += finding.effectiveWeight }
        }
        next += 1
      }
      let words = counts.paragraphs[index]
      var framing = FramingRate()
      if isMeasured && paragraph.role.isEditorial {
        framing.author = Self.rate(author, words: words.author)
        framing.all = Self.rate(all, words: words.all)
      }
      return ParagraphScore(
        words: words.all, voices: words, measures: tally.measures(intervals: false) { _ in words },
        framing: framing)
    }
  }

  func sentenceScores(
    _ voiced: VoicedArticle, findings: [Finding], counts: WordCounts
  ) -> [SentenceScore] {
    var next = 0
    return voiced.segmented.sentences.enumerated().map { index, sentence in
      let words = counts.sentences[index]
      var author = 0.0
      var all = 0.0
      while next < findings.count, findings[next].sentence < index { next += 1 }
      while next < findings.count, findings[next].sentence == index {
        let finding = findings[next]
        if finding.entry.isSlant {
          all += finding.effectiveWeight
          if finding.voice == .author { author += finding.effectiveWeight }
        }
        next += 1
      }
      var framing = FramingRate()
      let isEditorial = voiced.article.paragraphs[sentence.paragraph].role.isEditorial
      if isEditorial {
        framing.author = Self.rate(author, words: words.author)
        framing.all = Self.rate(all, words: words.all)
      }
      return SentenceScore(
        framing: framing, authorWeight: author, allWeight: all,
        authorWords: isEditorial ? words.author : 0, allWords: isEditorial ? words.all : 0)
    }
  }

  func framing(_ sentences: [SentenceScore]) -> Framing {
    var authorWeight = 0.0
    var allWeight = 0.0
    var authorWords = 0
    var allWords = 0
    var units: [SentenceBootstrap.Unit] = []
    for sentence in sentences where sentence.allWords > 0 {
      authorWeight += sentence.authorWeight
      allWeight += sentence.allWeight
      authorWords += sentence.authorWords
      allWords += sentence.allWords
      units.append(
        .init(
          authorWeight: sentence.authorWeight, allWeight: sentence.allWeight,
          authorWords: sentence.authorWords, allWords: sentence.allWords))
    }
    let bounds = SentenceBootstrap.bounds(units)
    func index(_ lane: Int, _ weight: Double, _ words: Int) -> Framing.Index? {
      guard words > 0 else { return nil }
      let rate = 1_000 * weight / Double(words)
      return Framing.Index(
        index: FramingIndex.index(rate: rate), low: FramingIndex.index(rate: min(rate, bounds.low[lane])),
        high: FramingIndex.index(rate: max(rate, bounds.high[lane])), rate: rate, weight: weight,
        words: words)
    }
    return Framing(
      author: index(0, authorWeight, authorWords), all: index(1, allWeight, allWords))
  }
}
