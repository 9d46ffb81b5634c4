import ParallaxCore
import ParallaxLexicon

/// What the matcher asks of an entry while it decides, in a few bytes without references.
struct EntryFacts: BitwiseCopyable {
  // In an order that leaves no padding, so that no chance bytes get into images.

  /// The entry's weight.
  var weight: Double
  /// What an intensifier multiplies by; 0 for other entries.
  var factor: Double
  /// Place of its guards, -1 for none.
  var guards: Int32 = -1
  /// Place of the words that its form writes with a capital, -1 for none.
  var capitals: Int32 = -1
  /// Number of its category; within one the leftmost and longest wins.
  var category: UInt16
  /// Order of its lexicon among those of the run.
  var lexicon: UInt16
  /// What sort of entry it is.
  var flags: Flags
  /// Rank of its category; lower wins on one span.
  var precedence: UInt8
  /// What negation does to it: a place in `NegationEffect.all`, 0 for nothing.
  var negation: UInt8
  /// 1 for an entry that is read for stance alone.
  var stance: UInt8

  init(
    flags: Flags, precedence: UInt8, negation: UInt8, category: UInt16, lexicon: UInt16, weight: Double,
    factor: Double, stance: UInt8
  ) {
    self.stance = stance
    self.flags = flags
    self.precedence = precedence
    self.negation = negation
    self.category = category
    self.lexicon = lexicon
    self.weight = weight
    self.factor = factor
  }

  /// The layer in which it competes for words: 0 for the codebook, one of its own for each frame and each
  /// category of a user's.
  @inline(__always)
  var layer: UInt16 { flags.contains(.ownLayer) ? category &+ 1 : 0 }

  struct Flags: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    /// A sentence or clause that may hold findings of other categories.
    static let device = Flags(rawValue: 1)
    /// A match inside a capitalized name counts.
    static let allowsNames = Flags(rawValue: 2)
    /// The user's settings switch it off: it takes no words from others.
    static let suppressed = Flags(rawValue: 4)
    /// Its category is none of those asked for: it takes its words, but does not count.
    static let leftOut = Flags(rawValue: 8)
    /// It is the reader's or the writer's step onto the page, which a quotation's words are not.
    static let engagement = Flags(rawValue: 16)
    /// It counts in promotions too.
    static let promotional = Flags(rawValue: 32)
    /// An offer that a detector reads whole.
    static let wholeOffer = Flags(rawValue: 64)
    /// It competes for words with its own category alone.
    static let ownLayer = Flags(rawValue: 128)
  }
}

/// All entries of a matcher, detectors last.
///
/// What decides is there for all; what findings and guards need may be read when first asked for, where the
/// entries lie in an image.
final class EntryTable: @unchecked Sendable {
  // Sendable although it holds pointers: nothing changes after `init`, and `memory` alone frees them.
  private let facts: UnsafePointer<EntryFacts>
  /// Number of entries.
  let count: Int
  /// What keeps the facts; nil where they stay for ever.
  private let memory: FlatMemory?
  /// The first entries, where they are read when asked for.
  private let lazy: LazyEntries?
  /// Those behind them.
  private let infos: [EntryInfo]
  private let guards: [CompiledGuards]
  private let capitals: [[WordID]]

  /// A table of entries that are all there.
  init(facts: [EntryFacts], infos: [EntryInfo], guards: [CompiledGuards], capitals: [[WordID]]) {
    let memory = FlatMemory()
    self.facts = memory.copy(facts).start
    self.memory = memory
    self.infos = infos
    self.guards = guards
    self.capitals = capitals
    count = facts.count
    lazy = nil
  }

  /// A table of entries to be read, and behind them the detectors.
  ///
  /// - Parameter facts: As `factsForImage` gives them.
  init(facts: FlatArray<EntryFacts>, memory: FlatMemory?, lazy: LazyEntries, detectors: [EntryInfo]) {
    self.facts = facts.start
    self.memory = memory
    self.lazy = lazy
    infos = detectors
    guards = []
    capitals = []
    count = facts.count
  }

  /// What is to be known of all entries when they lie in an image: the place of guards and capitals is the
  /// number of their entry.
  var factsForImage: [EntryFacts] {
    (0..<count).map { number in
      var facts = facts[number]
      if facts.guards >= 0 { facts.guards = Int32(number) }
      if facts.capitals >= 0 { facts.capitals = Int32(number) }
      return facts
    }
  }

  /// What is to be known of an entry.
  @inline(__always)
  subscript(entry: UInt32) -> EntryFacts { facts[Int(entry)] }

  /// What findings keep of an entry.
  @inline(__always)
  func info(_ entry: UInt32) -> EntryInfo {
    guard let lazy else { return infos[Int(entry)] }
    return Int(entry) < lazy.count ? lazy[Int(entry)].info : infos[Int(entry) - lazy.count]
  }

  /// The guards at a place.
  @inline(__always)
  func guards(_ place: Int32) -> CompiledGuards { lazy.map { $0[Int(place)].guards } ?? guards[Int(place)] }

  /// The capitalized words at a place; none for -1.
  func capitals(_ place: Int32) -> [WordID] {
    if place < 0 { return [] }
    return lazy.map { $0[Int(place)].capitals } ?? capitals[Int(place)]
  }

  /// Whether `a` is the better of two entries on the same words: the guarded before the unguarded, then the
  /// heavier, then the earlier.
  @inline(__always)
  func prefers(_ a: UInt32, _ b: UInt32) -> Bool {
    let (first, second) = (facts[Int(a)], facts[Int(b)])
    if (first.guards >= 0) != (second.guards >= 0) { return first.guards >= 0 }
    if first.weight != second.weight { return first.weight > second.weight }
    return a < b
  }
}
