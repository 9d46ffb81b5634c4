import ArgumentParser
import ParallaxKit

/// Options that most commands take.
struct SharedOptions: ParsableArguments {
  @Option(
    name: .customLong("lexicon"),
    help: ArgumentHelp(
      "A lexicon folder, entries file or dictionary to add; a built-in name replaces that one. Repeatable.",
      valueName: "path"))
  var lexicons: [String] = []

  @Option(
    name: .customLong("without"),
    help: ArgumentHelp(
      "Switch off a lexicon (slogan) or an entry (hedge:ymmv). Repeatable.", valueName: "name"))
  var without: [String] = []

  @Flag(help: "Measure with the lexicons named by --lexicon alone.")
  var noBuiltIn = false

  @Option(
    name: .customLong("only"),
    help: ArgumentHelp(
      "Measure this category alone (hedge, loaded.verb, frame.economic). Repeatable.", valueName: "category"))
  var only: [String] = []

  @Option(help: "Which voices texts and tables show first: the author's words, or all.")
  var voices: VoiceChoice?

  @Option(help: "How much of a doubtful page is taken for the article: precision, balanced or recall.")
  var favor: FavorChoice?

  @Option(
    help: ArgumentHelp(
      "Seconds that loading one input may take, from 0.001; one that takes longer is an error, never cut short.",
      valueName: "seconds"))
  var timeLimit = 30.0

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "Settings file; by default parallax.yaml in this folder or one above it.", valueName: "file"))
  var configPath: String?

  @Option(name: .shortAndLong, help: "Number of inputs analyzed at the same time; all cores by default.")
  var jobs: Int?

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Say more about what is done.")
  var verbose = false

  @Flag(help: "No colours; the variable NO_COLOR does the same.")
  var noColor = false

  func validate() throws {
    if !(timeLimit >= 0.001) { throw ValidationError("--time-limit must be 0.001 or more seconds") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
  }
}

/// Which voices are shown first.
enum VoiceChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
  case author
  case all
}

/// How much of a doubtful page is taken for the article.
enum FavorChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
  case precision
  case balanced
  case recall
}
