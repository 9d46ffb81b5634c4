import ParallaxCore
import ParallaxScoring

/// What would be left of the author's framing wording if every finding with a plain word used it.
struct PlainWords: Sendable {
  /// Findings of framing wording in the author's words.
  let findings: Int
  /// Those that have a plain word.
  let replaceable: Int
  /// Findings per 1,000 of the author's words.
  let now: Double
  /// The same without those that have a plain word.
  let then: Double

  /// Counts; nil where nothing can be replaced.
  init?(_ analysis: Analysis) {
    let own = analysis.findings.filter {
      $0.voice == .author && $0.entry.category.isSlant(subcategory: $0.entry.subcategory)
    }
    findings = own.count
    replaceable = own.count { $0.entry.neutral != nil }
    guard replaceable > 0, let now = ArticleFacts.per1000(findings, words: analysis.words.author),
      let then = ArticleFacts.per1000(findings - replaceable, words: analysis.words.author)
    else { return nil }
    self.now = now
    self.then = then
  }

  /// In a line beside the switch.
  var outcome: String {
    "\(ReportFormat.fixed(now)) → \(ReportFormat.fixed(then)) per 1,000 of the author’s words: "
      + "\(ReportFormat.grouped(replaceable)) of \(ReportFormat.count(findings, "finding")) "
      + "\(replaceable == 1 ? "has" : "have") a plain word."
  }

  /// In a sentence below the words that drive the article.
  var sentence: String {
    "With the plain word in place of \(ReportFormat.grouped(replaceable)) of the author’s findings, framing "
      + "wording would stand \(ReportFormat.fixed(then)) times in 1,000 words instead of "
      + "\(ReportFormat.fixed(now)). The legend beside the text can show the plain words in place."
  }
}
