import ArgumentParser
import ParallaxKit

/// `parallax batch`
struct Batch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Analyzes folders of articles into a folder of data and an index page.",
    discussion: """
      Writes analyses.jsonl, documents.csv, paragraphs.csv, findings.csv, measures.csv, targets.csv, index.html
      and errors.jsonl. One broken input never stops the run; the exit status is then 2.

      Examples:
        parallax batch articles/ -o results/
        parallax batch 'pages/2026-*.html' dump.ndjson -o results/ --reports
        parallax batch crawl/*.warc.gz -o results/
        parallax batch --manifest coverage.csv -o results/
      """)

  @Argument(help: "Folders, files, globs, addresses, NDJSON files, web archives.")
  var inputs: [String] = []

  @Option(help: ArgumentHelp("A list of articles with outlet, event, date and genre.", valueName: "file"))
  var manifest: String?

  @Option(name: .shortAndLong, help: "Folder for the results; made when missing.")
  var output: String

  @Flag(help: "Also write one HTML report per article, in reports/.")
  var reports = false

  @Option(help: "Largest NDJSON record in bytes.")
  var maxRecord = 20_000_000

  @OptionGroup var fetching: FetchingOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if inputs.isEmpty, manifest == nil {
      throw ValidationError("name folders or files, or a list of articles with --manifest")
    }
  }

  /// What the work on one article leaves to be written.
  private struct Piece: Sendable {
    var json: [UInt8]
    var tables: [[UInt8]]
    var row: BatchRow
    var report: [UInt8]?
  }

  func run() async throws {
    try await reportingFailures {
      let session = try Session(shared, fetcher: fetching.fetcher)
      let files = try InputFile.collect(manifest: manifest, inputs)
      try Files.makeFolder(output)
      if reports { try Files.makeFolder(output + "/reports") }
      let analyses = try FileSink(path: output + "/analyses.jsonl")
      let errors = try FileSink(path: output + "/errors.jsonl")
      let tables = try AnalysisTable.allCases.map { table in
        let sink = try FileSink(path: "\(output)/\(table.rawValue).csv")
        try sink.write(CSVWriter(header: table.header).bytes)
        return sink
      }
      let total = files.allSatisfy(\.isSingle) ? files.count : nil
      var progress = Progress(total: total, quiet: shared.quiet)
      var rows: [BatchRow] = []
      var failures = 0
      let source = LockedSource(WorkSource(files, maxRecord: maxRecord).makeNext())
      let wantsReports = reports
      try await OrderedPipeline.run(
        jobs: session.jobs, next: { source.next() },
        transform: { session.analyze($0).map { Self.piece($0, withReport: wantsReports) } },
        deliver: { result in
          progress.advance()
          switch result {
          case .success(var piece):
            try analyses.write(piece.json)
            for (sink, bytes) in zip(tables, piece.tables) { try sink.write(bytes) }
            if let report = piece.report {
              let name = Self.reportName(number: rows.count + 1)
              try Files.write(report, to: "\(output)/reports/\(name)")
              piece.row.report = "reports/\(name)"
            }
            rows.append(piece.row)
          case .failure(let failure):
            failures += 1
            if failure.record != nil { Console.error(failure.message) }
            rows.append(BatchRow(failed: failure.id ?? failure.source, error: failure.message))
            try errors.write(failure.json(withSource: true))
          }
        })
      progress.finish()
      try Files.write(BatchIndex.html(rows: rows), to: output + "/index.html")
      if !shared.quiet {
        Console.line(
          "parallax: \(rows.count - failures) articles analyzed, \(failures) failed; see \(output)/index.html"
        )
      }
      if failures > 0 { throw ExitCode(2) }
    }
  }

  private static func piece(_ analysis: Analysis, withReport: Bool) -> Piece {
    Piece(
      json: AnalysisJSON().bytes(analysis) + [0x0A],
      tables: AnalysisTable.allCases.map { table in
        var csv = CSVWriter()
        table.append(analysis, to: &csv)
        return csv.bytes
      },
      row: BatchRow(analysis), report: withReport ? ArticleReport.html(analysis) : nil)
  }

  /// A name that says nothing of the input's path and sorts in the order of the inputs.
  private static func reportName(number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".html"
  }
}
