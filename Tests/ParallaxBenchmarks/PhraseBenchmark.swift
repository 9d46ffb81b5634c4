import ParallaxKit

/// Tokenizing and matching alone, with lexicons of 10,000 and of 100,000 made-up phrases, against counting the
/// words.
///
/// One phrase in ten stands in the text; the others share words with it, as the entries of a real list do, or
/// hold words that are nowhere. Nothing is attributed: all is the author's.
struct PhraseBenchmark {
  let articles: [[UInt8]]
  /// The processor time of `wc -w` on the same bytes.
  let wordCount: Double

  func run(into table: inout ResultTable) throws {
    let bytes = articles.reduce(0) { $0 + $1.count }
    let small = try PhraseMatcher(phrases(10_000))
    let large = try PhraseMatcher(phrases(100_000))
    let loaded = articles.map(PhraseMatcher.article)
    let times = Stopwatch.medians([
      { for article in loaded { _ = small.count(article) } },
      { for article in loaded { _ = large.count(article) } },
    ])
    table.add(
      "phrases: tokenize, match 10,000", bytes: bytes, items: articles.count, unit: "articles",
      seconds: times[0], ratio: .init(value: times[0] / wordCount, yardstick: "wc -w"))
    table.add(
      "phrases: tokenize, match 100,000", bytes: bytes, items: articles.count, unit: "articles",
      seconds: times[1], ratio: .init(value: times[1] / times[0], yardstick: "10,000", limit: 1.5))
  }

  /// Phrases of one to four words, no two alike.
  private func phrases(_ count: Int) -> [String] {
    var generator = SeededGenerator(seed: 77)
    let words = articles.prefix(200).flatMap { article in
      String(decoding: article, as: UTF8.self).lowercased()
        .split { !("a"..."z" ~= $0) }.map(String.init).filter { $0.count > 2 }
    }
    var found: Set<String> = []
    var list: [String] = []
    while list.count < count, words.count > 8 {
      let length = Int.random(in: 1...4, using: &generator)
      let phrase: [String]
      if Int.random(in: 0..<10, using: &generator) == 0 {
        let place = Int.random(in: 0..<words.count - 4, using: &generator)
        phrase = Array(words[place..<place + max(2, length)])
      } else {
        phrase = (0..<length).map { place in
          place > 0 && Bool.random(using: &generator)
            ? words.randomElement(using: &generator) ?? "word" : Self.coined(using: &generator)
        }
      }
      let form = phrase.joined(separator: " ")
      if found.insert(form).inserted { list.append(form) }
    }
    return list
  }

  /// A word of two to four syllables that hardly any text holds.
  private static func coined(using generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 2...4, using: &generator)).map { _ in
      (Array("bdfgklmnprstvz").randomElement(using: &generator).map(String.init) ?? "")
        + (Array("aeiou").randomElement(using: &generator).map(String.init) ?? "")
    }.joined()
  }
}

/// A segmenter and a matcher of plain phrases.
private struct PhraseMatcher {
  private let segmenter: Segmenter
  private let matcher: Matcher
  private let vocabulary: Vocabulary

  init(_ phrases: [String]) throws {
    let entries = try phrases.map { phrase in
      Entry(
        info: EntryInfo(
          lexicon: "phrases", id: phrase, form: phrase, category: .loaded, subcategory: "", weight: 0.5,
          polarity: .neutral),
        pattern: try PatternParser.parse(phrase))
    }
    let info = LexiconInfo(
      name: "phrases", version: "1", language: "en", entries: entries.count, sha256: "", title: "Phrases",
      license: "")
    var words = VocabularyBuilder()
    segmenter = Segmenter(words: &words)
    matcher = Matcher(
      lexicons: [Lexicon(info: info, path: "phrases", entries: entries)], words: &words)
    vocabulary = words.build()
  }

  /// The article of a text, a paragraph per line.
  static func article(_ bytes: [UInt8]) -> Article {
    var paragraphs: [Paragraph] = []
    var start = 0
    for (place, byte) in bytes.enumerated() where byte == 0x0A {
      if place > start { paragraphs.append(Paragraph(role: .body, span: TextSpan(start, place))) }
      start = place + 1
    }
    if start < bytes.count { paragraphs.append(Paragraph(role: .body, span: TextSpan(start, bytes.count))) }
    return Article(
      id: "text", metadata: Metadata(source: "text", format: .text), text: bytes, paragraphs: paragraphs)
  }

  /// How many phrases stand in an article.
  func count(_ article: Article) -> Int {
    let segmented = segmenter.segment(article, vocabulary: vocabulary)
    var segments: [VoiceSegment] = []
    var paragraphSegments: [Range<Int>] = []
    var tokenSegments: [Int32] = []
    tokenSegments.reserveCapacity(segmented.tokens.count)
    for (paragraph, tokens) in zip(article.paragraphs, segmented.paragraphTokens) {
      paragraphSegments.append(segments.count..<segments.count + (tokens.isEmpty ? 0 : 1))
      if tokens.isEmpty { continue }
      tokenSegments += repeatElement(Int32(segments.count), count: tokens.count)
      segments.append(VoiceSegment(span: paragraph.span, tokens: tokens, voice: .author))
    }
    let voiced = VoicedArticle(
      segmented: segmented, segments: segments, paragraphSegments: paragraphSegments,
      tokenSegments: tokenSegments, attributions: [],
      isCue: Array(repeating: false, count: segmented.tokens.count), sources: [])
    return matcher.match(voiced, vocabulary: vocabulary).count
  }
}
