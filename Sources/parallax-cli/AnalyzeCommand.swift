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

      For annotation tools: w3c is Web Annotation JSON-LD, brat is stand-off with its texts, webanno is WebAnno TSV
      3.3. With -o FOLDER each article has files of its own.
      """)

  @Argument(
    help: "Files, folders, globs, addresses, NDJSON files of records, web archives; - for standard input.")
  var inputs: [String]

  @Option(help: "json, jsonl, csv, text, w3c, brat or webanno; text on a terminal, else jsonl.")
  var format: Format?

  @Option(
    name: .shortAndLong,
    help: "File to write; for csv and annotation formats the folder that takes the files.")
  var output: String?

  @Flag(help: "Also give what was seen and not counted, with the reason.")
  var allFindings = false

  @Option(help: "Largest NDJSON record in bytes.")
  var maxRecord = 20_000_000

  @OptionGroup var fetching: FetchingOptions

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    try await reportingFailures {
      let session = try Session(shared, fetcher: fetching.fetcher)
      let files = try InputFile.collect(inputs)
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
            try sink.accept(done.rendered)
          case .failure(let failure):
            failures.append(failure)
            Console.error(failure.message)
          }
        })
      progress.finish()
      try sink.finish()
      if let first = failures.first {
        throw succeeded == 0 && failures.count == 1 ? first.exitCode : ExitCode(2)
      }
    }
  }
}
