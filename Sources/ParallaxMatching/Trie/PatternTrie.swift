import ParallaxCore

/// All patterns of all lexicons as one trie over word numbers, in flat arrays.
///
/// A step of several words (*slam, slams, slammed*) is one child that each of the words leads to, so a node
/// stands for a prefix of a pattern and not for a sequence of words, and one word may lead from a node to
/// several children. At the root, where a frequent word would lead to hundreds, the first two words together
/// are the key: a bit for each pair of words that begins a pattern turns away nearly all others, and
/// `starters` tells for each word of the vocabulary whether any pattern begins with it at all.
///
/// Edges lie in one open-addressing table keyed by node (or first word) and symbol. Built by `TrieBuilder`,
/// walked by `TrieWalker`.
final class PatternTrie: @unchecked Sendable {
  // Sendable although it holds pointers: nothing changes after `init`, and `deinit` alone frees them.

  /// What an edge asks of a token: a word number, or one of these and above.
  typealias Symbol = UInt32

  /// Any number.
  static let number: Symbol = 0x7FFF_FFF0
  /// A capitalized word inside a sentence.
  static let name: Symbol = 0x7FFF_FFF1
  /// The first of the symbols for words in exact case.
  static let firstExact: Symbol = 0x4000_0000
  /// No node, edge or entry.
  static let none = UInt32.max

  /// Patterns that begin with a word, and do not go on with another.
  struct Root {
    /// First of the entries of the word alone, as a place in `accepts`.
    var accept = none
    /// First of the gaps behind the word, as a place in `gaps`.
    var gap = none
  }

  /// A prefix of some patterns.
  struct Node {
    /// First of the entries whose pattern ends here, as a place in `accepts`.
    var accept = none
    /// First of the gaps that begin here, as a place in `gaps`.
    var gap = none
    /// Which symbols lead on.
    var edges: EdgeKinds = []
  }

  /// Which symbols lead on from a node.
  struct EdgeKinds: OptionSet {
    let rawValue: UInt8
    static let words = EdgeKinds(rawValue: 1)
    static let number = EdgeKinds(rawValue: 2)
    static let name = EdgeKinds(rawValue: 4)
    static let gap = EdgeKinds(rawValue: 8)
  }

  /// A slot of the edge table, and a link to further children for the same key.
  struct Edge {
    var key: UInt64
    var child: UInt32
    var next: UInt32
  }

  /// An entry whose pattern ends at a node.
  struct Accept {
    var entry: UInt32
    var next: UInt32
  }

  /// A gap of at most `limit` words.
  struct Gap {
    var limit: UInt32
    var child: UInt32
    var next: UInt32
  }

  /// What a word may begin.
  struct Starter: OptionSet {
    let rawValue: UInt8
    /// A pattern of this word alone.
    static let whole = Starter(rawValue: 1)
    /// A pattern that goes on with a word.
    static let goesOn = Starter(rawValue: 2)
    /// A pattern that goes on with a gap, any number or any name.
    static let loose = Starter(rawValue: 4)
    /// The word is also something else: a word in exact case, or one that a wildcard covers.
    static let ambiguous = Starter(rawValue: 8)
    /// A number written as a word.
    static let numeral = Starter(rawValue: 16)
    /// A word that a detector waits for.
    static let trigger = Starter(rawValue: 32)
  }

  /// A word that some pattern asks for in exact case.
  struct ExactWord {
    var symbol: Symbol
    var text: [UInt8]
  }

  let nodes: UnsafeMutablePointer<Node>
  let nodeCount: Int
  let slots: UnsafeMutablePointer<Edge>
  let slotMask: Int
  let overflow: UnsafeMutablePointer<Edge>
  let accepts: UnsafeMutablePointer<Accept>
  let gaps: UnsafeMutablePointer<Gap>
  let roots: UnsafeMutablePointer<Root>
  /// For each word its place in `roots`, or `none`.
  let rootPlaces: UnsafeMutablePointer<UInt32>
  /// Places in `roots` of symbols that are no words.
  let otherRoots: [Symbol: UInt32]
  let starters: UnsafeMutablePointer<UInt8>
  /// Number of words that `starters` knows.
  let wordLimit: UInt32
  let pairs: UnsafeMutablePointer<UInt64>
  let pairMask: UInt64
  /// Wildcards that cover a word, by word number.
  let covers: [WordID: [Symbol]]
  /// Words in exact case by their word number.
  let exactWords: [WordID: [ExactWord]]
  /// Whether a pattern may begin with any number, or any name.
  let rootEdges: EdgeKinds

  init(_ parts: TrieBuilder.Parts, covers: [(word: WordID, wildcards: [WordID])] = []) {
    func copy<Element: BitwiseCopyable>(_ array: [Element]) -> UnsafeMutablePointer<Element> {
      let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(1, array.count))
      pointer.initialize(from: array, count: array.count)
      return pointer
    }
    nodes = copy(parts.nodes)
    nodeCount = parts.nodes.count
    slots = copy(parts.slots)
    slotMask = parts.slots.count - 1
    overflow = copy(parts.overflow)
    accepts = copy(parts.accepts)
    gaps = copy(parts.gaps)
    roots = copy(parts.roots)
    rootPlaces = copy(parts.rootPlaces)
    otherRoots = parts.otherRoots
    starters = copy(parts.starters)
    wordLimit = UInt32(parts.starters.count)
    pairs = copy(parts.pairs)
    pairMask = UInt64(parts.pairs.count * 64 - 1)
    exactWords = parts.exactWords
    self.covers = Dictionary(uniqueKeysWithValues: covers.map { ($0.word, $0.wildcards) })
    rootEdges = parts.nodes[0].edges
  }

  deinit {
    nodes.deallocate()
    slots.deallocate()
    overflow.deallocate()
    accepts.deallocate()
    gaps.deallocate()
    roots.deallocate()
    rootPlaces.deallocate()
    starters.deallocate()
    pairs.deallocate()
  }

  /// The key of an edge from a node.
  @inline(__always)
  static func key(_ node: UInt32, _ symbol: Symbol) -> UInt64 { UInt64(node) << 32 | UInt64(symbol) }

  /// The key of the first two symbols of a pattern. Nodes have no number so high.
  @inline(__always)
  static func pairKey(_ first: Symbol, _ second: Symbol) -> UInt64 { key(first | 0x8000_0000, second) }

  /// Where a key's search begins.
  @inline(__always)
  static func hash(_ key: UInt64) -> UInt64 {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 32)
  }

  /// Whether a word may be something else beside itself: a word in exact case, or one that a wildcard covers.
  ///
  /// - Parameter unknown: The answer for words interned after the trie was built.
  @inline(__always)
  func isAmbiguous(_ word: WordID, unknown: Bool) -> Bool {
    word < wordLimit ? starters[Int(word)] & Starter.ambiguous.rawValue != 0 : unknown
  }

  /// The place of a symbol's patterns in `roots`, `none` when it begins none.
  @inline(__always)
  func rootPlace(of symbol: Symbol) -> UInt32 {
    if symbol < wordLimit { return rootPlaces[Int(symbol)] }
    return otherRoots[symbol] ?? Self.none
  }
}
