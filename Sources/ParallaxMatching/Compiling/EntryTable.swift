import ParallaxCore
import ParallaxLexicon

/// What the matcher asks of an entry while it decides, in a few bytes without references.
struct EntryFacts: BitwiseCopyable {
  /// What sort of entry it is.
  var flags: Flags
  /// Rank of its category; lower wins on one span.
  var precedence: UInt8
  /// What negation does to it: a place in `NegationEffect.all`, 0 for nothing.
  var negation: UInt8
  /// The layer in which it competes for words: 0 for the codebook, one of its own for each frame and each
  /// category of a user's.
  var layer: UInt16
  /// Number of its category; within one the leftmost and longest wins.
  var category: UInt16
  /// Order of its lexicon among those of the run.
  var lexicon: UInt16
  /// Place of its guards, -1 for none.
  var guards: Int32
  /// Place of the words that its form writes with a capital, -1 for none.
  var capitals: Int32
  /// The entry's weight.
  var weight: Double
  /// What an intensifier multiplies by; 0 for other entries.
  var factor: Double

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
  }
}

/// All entries of a matcher, detectors last.
final class EntryTable: @unchecked Sendable {
  // Sendable although it holds a pointer: nothing changes after `init`, and `deinit` alone frees it.
  private let facts: UnsafeMutablePointer<EntryFacts>
  private let infos: [EntryInfo]
  private let guards: [CompiledGuards]
  private let capitals: [[WordID]]

  init(facts: [EntryFacts], infos: [EntryInfo], guards: [CompiledGuards], capitals: [[WordID]]) {
    self.facts = .allocate(capacity: max(1, facts.count))
    self.facts.initialize(from: facts, count: facts.count)
    self.infos = infos
    self.guards = guards
    self.capitals = capitals
  }

  deinit { facts.deallocate() }

  /// Number of entries.
  var count: Int { infos.count }

  /// What is to be known of an entry.
  @inline(__always)
  subscript(entry: UInt32) -> EntryFacts { facts[Int(entry)] }

  /// What findings keep of an entry.
  @inline(__always)
  func info(_ entry: UInt32) -> EntryInfo { infos[Int(entry)] }

  /// The guards at a place.
  @inline(__always)
  func guards(_ place: Int32) -> CompiledGuards { guards[Int(place)] }

  /// The capitalized words at a place; none for -1.
  func capitals(_ place: Int32) -> [WordID] { place < 0 ? [] : capitals[Int(place)] }

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
