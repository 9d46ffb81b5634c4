import CLibXML2
import ParallaxKit

/// Pages against libxml2 building its bare tree from the same bytes.
struct PageBenchmark {
  let analyzer: Analyzer
  let pages: [[UInt8]]

  func run(into table: inout ResultTable) {
    guard !pages.isEmpty else { return }
    let bytes = pages.reduce(0) { $0 + $1.count }
    let json = AnalysisJSON(includesNotCounted: false)
    let times = Stopwatch.medians([
      { for page in pages { bareParse(page) } },
      { for page in pages { _ = try? load(page) } },
      {
        for page in pages { if let article = try? load(page) { _ = json.bytes(analyzer.analyze(article)) } }
      },
    ])
    let yardstick = "bare parse"
    table.add(
      "page: bare parse (libxml2)", bytes: bytes, items: pages.count, unit: "pages", seconds: times[0])
    table.add(
      "page: find the article", bytes: bytes, items: pages.count, unit: "pages", seconds: times[1],
      ratio: .init(value: times[1] / times[0], yardstick: yardstick, limit: 2.5))
    table.add(
      "page: to JSON", bytes: bytes, items: pages.count, unit: "pages", seconds: times[2],
      ratio: .init(value: times[2] / times[0], yardstick: yardstick, limit: 3))
  }

  private func load(_ page: [UInt8]) throws -> Article {
    try analyzer.load(page, source: "page.html", format: .html)
  }

  /// What Debian's libxml2 does by default with a page: its tree, no network, errors kept quiet.
  private func bareParse(_ page: [UInt8]) {
    page.withUnsafeBytes { bytes in
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue
      let document = htmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8",
        Int32(options))
      xmlFreeDoc(document)
    }
  }
}
