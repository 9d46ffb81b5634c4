import ParallaxAttribution
import ParallaxCore
import ParallaxLexicon
import ParallaxLoading
import ParallaxMatching
import ParallaxScoring
import ParallaxSegmentation
import ParallaxStance

/// How an analyzer loads and matches.
public struct AnalyzerOptions: Sendable {
  /// How pages and texts are loaded.
  public var loading: LoadingOptions
  /// Which categories are matched.
  public var matching: MatchingOptions
  /// Language of texts that neither say nor show what they are written in.
  public var defaultLanguage: String

  /// Makes options.
  public init(
    loading: LoadingOptions = .init(), matching: MatchingOptions = .init(), defaultLanguage: String = "en"
  ) {
    self.loading = loading
    self.matching = matching
    self.defaultLanguage = defaultLanguage
  }
}

/// The whole pipeline with its lexicons: an article in, an analysis out.
///
///     let analyzer = try Analyzer()
///     let analysis = try analyzer.analyze(bytes, source: "article.html")
///
/// Making one compiles the lexicons, or finds the built-in ones compiled in the binary; analyzing is safe from
/// any number of threads.
public final class Analyzer: Sendable {
  /// The lexicons in use, sorted by name.
  public let lexicons: [LexiconInfo]
  /// Categories (`loaded`), and categories with a subcategory (`loaded.verb`), that findings may have, sorted.
  public var kinds: [String] { stages.matcher.kinds.filter { !$0.hasPrefix(Category.stance.name) } }
  /// How articles are loaded and matched.
  public let options: AnalyzerOptions

  /// The stages that know words, for benchmarks that time them one by one.
  package let stages: Stages

  private let loader: Loader
  private let scorer: Scorer
  private let languages: Set<String>

  /// Makes a pipeline of lexicons.
  ///
  /// - Parameter lexicons: Lexicons to measure with; nil for the built-in ones, which are compiled already where
  ///   the build saw to it.
  /// - Throws: `LexiconError` when a built-in lexicon cannot be read.
  public convenience init(
    lexicons: [Lexicon]? = nil, options: AnalyzerOptions = .init()
  ) throws(LexiconError) {
    if lexicons == nil, let stages = Stages(image: BuiltInLexicons.image, options.matching) {
      self.init(stages, options)
      return
    }
    let given = if let lexicons { lexicons } else { try BuiltInLexicons.load() }
    self.init(Stages(Self.sorted(given), options.matching), options)
  }

  /// Makes a pipeline of an image; nil when it is none, or not of this program and its lexicons.
  ///
  /// - Parameter image: What `compiledLexicons(_:)` gave, aligned to 16 bytes; must outlive the analyzer.
  package convenience init?(image: UnsafeRawBufferPointer, options: AnalyzerOptions = .init()) {
    guard let stages = Stages(image: image, options.matching) else { return nil }
    self.init(stages, options)
  }

  private init(_ stages: Stages, _ options: AnalyzerOptions) {
    self.options = options
    lexicons = stages.lexicons
    loader = Loader(options: options.loading)
    self.stages = stages
    scorer = Scorer(categories: stages.matcher.categories)
    languages = Set(stages.lexicons.map { Self.primaryTag($0.language) })
  }

  /// The image of built-in lexicons, by default all, that the next build takes into the binary.
  ///
  /// The same program with the same lexicons gives the same bytes.
  package static func compiledLexicons(_ lexicons: [Lexicon]? = nil) throws(LexiconError) -> [UInt8] {
    let given = if let lexicons { lexicons } else { try BuiltInLexicons.load() }
    return Stages.image(of: sorted(given))
  }

  /// Whether the built-in lexicons lie compiled in this program; it starts several times slower without.
  package static var hasCompiledLexicons: Bool {
    Stages(image: BuiltInLexicons.image, MatchingOptions()) != nil
  }

  private static func sorted(_ lexicons: [Lexicon]) -> [Lexicon] {
    lexicons.sorted { $0.info.name < $1.info.name }
  }

  /// Analyzes the bytes of a page or text.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is.
  ///   - id: Identifier in the results; the source when nil.
  ///   - source: Path or URL as the user gave it.
  ///   - format: What the bytes are; decided by content when nil.
  ///   - hints: What is known beside the bytes.
  public func analyze(
    _ bytes: [UInt8], id: String? = nil, source: String, format: Metadata.Format? = nil,
    hints: RecordHints = .init()
  ) throws(LoadingError) -> Analysis {
    analyze(try load(bytes, id: id, source: source, format: format, hints: hints))
  }

  /// Loads the bytes of a page or text without analyzing them.
  public func load(
    _ bytes: [UInt8], id: String? = nil, source: String, format: Metadata.Format? = nil,
    hints: RecordHints = .init()
  ) throws(LoadingError) -> Article {
    try loader.load(bytes, id: id ?? source, source: source, format: format, hints: hints)
  }

  /// Analyzes a record of an NDJSON stream.
  public func analyze(_ record: Record) throws(LoadingError) -> Analysis { analyze(try load(record)) }

  /// Loads a record of an NDJSON stream without analyzing it.
  public func load(_ record: Record) throws(LoadingError) -> Article {
    try record.load(with: loader)
  }

  /// Analyzes a loaded article: segment → attribute → match → stance → score.
  public func analyze(_ article: Article) -> Analysis {
    var article = article
    var warnings: [String] = []
    let language = settleLanguage(of: &article, warnings: &warnings)
    let isMeasured = languages.contains(language)
    let voiced = voice(article)
    let (matches, targets) = isMeasured ? match(voiced) : ([], [])
    return scorer.score(
      voiced, matches: matches, targets: targets, lexicons: lexicons, isMeasured: isMeasured,
      warnings: warnings)
  }

  /// Findings, with whom they are said of, and stance toward the targets.
  ///
  /// Words that are read for stance alone stay behind: they are evidence of the targets' and no findings.
  private func match(_ voiced: VoicedArticle) -> (matches: [Finding], targets: [TargetStance]) {
    let all = stages.matcher.match(voiced, vocabulary: stages.vocabulary)
    let stance = StanceReader().read(voiced, matches: all, attributor: stages.attributor)
    var matches: [Finding] = []
    matches.reserveCapacity(all.count)
    for (place, finding) in all.enumerated() where finding.entry.category != .stance {
      matches.append(finding)
      matches[matches.count - 1].target = stance.findingTargets[place]
    }
    return (matches, stance.targets)
  }

  /// Segments and attributes an article without matching, for tools that need the stages' results.
  public func voice(_ article: Article) -> VoicedArticle {
    let segmented = stages.segmenter.segment(article, vocabulary: stages.vocabulary)
    return stages.attributor.attribute(segmented, vocabulary: stages.vocabulary)
  }

  /// The language to measure in: declared, unless the text plainly shows another.
  private func settleLanguage(of article: inout Article, warnings: inout [String]) -> String {
    let declared = article.metadata.language.map(Self.primaryTag)
    let shown = LanguageDetector.detect(article.text)
    if let shown, shown != declared {
      if let declared {
        article.notes.append("The page says it is written in “\(declared)”; its words say “\(shown)”.")
      }
      article.metadata.language = shown
      article.metadata.provenance["language"] = "text"
    }
    let language = shown ?? declared ?? options.defaultLanguage
    if !languages.contains(language) {
      warnings.append(
        "No lexicon speaks this text's language (“\(language)”), so nothing was measured; this is not a zero."
      )
    }
    return language
  }

  private static func primaryTag(_ language: String) -> String {
    language.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map(String.init) ?? ""
  }
}
