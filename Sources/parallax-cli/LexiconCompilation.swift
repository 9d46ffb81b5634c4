import ArgumentParser
import ParallaxKit

extension LexiconCommand {
  /// `parallax lexicon compile`, for `make build`: what it writes, the next build takes into the binary.
  struct Compile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the built-in lexicons as tables that a build can take in.", shouldDisplay: false)

    @Option(name: .shortAndLong, help: "File to write.")
    var output: String?

    @Flag(help: "Fail unless this program took the tables in when it was built.")
    var check = false

    func validate() throws {
      if output == nil && !check { throw ValidationError("Give a file to write, with -o, or --check.") }
    }

    func run() async throws {
      try await reportingFailures {
        if let output { try Files.write(try Analyzer.compiledLexicons(), to: output) }
        if check && !Analyzer.hasCompiledLexicons { throw ExitCode(1) }
      }
    }
  }
}
