import ParallaxComparison
import ParallaxCore
import ParallaxScoring

/// Two versions of an article for a terminal: what changed, passage by passage, and the rates before and after.
public struct VersionText: Sendable {
  /// Whether terminal codes colour what went and what came.
  public var color: Bool
  /// Whether changes that touch no framing are left out.
  public var framingOnly: Bool

  /// Makes a writer.
  public init(color: Bool = false, framingOnly: Bool = false) {
    self.color = color
    self.framingOnly = framingOnly
  }

  /// Most characters of an unchanged stretch, or of a passage that came or went, that are shown.
  static let shownLength = 300

  /// The text, ending in a line feed.
  public func render(_ comparison: VersionComparison) -> String {
    var lines = [summary(comparison)]
    for warning in comparison.warnings { lines.append("Note: " + clean(warning)) }
    for passage in comparison.passages {
      let changes = passage.changes.filter { !framingOnly || $0.kind.isFraming || $0.kind == .noteAdded }
      if changes.isEmpty { continue }
      lines.append("")
      lines.append(bold(place(passage)))
      lines.append("  " + shown(passage, comparison))
      for change in changes { lines.append("  • " + line(change, comparison)) }
    }
    lines.append("")
    lines += rates(comparison)
    return lines.joined(separator: "\n") + "\n"
  }

  private func summary(_ comparison: VersionComparison) -> String {
    let counts = comparison.counts
    guard !counts.isEmpty else { return "No change but of layout, letter case or kinds of quotation marks." }
    return counts.map { "\($0.kind.label) ×\($0.count)" }.joined(separator: " · ")
  }

  // MARK: Passages

  private func place(_ passage: VersionPassage) -> String {
    let name = passage.role == .body ? "paragraph" : passage.role.rawValue
    switch (passage.oldParagraph, passage.newParagraph) {
    case (let old?, let new?) where old != new: return "\(name) \(old + 1) → \(new + 1)"
    case (_, let new?): return "\(name) \(new + 1)"
    case (let old?, nil): return "\(name) \(old + 1) of the old version"
    case (nil, nil): return name
    }
  }

  /// The passage with its edits: [-gone-] and {+come+}.
  private func shown(_ passage: VersionPassage, _ comparison: VersionComparison) -> String {
    let (old, new) = (comparison.old.article, comparison.new.article)
    guard let after = passage.new else {
      return passage.old.map { gone(shortened(old.string($0))) } ?? ""
    }
    guard passage.old != nil else { return come(shortened(new.string(after))) }
    var text = ""
    var at = after.start
    for edit in passage.edits {
      text += shortened(new.string(TextSpan(at, edit.new.start)))
      if !edit.old.isEmpty { text += (edit.new.isEmpty ? " " : "") + gone(shortened(old.string(edit.old))) }
      if !edit.new.isEmpty {
        let needsSpace = edit.old.isEmpty && text.last?.isWhitespace == false && edit.new.start > at
        text += (needsSpace ? " " : "") + come(shortened(new.string(edit.new)))
      }
      at = edit.new.end
    }
    return text + shortened(new.string(TextSpan(at, after.end)))
  }

  private func shortened(_ text: String) -> String {
    let text = clean(text)
    guard text.count > Self.shownLength else { return text }
    return text.prefix(Self.shownLength / 2) + " […] " + text.suffix(Self.shownLength / 2)
  }

  // MARK: Changes

  private func line(_ change: VersionChange, _ comparison: VersionComparison) -> String {
    let before = change.old.map { "“\(shortened(comparison.old.article.string($0)))”" }
    let after = change.new.map { "“\(shortened(comparison.new.article.string($0)))”" }
    var text = change.kind.label
    switch change.kind {
    case .inserted, .deleted, .noteAdded, .noteRemoved, .moved: break
    default:
      text += ": " + [before, after].compactMap { $0 }.joined(separator: " → ")
      let measured = measured(change)
      if !measured.isEmpty { text += " (\(measured))" }
    }
    if change.count > 1 { text += " ×\(change.count)" }
    return text
  }

  private func measured(_ change: VersionChange) -> String {
    switch (change.before, change.after) {
    case (let a?, let b?):
      return a.kind == b.kind
        ? "\(a.kind), weight \(rounded(a.strength)) → \(rounded(b.strength))"
        : "\(a.kind), weight \(rounded(a.strength)) → \(b.kind), weight \(rounded(b.strength))"
    case (let one?, nil), (nil, let one?):
      return one.kind + (one.strength > 0 ? ", weight \(rounded(one.strength))" : "")
    case (nil, nil): return ""
    }
  }

  // MARK: Rates

  private func rates(_ comparison: VersionComparison) -> [String] {
    let (old, new) = (comparison.old, comparison.new)
    var lines = [
      bold(
        column("author's words", 16) + column("before", 18, right: true) + column("after", 18, right: true))
    ]
    lines.append(
      column("words", 16) + column("\(old.words.author)", 18, right: true)
        + column("\(new.words.author)", 18, right: true))
    for rate in comparison.rates {
      lines.append(
        column(rate.category.name, 16) + column(cell(rate.before.author), 18, right: true)
          + column(cell(rate.after.author), 18, right: true))
    }
    func index(_ framing: Framing) -> String {
      framing.author.map { "\(rounded($0.index)) (\(rounded($0.low))–\(rounded($0.high)))" } ?? "–"
    }
    lines.append(
      column("framing index", 16) + column(index(old.framing), 18, right: true)
        + column(index(new.framing), 18, right: true))
    lines.append("Findings, and how many per 1,000 words; the index with its 95% interval.")
    return lines
  }

  private func cell(_ measure: VoiceMeasure) -> String {
    "\(measure.count), \(measure.per1000.map(rounded) ?? "–")/1,000"
  }

  // MARK: Text

  private func gone(_ text: String) -> String {
    color ? "\u{1B}[31;9m\(text)\u{1B}[0m" : "[-\(text)-]"
  }
  private func come(_ text: String) -> String {
    color ? "\u{1B}[32m\(text)\u{1B}[0m" : "{+\(text)+}"
  }
  private func bold(_ text: String) -> String { color ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  private func column(_ text: String, _ width: Int, right: Bool = false) -> String {
    let padding = String(repeating: " ", count: max(0, width - text.count))
    return right ? padding + text : text + padding
  }

  private func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Text without line ends and control characters, which a terminal would obey.
  private func clean(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}

extension VersionChange.Kind {
  /// What people read.
  public var label: String {
    switch self {
    case .headline: "headline reworded"
    case .noteAdded: "editor's note added"
    case .noteRemoved: "editor's note removed"
    case .inserted: "passage inserted"
    case .deleted: "passage deleted"
    case .moved: "passage moved"
    case .quotationAdded: "quotation added"
    case .quotationRemoved: "quotation removed"
    case .voice: "voice changed"
    case .attribution: "attribution changed"
    case .softened: "softened"
    case .sharpened: "sharpened"
    case .exchanged: "exchanged for wording of equal weight"
    case .findingAdded: "finding added"
    case .findingRemoved: "finding removed"
    case .hedgeAdded: "hedge added"
    case .hedgeRemoved: "hedge removed"
    case .name: "name spelled anew"
    case .figure: "figure changed"
    case .words: "words changed"
    case .marks: "marks changed"
    }
  }
}
