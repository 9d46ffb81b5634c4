import ParallaxCore
import ParallaxScoring

/// Counts which of an outlet's words others have too.
enum SharedWords {
  /// One share per outlet.
  ///
  /// - Complexity: O(words + places · partners).
  static func shares(
    _ passages: [SharedText.Passage], _ comparison: OutletComparison, sequences: [WordSequence], owners: [Int]
  ) -> [SharedText.Share] {
    var shares = [SharedText.Share](repeating: .init(), count: comparison.outlets.count)
    for (outlet, value) in comparison.outlets.enumerated() {
      shares[outlet].words = value.words.all
      shares[outlet].authorWords = value.words.author
    }
    var places = [[(tokens: Range<Int>, outlets: [Int])]](repeating: [], count: comparison.analyses.count)
    for passage in passages {
      for place in passage.places { places[place.article].append((place.tokens, passage.outlets)) }
    }
    for (article, list) in places.enumerated() where !list.isEmpty {
      let voiced = comparison.analyses[article].voiced
      let own = owners[article]
      for token in merged(list.map(\.tokens)).joined() where isCounted(token, voiced) {
        shares[own].shared += 1
        if voiced.voice(ofToken: token) == .author { shares[own].authorShared += 1 }
      }
      var ranges: [Int: [Range<Int>]] = [:]
      for (tokens, outlets) in list where outlets.count <= SharedText.mostPartners {
        for outlet in outlets where outlet != own { ranges[outlet, default: []].append(tokens) }
      }
      for (outlet, tokens) in ranges.sorted(by: { $0.key < $1.key }) {
        let words = merged(tokens).joined().count { isCounted($0, voiced) }
        if let known = shares[own].partners.firstIndex(where: { $0.outlet == outlet }) {
          shares[own].partners[known].words += words
        } else {
          shares[own].partners.append(.init(outlet: outlet, words: words))
        }
      }
    }
    for outlet in shares.indices {
      shares[outlet].partners.sort { ($1.words, $0.outlet) < ($0.words, $1.outlet) }
    }
    return shares
  }

  private static func isCounted(_ token: Int, _ voiced: VoicedArticle) -> Bool {
    let segmented = voiced.segmented
    guard segmented.tokens[token].isCounted else { return false }
    // A passage may run over a caption, a byline or an advertisement between two paragraphs.
    let paragraph = ParagraphPlaces.paragraph(at: Int(segmented.tokens[token].start), in: segmented.article)
    return paragraph?.role.isEditorial ?? false
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

/// Finds the paragraph of a place.
enum ParagraphPlaces {
  /// The paragraph that holds a byte; nil before the first.
  ///
  /// - Complexity: O(log paragraphs).
  static func paragraph(at offset: Int, in article: Article) -> Paragraph? {
    var low = 0
    var high = article.paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if article.paragraphs[middle].span.start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? article.paragraphs[low - 1] : nil
  }
}
