import ArgumentParser
import ParallaxFetching

/// Options of commands that load articles and measure nothing.
struct LoadingChoices: ParsableArguments {
  @Option(help: "How much of a doubtful page is taken for the article: precision, balanced or recall.")
  var favor: FavorChoice?

  @Option(
    help: ArgumentHelp(
      "Seconds that loading one input may take, from 0.001; one that takes longer is an error.",
      valueName: "seconds"))
  var timeLimit = 30.0

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "Settings file; by default parallax.yaml in this folder or one above it.", valueName: "file"))
  var configPath: String?

  @Option(name: .shortAndLong, help: "Number of inputs read at the same time; all cores by default.")
  var jobs: Int?

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    if !(timeLimit >= 0.001) { throw ValidationError("--time-limit must be 0.001 or more seconds") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
  }

  /// Loads as these options and the settings file say.
  func loader(_ settings: Configuration, fetcher: Fetcher) -> InputLoader {
    InputLoader(favor: favor ?? settings.favor, timeLimit: timeLimit, fetcher: fetcher)
  }
}
