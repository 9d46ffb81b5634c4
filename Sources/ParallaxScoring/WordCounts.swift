import ParallaxCore

/// Words by voice, of every paragraph and sentence and of the article: the denominators of all rates.
struct WordCounts {
  /// Words of editorial roles.
  var editorial = VoiceCounts()
  /// Words of editorial roles and promotions.
  var promotional = VoiceCounts()
  /// Words of each paragraph, whatever its role.
  var paragraphs: [VoiceCounts] = []
  /// Words of each sentence.
  var sentences: [VoiceCounts] = []
  /// Words of each role.
  var byRole: [Role: VoiceCounts] = [:]
  /// Words of all paragraphs.
  var total = 0

  /// Counts in one pass over the tokens.
  init(_ voiced: VoicedArticle) {
    let segmented = voiced.segmented
    sentences.reserveCapacity(segmented.sentences.count)
    for (index, paragraph) in segmented.article.paragraphs.enumerated() {
      var words = VoiceCounts()
      for sentence in segmented.paragraphSentences[index] {
        var own = VoiceCounts()
        for token in segmented.sentences[sentence].tokens where segmented.tokens[token].isCounted {
          own[voiced.voice(ofToken: token)] += 1
        }
        sentences.append(own)
        words.add(own)
      }
      paragraphs.append(words)
      total += words.all
      byRole[paragraph.role, default: VoiceCounts()].add(words)
      if paragraph.role.isEditorial { editorial.add(words) }
      if paragraph.role.isPromotional { promotional.add(words) }
    }
  }
}

extension VoiceCounts {
  /// Adds the words of other text.
  mutating func add(_ other: VoiceCounts) {
    author += other.author
    direct += other.direct
    indirect += other.indirect
    excerpt += other.excerpt
  }
}
