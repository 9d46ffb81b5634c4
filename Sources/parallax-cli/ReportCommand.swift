import ArgumentParser
import ParallaxKit

/// `parallax report`
struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a framing report on one article: one HTML file that needs nothing else.",
    discussion: """
      Examples:
        parallax report article.html -o report.html
        parallax report https://example.org/story -o report.html
        parallax report story.txt --only loaded --only evaluative -o report.html
        parallax report story.txt --lexicon vader_lexicon.txt --lexicon mine.dic -o report.html

      With lexicons of your own the report also shows the same text under each lexicon alone, and where they
      disagree.
      """)

  @Argument(help: "A saved page, a text or an address; - for standard input.")
  var input: String

  @Option(name: .shortAndLong, help: "Where to write the report; standard output when left out.")
  var output: String?

  @OptionGroup var fetching: FetchingOptions

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    try await reportingFailures {
      try Files.refuseTerminal(output, instead: "report.html")
      let session = try Session(shared, fetcher: fetching.fetcher)
      guard let file = try InputFile.collect([input]).first else { return }
      guard file.isSingle else {
        let content = file.kind == .archive ? "a web archive" : "records"
        throw Failure.usage(
          "\(file.path): holds \(content); a report is made of one page or text (see parallax batch --reports)"
        )
      }
      guard let item = WorkSource([file], maxRecord: 0).makeNext()() else { return }
      switch session.loader.loadEachWay(item) {
      case .success(let (article, load)):
        let analysis = session.analyzer.analyze(article)
        var options = ReportOptions()
        options.lexiconViews = try session.views(of: article, analysis)
        options.extractionBand = session.analyzer.extractionBand(
          of: analysis, chosen: session.loader.favor, load: load)
        try Files.deliver(ArticleReport.html(analysis, options: options), to: output)
        if let output, output != "-", !shared.quiet { Console.line("parallax: report written to \(output)") }
      case .failure(let failure):
        Console.error(failure.message)
        throw failure.exitCode
      }
    }
  }
}
