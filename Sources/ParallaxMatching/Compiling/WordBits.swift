import ParallaxCore

/// A few bits for each word of the vocabulary, by number; words interned later have none.
///
/// A class with a pointer, so that asking costs one load and no reference counting of an array.
final class WordBits: @unchecked Sendable {
  // Sendable although it holds a pointer: nothing changes after `init`, and `deinit` alone frees it.
  private let bits: UnsafeMutablePointer<UInt32>
  /// Number of words known.
  let count: Int

  init(_ bits: [UInt32]) {
    count = bits.count
    self.bits = .allocate(capacity: max(1, bits.count))
    self.bits.initialize(from: bits, count: bits.count)
  }

  deinit { bits.deallocate() }

  /// The bits of a word.
  @inline(__always)
  subscript(word: WordID) -> UInt32 { Int(word) < count ? bits[Int(word)] : 0 }
}

/// Collects the bits of words.
struct WordBitsBuilder {
  private(set) var bits: [UInt32] = []

  /// Sets bits of each of `list`.
  mutating func add(_ list: [String], _ set: UInt32, words: inout VocabularyBuilder) {
    for word in list {
      let id = Int(words.intern(word))
      if id >= bits.count { bits += [UInt32](repeating: 0, count: id + 1 - bits.count) }
      bits[id] |= set
    }
  }
}
