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
    var roots: [PatternTrie.Root]
    var rootPlaces: [UInt32]
    var otherRoots: [PatternTrie.Symbol: UInt32]
    var starters: [UInt8]
    var pairs: [UInt64]
    var exactWords: [WordID: [PatternTrie.ExactWord]]
  }

  var nodes = [PatternTrie.Node()]
  var accepts: [PatternTrie.Accept] = []
  var gaps: [PatternTrie.Gap] = []
  var exactWords: [WordID: [PatternTrie.ExactWord]] = [:]
  var exactCount: UInt32 = 0
  /// One for each word of each step: from a node, with a symbol, to a child.
  var edges: [(from: UInt32, symbol: UInt32, child: UInt32)] = []
  /// The child of a node for a step, by node and step number.
  var children: [UInt64: UInt32] = [:]
  /// Numbers of steps of several words.
  var stepNumbers: [[UInt32]: UInt32] = [:]
  var symbols: [UInt32] = []

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
}
