import ParallaxCore

/// All patterns of all lexicons as one trie over word numbers, in flat arrays.
///
/// A step of several words (*slam, slams, slammed*) is one child that each of the words leads to, so a node
/// stands for a prefix of a pattern and not for a sequence of words: one word may lead from a node to several
/// children. Edges lie in one open-addressing table keyed by node and symbol; `starters` tells for each word of
/// the vocabulary whether any pattern begins with it, so that most tokens of a text cost one load; a bit for
/// each pair of words that begins a pattern turns away most others.
///
/// Built by `TrieBuilder`, walked by `TrieWalker`.
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
    /// A pattern that goes on with something else than a word.
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
  let starters: UnsafeMutablePointer<UInt8>
  /// Number of words that `starters` knows.
  let wordLimit: UInt32
  let pairs: UnsafeMutablePointer<UInt64>
  let pairMask: UInt64
  /// Words in exact case by their word number.
  let exactWords: [WordID: [ExactWord]]
  /// Whether a pattern may begin with any number, or any name.
  let rootEdges: EdgeKinds

  init(_ parts: TrieBuilder.Parts) {
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
    starters = copy(parts.starters)
    wordLimit = UInt32(parts.starters.count)
    pairs = copy(parts.pairs)
    pairMask = UInt64(parts.pairs.count * 64 - 1)
    exactWords = parts.exactWords
    rootEdges = parts.nodes[0].edges
  }

  deinit {
    nodes.deallocate()
    slots.deallocate()
    overflow.deallocate()
    accepts.deallocate()
    gaps.deallocate()
    starters.deallocate()
    pairs.deallocate()
  }

  /// The key of an edge.
  @inline(__always)
  static func key(_ node: UInt32, _ symbol: Symbol) -> UInt64 { UInt64(node) << 32 | UInt64(symbol) }

  /// Where a key's search begins.
  @inline(__always)
  static func hash(_ key: UInt64) -> UInt64 {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 32)
  }

  /// The bit of a pair of words.
  @inline(__always)
  static func pairHash(_ first: UInt32, _ second: UInt32) -> UInt64 {
    hash(UInt64(first) << 32 | UInt64(second))
  }
}
