import Foundation
import ParallaxCore
import ParallaxScoring
import Testing

@testable import ParallaxReporting

@Suite struct ArticleReportTests {
  @Test func writeSamples() throws {
    guard let folder = ProcessInfo.processInfo.environment["REPORT_OUT"] else { return }
    func write(_ bytes: [UInt8], _ name: String) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    let first = SampleArticle.harbour.analysis()
    let second = SampleArticle.pier.analysis()
    try write(ArticleReport.html(first), "article.html")
    try write(ComparisonReport.html([first, second]), "comparison.html")
    let rows = [
      BatchRow(first, report: "reports/a.html"), BatchRow(second, report: "reports/b.html"),
      BatchRow(failed: "c.bin", error: "not a text"),
    ]
    try write(BatchIndex.html(rows: rows), "index.html")
  }
}
