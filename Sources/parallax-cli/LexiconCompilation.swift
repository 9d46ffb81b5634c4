import ArgumentParser
import ParallaxKit

extension LexiconCommand {
  /// `parallax lexicon compile`, for `make build`: what it writes, the next build takes into the binary.
  struct Compile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the built-in lexicons as tables that a build can take in.", shouldDisplay: false)

    @Option(name: .shortAndLong, help: "File to write.")
    var output: String

    func run() async throws {
      try await reportingFailures {
        try Files.write(try Analyzer.compiledLexicons(), to: output)
      }
    }
  }
}
