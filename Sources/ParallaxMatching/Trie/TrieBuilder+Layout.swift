import ParallaxCore

// Laying the collected paths out as a `PatternTrie`.
extension TrieBuilder {
  /// Words that mean something to the walker beside their patterns.
  struct SpecialWords {
    /// Words that count as numbers.
    var numerals: [WordID] = []
    /// Words that wildcards cover.
    var covered: [WordID] = []
    /// Words that detectors wait for.
    var triggers: [WordID] = []
  }

  /// The finished trie.
  ///
  /// - Parameter wordLimit: One more than the highest word number.
  func build(wordLimit: WordID, special: SpecialWords = SpecialWords()) -> PatternTrie {
    var layout = TrieLayout(self, wordLimit: wordLimit)
    layout.mark(special.numerals, .numeral)
    layout.mark(special.covered, .ambiguous)
    layout.mark(special.triggers, .trigger)
    layout.mark(Array(exactWords.keys), .ambiguous)
    return PatternTrie(layout.parts())
  }
}

/// The arrays of a trie as they fill.
private struct TrieLayout {
  private var builder: TrieBuilder
  private let wordLimit: WordID
  private var slots: [PatternTrie.Edge] = []
  private var overflow: [PatternTrie.Edge] = []
  private var accepts: [PatternTrie.Accept]
  private var gaps: [PatternTrie.Gap]
  private var roots: [PatternTrie.Root] = []
  private var rootPlaces: [UInt32]
  private var otherRoots: [PatternTrie.Symbol: UInt32] = [:]
  private var starters: [UInt8]
  private var pairs: [UInt64] = []

  init(_ builder: TrieBuilder, wordLimit: WordID) {
    self.builder = builder
    self.wordLimit = wordLimit
    accepts = builder.accepts
    gaps = builder.gaps
    rootPlaces = [UInt32](repeating: PatternTrie.none, count: Int(wordLimit))
    starters = [UInt8](repeating: 0, count: Int(wordLimit))
  }

  mutating func mark(_ words: [WordID], _ starter: PatternTrie.Starter) {
    for word in words { starters[Int(word)] |= starter.rawValue }
  }

  mutating func parts() -> TrieBuilder.Parts {
    let edges = builder.edges
    // Edges of the nodes behind the first step, as chains through `nexts`.
    var heads = [UInt32](repeating: PatternTrie.none, count: builder.nodes.count)
    var nexts = [UInt32](repeating: PatternTrie.none, count: edges.count)
    var isFirst = [Bool](repeating: false, count: builder.nodes.count)
    for edge in edges where edge.from == 0 { isFirst[Int(edge.child)] = true }
    var deeper = 0
    for (index, edge) in edges.enumerated() where edge.from != 0 {
      if isFirst[Int(edge.from)] {
        nexts[index] = heads[Int(edge.from)]
        heads[Int(edge.from)] = UInt32(index)
      } else {
        deeper += 1
      }
    }
    var pairCount = 0
    for edge in edges where edge.from == 0 {
      var next = heads[Int(edge.child)]
      while next != PatternTrie.none {
        pairCount += 1
        next = nexts[Int(next)]
      }
    }
    reserve(deeper + pairCount, pairCount)
    for edge in edges where edge.from != 0 && !isFirst[Int(edge.from)] {
      insert(PatternTrie.key(edge.from, edge.symbol), edge.child)
    }
    for edge in edges where edge.from == 0 {
      beginWith(edge.symbol, edge.child)
      var next = heads[Int(edge.child)]
      while next != PatternTrie.none {
        addPair(edge.symbol, edges[Int(next)].symbol, edges[Int(next)].child)
        next = nexts[Int(next)]
      }
    }
    return TrieBuilder.Parts(
      nodes: builder.nodes, slots: slots, overflow: overflow, accepts: accepts, gaps: gaps, roots: roots,
      rootPlaces: rootPlaces, otherRoots: otherRoots, starters: starters, pairs: pairs,
      exactWords: builder.exactWords)
  }

  private mutating func reserve(_ edgeCount: Int, _ pairCount: Int) {
    var capacity = 64
    while capacity * 3 < edgeCount * 5 { capacity *= 2 }
    slots = [PatternTrie.Edge](
      repeating: .init(key: .max, child: PatternTrie.none, next: PatternTrie.none), count: capacity)
    var bits = 1024
    while bits < pairCount * 16 && bits < 1 << 23 { bits *= 2 }
    pairs = [UInt64](repeating: 0, count: bits / 64)
  }

  private mutating func insert(_ key: UInt64, _ child: UInt32) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: PatternTrie.hash(key)) & mask
    while slots[place].key != .max && slots[place].key != key { place = (place + 1) & mask }
    if slots[place].key == .max {
      slots[place] = .init(key: key, child: child, next: PatternTrie.none)
    } else {
      overflow.append(.init(key: key, child: child, next: slots[place].next))
      slots[place].next = UInt32(overflow.count - 1)
    }
  }

  /// Notes what the patterns behind a first symbol ask for: nothing more, a gap, a word.
  private mutating func beginWith(_ symbol: UInt32, _ child: UInt32) {
    let node = builder.nodes[Int(child)]
    var starter: PatternTrie.Starter = []
    if node.accept != PatternTrie.none { starter.insert(.whole) }
    if node.edges.contains(.words) { starter.insert(.goesOn) }
    if !node.edges.isDisjoint(with: [.number, .name, .gap]) { starter.insert(.loose) }
    if symbol < wordLimit { starters[Int(symbol)] |= starter.rawValue }
    guard node.accept != PatternTrie.none || node.gap != PatternTrie.none else { return }
    var place = symbol < wordLimit ? rootPlaces[Int(symbol)] : otherRoots[symbol] ?? PatternTrie.none
    if place == PatternTrie.none {
      place = UInt32(roots.count)
      roots.append(PatternTrie.Root())
      if symbol < wordLimit { rootPlaces[Int(symbol)] = place } else { otherRoots[symbol] = place }
    }
    var accept = node.accept
    while accept != PatternTrie.none {
      accepts.append(.init(entry: accepts[Int(accept)].entry, next: roots[Int(place)].accept))
      roots[Int(place)].accept = UInt32(accepts.count - 1)
      accept = accepts[Int(accept)].next
    }
    var gap = node.gap
    while gap != PatternTrie.none {
      let old = gaps[Int(gap)]
      gaps.append(.init(limit: old.limit, child: old.child, next: roots[Int(place)].gap))
      roots[Int(place)].gap = UInt32(gaps.count - 1)
      gap = old.next
    }
  }

  private mutating func addPair(_ first: UInt32, _ second: UInt32, _ child: UInt32) {
    let key = PatternTrie.pairKey(first, second)
    insert(key, child)
    let bit = PatternTrie.hash(key) & UInt64(pairs.count * 64 - 1)
    pairs[Int(bit >> 6)] |= 1 << (bit & 63)
  }
}
