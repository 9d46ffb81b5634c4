import ParallaxCore
import ParallaxScoring

/// Which words of speakers are quoted anew, or no more.
struct QuotationChanges {
  private let builder: VersionBuilder

  /// Words that a quotation must have; fewer are scare quotes, titles and terms.
  static let leastWords = 3

  init(_ builder: VersionBuilder) { self.builder = builder }

  /// Files all changes of quotations.
  func add(to changes: inout FiledChanges) {
    side(
      builder.after, builder.new.voiced, other: builder.old.voiced, map: builder.oldTokens, isNew: true,
      &changes
    )
    side(
      builder.before, builder.old.voiced, other: builder.new.voiced, map: builder.newTokens, isNew: false,
      &changes)
  }

  private func side(
    _ side: VersionUnits, _ voiced: VoicedArticle, other: VoicedArticle, map: [Int32], isNew: Bool,
    _ changes: inout FiledChanges
  ) {
    var unitOf = [Int](repeating: -1, count: voiced.segmented.tokens.count)
    for (index, unit) in side.units.enumerated() { for token in unit.tokens { unitOf[token] = index } }
    // A quotation that a lead-in interrupts is one.
    var open: (change: VersionChange, unit: Int, speaker: String?)?
    func close() {
      guard let known = open else { return }
      changes.add(known.change, to: isNew ? .new(known.unit) : builder.key(ofOld: known.unit))
      open = nil
    }
    for segment in voiced.segments where segment.voice == .direct {
      guard let first = segment.tokens.first, unitOf[first] >= 0,
        let change = change(segment, voiced, other: other, map: map, isNew: isNew)
      else {
        close()
        continue
      }
      if let known = open, known.change.kind == change.kind, known.speaker == segment.speaker,
        change.kind != .voice,
        side.units[known.unit].paragraph == side.units[unitOf[first]].paragraph
      {
        open?.change.new = Self.joined(known.change.new, change.new)
        open?.change.old = Self.joined(known.change.old, change.old)
      } else {
        close()
        open = (change, unitOf[first], segment.speaker)
      }
    }
    close()
  }

  private static func joined(_ a: TextSpan?, _ b: TextSpan?) -> TextSpan? {
    guard let a, let b else { return a ?? b }
    return TextSpan(a.start, b.end)
  }

  /// What happened to a quotation; nil where the other version has it too.
  private func change(
    _ segment: VoiceSegment, _ voiced: VoicedArticle, other: VoicedArticle, map: [Int32], isNew: Bool
  ) -> VersionChange? {
    var (words, quoted, otherwise) = (0, 0, 0)
    var elsewhere: [Int] = []
    for token in segment.tokens where voiced.segmented.tokens[token].isCounted {
      words += 1
      let mapped = Int(map[token])
      guard mapped >= 0 else { continue }
      if other.voice(ofToken: mapped) == .direct {
        quoted += 1
      } else {
        otherwise += 1
        elsewhere.append(mapped)
      }
    }
    guard words >= Self.leastWords, quoted * 2 < words else { return nil }
    if otherwise * 2 >= words, let first = elsewhere.min(), let last = elsewhere.max() {
      let there = VersionBuilder.span(of: first..<last + 1, other)
      return VersionChange(.voice, old: isNew ? there : segment.span, new: isNew ? segment.span : there)
    }
    return isNew
      ? VersionChange(.quotationAdded, new: segment.span)
      : VersionChange(.quotationRemoved, old: segment.span)
  }
}
