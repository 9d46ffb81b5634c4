/// Finds the prefix and suffix wildcards that cover a word, by trying each length that occurs.
///
/// Wildcards stand with their star in the word table: *anti-tax* is covered by `anti-*` when that is there.
struct WildcardSearch {
  static let star = UInt8(ascii: "*")

  private let slots: FlatArray<Vocabulary.Slot>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let prefixLengths: UnsafeBufferPointer<UInt32>
  private let suffixLengths: UnsafeBufferPointer<UInt32>

  /// A search in the tables of a vocabulary, which may be all but complete.
  init(_ tables: Vocabulary.Tables) {
    slots = tables.slots
    bytes = tables.bytes.buffer
    prefixLengths = tables.prefixLengths.buffer
    suffixLengths = tables.suffixLengths.buffer
  }

  /// Wildcards that cover a normalized word: prefixes, then suffixes, the longest first.
  ///
  /// - Complexity: O(n) in the word's length for each length of wildcards.
  func matches(_ word: UnsafeBufferPointer<UInt8>, stopsAtFirst: Bool = false) -> [WordID] {
    var found: [WordID] = []
    for length in prefixLengths where Int(length) <= word.count {
      let id = find(word[..<Int(length)], isPrefix: true)
      if id != 0 { found.append(id) }
      if stopsAtFirst && !found.isEmpty { return found }
    }
    for length in suffixLengths where Int(length) < word.count {
      let id = find(word[(word.count - Int(length))...], isPrefix: false)
      if id != 0 { found.append(id) }
      if stopsAtFirst && !found.isEmpty { return found }
    }
    return found
  }

  private func find(_ part: Slice<UnsafeBufferPointer<UInt8>>, isPrefix: Bool) -> WordID {
    // A suffix that ends in a star is a prefix wildcard that begins with one.
    if !isPrefix && part.last == Self.star { return 0 }
    var hash = Vocabulary.hashSeed
    if !isPrefix { hash = Vocabulary.extend(hash, by: Self.star) }
    for byte in part { hash = Vocabulary.extend(hash, by: byte) }
    if isPrefix { hash = Vocabulary.extend(hash, by: Self.star) }
    hash = Vocabulary.finish(hash)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].id != 0 {
      let slot = slots[place]
      if slot.hash == UInt32(truncatingIfNeeded: hash >> 32) && Int(slot.count) == part.count + 1 {
        let known = UnsafeBufferPointer(rebasing: bytes[Int(slot.offset)..<Int(slot.offset + slot.count)])
        let (mark, rest) =
          isPrefix ? (known[known.count - 1], known[..<part.count]) : (known[0], known[1...])
        if mark == Self.star && rest.elementsEqual(part) { return slot.id }
      }
      place = (place + 1) & mask
    }
    return 0
  }
}
