import ArgumentParser
import ParallaxFetching
import ParallaxKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The settings of one run and the analyzer made of them.
struct Session: Sendable {
  let analyzer: Analyzer
  let loader: InputLoader
  /// The user's own lexicons, in the order in which they were named.
  let ownLexicons: [Lexicon]
  /// Whether the built-in lexicons are measured with too.
  let usesBuiltIn: Bool
  let voices: VoiceChoice
  let jobs: Int

  /// Puts the command line over the settings file and compiles the lexicons.
  init(_ options: SharedOptions, fetcher: Fetcher = Fetcher()) throws {
    let settings = try Configuration.find(options.configPath)
    let paths = options.lexicons.isEmpty ? settings.lexicons : options.lexicons
    let only = options.only.isEmpty ? settings.only : options.only
    var matching = MatchingOptions()
    matching.only = Set(only)
    loader = InputLoader(
      favor: options.favor ?? settings.favor, timeLimit: options.timeLimit, fetcher: fetcher)
    // Where the built-in lexicons are used as they are, they need not be read.
    let choice = try LexiconChoice(
      paths: paths, without: options.without.isEmpty ? settings.without : options.without,
      usesBuiltIn: !options.noBuiltIn, quiet: options.quiet)
    matching.suppressed = choice.suppressed
    ownLexicons = choice.own
    usesBuiltIn = !options.noBuiltIn
    analyzer = try Analyzer(lexicons: choice.lexicons, options: .init(matching: matching))
    if !only.isEmpty { try Self.check(only, against: analyzer.kinds) }
    voices = options.voices ?? settings.voices ?? .author
    jobs = Self.jobs(options, settings)
    if options.verbose {
      Console.line(
        "parallax: \(analyzer.lexicons.count) lexicons, \(analyzer.lexicons.reduce(0) { $0 + $1.entries }) entries, \(jobs) at a time"
      )
    }
  }

  /// How many inputs to work on at the same time: as told, else one for each core.
  static func jobs(_ options: SharedOptions, _ settings: Configuration) -> Int {
    options.jobs ?? settings.jobs ?? cores
  }

  /// Cores of this machine.
  static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// The built-in lexicons with the user's added; one of the same name replaces the built-in one.
  static func lexicons(adding paths: [String]) throws -> [Lexicon] {
    var lexicons = try BuiltInLexicons.load()
    for path in paths {
      for lexicon in try LexiconSource.load(path) {
        lexicons.removeAll { $0.info.name == lexicon.info.name }
        lexicons.append(lexicon)
      }
    }
    return lexicons
  }

  private static func check(_ only: [String], against kinds: [String]) throws(Failure) {
    let known = Set(kinds).union(["frame"])
    for name in only where !known.contains(name) {
      let categories = Set(
        known.compactMap { $0.hasPrefix("frame") ? nil : $0.split(separator: ".").first.map(String.init) })
      throw .usage(
        "unknown category “\(name)”; known are \(categories.sorted().joined(separator: ", ")), their subcategories (loaded.verb) and frames (frame.economic)"
      )
    }
  }

  /// Loads and analyzes one piece of work; what goes wrong is part of the result.
  func analyze(_ item: WorkItem) -> Result<Analysis, InputFailure> {
    loader.load(item).map { analyzer.analyze($0) }
  }

  /// What each lexicon of the user's finds alone, beside the built-in ones together; empty where there is nothing
  /// to set side by side.
  func views(of article: Article, _ analysis: Analysis) throws -> [LexiconView] {
    let builtIn = Set(analyzer.lexicons.map(\.name)).subtracting(ownLexicons.map(\.info.name))
    guard !ownLexicons.isEmpty, ownLexicons.count > 1 || !builtIn.isEmpty else { return [] }
    var views: [LexiconView] = []
    if !builtIn.isEmpty {
      views.append(LexiconView(name: "built-in", analysis: analysis, lexicons: builtIn))
    }
    for lexicon in ownLexicons {
      let alone = try Analyzer(lexicons: [lexicon], options: analyzer.options).analyze(article)
      views.append(LexiconView(name: lexicon.info.name, analysis: alone, lexicons: [lexicon.info.name]))
    }
    return views
  }
}
