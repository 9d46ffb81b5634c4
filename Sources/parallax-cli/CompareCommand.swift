import ArgumentParser
import ParallaxKit

/// `parallax compare`
struct Compare: AsyncParsableCommand {
  /// The forms a comparison can take.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html
    case json
    case csv
  }

  static let configuration = CommandConfiguration(
    abstract: "Sets outlets' coverage of the same event side by side.",
    discussion: """
      Articles of one outlet are taken together. An article that does not name its outlet stands for itself.

      A manifest lists articles with what is known of them: CSV with a header (path,id,outlet,event,date,genre,
      of which path must be there), or JSON objects with these members. Paths are relative to the manifest; id
      names an article of an NDJSON file or a web archive. “parallax events” writes one.

      The table contrasts has a row per tested difference: log_ratio is log2 of the ratio of rates (1 is twice as
      often), ci_low to ci_high its 95% interval, bca_low to bca_high the one by drawing articles anew (from ten a
      side on), p the moderated quasi-Poisson test, q the same after Benjamini-Hochberg, detectable_ratio what
      would have shown with 80% probability, dp how unevenly an outlet's articles share the findings. `reference`
      is empty for all other outlets together.

      Examples:
        parallax compare ledger.html courier.html tribune.html -o comparison.html
        parallax compare --manifest coverage.csv -o comparison.html
        parallax compare coverage/ --format csv > rates.csv
        parallax compare --from results/ --event harbor-closure -o comparison.html
        parallax compare coverage/ --format csv --table wording > words.csv
        parallax compare coverage/ --format csv --table contrasts > contrasts.csv
        parallax compare coverage/ --format csv --table shared > shared.csv
      """)

  @Argument(help: "Two or more articles: files, addresses, folders, globs, NDJSON files, web archives.")
  var inputs: [String] = []

  @Option(help: ArgumentHelp("A list of articles with outlet, event, date and genre.", valueName: "file"))
  var manifest: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("The folder of a batch to take articles from.", valueName: "folder"))
  var folder: String?

  @Option(
    help: ArgumentHelp("Of the manifest, or of --from, the articles on this event alone.", valueName: "name"))
  var event: String?

  @Option(help: "html, json or csv.")
  var format: Format = .html

  @Option(
    help:
      "Which table --format csv writes: \(ComparisonTable.allCases.map(\.rawValue).joined(separator: ", ")).")
  var table: ComparisonTable = .rates

  @Option(
    help: ArgumentHelp(
      "Names that mean one: a line each, such as “Helene Marrow = the premier; Marrow”.", valueName: "file"))
  var aliases: String?

  @Option(name: .shortAndLong, help: "File to write; standard output when left out.")
  var output: String?

  @OptionGroup var fetching: FetchingOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if folder != nil, event == nil {
      throw ValidationError("--from names the folder of a batch; name one of its events with --event")
    }
    if inputs.isEmpty, manifest == nil, folder == nil {
      throw ValidationError("name two or more articles, or a list of them with --manifest")
    }
    if event != nil, manifest == nil, folder == nil {
      throw ValidationError("--event chooses from a list of articles; name it with --manifest or --from")
    }
  }

  func run() async throws {
    try await reportingFailures {
      if format == .html { try Files.refuseTerminal(output, instead: "comparison.html") }
      let files = try InputFile.collect(manifest: manifest, event: event, inputs)
      var names = Aliases()
      if let aliases {
        names = try Aliases(String(decoding: Files.read(aliases), as: UTF8.self), file: aliases)
      }
      let session = try Session(shared, fetcher: fetching.fetcher)
      var analyses: [Analysis] = []
      var warnings: [String] = []
      if let folder, let event {
        let stored = try StoredArticles(folder: folder, event: event, analyzer: session.analyzer)
        analyses = stored.analyses
        warnings = stored.warnings
      }
      var failures: [InputFailure] = []
      let source = LockedSource(WorkSource(files, maxRecord: 20_000_000).makeNext())
      await OrderedPipeline.run(
        jobs: session.jobs, next: { source.next() }, transform: { session.analyze($0) },
        deliver: { result in
          switch result {
          case .success(let analysis): analyses.append(analysis)
          case .failure(let failure):
            failures.append(failure)
            Console.error(failure.message)
          }
        })
      guard analyses.count >= 2 else {
        throw Failure.unusableInput(
          "a comparison needs two or more articles that can be read; got \(analyses.count)")
      }
      var comparison = OutletComparison(analyses)
      comparison.warnings =
        failures.map { "“\($0.id ?? $0.source)” is left out: \($0.message)." } + warnings
        + comparison.warnings
      let coverage = Coverage(comparison, aliases: names)
      let bytes =
        switch format {
        case .html: ComparisonReport.html(comparison, coverage: coverage)
        case .json: ComparisonData.json(comparison, coverage: coverage)
        case .csv: table.csv(comparison, coverage)
        }
      try Files.deliver(bytes, to: output)
      if let output, output != "-", !shared.quiet {
        Console.line("parallax: comparison written to \(output)")
      }
      if !failures.isEmpty { throw ExitCode(2) }
    }
  }
}

extension ComparisonTable: ExpressibleByArgument {}
