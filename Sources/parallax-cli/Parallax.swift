import ArgumentParser
import ParallaxKit

/// The command `parallax`.
@main
struct Parallax: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parallax",
    abstract:
      "Shows how news text frames its subject: measured wording, paragraph by paragraph, voice by voice.",
    discussion: """
      Examples:
        parallax report article.html -o report.html
        parallax report https://example.org/story -o report.html
        parallax analyze article.txt --format json
        parallax compare ledger.html courier.html tribune.html -o comparison.html
        parallax events articles/ -o events.csv
        parallax batch articles/ -o results/
        parallax query results/ --view rates-by-outlet
        parallax pipe < records.ndjson > analyses.ndjson

      Exit status: 0 done, 1 a limit was passed, 2 some inputs failed, 64 wrong usage, 65 input not usable,
      66 input missing, 70 a fault in Parallax, 73 output cannot be written, 130 interrupted.
      """,
    version: "parallax \(ParallaxVersion.current)",
    subcommands: [
      Report.self, Analyze.self, Compare.self, Events.self, Diff.self, Batch.self, Query.self, Pipe.self,
      Extract.self, Verify.self, LexiconCommand.self, Evaluate.self,
    ])
}
