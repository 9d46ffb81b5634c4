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
  // Sendable although it holds pointers: nothing changes after `init`, and `memory` alone frees them.

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
  struct Root: BitwiseCopyable {
    /// First of the entries of the word alone, as a place in `accepts`.
    var accept = none
    /// First of the gaps behind the word, as a place in `gaps`.
    var gap = none
  }

  /// A prefix of some patterns.
  struct Node: BitwiseCopyable {
    /// First of the entries whose pattern ends here, as a place in `accepts`.
    var accept = none
    /// First of the gaps that begin here, as a place in `gaps`.
    var gap = none
    /// Which symbols lead on.
    var edges: EdgeKinds = []
  }

  /// Which symbols lead on from a node.
  struct EdgeKinds: OptionSet, BitwiseCopyable {
    // As wide as the other members of a node, so that no padding gets into images.
    let rawValue: UInt32
    static let words = EdgeKinds(rawValue: 1)
    static let number = EdgeKinds(rawValue: 2)
    static let name = EdgeKinds(rawValue: 4)
    static let gap = EdgeKinds(rawValue: 8)
  }

  /// A slot of the edge table, and a link to further children for the same key.
  struct Edge: BitwiseCopyable {
    var key: UInt64
    var child: UInt32
    var next: UInt32
  }

  /// An entry whose pattern ends at a node.
  struct Accept: BitwiseCopyable {
    var entry: UInt32
    var next: UInt32
  }

  /// A gap of at most `limit` words.
  struct Gap: BitwiseCopyable {
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

  let nodes: UnsafePointer<Node>
  let slots: UnsafePointer<Edge>
  let slotMask: Int
  let overflow: UnsafePointer<Edge>
  let accepts: UnsafePointer<Accept>
  let gaps: UnsafePointer<Gap>
  let roots: UnsafePointer<Root>
  /// For each word its place in `roots`, or `none`.
  let rootPlaces: UnsafePointer<UInt32>
  /// Places in `roots` of symbols that are no words.
  private let otherRoots: [Symbol: UInt32]
  /// Those of any number and any name, which every number and name of a text asks for.
  private let numberRoot: UInt32
  private let nameRoot: UInt32
  let starters: UnsafePointer<UInt8>
  /// Number of words that `starters` knows.
  let wordLimit: UInt32
  let pairs: UnsafePointer<UInt64>
  let pairMask: UInt64
  /// Words in exact case by their word number.
  let exactWords: [WordID: [ExactWord]]
  /// Whether a pattern may begin with any number, or any name.
  let rootEdges: EdgeKinds
  private let tables: Tables
  /// What keeps the tables; nil where they stay for ever.
  private let memory: FlatMemory?

  /// The tables of a trie.
  struct Tables {
    var nodes: FlatArray<Node>
    var slots: FlatArray<Edge>
    var overflow: FlatArray<Edge>
    var accepts: FlatArray<Accept>
    var gaps: FlatArray<Gap>
    var roots: FlatArray<Root>
    var rootPlaces: FlatArray<UInt32>
    var starters: FlatArray<UInt8>
    var pairs: FlatArray<UInt64>
  }

  /// A trie over tables that fit each other.
  init(
    _ tables: Tables, otherRoots: [Symbol: UInt32], exactWords: [WordID: [ExactWord]], memory: FlatMemory?
  ) {
    nodes = tables.nodes.start
    slots = tables.slots.start
    slotMask = tables.slots.count - 1
    overflow = tables.overflow.start
    accepts = tables.accepts.start
    gaps = tables.gaps.start
    roots = tables.roots.start
    rootPlaces = tables.rootPlaces.start
    starters = tables.starters.start
    wordLimit = UInt32(tables.starters.count)
    pairs = tables.pairs.start
    pairMask = UInt64(tables.pairs.count * 64 - 1)
    rootEdges = nodes[0].edges
    self.otherRoots = otherRoots
    numberRoot = otherRoots[Self.number] ?? Self.none
    nameRoot = otherRoots[Self.name] ?? Self.none
    self.exactWords = exactWords
    self.tables = tables
    self.memory = memory
  }

  /// A trie of its own memory.
  convenience init(_ parts: TrieBuilder.Parts) {
    let memory = FlatMemory()
    self.init(
      Tables(
        nodes: memory.copy(parts.nodes), slots: memory.copy(parts.slots),
        overflow: memory.copy(parts.overflow), accepts: memory.copy(parts.accepts),
        gaps: memory.copy(parts.gaps), roots: memory.copy(parts.roots),
        rootPlaces: memory.copy(parts.rootPlaces), starters: memory.copy(parts.starters),
        pairs: memory.copy(parts.pairs)),
      otherRoots: parts.otherRoots, exactWords: parts.exactWords, memory: memory)
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
    if symbol == Self.number { return numberRoot }
    if symbol == Self.name { return nameRoot }
    return otherRoots[symbol] ?? Self.none
  }
}

// MARK: Images

extension PatternTrie {
  /// A trie that lies in an image, which must outlive it; nil when the image does not hold one.
  convenience init?(_ image: inout ImageReader) {
    guard let nodes = image.read(Node.self), let slots = image.read(Edge.self),
      let overflow = image.read(Edge.self), let accepts = image.read(Accept.self),
      let gaps = image.read(Gap.self), let roots = image.read(Root.self),
      let rootPlaces = image.read(UInt32.self), let starters = image.read(UInt8.self),
      let pairs = image.read(UInt64.self), let otherRoots = image.read(UInt64.self),
      let exactWords = image.read(UInt64.self), let exactTexts = image.readStrings()
    else { return nil }
    func isPowerOfTwo(_ count: Int) -> Bool { count > 0 && count & (count - 1) == 0 }
    guard !nodes.isEmpty, isPowerOfTwo(slots.count), isPowerOfTwo(pairs.count),
      rootPlaces.count == starters.count, exactWords.count == exactTexts.count
    else { return nil }
    var exact: [WordID: [ExactWord]] = [:]
    for (word, text) in zip(exactWords.buffer, exactTexts) {
      exact[WordID(truncatingIfNeeded: word >> 32), default: []].append(
        ExactWord(symbol: Symbol(truncatingIfNeeded: word), text: Array(text.utf8)))
    }
    self.init(
      Tables(
        nodes: nodes, slots: slots, overflow: overflow, accepts: accepts, gaps: gaps, roots: roots,
        rootPlaces: rootPlaces, starters: starters, pairs: pairs),
      otherRoots: Dictionary(
        otherRoots.buffer.map { (Symbol(truncatingIfNeeded: $0 >> 32), UInt32(truncatingIfNeeded: $0)) },
        uniquingKeysWith: { $1 }),
      exactWords: exact, memory: nil)
  }

  /// Writes what `init(_:)` reads.
  func write(to image: inout ImageWriter) {
    image.append(tables.nodes)
    image.append(tables.slots)
    image.append(tables.overflow)
    image.append(tables.accepts)
    image.append(tables.gaps)
    image.append(tables.roots)
    image.append(tables.rootPlaces)
    image.append(tables.starters)
    image.append(tables.pairs)
    image.append(otherRoots.map { UInt64($0.key) << 32 | UInt64($0.value) }.sorted())
    let exact = exactWords.sorted { $0.key < $1.key }.flatMap { word, forms in forms.map { (word, $0) } }
    image.append(exact.map { UInt64($0.0) << 32 | UInt64($0.1.symbol) })
    image.append(strings: exact.map { String(decoding: $0.1.text, as: UTF8.self) })
  }
}
