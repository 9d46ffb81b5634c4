import ParallaxCore
import ParallaxScoring

extension AnalysisTable {
  /// Letters of context given before and after a finding.
  private static let contextLength = 60

  static func findings(_ analysis: Analysis, to csv: inout CSVWriter) {
    let index = CodePointIndex(analysis.article.text)
    for finding in analysis.findings + analysis.notCounted {
      let entry = finding.entry
      let paragraph = analysis.article.paragraphs[finding.paragraph]
      csv.cell(analysis.article.id)
      csv.cell(finding.paragraph)
      csv.cell(finding.sentence)
      csv.cell(index.codePoint(at: finding.span.start))
      csv.cell(index.codePoint(at: finding.span.end))
      csv.cell("code_point")
      csv.cell(analysis.article.string(finding.span))
      csv.cell(before(finding.span, in: paragraph.span, of: analysis.article))
      csv.cell(after(finding.span, in: paragraph.span, of: analysis.article))
      csv.cell(entry.category.name)
      csv.cell(entry.subcategory)
      csv.cell(entry.lexicon)
      csv.cell(entry.id)
      csv.cell(entry.form)
      csv.cell(entry.weight)
      csv.cell(finding.effectiveWeight)
      csv.cell(finding.polarity.rawValue)
      csv.cell(finding.negated)
      csv.cell(
        finding.modifiers.map { "\($0.kind.rawValue):\(analysis.article.string($0.span))" }.joined(
          separator: ";"))
      csv.cell(finding.voice.rawValue)
      csv.cell(analysis.voiced.segments[finding.segment].speaker)
      csv.cell(paragraph.role.rawValue)
      csv.cell(entry.neutral)
      csv.cell(finding.counted)
      csv.cell(finding.reason?.rawValue)
      csv.endRow()
    }
  }

  /// Text before a span inside its paragraph, cut at a letter's edge.
  private static func before(_ span: TextSpan, in paragraph: TextSpan, of article: Article) -> String {
    var start = max(paragraph.start, span.start - contextLength)
    while start < span.start, article.text[start] & 0xC0 == 0x80 { start += 1 }
    return article.string(TextSpan(start, span.start))
  }

  /// Text after a span inside its paragraph, cut at a letter's edge.
  private static func after(_ span: TextSpan, in paragraph: TextSpan, of article: Article) -> String {
    var end = min(paragraph.end, span.end + contextLength)
    while end > span.end, end < paragraph.end, article.text[end] & 0xC0 == 0x80 { end -= 1 }
    return article.string(TextSpan(span.end, end))
  }
}
