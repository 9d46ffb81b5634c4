import ArgumentParser
import ParallaxKit

/// `parallax analyze`
struct Analyze: AsyncParsableCommand {
  /// The forms an analysis can take.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json
    case jsonl
    case csv
    case text
    case w3c
    case brat
    case webanno
    case sarif
    case github

    /// The annotation format it stands for; nil for others.
    var annotation: AnnotationFormat? { AnnotationFormat(rawValue: rawValue) }
  }

  static let configuration = CommandConfiguration(
    abstract: "Measures articles and gives the numbers and findings as data.",
    discussion: """
      Examples:
        parallax analyze story.html                       (a summary on a terminal)
        parallax analyze story.html --format json > story.json
        parallax analyze articles/ --format jsonl > analyses.jsonl
        parallax analyze articles/ --format csv -o tables/
        parallax analyze https://example.org/story
        parallax analyze crawl.warc.gz --format jsonl > analyses.jsonl
        parallax analyze articles/ --format brat -o annotations/
        parallax analyze press/ --fail-on 'promotional.author.per1000.low > 5'
        parallax analyze press/ --format sarif -o findings.sarif --baseline accepted.json --fail-on 'new > 0'
        parallax analyze press/ --write-baseline accepted.json > /dev/null

      For annotation tools: w3c is Web Annotation JSON-LD, brat is stand-off with its texts, webanno is WebAnno TSV
      3.3. With -o FOLDER each article has files of its own. For checks of a repository: sarif is SARIF 2.1.0, github
      are annotations of GitHub Actions. A passed limit ends with status 1, also where inputs failed.
      """)

  @Argument(
    help: "Files, folders, globs, addresses, NDJSON files of records, web archives; - for standard input.")
  var inputs: [String]

  @Option(
    help: "json, jsonl, csv, text, w3c, brat, webanno, sarif or github; text on a terminal, else jsonl.")
  var format: Format?

  @Option(
    name: .shortAndLong,
    help: "File to write; for csv and annotation formats the folder that takes the files.")
  var output: String?

  @Flag(help: "Also give what was seen and not counted, with the reason.")
  var allFindings = false

  @Option(help: "Largest NDJSON record in bytes.")
  var maxRecord = 20_000_000

  @OptionGroup var gates: GateOptions

  @OptionGroup var accepted: BaselineOptions

  @OptionGroup var fetching: FetchingOptions

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    try await reportingFailures {
      let session = try Session(shared, fetcher: fetching.fetcher)
      let gate = try Gate(gates, accepted: accepted, analyzer: session.analyzer)
      let files = try InputFile.collect(inputs)
      let checks = CheckReport(format, baseline: gate.baseline, output: output)
      let sink = try AnalysisSink.make(
        format: format ?? (Console.outputIsTerminal && output == nil ? .text : .jsonl), output: output,
        allFindings: allFindings, color: Console.colors(disabled: shared.noColor),
        single: files.count == 1 && files[0].isSingle,
        voices: session.voices, kinds: session.analyzer.kinds)
      var progress = Progress(total: nil, quiet: shared.quiet || output == nil)
      var failures: [InputFailure] = []
      var succeeded = 0
      let source = LockedSource(WorkSource(files, maxRecord: maxRecord).makeNext())
      try await OrderedPipeline.run(
        jobs: session.jobs, next: { source.next() },
        transform: { item in session.analyze(item).map { (analysis: $0, rendered: sink.render($0)) } },
        deliver: { result in
          progress.advance()
          switch result {
          case .success(let done):
            succeeded += 1
            gate.check(done.analysis)
            if let checks { try checks.add(done.analysis) } else { try sink.accept(done.rendered) }
          case .failure(let failure):
            failures.append(failure)
            Console.error(failure.message)
          }
        })
      progress.finish()
      if let checks { try checks.finish() } else { try sink.finish() }
      if try gate.finish() { throw ExitCode(1) }
      if let first = failures.first {
        throw succeeded == 0 && failures.count == 1 ? first.exitCode : ExitCode(2)
      }
    }
  }
}
