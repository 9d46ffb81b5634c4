import ArgumentParser
import ParallaxKit

/// `parallax events`
struct Events: AsyncParsableCommand {
  /// The forms a manifest can take.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv
    case json
  }

  static let configuration = CommandConfiguration(
    abstract: "Groups articles into the events they cover, and writes a manifest of them.",
    discussion: """
      Articles come together when they share rare words, names and numbers, and lie within --window days of each
      other where their dates are known. The manifest has a row per article (path, id, event, sure, title,
      outlet, date, genre, next, words). sure runs from 0 to 1, where one half is the toss of a coin; next is
      the event that the article would belong to otherwise; words tie it to its event. Correct the column event
      in any spreadsheet, and hand the file to compare or batch with --manifest.

      Examples:
        parallax events articles/ -o events.csv
        parallax events 'pages/2026-*.html' dump.ndjson crawl.warc.gz -o events.csv
        parallax events articles/ --window 3 --least 2 --format json
        parallax compare --manifest events.csv --event 'Marrow, ferry, strike' -o comparison.html
        parallax batch --manifest events.csv -o results/
      """)

  @Argument(help: "Folders, files, globs, addresses, NDJSON files, web archives.")
  var inputs: [String] = []

  @Option(help: ArgumentHelp("A list of articles with outlet, date and genre.", valueName: "file"))
  var manifest: String?

  @Option(
    help: ArgumentHelp("Most days between the first and the last article of an event.", valueName: "days"))
  var window = EventGrouping.Options().window

  @Option(
    help: "Least mean similarity of the articles of an event, 0 to 1; a higher one splits, a lower one joins."
  )
  var threshold = EventGrouping.Options().threshold

  @Option(help: ArgumentHelp("Leave out events of fewer articles.", valueName: "articles"))
  var least = 1

  @Option(help: "csv or json.")
  var format: Format = .csv

  @Option(
    name: .shortAndLong,
    help: "File to write; standard output when left out. Paths in it are relative to its folder.")
  var output: String?

  @Option(help: "Largest NDJSON record in bytes.")
  var maxRecord = 20_000_000

  @OptionGroup var fetching: FetchingOptions

  @OptionGroup var loading: LoadingChoices

  func validate() throws {
    if inputs.isEmpty, manifest == nil {
      throw ValidationError("name folders or files, or a list of articles with --manifest")
    }
    if inputs.contains("-") {
      throw ValidationError("a manifest cannot name what stands on standard input; save it to a file")
    }
    if !(0...36_500).contains(window) { throw ValidationError("--window must be 0 to 36500 days") }
    if !(threshold > 0 && threshold < 1) {
      throw ValidationError("--threshold must be above 0 and below 1, for example 0.1")
    }
    if least < 1 { throw ValidationError("--least must be 1 or more") }
  }

  func run() async throws {
    try await reportingFailures {
      let settings = try Configuration.find(loading.configPath)
      let loader = loading.loader(settings, fetcher: fetching.fetcher)
      let files = try InputFile.collect(manifest: manifest, inputs)
      let place = ManifestPlace(of: output)
      let segmenter = PlainSegmenter()
      var rows: [EventManifest.Row] = []
      var articles: [EventTerms] = []
      var failures = 0
      let total = files.allSatisfy(\.isSingle) ? files.count : nil
      var progress = Progress(total: total, quiet: loading.quiet)
      let source = LockedSource(WorkSource(files, maxRecord: maxRecord).makeNext())
      await OrderedPipeline.run(
        jobs: loading.jobs ?? settings.jobs ?? Session.cores, next: { source.next() },
        transform: { item in
          loader.load(item).map { article in
            (
              row: EventManifest.Row(
                path: place.path(of: item.path), id: item.isInContainer ? article.id : nil,
                metadata: article.metadata),
              terms: EventTerms(segmenter.segment(article))
            )
          }
        },
        deliver: { result in
          progress.advance()
          switch result {
          case .success(let article):
            rows.append(article.row)
            articles.append(article.terms)
          case .failure(let failure):
            failures += 1
            Console.error(failure.message)
          }
        })
      progress.finish()
      guard !rows.isEmpty else { throw Failure.unusableInput("no article could be read") }
      var grouped = Progress(total: rows.count, quiet: loading.quiet)
      let grouping = EventGrouping(
        articles, options: .init(window: window, threshold: threshold), progress: { grouped.advance() })
      grouped.finish()
      let manifest = EventManifest(rows, grouping, least: least)
      try Files.deliver(format == .csv ? manifest.csv() : manifest.json(), to: output)
      if !loading.quiet { Console.line("parallax: \(summary(grouping, failures: failures))") }
      if failures > 0 { throw ExitCode(2) }
    }
  }

  private func summary(_ grouping: EventGrouping, failures: Int) -> String {
    let several = grouping.events.count { $0.articles.count > 1 }
    let unsure = grouping.memberships.count { $0.sureness < 0.6 }
    let undated = grouping.undated
    var parts = [
      "\(grouping.memberships.count) articles in \(grouping.events.count) events, \(several) of several articles"
    ]
    if unsure > 0 { parts.append("\(unsure) articles with sure below 0.6, look at these first") }
    if undated > 0 { parts.append("\(undated) without a date") }
    if failures > 0 { parts.append("\(failures) failed") }
    return parts.joined(separator: "; ")
  }
}
