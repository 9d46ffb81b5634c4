import ArgumentParser
import ParallaxKit

/// `parallax pipe`
struct Pipe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads NDJSON records and writes one analysis per record, in the same order, as it goes.",
    discussion: """
      A record has an "id" and a "text" or an "html"; see the README for its other members. A record that cannot
      be analyzed comes back as {"id": …, "error": {"code": …, "message": …}}; no line is dropped. A web archive
      (WARC) on standard input gives an analysis, or an error, for each of its pages.

      Examples:
        parallax pipe < records.ndjson > analyses.ndjson        (also < records.ndjson.gz)
        echo '{"id": "a1", "text": "A reckless plan, critics say."}' | parallax pipe
        parallax pipe < crawl.warc.gz > analyses.ndjson
      """)

  @Option(help: "Largest record in bytes; a longer one comes back as an error.")
  var maxRecord = 20_000_000

  @Flag(help: "Also give what was seen and not counted, with the reason.")
  var allFindings = false

  @OptionGroup var gates: GateOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if maxRecord < 1 { throw ValidationError("--max-record must be 1 or more") }
  }

  func run() async throws {
    try await reportingFailures {
      let session = try Session(shared)
      let format = AnalysisJSON(includesNotCounted: allFindings)
      let source = LockedSource(WorkSource([try Self.standardInput()], maxRecord: maxRecord).makeNext())
      let gate = try Gate(gates, analyzer: session.analyzer)
      let isWatched = !gate.isIdle
      var failed = false
      try await OrderedPipeline.run(
        jobs: session.jobs, next: { source.next() },
        transform: { item -> (bytes: [UInt8], failed: Bool, watched: Analysis?) in
          switch session.analyze(item) {
          case .success(let analysis): (format.bytes(analysis) + [0x0A], false, isWatched ? analysis : nil)
          case .failure(let failure): (failure.json(withSource: false), true, nil)
          }
        },
        deliver: { result in
          if result.failed { failed = true }
          try Files.print(result.bytes)
          if let analysis = result.watched { gate.check(analysis) }
        })
      if try gate.finish() { throw ExitCode(1) }
      if failed { throw ExitCode(2) }
    }
  }

  /// Standard input: a web archive where it begins as one, else records.
  private static func standardInput() throws -> InputFile {
    var input = InputFile(path: "-")
    for opened in try InputFile.collect(["-"]) { input = opened }
    if input.kind != .archive { input.kind = .records }
    return input
  }
}
