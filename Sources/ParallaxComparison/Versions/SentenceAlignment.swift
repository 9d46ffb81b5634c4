/// Which sentence of the new version is which of the old.
///
/// Equal sentences first, the k-th of equal ones with the k-th; then those that share enough words, the most alike
/// first, found over an index of their rarest words. Among the pairs the heaviest chain that stands in the same
/// order in both versions has stayed in place; the others have moved.
struct SentenceAlignment {
  /// A sentence in both versions.
  struct Pair: Equatable {
    var old: Int
    var new: Int
    var isEqual: Bool
    var isMoved = false
  }

  /// In the order of the new version.
  private(set) var pairs: [Pair] = []

  /// Least similarity of sentences between the same neighbours.
  static let leastBeside = 0.3
  /// Least similarity of sentences elsewhere.
  static let leastElsewhere = 0.6
  /// Rarest words of a sentence that propose others, and how many each may propose.
  static let proposingWords = 12
  /// See `proposingWords`.
  static let unitsPerWord = 16

  private let old: VersionUnits
  private let new: VersionUnits
  private let weights: [Double]
  private var newOf: [Int?]
  private var oldOf: [Int?]

  /// - Complexity: O(n log n) in tokens.
  init(_ old: VersionUnits, _ new: VersionUnits, weights: [Double]) {
    self.old = old
    self.new = new
    self.weights = weights
    newOf = Array(repeating: nil, count: old.units.count)
    oldOf = Array(repeating: nil, count: new.units.count)
    pairHeadlines()
    pairEqual()
    pairAlike()
    let matched = oldOf.enumerated().compactMap { new, old in old.map { (old: $0, new: new) } }
    let stays = Self.heaviestChain(
      matched.map { (place: $0.old, weight: max(1, self.new.units[$0.new].words)) })
    pairs = zip(matched, stays).map { pair, stays in
      Pair(
        old: pair.old, new: pair.new, isEqual: old.forms(of: pair.old) == new.forms(of: pair.new),
        isMoved: !stays)
    }
  }

  private mutating func join(_ first: Int, _ second: Int) {
    newOf[first] = second
    oldOf[second] = first
  }

  private mutating func pairHeadlines() {
    if let first = old.headline, let second = new.headline { join(first, second) }
  }

  private mutating func pairEqual() {
    var waiting: [ArraySlice<Int32>: [Int]] = [:]
    for unit in old.units.indices.reversed() where newOf[unit] == nil {
      waiting[old.forms(of: unit), default: []].append(unit)
    }
    for unit in new.units.indices where oldOf[unit] == nil {
      if let first = waiting[new.forms(of: unit)]?.popLast() { join(first, unit) }
    }
  }

  // MARK: Changed sentences

  private mutating func pairAlike() {
    let oldGaps = gaps(newOf.map { $0 != nil })
    // A gap of the new version is known by the old sentence before it.
    var newGaps: [Int] = []
    var last = -1
    for old in oldOf {
      if let old { last = old }
      newGaps.append(last)
    }
    var candidates: [(old: Int, new: Int, score: Double)] = []
    let index = wordIndex()
    for unit in new.units.indices where oldOf[unit] == nil {
      for first in proposals(for: unit, index) {
        let score = similarity(first, unit)
        let isBeside = oldGaps[first] == newGaps[unit]
        if score >= (isBeside ? Self.leastBeside : Self.leastElsewhere) {
          candidates.append((first, unit, score + (isBeside ? 0.2 : 0)))
        }
      }
    }
    candidates.sort { ($1.score, $0.new, $0.old) < ($0.score, $1.new, $1.old) }
    for candidate in candidates where newOf[candidate.old] == nil && oldOf[candidate.new] == nil {
      join(candidate.old, candidate.new)
    }
  }

  /// For each unit the last one before it that has its pair, or -1.
  private func gaps(_ isMatched: [Bool]) -> [Int] {
    var last = -1
    return isMatched.enumerated().map { unit, matched in
      if matched { last = unit }
      return last
    }
  }

  /// Old sentences without a pair, by word.
  private func wordIndex() -> [Int32: [Int]] {
    var index: [Int32: [Int]] = [:]
    for unit in old.units.indices where newOf[unit] == nil {
      for form in Set(old.forms(of: unit)).sorted() where weights[Int(form)] > 0 {
        index[form, default: []].append(unit)
      }
    }
    return index
  }

  private func proposals(for unit: Int, _ index: [Int32: [Int]]) -> [Int] {
    let words = Set(new.forms(of: unit)).compactMap { form in index[form].map { (form, $0) } }
      .sorted { ($0.1.count, $0.0) < ($1.1.count, $1.0) }
    var found: Set<Int> = []
    for (_, units) in words.prefix(Self.proposingWords) { found.formUnion(units.prefix(Self.unitsPerWord)) }
    return found.sorted()
  }

  /// Twice the weight of shared words over the weight of all: Dice's coefficient, 0 to 1.
  func similarity(_ first: Int, _ second: Int) -> Double {
    let a = old.forms(of: first).sorted()
    let b = new.forms(of: second).sorted()
    var (i, j, shared) = (0, 0, 0.0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        shared += weights[Int(a[i])]
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let all = a.reduce(0) { $0 + weights[Int($1)] } + b.reduce(0) { $0 + weights[Int($1)] }
    return all > 0 ? 2 * shared / all : 0
  }

  // MARK: Order

  /// Which elements belong to the increasing subsequence of the greatest weight.
  ///
  /// - Complexity: O(n log n).
  static func heaviestChain(_ elements: [(place: Int, weight: Int)]) -> [Bool] {
    let size = (elements.map(\.place).max() ?? -1) + 2
    // Of each prefix of places, the element that ends its heaviest chain.
    var best = [Int](repeating: -1, count: size + 1)
    var totals = [Int](repeating: 0, count: elements.count)
    var before = [Int](repeating: -1, count: elements.count)
    for (index, element) in elements.enumerated() {
      var end = -1
      var at = element.place
      while at > 0 {
        if best[at] >= 0, end < 0 || totals[best[at]] > totals[end] { end = best[at] }
        at -= at & -at
      }
      before[index] = end
      totals[index] = element.weight + (end < 0 ? 0 : totals[end])
      at = element.place + 1
      while at < size + 1 {
        if best[at] < 0 || totals[index] > totals[best[at]] { best[at] = index }
        at += at & -at
      }
    }
    var belongs = [Bool](repeating: false, count: elements.count)
    var at = totals.indices.max { (totals[$0], $1) < (totals[$1], $0) } ?? -1
    while at >= 0 {
      belongs[at] = true
      at = before[at]
    }
    return belongs
  }
}
