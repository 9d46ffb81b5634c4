import ArgumentParser
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
  let voices: VoiceChoice
  let jobs: Int

  /// Puts the command line over the settings file and compiles the lexicons.
  init(_ options: SharedOptions) throws {
    let settings = try Configuration.find(options.configPath)
    let paths = options.lexicons.isEmpty ? settings.lexicons : options.lexicons
    let only = options.only.isEmpty ? settings.only : options.only
    let lexicons = try Self.lexicons(adding: paths)
    if !only.isEmpty { try Self.check(only, against: lexicons) }
    var matching = MatchingOptions()
    matching.only = Set(only)
    loader = InputLoader(favor: options.favor ?? settings.favor)
    analyzer = try Analyzer(lexicons: lexicons, options: .init(matching: matching))
    voices = options.voices ?? settings.voices ?? .author
    jobs = Self.jobs(options, settings)
    if options.verbose {
      Console.line(
        "parallax: \(lexicons.count) lexicons, \(lexicons.reduce(0) { $0 + $1.entries.count }) entries, \(jobs) at a time"
      )
    }
  }

  /// How many inputs to work on at the same time: as told, else one for each core.
  static func jobs(_ options: SharedOptions, _ settings: Configuration) -> Int {
    options.jobs ?? settings.jobs ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// The built-in lexicons with the user's added; one of the same name replaces the built-in one.
  static func lexicons(adding paths: [String]) throws -> [Lexicon] {
    var lexicons = try BuiltInLexicons.load()
    for path in paths {
      for lexicon in try LexiconFolder.load(path) {
        lexicons.removeAll { $0.info.name == lexicon.info.name }
        lexicons.append(lexicon)
      }
    }
    return lexicons
  }

  private static func check(_ only: [String], against lexicons: [Lexicon]) throws(Failure) {
    var known: Set<String> = ["irony.scareQuote", "irony.rhetoricalQuestion", "frame"]
    for lexicon in lexicons {
      for entry in lexicon.entries {
        known.insert(entry.info.category.name)
        known.insert(entry.info.category.name + "." + entry.info.subcategory)
      }
    }
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
}
