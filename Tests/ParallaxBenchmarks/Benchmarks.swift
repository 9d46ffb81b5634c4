import Foundation
import ParallaxKit

/// Measures speed: each part beside a yardstick that was measured in the same run on the same bytes.
///
///     parallax-benchmarks [--pages FOLDER] [--text FILE] [--binary PATH] [--check]
///
/// Times are processor time of one thread, medians of five, so that other work on the machine disturbs little;
/// ratios are what to compare between machines. With `--check`, a ratio past its limit ends with status 1.
@main
struct Benchmarks {
  static func main() throws {
    let options = try Options(Array(CommandLine.arguments.dropFirst()))
    let analyzer = try Analyzer()
    var table = ResultTable()

    let pages = try options.pages.map(Corpus.pages(in:)) ?? Corpus.generatedPages(count: 60)
    PageBenchmark(analyzer: analyzer, pages: pages).run(into: &table)

    let text = try options.text.map(Corpus.text(at:)) ?? Corpus.generatedText(bytes: 4_000_000)
    try TextBenchmark(analyzer: analyzer, articles: text).run(into: &table)

    if let binary = options.binary { try StartUpBenchmark(binary: binary).run(into: &table) }
    print(table.rendered)
    if options.checks, !table.misses.isEmpty {
      FileHandle.standardError.write(Data((table.misses.joined(separator: "\n") + "\n").utf8))
      exit(1)
    }
  }
}

/// What the command line asked for.
struct Options {
  var pages: String?
  var text: String?
  var binary: String?
  var checks = false

  struct Unknown: Error, CustomStringConvertible {
    let description: String
  }

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      if name == "--check" {
        checks = true
        continue
      }
      guard let value = rest.popFirst() else { throw Unknown(description: "\(name): a value is missing") }
      switch name {
      case "--pages": pages = value
      case "--text": text = value
      case "--binary": binary = value
      default: throw Unknown(description: "\(name): unknown; use --pages, --text, --binary or --check")
      }
    }
  }
}
