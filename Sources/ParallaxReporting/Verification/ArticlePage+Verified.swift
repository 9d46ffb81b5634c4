import ParallaxCore
import ParallaxScoring

/// The parts of a report that follow from its data, written as the page writes them.
///
/// What rests on the text alone, such as who is heard and stance toward targets, is not among them.
extension ArticlePage {
  var summaryParts: [VerifiedPart] {
    guard analysis.isMeasured else { return [] }
    let sentences = SummaryText(analysis: analysis, facts: facts)
    return [VerifiedPart("the first sentence") { $0.block("p", .class("lead"), text: sentences.lead) }]
      + (sentences.kinds.map { kinds in [VerifiedPart("the largest kinds") { $0.block("p", text: kinds) }] }
        ?? [])
      + [VerifiedPart("the strength of evidence") { evidence(sentences, to: &$0) }]
  }

  var cardParts: [VerifiedPart] {
    guard analysis.isMeasured else { return [] }
    var parts: [VerifiedPart] = []
    for (style, measure) in facts.measures {
      parts.append(
        VerifiedPart("kind “\(style.label)”") { html in
          head(style, to: &html)
          figures(measure, kind: style.className, to: &html)
        })
      parts.append(
        VerifiedPart("kind “\(style.label)”, how it is counted") { sum(style, measure, to: &$0) })
    }
    if analysis.framing.author != nil || analysis.framing.all != nil {
      parts.append(VerifiedPart("the framing index") { indexTable(to: &$0) })
    }
    return parts
  }

  var stripParts: [VerifiedPart] {
    guard analysis.isMeasured else { return [] }
    let cells = StripCell.cells(analysis, facts: facts)
    guard cells.count > 1 else { return [] }
    return [VerifiedPart("the paragraphs in a sentence") { $0.block("p", text: StripCell.takeaway(cells)) }]
      + cells.prefix(StripCell.limit).map { cell in
        VerifiedPart("the bar of paragraph \(cell.number)") { self.cell(cell, to: &$0) }
      }
  }

  var voiceParts: [VerifiedPart] {
    guard analysis.words.all > 0 else { return [] }
    return [VerifiedPart("the shares of voices") { shares(analysis.words, to: &$0) }]
  }

  var driverParts: [VerifiedPart] {
    guard analysis.isMeasured else { return [] }
    let tallies = driverTallies
    guard !tallies.isEmpty else { return [] }
    let total = tallies.reduce(0) { $0 + $1.weight }
    var parts = [
      VerifiedPart("the heaviest entries") { $0.block("p", text: driverTakeaway(tallies, total: total)) }
    ]
    parts += tallies.prefix(15).map { tally in
      VerifiedPart("entry “\(tally.entry.form)”") { driverCells(tally, total: total, to: &$0) }
    }
    if let plain = PlainWords(analysis) {
      parts.append(VerifiedPart("the plain words") { $0.block("p", text: plain.sentence) })
    }
    if analysis.framing.author != nil {
      parts += analysis.influence(limit: 8).map { one in
        VerifiedPart("without entry “\(one.entry.form)”") { influence(of: one, to: &$0) }
      }
    }
    return parts
  }

  var frameParts: [VerifiedPart] {
    let total = facts.frameMeasures.reduce(0) { $0 + $1.all.count }
    let most = facts.frameMeasures.first?.all.count ?? 1
    return facts.frameMeasures.map { measure in
      VerifiedPart("frame “\(CategoryStyle.of(measure.category).label)”") {
        frameCells(measure, total: total, most: most, to: &$0)
      }
    }
  }

  var roleParts: [VerifiedPart] {
    guard analysis.isMeasured, analysis.roleMeasures.count > 1 else { return [] }
    return analysis.roleMeasures.map { part in
      VerifiedPart("part “\(RoleName.plural(part.role))”") { roleRow(part, to: &$0) }
    }
  }

  /// What the switch beside the text says of plain words.
  var textParts: [VerifiedPart] {
    guard analysis.isMeasured, let plain = PlainWords(analysis) else { return [] }
    return [
      VerifiedPart("the outcome of plain words") { $0.element("p", .class("would"), text: plain.outcome) }
    ]
  }

  var findingParts: [VerifiedPart] {
    analysis.findings.indices.map { index in
      VerifiedPart("finding \(index + 1)") { itemStart(index, to: &$0) }
    }
  }

  var methodParts: [VerifiedPart] { [VerifiedPart("the denominators") { denominators(to: &$0) }] }
}
