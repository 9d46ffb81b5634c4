import ArgumentParser
import ParallaxKit
import ParallaxStorage

/// `parallax batch`
struct Batch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Analyzes folders of articles into a folder of data and an index page.",
    discussion: """
      Writes analyses.jsonl, documents.csv, paragraphs.csv, findings.csv, measures.csv, targets.csv,
      datapackage.json (what each column holds), analyses.sqlite (the tables as a database, see parallax query),
      index.html, and errors.jsonl and failures.csv for inputs that could not be analyzed. One broken input never stops the run; the exit status is then 2.

      A run that was ended, by whatever, goes on with --resume, and comes to the same results. So does a run on
      more articles than the last: those that have not changed are not analyzed again, as long as lexicons,
      settings and version are the same. Without --resume the folder is filled anew.

      Examples:
        parallax batch articles/ -o results/
        parallax batch 'pages/2026-*.html' dump.ndjson -o results/ --reports
        parallax batch crawl/*.warc.gz -o results/
        parallax batch --manifest coverage.csv -o results/
        parallax batch articles/ -o results/ --resume
      """)

  @Argument(help: "Folders, files, globs, addresses, NDJSON files, web archives.")
  var inputs: [String] = []

  @Option(help: ArgumentHelp("A list of articles with outlet, event, date and genre.", valueName: "file"))
  var manifest: String?

  @Option(name: .shortAndLong, help: "Folder for the results; made when missing.")
  var output: String

  @Flag(help: "Also write one HTML report per article, in reports/.")
  var reports = false

  @Flag(help: "Keep what the folder holds of an earlier run, and do the rest.")
  var resume = false

  @Option(help: "Largest NDJSON record in bytes.")
  var maxRecord = 20_000_000

  @OptionGroup var gates: GateOptions

  @OptionGroup var fetching: FetchingOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if inputs.isEmpty, manifest == nil {
      throw ValidationError("name folders or files, or a list of articles with --manifest")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let session = try Session(shared, fetcher: fetching.fetcher)
      let gate = try Gate(gates, analyzer: session.analyzer)
      let files = try InputFile.collect(manifest: manifest, inputs)
      try Files.makeFolder(output)
      if reports { try Files.makeFolder(output + "/reports") }
      let results = try BatchResults(
        folder: output, run: BatchRun.identity(session, wantsReports: reports), resumes: resume)
      let run = BatchRun(
        session: session, output: output, wantsReports: reports, isWatched: !gate.isIdle,
        known: results.known)
      var totals = BatchTotals(categories: run.categories)
      var failed: [BatchRow] = []
      var starts = [results.rowsLength]
      var progress = Progress(
        total: files.allSatisfy(\.isSingle) ? files.count : nil, quiet: shared.quiet, everyMinute: true)
      let source = LockedSource(WorkSource(files, maxRecord: maxRecord).makeNext())
      try await OrderedPipeline.run(
        jobs: session.jobs, next: { source.next() }, transform: { run.work($0) },
        deliver: { outcome in
          progress.advance()
          switch outcome {
          case .known(let key):
            if !gate.isIdle { gate.check(json: try results.analysis(key)) }
            if let summary = try results.take(key) { totals.add(summary) }
          case .analyzed(let key, let pieces, let summary, let more):
            if let report = more.report {
              try Files.write(report, to: output + "/" + BatchRun.reportPath(key))
            }
            try results.add(pieces, key: key, summary: summary)
            totals.add(summary)
            if let analysis = more.watched { gate.check(analysis) }
          case .failed(let failure):
            if failure.record != nil { Console.error(failure.message) }
            try results.addFailure(BatchRun.pieces(failure))
            totals.addFailure()
            if failed.count < 1_000 {
              failed.append(BatchRow(failed: failure.id ?? failure.source, error: failure.message))
            }
            return
          }
          if totals.articles % BatchIndex.pageLength == 0 { starts.append(results.rowsLength) }
        })
      progress.finish()
      if try results.finish() || !hasMadeFiles {
        if starts.last != results.rowsLength || starts.count == 1 { starts.append(results.rowsLength) }
        try run.writeIndex(totals, failed: failed, starts: starts)
        let package = DataPackage(
          tables: ResultFile.tables.compactMap(\.table), lexicons: session.analyzer.lexicons)
        try Files.write(package.json, to: output + "/" + BatchFiles.package)
        if Database.isAvailable {
          try run.writeDatabase()
        } else {
          Console.warning("\(output)/\(BatchFiles.database) is not made: \(StorageError.noLibrary)")
        }
      }
      try results.seal()
      if !shared.quiet { report(totals, kept: results.kept) }
      if try gate.finish() { throw ExitCode(1) }
      if totals.failures > 0 { throw ExitCode(2) }
    }
  }

  /// Whether everything that is made of the results is there.
  private var hasMadeFiles: Bool {
    var isFolder = false
    return BatchFiles.made.allSatisfy { Files.exists(output + "/" + $0, isFolder: &isFolder) }
  }

  private func report(_ totals: BatchTotals, kept: Int) {
    var line = "parallax: \(totals.articles) articles analyzed"
    if kept > 0 { line += " (\(kept) of them by an earlier run)" }
    Console.line(line + ", \(totals.failures) failed; see \(output)/\(BatchFiles.index)")
  }
}
