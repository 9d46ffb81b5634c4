import ArgumentParser
import ParallaxFetching

/// Options of commands that read addresses.
struct FetchingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Seconds that fetching a page may take, with its redirects; 30 by default.", valueName: "seconds"))
  var timeout = 30.0

  @Flag(help: "Also read addresses of this machine and of closed networks, and use the environment's proxy.")
  var allowLocal = false

  func validate() throws {
    if !(timeout > 0 && timeout <= 86_400) {
      throw ValidationError("--timeout must be more than 0 seconds and at most a day")
    }
  }

  /// Fetches as these options say.
  var fetcher: Fetcher {
    Fetcher(options: FetchOptions(timeout: .seconds(timeout), allowsLocal: allowLocal))
  }
}
