import ParallaxCore
import ParallaxScoring

/// One paragraph in the strip.
struct StripCell: Sendable {
  /// The paragraph's number on the page, from 1.
  let number: Int
  /// Whether the paragraph is measured.
  let isMeasured: Bool
  /// Height of the bar, 0 to 1.
  let height: Double
  /// Share of the weight that is the author's.
  let authorShare: Double
  /// The kind that weighs most.
  let style: CategoryStyle?
  /// Words, in all voices.
  let words: Int
  /// Framing weight per 1,000 words.
  let rate: Double
  /// What a reader is told.
  var description: String
  /// How many paragraphs the cell stands for.
  var folded = 1

  /// As many cells are drawn as a page can hold.
  static let limit = 2_000

  static func cells(_ analysis: Analysis, facts: ArticleFacts) -> [StripCell] {
    let scores = analysis.paragraphs
    // Short paragraphs have wild rates: the scale follows those of 20 words or more.
    let long = scores.filter { $0.words >= 20 }.compactMap(\.framing.all)
    let top = max((long.isEmpty ? scores.compactMap(\.framing.all) : long).max() ?? 0, 1)
    let paragraphs = analysis.article.paragraphs
    return FurnitureRun.ranges(paragraphs).map { range in
      var cell = cell(range.lowerBound, analysis, facts: facts, top: top)
      if range.count > 1 {
        cell.folded = range.count
        cell.description = FurnitureRun.description(range, of: paragraphs)
      }
      return cell
    }
  }

  private static func cell(_ index: Int, _ analysis: Analysis, facts: ArticleFacts, top: Double) -> StripCell
  {
    let paragraph = analysis.article.paragraphs[index]
    let score = analysis.paragraphs[index]
    var weights: [(category: Category, weight: Double)] = []
    var author = 0.0
    var all = 0.0
    for finding in analysis.findings[facts.byParagraph[index]] {
      let category = finding.entry.category
      guard category.isSlant(subcategory: finding.entry.subcategory), finding.effectiveWeight > 0 else {
        continue
      }
      all += finding.effectiveWeight
      if finding.voice == .author { author += finding.effectiveWeight }
      if let place = weights.firstIndex(where: { $0.category == category }) {
        weights[place].weight += finding.effectiveWeight
      } else {
        weights.append((category, finding.effectiveWeight))
      }
    }
    let strongest = weights.max { a, b in
      a.weight != b.weight ? a.weight < b.weight : a.category.precedence > b.category.precedence
    }
    let style = strongest.map { CategoryStyle.of($0.category) }
    let rate = score.framing.all ?? 0
    var text = "Paragraph \(index + 1)"
    if let label = RoleName.label(paragraph.role) { text += " (\(label))" }
    if !paragraph.role.isEditorial {
      text += ": not measured"
    } else if let style, rate > 0 {
      text +=
        ": framing weight \(ReportFormat.short(all)) in \(ReportFormat.count(score.words, "word")), mostly "
      text += style.label.lowercased()
    } else {
      text += ": nothing found"
    }
    return StripCell(
      number: index + 1, isMeasured: paragraph.role.isEditorial, height: min(1, rate / top),
      authorShare: all > 0 ? author / all : 0, style: rate > 0 ? style : nil, words: score.words,
      rate: rate, description: text)
  }

  /// The chart in one sentence.
  static func takeaway(_ cells: [StripCell]) -> String {
    let measured = cells.filter(\.isMeasured)
    let found = measured.filter { $0.rate > 0 }
    let long = found.filter { $0.words >= 20 }
    guard
      let most = (long.isEmpty ? found : long).max(by: { a, b in
        a.rate != b.rate ? a.rate < b.rate : a.number > b.number
      })
    else { return "No paragraph has framing wording." }
    return
      "\(ReportFormat.grouped(found.count)) of \(ReportFormat.count(measured.count, "measured paragraph")) "
      + "\(found.count == 1 ? "has" : "have") framing wording; paragraph \(most.number) has the most for its length."
  }
}
