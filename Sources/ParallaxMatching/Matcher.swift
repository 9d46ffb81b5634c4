import ParallaxCore
import ParallaxLexicon

/// Finds the entries of all lexicons, and the devices of the detectors, in one pass over an article.
///
///     var words = VocabularyBuilder()
///     let matcher = Matcher(lexicons: lexicons, words: &words)
///     let findings = matcher.match(voiced, vocabulary: words.build())
///
/// Make it after the other stages that intern words: what it knows of a word by number ends with the last one
/// interned before.
public struct Matcher: Sendable {
  /// Categories that findings may have, sorted by name.
  public let categories: [Category]

  let trie: PatternTrie
  let entries: [CompiledEntry]
  let table: WordTable
  let nameGuard: NameGuard
  let negation: Negation
  let detectors: [any Detector]
  /// Number of the first detector's entry.
  let firstDetector: Int

  /// Compiles lexicons, whose words go into the vocabulary under construction.
  ///
  /// - Complexity: O(n) in words of all patterns.
  public init(lexicons: [Lexicon], words: inout VocabularyBuilder, options: MatchingOptions = .init()) {
    var compiler = MatcherCompiler(options: options)
    table = WordTable(words: &words)
    nameGuard = NameGuard(words: &words)
    negation = Negation(words: &words)
    var builder = TrieBuilder(expected: lexicons.reduce(0) { $0 + $1.entries.count })
    for (order, lexicon) in lexicons.enumerated() {
      for entry in lexicon.entries {
        let number = compiler.add(entry, lexicon: order, words: &words)
        for path in entry.pattern.paths { builder.insert(path, entry: number, words: &words) }
      }
    }
    firstDetector = compiler.entries.count
    detectors = Detectors.all.map { $0.init(words: &words) }
    for info in Detectors.entries { compiler.add(detector: info, lexicon: lexicons.count) }
    entries = compiler.entries
    categories = compiler.categories.sorted()
    trie = builder.build(
      wordLimit: words.limit, numerals: table.numerals, covered: WildcardCover.coveredWords(words),
      triggers: detectors.flatMap(\.triggerWords))
  }

  /// Everything that lexicons and detectors find in an article, counted and not, in order of place.
  ///
  /// - Parameter vocabulary: The vocabulary that the article was segmented with.
  /// - Complexity: O(n) in tokens.
  public func match(_ voiced: VoicedArticle, vocabulary: Vocabulary) -> [Finding] {
    let segmented = voiced.segmented
    return segmented.tokens.withUnsafeBufferPointer { tokens in
      segmented.article.text.withUnsafeBufferPointer { text in
        guard let tokens = tokens.baseAddress, let text = text.baseAddress else { return [] }
        let view = ArticleView(
          tokens: tokens, text: text, voiced: voiced, table: table, vocabulary: vocabulary)
        let walker = TrieWalker(trie: trie, tokens: tokens, text: text, vocabulary: vocabulary)
        var run = MatchRun(matcher: self, view: view, walker: walker)
        return run.findings()
      }
    }
  }
}
