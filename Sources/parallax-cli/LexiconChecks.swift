import ArgumentParser
import ParallaxKit

extension LexiconCommand {
  /// `parallax lexicon lint`
  struct Lint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Finds duplicates, dead and shadowed entries, contradictions and missing fields.",
      discussion: """
        Prints one finding a line, as file:line:column: error or warning (rule): message.
        Exit status 1 when there is an error; with --strict also when there is a warning.

        Examples:
          parallax lexicon lint
          parallax lexicon lint my-lexicon/ --strict
        """)

    @Argument(help: "Lexicon folders or entries files; the built-in ones when left out.")
    var paths: [String] = []

    @Flag(help: "Take warnings as errors.")
    var strict = false

    @Flag(help: "Say nothing of warnings.")
    var quiet = false

    func run() async throws {
      try await reportingFailures {
        var lexicons: [Lexicon] = []
        var unreadable: [LexiconError] = []
        for (read, errors) in try paths.isEmpty ? [BuiltInLexicons.check()] : paths.map(LexiconFolder.check) {
          lexicons += read
          unreadable += errors
        }
        let findings = LexiconLint.check(lexicons)
        let errors = findings.filter { $0.isError }
        let warnings = findings.count - errors.count
        let lines = unreadable.map { "\($0)" } + (quiet ? errors : findings).map { "\($0)" }
        try Files.print(Array(lines.map { $0 + "\n" }.joined().utf8))
        let problems = unreadable.count + errors.count
        Console.line("parallax: \(lexicons.count) lexicons, \(problems) errors, \(warnings) warnings")
        if problems > 0 || (strict && warnings > 0) { throw ExitCode(1) }
      }
    }
  }

  /// `parallax lexicon test`
  struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Runs the examples of lexicons, and checks that every entry finds its own form.",
      discussion: """
        Prints one failure a line, as file:line: message. Exit status 1 when there are any.

        Examples:
          parallax lexicon test
          parallax lexicon test my-lexicon/
        """)

    @Argument(help: "Lexicon folders or entries files; the built-in ones when left out.")
    var paths: [String] = []

    func run() async throws {
      try await reportingFailures {
        var examples = 0
        var forms = 0
        var failures: [LexiconTest.Failure] = []
        for lexicon in try chosen() {
          let report = LexiconTest.run(lexicon) { words in
            let segmenter = Segmenter(words: &words)
            let attributor = Attributor(words: &words)
            return { article, vocabulary in
              attributor.attribute(
                segmenter.segment(article, vocabulary: vocabulary), vocabulary: vocabulary)
            }
          }
          examples += report.examples
          forms += report.forms
          failures += report.failures
        }
        try Files.print(Array(failures.map { "\($0)\n" }.joined().utf8))
        Console.line("parallax: \(examples) examples, \(forms) forms, \(failures.count) failures")
        if !failures.isEmpty { throw ExitCode(1) }
      }
    }

    private func chosen() throws -> [Lexicon] {
      if paths.isEmpty { return try BuiltInLexicons.load(readsExamples: true) }
      return try paths.flatMap { try LexiconFolder.load($0, readsExamples: true) }
    }
  }
}
