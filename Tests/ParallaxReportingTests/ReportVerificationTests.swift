import ParallaxComparison
import ParallaxCore
import ParallaxKit
import Testing

@testable import ParallaxReporting

/// Pages agree with their data, and a number that is changed anywhere is found.
@Suite struct ReportVerificationTests {
  private static let report = ArticleReport.html(SampleArticle.harbour.analysis())
  private static let comparison = ComparisonReport.html([
    SampleArticle.harbour.analysis(), SampleArticle.pier.analysis(),
  ])

  private func tampered(_ page: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    let text = String(decoding: page, as: UTF8.self)
    guard let place = text.firstRange(of: old) else { return page }
    return Array((text[..<place.lowerBound] + new + text[place.upperBound...]).utf8)
  }

  @Test func untouchedPagesAgree() throws {
    for page in [Self.report, Self.comparison] {
      let result = try ReportVerification(page)
      #expect(result.mismatches == [])
      #expect(result.checked > 20)
    }
  }

  @Test func whatThePipelineWritesAgrees() throws {
    let text = """
      Reckless board rams shameful plan through

      The so-called experts clearly failed. “It is a disgrace,” Ana Ruiz said. She claimed that the regime would
      perhaps never admit its utterly stunning failure, and everyone knows that it stubbornly refuses to listen.

      The council met again on Tuesday and, shockingly, it slammed its own report. What could go wrong?
      """
    let analysis = try Analyzer().analyze(Array(text.utf8), source: "plan.txt")
    #expect(try ReportVerification(ArticleReport.html(analysis)).mismatches == [])
  }

  /// Every number of the parts that are recomputed, one after the other.
  @Test func everyChangedDigitIsFound() throws {
    let analysis = SampleArticle.harbour.analysis()
    let page = ArticlePage(analysis: analysis, options: ReportOptions())
    var tried = 0
    var missed: [String] = []
    for part in page.summaryParts + page.cardParts + page.voiceParts + page.methodParts {
      let text = String(decoding: part.html, as: UTF8.self)
      guard let digit = text.lastIndex(where: \.isNumber) else { continue }
      let other = text[digit] == "7" ? "8" : "7"
      let changed = text[..<digit] + other + text[text.index(after: digit)...]
      let bytes = tampered(Self.report, text, String(changed))
      guard bytes != Self.report else { continue }
      tried += 1
      if try ReportVerification(bytes).mismatches.isEmpty { missed.append(part.name) }
    }
    #expect(tried > 12 && missed == [], "\(missed)")
  }

  @Test func changedDataAreFound() throws {
    let page = tampered(Self.report, #""findings":[[0,0,0,"#, #""findings":[[0,0,1,"#)
    #expect(page != Self.report)
    #expect(try !ReportVerification(page).mismatches.isEmpty)
  }

  @Test func aMismatchSaysWhatStandsWhere() throws {
    let page = tampered(Self.comparison, "Coast Gazette 18.5", "Coast Gazette 13.5")
    let result = try ReportVerification(page)
    #expect(result.mismatches.first?.part == "sentence 1 of the summary")
    #expect(result.mismatches.first?.found.contains("13.5") == true)
    #expect(result.mismatches.first?.expected.contains("18.5") == true)
  }

  @Test func filesThatAreNoReports() {
    func message(_ page: String) -> String {
      do throws(VerificationError) {
        _ = try ReportVerification(Array(page.utf8))
        return ""
      } catch { return error.description }
    }
    let open = #"<script id="data" type="application/json">"#
    #expect(message("<html></html>").hasPrefix("is no report of Parallax"))
    #expect(message(open + "{").hasPrefix("is no report of Parallax"))
    #expect(message(open + "{</script>").hasPrefix("its data cannot be read: line 1"))
    #expect(message(open + #"{"schema":"x/9"}</script>"#).contains("of the kind “x/9”"))
    for damaged in [
      #""paragraphs":[["body",1]]"#, #""paragraphs":[["verse",1,0,0,0]]"#, #""sentences":[[9,1,1]]"#,
      #""entries":[[1]]"#, #""findings":[[0,0,0,1,0,0,0]]"#, #""paragraphs":[["body",-1,0,0,0]]"#,
      #""paragraphs":[["body",1e300,0,0,0]]"#,
    ] {
      #expect(
        message(open + #"{"schema":"parallax.ledger/2","# + damaged + "}</script>").contains(
          "cannot be used"),
        "\(damaged)")
    }
    #expect(
      message(open + #"{"schema":"parallax.comparison-ledger/1","articles":[{}]}</script>"#)
        == "its data cannot be read: article 1 cannot be used")
  }
}
