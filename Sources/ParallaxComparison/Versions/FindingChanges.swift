import ParallaxCore
import ParallaxScoring

/// Which findings are new, gone, weaker or stronger.
struct FindingChanges {
  /// A finding with its place among the tokens.
  private struct Placed {
    var finding: Finding
    var tokens: Range<Int>
    var unit: Int
    /// Number of the edit that it lies in or touches; -1 where its words are in both versions.
    var edit: Int
  }

  /// What makes a finding of the new version the same as one of the old.
  private struct Key: Hashable {
    var first: Int
    var last: Int
    var lexicon: String
    var entry: String
  }

  private let builder: VersionBuilder
  /// All edits of all pairs, with the new unit of each.
  private let edits: [(edit: WordDifference.Edit, unit: Int)]
  private let old: [Placed]
  private let new: [Placed]

  /// Differences of strength below it are rounding.
  private static let leastDifference = 0.01

  init(_ builder: VersionBuilder) {
    self.builder = builder
    var edits: [(edit: WordDifference.Edit, unit: Int)] = []
    var editOfOld = [Int](repeating: -1, count: builder.newTokens.count)
    var editOfNew = [Int](repeating: -1, count: builder.oldTokens.count)
    for (pair, own) in zip(builder.pairs, builder.edits) {
      for edit in own {
        for token in edit.old { editOfOld[token] = edits.count }
        for token in edit.new { editOfNew[token] = edits.count }
        edits.append((edit, pair.new))
      }
    }
    self.edits = edits
    old = Self.placed(builder.old, builder.before, editOfOld)
    new = Self.placed(builder.new, builder.after, editOfNew)
  }

  private static func placed(_ analysis: Analysis, _ side: VersionUnits, _ edits: [Int]) -> [Placed] {
    let tokens = side.segmented.tokens
    var unitOf = [Int](repeating: -1, count: tokens.count)
    for (index, unit) in side.units.enumerated() { for token in unit.tokens { unitOf[token] = index } }
    return analysis.findings.compactMap { finding in
      guard !finding.entry.category.isFrame else { return nil }
      let first = firstToken(tokens, from: finding.span.start)
      let end = max(first + 1, firstToken(tokens, from: finding.span.end))
      guard first < tokens.count, unitOf[first] >= 0 else { return nil }
      let range = first..<min(end, tokens.count)
      return Placed(
        finding: finding, tokens: range, unit: unitOf[first],
        edit: range.lazy.map { edits[$0] }.first { $0 >= 0 } ?? -1)
    }
  }

  /// The first token that begins at a byte or behind it.
  private static func firstToken(_ tokens: [Token], from start: Int) -> Int {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Files all changes of findings.
  func add(to changes: inout FiledChanges) {
    var waiting: [Key: Int] = [:]
    for (index, placed) in new.enumerated() {
      let key = key(placed, placed.tokens.lowerBound, placed.tokens.upperBound - 1)
      if waiting[key] == nil { waiting[key] = index }
    }
    var isKept = [Bool](repeating: false, count: new.count)
    var gone: [Placed] = []
    for placed in old {
      let first = Int(builder.newTokens[placed.tokens.lowerBound])
      let last = Int(builder.newTokens[placed.tokens.upperBound - 1])
      guard first >= 0, last >= 0, let index = waiting.removeValue(forKey: key(placed, first, last)) else {
        gone.append(placed)
        continue
      }
      isKept[index] = true
      compare(placed, new[index], isSameWords: true, &changes)
    }
    settle(gone, zip(new, isKept).compactMap { $1 ? nil : $0 }, &changes)
  }

  private func key(_ placed: Placed, _ first: Int, _ last: Int) -> Key {
    Key(first: first, last: last, lexicon: placed.finding.entry.lexicon, entry: placed.finding.entry.id)
  }

  // MARK: Findings without their like

  private func settle(_ gone: [Placed], _ come: [Placed], _ changes: inout FiledChanges) {
    var goneByEdit: [Int: [Placed]] = [:]
    var comeByEdit: [Int: [Placed]] = [:]
    // Words that stayed may have become part of a longer finding whose other words are new.
    var coming: [Int: Int] = [:]
    for placed in come { for token in placed.tokens { coming[token] = placed.edit } }
    for placed in gone {
      let stayed = placed.tokens.lazy.compactMap { coming[Int(builder.newTokens[$0])] }.first
      goneByEdit[placed.edit >= 0 ? placed.edit : stayed ?? -1, default: []].append(placed)
    }
    var leaving: [Int: Int] = [:]
    for placed in gone { for token in placed.tokens { leaving[token] = placed.edit } }
    for placed in come {
      let stayed = placed.tokens.lazy.compactMap { leaving[Int(builder.oldTokens[$0])] }.first
      comeByEdit[placed.edit >= 0 ? placed.edit : stayed ?? -1, default: []].append(placed)
    }
    for number in edits.indices {
      settle(goneByEdit[number] ?? [], comeByEdit[number] ?? [], in: edits[number].edit, &changes)
    }
    for placed in goneByEdit[-1] ?? [] { report(removed: placed, insteadOf: nil, &changes) }
    for placed in comeByEdit[-1] ?? [] { report(added: placed, insteadOf: nil, &changes) }
  }

  /// Findings of one edit: like with like, then slant with slant; the rest came or went alone.
  private func settle(
    _ gone: [Placed], _ come: [Placed], in edit: WordDifference.Edit, _ changes: inout FiledChanges
  ) {
    var (gone, come) = (gone, come)
    for isAlike in [{ $0.entry.category == $1.entry.category }, { Self.isSlant($0) && Self.isSlant($1) }]
      as [(Finding, Finding) -> Bool]
    {
      var rest: [Placed] = []
      for placed in gone {
        if let match = come.firstIndex(where: { isAlike(placed.finding, $0.finding) }) {
          compare(placed, come.remove(at: match), isSameWords: false, &changes)
        } else {
          rest.append(placed)
        }
      }
      gone = rest
    }
    for placed in gone {
      report(removed: placed, insteadOf: plain(edit.new, builder.after, for: placed), &changes)
    }
    for placed in come {
      report(added: placed, insteadOf: plain(edit.old, builder.before, for: placed), &changes)
    }
  }

  /// The plain words in whose place a finding stands; nil for none, or for more than replace it.
  private func plain(_ tokens: Range<Int>, _ side: VersionUnits, for placed: Placed) -> Range<Int>? {
    let words = side.segmented.words(in: tokens)
    return words > 0 && words <= 2 * placed.tokens.count + 3 ? tokens : nil
  }

  // MARK: Changes

  private func compare(_ before: Placed, _ after: Placed, isSameWords: Bool, _ changes: inout FiledChanges) {
    let (a, b) = (measured(before.finding), measured(after.finding))
    let difference = b.strength - a.strength
    let kind: VersionChange.Kind
    if before.finding.entry.category == .attribution, after.finding.entry.category == .attribution,
      a.entry != b.entry
    {
      kind = .attribution
    } else if abs(difference) < Self.leastDifference {
      if isSameWords || a.entry == b.entry { return }
      kind = .exchanged
    } else {
      kind = difference < 0 ? .softened : .sharpened
    }
    changes.add(
      VersionChange(kind, old: span(before.finding), new: span(after.finding), before: a, after: b),
      to: .new(after.unit))
  }

  private func report(removed placed: Placed, insteadOf plain: Range<Int>?, _ changes: inout FiledChanges) {
    let measured = measured(placed.finding)
    if Self.isNeutralAttribution(placed.finding) { return }
    let kind: VersionChange.Kind =
      placed.finding.entry.category == .hedge
      ? .hedgeRemoved : measured.strength > 0 && plain != nil ? .softened : .findingRemoved
    changes.add(
      VersionChange(
        kind, old: span(placed.finding),
        new: kind == .softened ? plain.map { VersionBuilder.span(of: $0, builder.new.voiced) } : nil,
        before: measured), to: builder.key(ofOld: placed.unit))
  }

  private func report(added placed: Placed, insteadOf plain: Range<Int>?, _ changes: inout FiledChanges) {
    let measured = measured(placed.finding)
    if Self.isNeutralAttribution(placed.finding) { return }
    let kind: VersionChange.Kind =
      placed.finding.entry.category == .hedge
      ? .hedgeAdded : measured.strength > 0 && plain != nil ? .sharpened : .findingAdded
    changes.add(
      VersionChange(
        kind, old: kind == .sharpened ? plain.map { VersionBuilder.span(of: $0, builder.old.voiced) } : nil,
        new: span(placed.finding), after: measured), to: .new(placed.unit))
  }

  /// A finding with the words next to it that change its weight.
  private func span(_ finding: Finding) -> TextSpan {
    finding.modifiers.reduce(finding.span) { span, modifier in
      let gap = max(span.start - modifier.span.end, modifier.span.start - span.end)
      return gap > 2
        ? span : TextSpan(min(span.start, modifier.span.start), max(span.end, modifier.span.end))
    }
  }

  private func measured(_ finding: Finding) -> VersionChange.Measured {
    let entry = finding.entry
    let reduction = finding.factors.voice * finding.factors.repetition
    let strength = Self.isSlant(finding) && reduction > 0 ? finding.effectiveWeight / reduction : 0
    return VersionChange.Measured(
      kind: entry.subcategory.isEmpty
        ? entry.category.name : "\(entry.category.name).\(entry.subcategory)",
      entry: entry.id, strength: strength, voice: finding.voice)
  }

  private static func isSlant(_ finding: Finding) -> Bool {
    finding.entry.category.isSlant(subcategory: finding.entry.subcategory)
  }

  private static func isNeutralAttribution(_ finding: Finding) -> Bool {
    finding.entry.category == .attribution && !isSlant(finding)
  }
}
