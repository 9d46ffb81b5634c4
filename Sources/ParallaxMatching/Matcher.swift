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
  let entries: EntryTable
  let table: WordTable
  let nameGuard: NameGuard
  let negation: Negation
  let detectors: [any Detector]
  /// What each of them waits for.
  let detectorTriggers: [DetectorTriggers]
  /// What any of them waits for.
  let triggers: DetectorTriggers
  /// Number of the first detector's entry.
  let firstDetector: Int
  /// The categories in order of their numbers.
  private let numberedCategories: [Category]
  /// Categories with their subcategories, and the number of each entry's.
  private let entryKinds: [EntryKind]
  private let kindNumbers: [UInt32]
  /// Whether the options ask for some categories only.
  let leavesOut: Bool

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
    firstDetector = compiler.count
    detectors = Detectors.all.map { $0.init(words: &words) }
    detectorTriggers = Detectors.all.map { $0.triggers }
    for info in Detectors.entries { compiler.add(detector: info, lexicon: lexicons.count) }
    triggers = detectorTriggers.reduce(into: []) { $0.formUnion($1) }
    entries = compiler.table()
    numberedCategories = compiler.categories
    categories = compiler.categories.sorted()
    entryKinds = compiler.kinds
    kindNumbers = compiler.kindNumbers
    leavesOut = !options.only.isEmpty
    trie = builder.build(
      wordLimit: words.limit,
      special: .init(
        numerals: table.numerals, covered: words.coveredWords(),
        triggers: detectors.flatMap(\.triggerWords)))
  }

  /// Everything that lexicons and detectors find in an article, counted and not, in order of place.
  ///
  /// - Parameter vocabulary: The vocabulary that the article was segmented with.
  /// - Complexity: O(n) in tokens.
  public func match(_ voiced: VoicedArticle, vocabulary: Vocabulary) -> [Finding] {
    let segmented = voiced.segmented
    if segmented.tokens.isEmpty || voiced.segments.isEmpty { return [] }
    let voices = voiced.segments.map(\.voice)
    return segmented.tokens.withUnsafeBufferPointer { tokens in
      segmented.article.text.withUnsafeBufferPointer { text in
        voiced.tokenSegments.withUnsafeBufferPointer { tokenSegments in
          voiced.isCue.withUnsafeBufferPointer { isCue in
            voices.withUnsafeBufferPointer { voices in
              guard let tokens = tokens.baseAddress, let text = text.baseAddress,
                let tokenSegments = tokenSegments.baseAddress, let isCue = isCue.baseAddress,
                let voices = voices.baseAddress
              else { return [] }
              return match(
                voiced, vocabulary,
                .init(tokens: tokens, text: text, tokenSegments: tokenSegments, isCue: isCue, voices: voices))
            }
          }
        }
      }
    }
  }

  private func match(
    _ voiced: VoicedArticle, _ vocabulary: Vocabulary, _ buffers: ArticleView.Buffers
  ) -> [Finding] {
    let view = ArticleView(buffers, voiced: voiced, table: table, trie: trie, vocabulary: vocabulary)
    let walker = TrieWalker(trie: trie, tokens: buffers.tokens, text: buffers.text, vocabulary: vocabulary)
    var run = MatchRun(matcher: self, view: view, walker: walker)
    return run.findings(voiced.segmented.sentences, voiced.segmented.article.paragraphs)
  }
}

// MARK: Kinds and images

extension Matcher {
  /// Categories (`loaded`), and categories with a subcategory (`loaded.verb`), that findings may have, sorted.
  public var kinds: [String] {
    Set(entryKinds.map { $0.category.name + "." + $0.subcategory } + categories.map(\.name)).sorted()
  }

  /// A matcher whose lexicons lie compiled in an image.
  ///
  /// - Parameters:
  ///   - image: What `write(to:)` wrote; must outlive the matcher.
  ///   - reader: Reads the entries of the lexicons that were compiled.
  ///   - vocabulary: The vocabulary that was built behind them.
  ///   - words: A builder that extends it.
  /// - Returns: nil when the image does not hold what it should, or the options need every entry read.
  package init?(
    _ image: inout ImageReader, reader: EntryReader, vocabulary: Vocabulary, words: inout VocabularyBuilder,
    options: MatchingOptions
  ) {
    guard options.suppressed.isEmpty, let names = image.readStrings(), let kindNames = image.readStrings(),
      let numbers = image.read(UInt32.self), let facts = image.read(EntryFacts.self),
      let trie = PatternTrie(&image), kindNames.count % 2 == 0, numbers.count == facts.count,
      facts.count == reader.count + Detectors.all.count
    else { return nil }
    table = WordTable(words: &words)
    nameGuard = NameGuard(words: &words)
    negation = Negation(words: &words)
    detectors = Detectors.all.map { $0.init(words: &words) }
    detectorTriggers = Detectors.all.map { $0.triggers }
    triggers = detectorTriggers.reduce(into: []) { $0.formUnion($1) }
    numberedCategories = names.map { Category($0) }
    categories = numberedCategories.sorted()
    entryKinds = stride(from: 0, to: kindNames.count, by: 2).map {
      EntryKind(category: Category(kindNames[$0]), subcategory: kindNames[$0 + 1])
    }
    kindNumbers = []
    firstDetector = reader.count
    leavesOut = !options.only.isEmpty
    let memory = leavesOut ? FlatMemory() : nil
    let leftOut = entryKinds.map { options.leavesOut($0.category, $0.subcategory) }
    let marked = memory.map { $0.copy(Self.mark(facts, numbers, leftOut)) }
    entries = EntryTable(
      facts: marked ?? facts, memory: memory, lazy: LazyEntries(reader: reader, vocabulary: vocabulary),
      detectors: Detectors.entries)
    self.trie = trie
  }

  /// The facts with a mark on those whose kind is left out.
  private static func mark(
    _ facts: FlatArray<EntryFacts>, _ kinds: FlatArray<UInt32>, _ leftOut: [Bool]
  ) -> [EntryFacts] {
    zip(facts.buffer, kinds.buffer).map { facts, kind in
      var facts = facts
      if leftOut.indices.contains(Int(kind)), leftOut[Int(kind)] { facts.flags.insert(.leftOut) }
      return facts
    }
  }

  /// Writes what `init(_:reader:vocabulary:words:options:)` reads; for a matcher made of lexicons, without
  /// options.
  package func write(to image: inout ImageWriter) {
    image.append(strings: numberedCategories.map(\.name))
    image.append(strings: entryKinds.flatMap { [$0.category.name, $0.subcategory] })
    image.append(kindNumbers)
    image.append(entries.factsForImage)
    trie.write(to: &image)
  }
}
