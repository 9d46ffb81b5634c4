import ParallaxCore
import ParallaxScoring

/// Makes passages and changes out of aligned sentences.
struct VersionBuilder {
  let old: Analysis
  let new: Analysis
  let before: VersionUnits
  let after: VersionUnits
  let weights: [Double]
  let pairs: [SentenceAlignment.Pair]
  /// Edits of each pair, in token indices of the articles.
  var edits: [[WordDifference.Edit]] = []
  /// For each token of the old version, the same token of the new one; -1 where it has none.
  var newTokens: [Int32]
  /// The other way round.
  var oldTokens: [Int32]
  /// Pair of each old unit, or -1.
  var pairOfOld: [Int]
  /// Pair of each new unit, or -1.
  var pairOfNew: [Int]

  init(
    _ old: Analysis, _ new: Analysis, _ before: VersionUnits, _ after: VersionUnits,
    _ alignment: SentenceAlignment, weights: [Double]
  ) {
    self.old = old
    self.new = new
    self.before = before
    self.after = after
    self.weights = weights
    pairs = alignment.pairs
    newTokens = Array(repeating: -1, count: before.segmented.tokens.count)
    oldTokens = Array(repeating: -1, count: after.segmented.tokens.count)
    pairOfOld = Array(repeating: -1, count: before.units.count)
    pairOfNew = Array(repeating: -1, count: after.units.count)
    for (index, pair) in pairs.enumerated() {
      pairOfOld[pair.old] = index
      pairOfNew[pair.new] = index
      edits.append(compareWords(pair))
    }
  }

  private mutating func compareWords(_ pair: SentenceAlignment.Pair) -> [WordDifference.Edit] {
    let (a, b) = (before.units[pair.old].tokens, after.units[pair.new].tokens)
    var difference = WordDifference(before.forms[a], after.forms[b])
    map(a, b, difference.edits)
    difference.joinAcross { weights[Int(before.forms[a.lowerBound + $0])] < 1 }
    return difference.edits.map { edit in
      .init(
        old: edit.old.lowerBound + a.lowerBound..<edit.old.upperBound + a.lowerBound,
        new: edit.new.lowerBound + b.lowerBound..<edit.new.upperBound + b.lowerBound)
    }
  }

  /// Tokens between the edits stand in both versions.
  private mutating func map(_ a: Range<Int>, _ b: Range<Int>, _ edits: [WordDifference.Edit]) {
    var (x, y) = (a.lowerBound, b.lowerBound)
    let end = WordDifference.Edit(old: a.count..<a.count, new: b.count..<b.count)
    for edit in edits + [end] {
      while x < a.lowerBound + edit.old.lowerBound, y < b.lowerBound + edit.new.lowerBound {
        newTokens[x] = Int32(y)
        oldTokens[y] = Int32(x)
        x += 1
        y += 1
      }
      (x, y) = (a.lowerBound + edit.old.upperBound, b.lowerBound + edit.new.upperBound)
    }
  }

  /// All passages, in the order of the new version.
  func build() -> [VersionPassage] {
    var changes = FiledChanges()
    FindingChanges(self).add(to: &changes)
    QuotationChanges(self).add(to: &changes)
    var passages: [(place: Int, rank: Int, passage: VersionPassage)] = []
    for run in insertedPassages() + pairPassages() {
      guard let made = make(run, changes.take(run.units.map { PassageKey.new($0) })) else { continue }
      passages.append((run.units.lowerBound * 2, 0, made))
    }
    let places = predecessors()
    for run in deletedPassages() {
      guard let made = make(run, changes.take(run.units.map { PassageKey.old($0) })) else { continue }
      passages.append((places[run.units.lowerBound] * 2 + 1, run.units.lowerBound, made))
    }
    passages.sort { ($0.place, $0.rank) < ($1.place, $1.rank) }
    var result = passages.map(\.passage)
    Self.joinNames(&result, old.article, new.article)
    return result
  }

  /// For each old unit the new unit behind which it would stand if it were deleted; -1 for the beginning.
  private func predecessors() -> [Int] {
    var last = -1
    return pairOfOld.map { pair in
      let place = last
      if pair >= 0, !pairs[pair].isMoved { last = pairs[pair].new }
      return place
    }
  }

  // MARK: Passages

  /// Neighbouring units to which the same happened.
  struct Run {
    var kind: VersionChange.Kind?
    /// Units of the new version; of the old one for what was deleted.
    var units: Range<Int>
    var pair: SentenceAlignment.Pair?
    var edits: [WordDifference.Edit] = []
  }

  private func insertedPassages() -> [Run] {
    runs(pairOfNew.map { $0 < 0 }, after, note: .noteAdded, other: .inserted)
  }

  private func deletedPassages() -> [Run] {
    runs(pairOfOld.map { $0 < 0 }, before, note: .noteRemoved, other: .deleted)
  }

  /// Runs of unpaired units: sentences of one paragraph, or whole paragraphs of one role.
  private func runs(
    _ isAlone: [Bool], _ side: VersionUnits, note: VersionChange.Kind, other: VersionChange.Kind
  ) -> [Run] {
    var found: [Run] = []
    for unit in isAlone.indices where isAlone[unit] {
      let isNote = side.role(of: unit) == .editorNote
      let kind = isNote ? note : other
      if let last = found.last, last.units.upperBound == unit, last.kind == kind {
        found[found.count - 1].units = last.units.lowerBound..<unit + 1
      } else {
        found.append(Run(kind: kind, units: unit..<unit + 1))
      }
    }
    return found
  }

  /// Pairs that moved or changed; neighbours that moved together and are equal are one passage.
  private func pairPassages() -> [Run] {
    var found: [Run] = []
    for (index, pair) in pairs.enumerated() {
      let kind: VersionChange.Kind? =
        pair.new == after.headline && pair.old == before.headline && !edits[index].isEmpty
        ? .headline : pair.isMoved && after.units[pair.new].words >= 3 ? .moved : nil
      if kind == .moved, edits[index].isEmpty, let last = found.last, last.kind == .moved, last.edits.isEmpty,
        last.units.upperBound == pair.new, let before = last.pair, before.old + last.units.count == pair.old
      {
        found[found.count - 1].units = last.units.lowerBound..<pair.new + 1
      } else {
        found.append(Run(kind: kind, units: pair.new..<pair.new + 1, pair: pair, edits: edits[index]))
      }
    }
    return found
  }

  /// A passage with its changes; nil where nothing is to be said.
  private func make(_ run: Run, _ inner: [VersionChange]) -> VersionPassage? {
    var oldUnits: Range<Int>?
    var newUnits: Range<Int>?
    if let pair = run.pair {
      oldUnits = pair.old..<pair.old + run.units.count
      newUnits = run.units
    } else if run.kind == .deleted || run.kind == .noteRemoved {
      oldUnits = run.units
    } else {
      newUnits = run.units
    }
    let oldSpan = oldUnits.map { Self.span(of: $0, before) }
    let newSpan = newUnits.map { Self.span(of: $0, after) }
    var changes = run.kind.map { [VersionChange($0, old: oldSpan, new: newSpan)] } ?? []
    changes += inner
    changes += PlainChanges(self).changes(in: run.edits, beside: inner, isHeadline: run.kind == .headline)
    guard !changes.isEmpty else { return nil }
    let oldParagraph = oldUnits.map { before.units[$0.lowerBound].paragraph }
    let newParagraph = newUnits.map { after.units[$0.lowerBound].paragraph }
    let role =
      newParagraph.map { new.article.paragraphs[$0].role }
      ?? oldParagraph.map { old.article.paragraphs[$0].role } ?? .body
    return VersionPassage(
      old: oldSpan, new: newSpan, oldParagraph: oldParagraph, newParagraph: newParagraph, role: role,
      edits: run.edits.map {
        .init(old: Self.span(of: $0.old, old.voiced), new: Self.span(of: $0.new, new.voiced))
      }, changes: changes)
  }

  /// Where the changes of an old unit are filed: with the new unit it became, else under its own.
  func key(ofOld unit: Int) -> PassageKey {
    pairOfOld[unit] >= 0 ? .new(pairs[pairOfOld[unit]].new) : .old(unit)
  }

  private static func span(of units: Range<Int>, _ side: VersionUnits) -> TextSpan {
    TextSpan(side.units[units.lowerBound].span.start, side.units[units.upperBound - 1].span.end)
  }

  /// The place of tokens; of none, the end of the token before them.
  static func span(of range: Range<Int>, _ voiced: VoicedArticle) -> TextSpan {
    let tokens = voiced.segmented.tokens
    if range.isEmpty {
      let place =
        range.lowerBound > 0
        ? Int(tokens[range.lowerBound - 1].end) : tokens.first.map { Int($0.start) } ?? 0
      return TextSpan(place, place)
    }
    return TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }

  /// Says once, with its count, that a name is spelled anew throughout.
  private static func joinNames(_ passages: inout [VersionPassage], _ old: Article, _ new: Article) {
    var first: [String: (passage: Int, change: Int)] = [:]
    for passage in passages.indices {
      var kept: [VersionChange] = []
      for change in passages[passage].changes {
        guard change.kind == .name, let a = change.old, let b = change.new else {
          kept.append(change)
          continue
        }
        let key = old.string(a) + "\u{0}" + new.string(b)
        if let known = first[key] {
          if known.passage == passage {
            kept[known.change].count += change.count
          } else {
            passages[known.passage].changes[known.change].count += change.count
          }
        } else {
          first[key] = (passage, kept.count)
          kept.append(change)
        }
      }
      passages[passage].changes = kept
    }
    passages.removeAll { $0.changes.isEmpty }
  }
}

/// What the changes of a passage are filed under: a unit of the new version, or of the old one alone.
struct PassageKey: Hashable {
  var isNew: Bool
  var unit: Int

  static func new(_ unit: Int) -> PassageKey { PassageKey(isNew: true, unit: unit) }
  static func old(_ unit: Int) -> PassageKey { PassageKey(isNew: false, unit: unit) }
}

/// Changes by the unit they belong to.
struct FiledChanges {
  private var changes: [PassageKey: [VersionChange]] = [:]

  mutating func add(_ change: VersionChange, to key: PassageKey) { changes[key, default: []].append(change) }

  /// The changes of some units, in order of place.
  mutating func take(_ keys: [PassageKey]) -> [VersionChange] {
    let found = keys.flatMap { changes.removeValue(forKey: $0) ?? [] }
    return found.enumerated().sorted { a, b in
      (Self.place(a.element), a.offset) < (Self.place(b.element), b.offset)
    }.map(\.element)
  }

  private static func place(_ change: VersionChange) -> Int { change.new?.start ?? change.old?.start ?? 0 }
}
