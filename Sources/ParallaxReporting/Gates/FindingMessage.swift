import ParallaxCore
import ParallaxScoring

/// What is said of a finding in one line.
enum FindingMessage {
  /// `Loaded words: “regime” (neutral: government), in the author’s voice`
  static func text(_ finding: Finding, in analysis: Analysis) -> String {
    let words = Excerpt.shortened(analysis.article.string(finding.span), to: 120)
    var text = "\(CategoryStyle.of(finding.entry.category).label): “\(words)”"
    if let neutral = finding.entry.neutral { text += " (neutral: \(neutral))" }
    switch finding.voice {
    case .author: text += ", in the author’s voice"
    case .direct: text += ", quoted"
    case .indirect: text += ", reported"
    case .excerpt: text += ", in an excerpt"
    }
    if let speaker = analysis.voiced.segments[finding.segment].speaker {
      text += " from \(Excerpt.shortened(speaker, to: 80))"
    }
    return text
  }

  /// Slant in the author's own words warns; all else is a note.
  static func isWarning(_ finding: Finding) -> Bool {
    finding.voice == .author && finding.entry.category.isSlant(subcategory: finding.entry.subcategory)
  }
}
