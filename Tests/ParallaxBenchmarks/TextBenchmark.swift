import Foundation
import ParallaxKit

/// Plain text, stage by stage, against counting its words.
struct TextBenchmark {
  let analyzer: Analyzer
  let articles: [[UInt8]]

  func run(into table: inout ResultTable) throws {
    let bytes = articles.reduce(0) { $0 + $1.count }
    let wordCount = try Self.countWords(of: articles)
    let loaded = articles.compactMap {
      try? analyzer.load($0, source: "article.txt", format: .text)
    }
    let stages = analyzer.stages
    let segmented = loaded.map { stages.segmenter.segment($0, vocabulary: stages.vocabulary) }
    let voiced = segmented.map { stages.attributor.attribute($0, vocabulary: stages.vocabulary) }
    let json = AnalysisJSON(includesNotCounted: false)
    let times = Stopwatch.medians([
      { for article in loaded { _ = stages.segmenter.segment(article, vocabulary: stages.vocabulary) } },
      {
        for article in segmented { _ = stages.attributor.attribute(article, vocabulary: stages.vocabulary) }
      },
      { for article in voiced { _ = stages.matcher.match(article, vocabulary: stages.vocabulary) } },
      {
        for article in articles {
          if let loaded = try? analyzer.load(article, source: "article.txt", format: .text) {
            _ = json.bytes(analyzer.analyze(loaded))
          }
        }
      },
    ])
    func ratio(_ time: Double, limit: Double? = nil) -> ResultTable.Ratio {
      .init(value: time / wordCount, yardstick: "wc -w", limit: limit)
    }
    func add(_ name: String, _ seconds: Double, _ ratio: ResultTable.Ratio?) {
      table.add(name, bytes: bytes, items: articles.count, unit: "articles", seconds: seconds, ratio: ratio)
    }
    add("text: wc -w", wordCount, nil)
    add("text: segment", times[0], ratio(times[0]))
    add("text: attribute voices", times[1], .init(value: times[1] / times[2], yardstick: "match", limit: 1))
    add("text: match lexicons", times[2], ratio(times[2]))
    add("text: to JSON", times[3], ratio(times[3]))
    try PhraseBenchmark(articles: articles, wordCount: wordCount).run(into: &table)
  }

  /// The processor time of `wc -w` on the articles' bytes, less that of starting it.
  static func countWords(of articles: [[UInt8]]) throws -> Double {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appending(path: "parallax-benchmark-\(ProcessInfo.processInfo.processIdentifier).txt")
    let copies = max(1, 40_000_000 / max(1, articles.reduce(0) { $0 + $1.count }))
    var all = Data()
    for _ in 0..<copies { for article in articles { all.append(contentsOf: article) } }
    try all.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let environment = ["LC_ALL": "C"]
    let counting = try Stopwatch.command("/usr/bin/wc", ["-w", file.path], environment: environment)
    let starting = try Stopwatch.command("/usr/bin/wc", ["-w", "/dev/null"], environment: environment)
    return max(counting.processor - starting.processor, 1e-6) / Double(copies)
  }
}
