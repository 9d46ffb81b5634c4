import Foundation
import ParallaxCore
import ParallaxScoring
import Testing

@testable import ParallaxReporting

@Suite struct ArticleReportTests {
  @Test func writeSample() throws {
    let bytes = ArticleReport.html(SampleArticle.harbour.analysis())
    if let path = ProcessInfo.processInfo.environment["REPORT_OUT"] {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
    #expect(!bytes.isEmpty)
  }
}
