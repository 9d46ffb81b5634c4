import ParallaxCore
import ParallaxScoring

/// A summary of an analysis for a terminal: what was found, how often, in whose words.
public struct AnalysisText: Sendable {
  /// Whether headings are set in bold by terminal codes.
  public var color: Bool
  /// Whether the author's words come first; else all words.
  public var authorFirst: Bool

  /// Makes a summary writer.
  public init(color: Bool = false, authorFirst: Bool = true) {
    self.color = color
    self.authorFirst = authorFirst
  }

  /// The summary, ending in a line feed.
  public func render(_ analysis: Analysis) -> String {
    var lines: [String] = []
    let metadata = analysis.article.metadata
    lines.append(bold(clean(metadata.title ?? metadata.source)))
    let facts = [metadata.outlet, metadata.byline, metadata.published].compactMap { $0 }.map(clean)
    if !facts.isEmpty { lines.append(facts.joined(separator: " · ")) }
    lines.append(wordLine(analysis))
    for warning in analysis.article.notes + analysis.warnings { lines.append("Note: " + clean(warning)) }
    guard analysis.isMeasured else { return lines.joined(separator: "\n") + "\n" }
    lines.append("")
    lines += rateTable(analysis)
    lines.append("")
    lines += framingLines(analysis)
    let top = topEntries(analysis)
    if !top.isEmpty {
      lines.append("")
      lines.append(bold("Wording that weighs most (author's words)"))
      lines += top
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func wordLine(_ analysis: Analysis) -> String {
    let words = analysis.words
    return
      "\(words.all) words: author \(words.author), quoted \(words.direct), reported \(words.indirect), excerpts \(words.excerpt)"
  }

  private func rateTable(_ analysis: Analysis) -> [String] {
    var lines = [
      bold(
        column("category", 16) + column("author", 8, right: true) + column("per 1,000", 12, right: true)
          + column("95% interval", 16, right: true) + column("all", 8, right: true)
          + column("per 1,000", 12, right: true))
    ]
    for measure in analysis.measures where !measure.category.isFrame && measure.all.count > 0 {
      let own = measure.author
      let interval = own.low.flatMap { low in own.high.map { "\(rounded(low))–\(rounded($0))" } } ?? ""
      lines.append(
        column(measure.category.name, 16) + column("\(own.count)", 8, right: true)
          + column(own.per1000.map(rounded) ?? "–", 12, right: true) + column(interval, 16, right: true)
          + column("\(measure.all.count)", 8, right: true)
          + column(measure.all.per1000.map(rounded) ?? "–", 12, right: true))
    }
    if lines.count == 1 { lines.append("nothing found") }
    return lines
  }

  private func framingLines(_ analysis: Analysis) -> [String] {
    func line(_ name: String, _ index: Framing.Index?) -> String {
      guard let index else { return "Framing index, \(name): no words" }
      return
        "Framing index, \(name): \(rounded(index.index)) (95% \(rounded(index.low))–\(rounded(index.high))), weight \(rounded(index.weight)) on \(index.words) words"
    }
    let lines = [
      line("author's words", analysis.framing.author), line("all words", analysis.framing.all),
    ]
    return authorFirst ? lines : lines.reversed()
  }

  private func topEntries(_ analysis: Analysis) -> [String] {
    var totals: [String: (weight: Double, count: Int, text: String)] = [:]
    for finding in analysis.findings
    where finding.voice == .author
      && finding.entry.category.isSlant(subcategory: finding.entry.subcategory)
    {
      let key = finding.entry.lexicon + "/" + finding.entry.id
      var row = totals[key] ?? (0, 0, clean(analysis.article.string(finding.span)))
      row.weight += finding.effectiveWeight
      row.count += 1
      totals[key] = row
      if row.count == 1 { totals[key]?.text += "  (\(finding.entry.category.name))" }
    }
    return totals.sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }.prefix(10)
      .map { column(rounded($0.value.weight), 8, right: true) + "  ×\($0.value.count)  " + $0.value.text }
  }

  private func bold(_ text: String) -> String { color ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  private func column(_ text: String, _ width: Int, right: Bool = false) -> String {
    let padding = String(repeating: " ", count: max(0, width - text.count))
    return right ? padding + text : text + padding
  }

  private func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// Text of the article without control characters, which a terminal would obey.
  private func clean(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
