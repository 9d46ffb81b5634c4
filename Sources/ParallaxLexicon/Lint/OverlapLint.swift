import ParallaxCore

/// Looks for entries that find the same words: duplicates, shadowed entries, contradictions.
struct OverlapLint {
  /// An entry of one of the lexicons.
  private struct Place: Hashable {
    var lexicon: Int
    var entry: Int
  }

  /// Ways to spell a path that are compared; entries with more are compared by their first ones.
  static let wayLimit = 256

  private let lexicons: [Lexicon]
  private var entriesByWords: [String: [Place]] = [:]
  private var waysByEntry: [Place: [String]] = [:]
  private var found: [LintFinding] = []

  init(_ lexicons: [Lexicon]) {
    self.lexicons = lexicons
    for (number, lexicon) in lexicons.enumerated() {
      for (index, entry) in lexicon.entries.enumerated() {
        let place = Place(lexicon: number, entry: index)
        let ways = Self.ways(entry.pattern)
        waysByEntry[place] = ways
        for way in ways { entriesByWords[way, default: []].append(place) }
      }
    }
  }

  /// The word sequences of a pattern, each once, as strings with a blank between the words.
  static func ways(_ pattern: Pattern) -> [String] {
    var all: [String] = []
    var seen: Set<String> = []
    for path in pattern.paths {
      var ways = [""]
      for step in path {
        let choices = spellings(step)
        guard ways.count * choices.count <= wayLimit else {
          ways = ways.map { $0 + choices[0] + " " }
          continue
        }
        ways = ways.flatMap { way in choices.map { way + $0 + " " } }
      }
      for way in ways where seen.insert(way).inserted { all.append(way) }
      if all.count > wayLimit { break }
    }
    return all
  }

  private static func spellings(_ step: PatternStep) -> [String] {
    switch step {
    case .words(let words): words
    case .exact(let word): ["=" + word]
    case .number: ["@num"]
    case .name: ["@name"]
    case .gap(let limit): ["<\(limit)>"]
    case .wordClass(let wordClass): ["@" + wordClass.rawValue]
    }
  }

  private func entry(_ place: Place) -> Entry { lexicons[place.lexicon].entries[place.entry] }

  /// Where an entry stands, for a message.
  private func shown(_ place: Place) -> String {
    let entry = entry(place)
    return "\"\(entry.info.form)\" (\(lexicons[place.lexicon].entriesPath):\(entry.line))"
  }

  mutating func findings() -> [LintFinding] {
    for (number, lexicon) in lexicons.enumerated() {
      for index in lexicon.entries.indices { check(Place(lexicon: number, entry: index)) }
    }
    return found
  }

  private mutating func check(_ place: Place) {
    let ways = waysByEntry[place] ?? []
    let own = entry(place)
    var stronger: [Place] = []
    var lost = 0
    var firstLost: String?
    var contradicted: Set<Place> = []
    for way in ways {
      let others = (entriesByWords[way] ?? []).filter { $0 != place && entry($0).guards == own.guards }
      if let winner = others.first(where: { wins($0, over: place) }) {
        lost += 1
        firstLost = firstLost ?? way
        if !stronger.contains(winner) { stronger.append(winner) }
      }
      for other in others where contradicts(other, place) && contradicted.insert(other).inserted {
        report(contradictionOf: place, with: other, way)
      }
    }
    guard let winner = stronger.first, let firstLost else { return }
    let words = firstLost.dropLast()
    if lost == ways.count {
      let isSame = stronger.count == 1 && Set(waysByEntry[winner] ?? []) == Set(ways)
      report(
        place, isSame ? .duplicate : .shadowed,
        isSame
          ? "the same words and guards as \(shown(winner)); remove one of them"
          : "\(stronger.map(shown).joined(separator: ", ")) always wins on its words; remove it, or guard it")
    } else {
      report(place, .overlap, "\"\(words)\" is found by \(shown(winner)) too, which wins")
    }
  }

  private mutating func report(_ place: Place, _ rule: LintFinding.Rule, _ message: String) {
    found.append(LexiconLint.at(lexicons[place.lexicon], place.entry, "form", rule, message))
  }

  /// Whether `a` takes the words from `b`: same category, same guards; the heavier, then the earlier.
  private func wins(_ a: Place, over b: Place) -> Bool {
    let (first, second) = (entry(a).info, entry(b).info)
    guard first.category == second.category else { return false }
    if first.weight != second.weight { return first.weight > second.weight }
    return (a.lexicon, a.entry) < (b.lexicon, b.entry)
  }

  /// Whether `other` says something else of the same words, reported once, at the one that loses.
  private func contradicts(_ other: Place, _ place: Place) -> Bool {
    let (first, second) = (entry(other).info, entry(place).info)
    if first.category == second.category {
      return isOpposite(first.polarity, second.polarity) && wins(other, over: place)
    }
    let count = Category.codebook.count
    guard first.category.precedence < count, second.category.precedence < count else { return false }
    return first.category.precedence < second.category.precedence
  }

  private func isOpposite(_ a: Polarity, _ b: Polarity) -> Bool { a != .neutral && a == b.reversed && a != b }

  private mutating func report(contradictionOf place: Place, with other: Place, _ way: String) {
    let (first, second) = (entry(other).info, entry(place).info)
    let words = way.dropLast()
    if first.category == second.category {
      report(
        place, .contradiction,
        "\"\(words)\" is \(second.polarity.rawValue) here and \(first.polarity.rawValue) in \(shown(other))")
    } else {
      // A pattern that shares a few of its ways with another category still does its work on the others.
      let isWhole = Set(waysByEntry[place] ?? []).isSubset(of: waysByEntry[other] ?? [])
      report(
        place, isWhole ? .contradiction : .overlap,
        "\"\(words)\" is also \(first.category) in \(shown(other)), which always wins; tell them apart by guards"
      )
    }
  }
}
