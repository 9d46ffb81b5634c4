import ArgumentParser
import ParallaxKit

extension LexiconCommand {
  /// `parallax lexicon coverage`
  struct Coverage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says how much of the words of articles the lexicons know, and what they may lack.",
      discussion: """
        Four tables with tabs between: categories with their findings and words, the entries found most,
        lexicons with the entries never found, and words of evaluative looks that nothing covers.

        Examples:
          parallax lexicon coverage articles/
          parallax lexicon coverage articles/ --lexicon my-lexicon/ --top 100
          parallax lexicon coverage records.ndjson --never
        """)

    @Argument(help: "Files, folders, globs, or NDJSON files of records.")
    var inputs: [String]

    @Option(help: "How many entries and words to list.")
    var top = 30

    @Flag(help: "List every entry that was never found.")
    var never = false

    @Option(name: .customLong("lexicon"), help: "A lexicon folder or file to add. Repeatable.")
    var lexicons: [String] = []

    func run() async throws {
      try await reportingFailures {
        let all = try Session.lexicons(adding: lexicons).sorted { $0.info.name < $1.info.name }
        let analyzer = try Analyzer(lexicons: all)
        let loader = InputLoader(favor: nil)
        var source = WorkSource(try InputFile.collect(inputs), maxRecord: 20_000_000)
        var coverage = LexiconCoverage()
        var failed = false
        while let item = source.next() {
          switch loader.load(item) {
          case .failure(let failure):
            Console.error(failure.message)
            failed = true
          case .success(let article): coverage.add(analyzer.analyze(article))
          }
        }
        try Files.print(Array(text(coverage, all).utf8))
        if failed { throw ExitCode(2) }
      }
    }

    private func text(_ coverage: LexiconCoverage, _ lexicons: [Lexicon]) -> String {
      var lines = ["category\tfindings\twords\tshare of words"]
      for (category, row) in coverage.categories {
        lines.append("\(category)\t\(row.findings)\t\(row.words)\t\(share(row.words, coverage.words))")
      }
      lines.append("all but frames\t\t\(coverage.covered)\t\(share(coverage.covered, coverage.words))")
      lines.append("words in all\t\t\(coverage.words)\t")
      lines += ["", "findings\tlexicon\tentry"]
      lines += coverage.entries.prefix(top).map { "\($0.count)\t\($0.hit.lexicon)\t\($0.hit.entry)" }
      lines += ["", "lexicon\tentries\tnever found"]
      for lexicon in lexicons {
        let missing = lexicon.entries.filter {
          coverage.count(of: .init(lexicon: lexicon.info.name, entry: $0.info.id)) == 0
        }
        lines.append("\(lexicon.info.name)\t\(lexicon.entries.count)\t\(missing.count)")
        if never { lines += missing.map { "\t\t\($0.info.form)" } }
      }
      lines += ["", "times\tword that nothing covers"]
      lines += coverage.unknown.prefix(top).map { "\($0.count)\t\($0.word)" }
      return lines.joined(separator: "\n") + "\n"
    }

    private func share(_ part: Int, _ whole: Int) -> String {
      whole > 0 ? "\((10_000 * Double(part) / Double(whole)).rounded() / 100)%" : "–"
    }
  }
}
