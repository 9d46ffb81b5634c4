import ParallaxCore
import ParallaxLexicon

/// Collects the paths of patterns and lays them out as a `PatternTrie`.
struct TrieBuilder {
  /// The arrays of a finished trie.
  struct Parts {
    var nodes: [PatternTrie.Node]
    var slots: [PatternTrie.Edge]
    var overflow: [PatternTrie.Edge]
    var accepts: [PatternTrie.Accept]
    var gaps: [PatternTrie.Gap]
    var starters: [UInt8]
    var pairs: [UInt64]
    var exactWords: [WordID: [PatternTrie.ExactWord]]
  }

  private var nodes = [PatternTrie.Node()]
  private var accepts: [PatternTrie.Accept] = []
  private var gaps: [PatternTrie.Gap] = []
  private var exactWords: [WordID: [PatternTrie.ExactWord]] = [:]
  private var exactCount: UInt32 = 0
  /// One for each word of each step: from a node, with a symbol, to a child.
  private var edges: [(from: UInt32, symbol: UInt32, child: UInt32)] = []
  /// The child of a node for a step, by node and step number.
  private var children: [UInt64: UInt32] = [:]
  /// Numbers of steps of several words.
  private var stepNumbers: [[UInt32]: UInt32] = [:]
  private var symbols: [UInt32] = []

  /// Starts with an empty trie; `expected` paths or so will come.
  init(expected: Int) {
    children.reserveCapacity(expected * 3)
    edges.reserveCapacity(expected * 5)
    nodes.reserveCapacity(expected * 3)
  }

  /// Adds a path that ends in `entry`.
  mutating func insert(_ path: [PatternStep], entry: UInt32, words: inout VocabularyBuilder) {
    var node: UInt32 = 0
    for step in path { node = child(of: node, step, words: &words) }
    guard node != 0 else { return }
    var place = nodes[Int(node)].accept
    while place != PatternTrie.none {
      if accepts[Int(place)].entry == entry { return }
      place = accepts[Int(place)].next
    }
    accepts.append(.init(entry: entry, next: nodes[Int(node)].accept))
    nodes[Int(node)].accept = UInt32(accepts.count - 1)
  }

  private mutating func child(of node: UInt32, _ step: PatternStep, words: inout VocabularyBuilder) -> UInt32
  {
    symbols.removeAll(keepingCapacity: true)
    switch step {
    case .words(let forms):
      for form in forms { symbols.append(words.intern(form)) }
      nodes[Int(node)].edges.insert(.words)
    case .exact(let text):
      symbols.append(exactSymbol(text, words: &words))
      nodes[Int(node)].edges.insert(.words)
    case .number:
      symbols.append(PatternTrie.number)
      nodes[Int(node)].edges.insert(.number)
    case .name:
      symbols.append(PatternTrie.name)
      nodes[Int(node)].edges.insert(.name)
    case .gap(let limit):
      return gapChild(of: node, limit: UInt32(limit))
    case .wordClass:
      // Forms hold no open classes; see `PatternParser`.
      return node
    }
    let key = PatternTrie.key(node, stepNumber())
    if let known = children[key] { return known }
    let child = newNode()
    children[key] = child
    for symbol in symbols { edges.append((node, symbol, child)) }
    return child
  }

  private mutating func newNode() -> UInt32 {
    nodes.append(PatternTrie.Node())
    return UInt32(nodes.count - 1)
  }

  /// A number that the same set of symbols always gets.
  private mutating func stepNumber() -> UInt32 {
    if symbols.count == 1 { return symbols[0] }
    symbols.sort()
    if let known = stepNumbers[symbols] { return known }
    let number = 0x8000_0000 | UInt32(stepNumbers.count)
    stepNumbers[symbols] = number
    return number
  }

  private mutating func gapChild(of node: UInt32, limit: UInt32) -> UInt32 {
    var place = nodes[Int(node)].gap
    while place != PatternTrie.none {
      if gaps[Int(place)].limit == limit { return gaps[Int(place)].child }
      place = gaps[Int(place)].next
    }
    let child = newNode()
    gaps.append(.init(limit: limit, child: child, next: nodes[Int(node)].gap))
    nodes[Int(node)].gap = UInt32(gaps.count - 1)
    nodes[Int(node)].edges.insert(.gap)
    return child
  }

  private mutating func exactSymbol(_ text: String, words: inout VocabularyBuilder) -> UInt32 {
    let word = words.intern(WordForm.normalize(text))
    let bytes = Array(text.utf8)
    if let known = exactWords[word]?.first(where: { $0.text == bytes }) { return known.symbol }
    let symbol = PatternTrie.firstExact + exactCount
    exactCount += 1
    exactWords[word, default: []].append(.init(symbol: symbol, text: bytes))
    return symbol
  }

  // MARK: Laying out

  /// The finished trie.
  ///
  /// - Parameters:
  ///   - wordLimit: One more than the highest word number.
  ///   - numerals: Words that count as numbers.
  ///   - covered: Words that a wildcard covers.
  ///   - triggers: Words that detectors wait for.
  consuming func build(
    wordLimit: WordID, numerals: [WordID] = [], covered: [WordID] = [], triggers: [WordID] = []
  ) -> PatternTrie {
    var capacity = 64
    while capacity < edges.count * 2 { capacity *= 2 }
    var slots = [PatternTrie.Edge](
      repeating: .init(key: .max, child: PatternTrie.none, next: PatternTrie.none), count: capacity)
    var overflow: [PatternTrie.Edge] = []
    let mask = capacity - 1
    for edge in edges {
      let key = PatternTrie.key(edge.from, edge.symbol)
      var place = Int(truncatingIfNeeded: PatternTrie.hash(key)) & mask
      while slots[place].key != .max && slots[place].key != key { place = (place + 1) & mask }
      if slots[place].key == .max {
        slots[place] = .init(key: key, child: edge.child, next: PatternTrie.none)
      } else {
        overflow.append(.init(key: key, child: edge.child, next: slots[place].next))
        slots[place].next = UInt32(overflow.count - 1)
      }
    }
    var starters = [UInt8](repeating: 0, count: Int(wordLimit))
    for word in numerals { starters[Int(word)] |= PatternTrie.Starter.numeral.rawValue }
    for word in triggers { starters[Int(word)] |= PatternTrie.Starter.trigger.rawValue }
    for word in covered { starters[Int(word)] |= PatternTrie.Starter.ambiguous.rawValue }
    for word in exactWords.keys { starters[Int(word)] |= PatternTrie.Starter.ambiguous.rawValue }
    let pairs = markBeginnings(&starters)
    return PatternTrie(
      Parts(
        nodes: nodes, slots: slots, overflow: overflow, accepts: accepts, gaps: gaps, starters: starters,
        pairs: pairs, exactWords: exactWords))
  }

  /// Sets what each word may begin, and gives the bits of the pairs of words that begin patterns.
  private func markBeginnings(_ starters: inout [UInt8]) -> [UInt64] {
    // Words of the second step by the child they follow, as chains through `second`.
    var heads: [UInt32: UInt32] = [:]
    var firsts: [(word: UInt32, child: UInt32)] = []
    for edge in edges where edge.from == 0 {
      heads[edge.child] = PatternTrie.none
      firsts.append((edge.symbol, edge.child))
    }
    var second: [(symbol: UInt32, next: UInt32)] = []
    for edge in edges {
      guard let head = heads[edge.from] else { continue }
      second.append((edge.symbol, head))
      heads[edge.from] = UInt32(second.count - 1)
    }
    var size = 1024
    while size < second.count * 16 && size < 1 << 23 { size *= 2 }
    var pairs = [UInt64](repeating: 0, count: size / 64)
    for (word, child) in firsts where word < PatternTrie.firstExact {
      let node = nodes[Int(child)]
      var starter = PatternTrie.Starter(rawValue: starters[Int(word)])
      if node.accept != PatternTrie.none { starter.insert(.whole) }
      if node.edges.contains(.words) { starter.insert(.goesOn) }
      if !node.edges.isDisjoint(with: [.number, .name, .gap]) { starter.insert(.loose) }
      var place = heads[child] ?? PatternTrie.none
      while place != PatternTrie.none {
        let symbol = second[Int(place)].symbol
        // A word in exact case is ambiguous in the text, which passes the filter by itself.
        if symbol < PatternTrie.firstExact {
          let bit = PatternTrie.pairHash(word, symbol) & UInt64(size - 1)
          pairs[Int(bit >> 6)] |= 1 << (bit & 63)
        }
        place = second[Int(place)].next
      }
      starters[Int(word)] = starter.rawValue
    }
    return pairs
  }
}
