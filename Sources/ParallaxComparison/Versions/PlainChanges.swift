import ParallaxCore
import ParallaxScoring

/// What edits are that change no framing: another spelling of a name, another number, other words, marks.
struct PlainChanges {
  private let builder: VersionBuilder

  init(_ builder: VersionBuilder) { self.builder = builder }

  /// One change for each edit that no other change speaks of.
  ///
  /// - Parameter isHeadline: Whether the passage is a headline, whose other words are said already.
  func changes(
    in edits: [WordDifference.Edit], beside others: [VersionChange], isHeadline: Bool
  ) -> [VersionChange] {
    edits.compactMap { edit in
      let old = VersionBuilder.span(of: edit.old, builder.old.voiced)
      let new = VersionBuilder.span(of: edit.new, builder.new.voiced)
      let isTold = others.contains { ($0.old?.overlaps(old) ?? false) || ($0.new?.overlaps(new) ?? false) }
      if isTold { return nil }
      let kind = kind(of: edit)
      if isHeadline, kind == .words || kind == .marks { return nil }
      return VersionChange(kind, old: old.isEmpty ? nil : old, new: new.isEmpty ? nil : new)
    }
  }

  private func kind(of edit: WordDifference.Edit) -> VersionChange.Kind {
    let old = builder.before.segmented.tokens[edit.old]
    let new = builder.after.segmented.tokens[edit.new]
    let both = Array(old) + Array(new)
    if !both.contains(where: { $0.isCounted }) { return .marks }
    func isFigure(_ tokens: ArraySlice<Token>) -> Bool {
      tokens.contains { $0.kind == .number } && tokens.allSatisfy { $0.kind != .word && $0.kind != .address }
    }
    if isFigure(old), isFigure(new) { return .figure }
    return isRespelled(old, new) ? .name : .words
  }

  /// Whether both sides are names of a few letters' difference.
  private func isRespelled(_ old: ArraySlice<Token>, _ new: ArraySlice<Token>) -> Bool {
    guard (1...4).contains(old.count), old.count == new.count else { return false }
    var differs = false
    for (a, b) in zip(old, new) {
      let (before, after) = (builder.before.segmented.string(a), builder.after.segmented.string(b))
      if before == after { continue }
      guard a.kind == .word, b.kind == .word, a.shape.contains(.capitalized), b.shape.contains(.capitalized)
      else { return false }
      for word in [before.lowercased(), after.lowercased()] {
        if FunctionWords.contains(word) || NewsWords.contains(word) { return false }
      }
      let length = max(before.unicodeScalars.count, after.unicodeScalars.count)
      guard length <= 60, Self.distance(before, after) <= max(1, length / 3) else { return false }
      differs = true
    }
    return differs
  }

  /// Levenshtein's distance in code points.
  static func distance(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let cost = min(diagonal + (a[i] == b[j] ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }
}
