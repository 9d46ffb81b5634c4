import ArgumentParser
import ParallaxKit

/// `parallax extract`
struct Extract: AsyncParsableCommand {
  /// The forms a loaded article can take.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case jsonl
  }

  static let configuration = CommandConfiguration(
    abstract: "Gives the paragraphs of pages with their roles, without measuring anything.",
    discussion: """
      Examples:
        parallax extract story.html
        parallax extract pages/ --format jsonl > documents.jsonl
        parallax extract crawl.warc.gz --format jsonl > documents.jsonl
      """)

  @Argument(help: "Pages, texts, addresses, web archives, folders, globs; - for standard input.")
  var inputs: [String]

  @Option(help: "text, json or jsonl; text on a terminal, else jsonl.")
  var format: Format?

  @Option(name: .shortAndLong, help: "File to write; standard output when left out.")
  var output: String?

  @OptionGroup var fetching: FetchingOptions

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    try await reportingFailures {
      let settings = try Configuration.find(shared.configPath)
      let loader = InputLoader(
        favor: shared.favor ?? settings.favor, timeLimit: shared.timeLimit, fetcher: fetching.fetcher)
      let files = try InputFile.collect(inputs)
      let format = format ?? (Console.outputIsTerminal ? .text : .jsonl)
      let single = files.count == 1 && files[0].isSingle
      var collected: [UInt8] = []
      var failures: [InputFailure] = []
      var count = 0
      func emit(_ bytes: [UInt8]) throws {
        if output == nil { try Files.print(bytes) } else { collected += bytes }
      }
      let source = LockedSource(WorkSource(files, maxRecord: 20_000_000).makeNext())
      try await OrderedPipeline.run(
        jobs: Session.jobs(shared, settings), next: { source.next() },
        transform: { item in
          loader.load(item).map { article -> [UInt8] in
            if format == .text { return Array((DocumentJSON.text(article) + "\n").utf8) }
            var json = JSONWriter(capacity: article.text.count * 2)
            DocumentJSON.write(article, to: &json)
            json.newline()
            return json.bytes
          }
        },
        deliver: { result in
          switch result {
          case .success(let bytes):
            count += 1
            if format == .json && !single { try emit(Array((count == 1 ? "[" : ",").utf8)) }
            try emit(bytes)
          case .failure(let failure):
            failures.append(failure)
            Console.error(failure.message)
          }
        })
      if format == .json && !single { try emit(Array((count == 0 ? "[]\n" : "]\n").utf8)) }
      if let output { try Files.deliver(collected, to: output) }
      if let first = failures.first { throw count == 0 && failures.count == 1 ? first.exitCode : ExitCode(2) }
    }
  }
}
