/// Collects the words of all stages before the vocabulary is built.
public struct VocabularyBuilder: Sendable {
  /// A vocabulary whose words have their numbers already.
  private let base: Vocabulary?
  /// One more than the highest number of `base`.
  private let firstNew: WordID
  private var bytes: [UInt8] = []
  /// Where each new word ends in `bytes`.
  private var ends: [UInt32] = []
  /// Open addressing over the new words; offsets in `bytes`.
  private var slots: [Vocabulary.Slot]

  /// Starts empty.
  public init() {
    base = nil
    firstNew = 1
    slots = Self.free(1024)
  }

  /// Starts with the words of a vocabulary, which keep their numbers.
  package init(extending base: Vocabulary) {
    self.base = base
    firstNew = WordID(base.count + 1)
    slots = Self.free(64)
  }

  private static func free(_ count: Int) -> [Vocabulary.Slot] {
    [Vocabulary.Slot](repeating: .init(hash: 0, id: 0, offset: 0, count: 0), count: count)
  }

  /// Whether words were added to those that the builder started with.
  package var hasNewWords: Bool { !ends.isEmpty }

  /// One more than the highest number given so far.
  package var limit: WordID { firstNew + WordID(ends.count) }

  /// The number of a normalized word; `anti-*` and `*-style` are wildcards.
  ///
  /// Numbers are given in order of first sight, so the same calls give the same numbers.
  public mutating func intern(_ normalized: String) -> WordID {
    var copy = normalized
    return copy.withUTF8 { word in
      let known = base?.number(of: word) ?? 0
      return known != 0 ? known : intern(word)
    }
  }

  private mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> WordID {
    let hash = Vocabulary.hash(word)
    let high = UInt32(truncatingIfNeeded: hash >> 32)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].id != 0 {
      let slot = slots[place]
      if slot.hash == high && Int(slot.count) == word.count
        && bytes[Int(slot.offset)..<Int(slot.offset + slot.count)].elementsEqual(word)
      {
        return slot.id
      }
      place = (place + 1) & mask
    }
    let id = limit
    slots[place] = .init(hash: high, id: id, offset: UInt32(bytes.count), count: UInt32(word.count))
    bytes.append(contentsOf: word)
    ends.append(UInt32(bytes.count))
    if ends.count * 2 > slots.count { grow() }
    return id
  }

  private mutating func grow() {
    var wider = Self.free(slots.count * 2)
    let mask = wider.count - 1
    for slot in slots where slot.id != 0 {
      let hash = Vocabulary.hash(bytes[Int(slot.offset)..<Int(slot.offset + slot.count)])
      var place = Int(truncatingIfNeeded: hash) & mask
      while wider[place].id != 0 { place = (place + 1) & mask }
      wider[place] = slot
    }
    slots = wider
  }

  /// Calls `body` with the bytes of the word of each number that `intern` gave, in order.
  package func forEachWord(_ body: (WordID, UnsafeBufferPointer<UInt8>) -> Void) {
    if let base {
      for id in 1..<firstNew { body(id, base.text(of: id)) }
    }
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      for (index, end) in ends.enumerated() {
        body(firstNew + WordID(index), UnsafeBufferPointer(rebasing: buffer[start..<Int(end)]))
        start = Int(end)
      }
    }
  }

  /// The finished vocabulary.
  public func build() -> Vocabulary {
    if let base {
      if !hasNewWords { return base }
      var whole = VocabularyBuilder()
      forEachWord { _ = whole.intern($1) }
      return whole.build()
    }
    let memory = FlatMemory()
    let wildcards = WildcardShapes(self)
    var tables = Vocabulary.Tables(
      slots: memory.copy(slots), bytes: memory.copy(bytes), ends: memory.copy([0] + ends),
      alternateEnds: memory.copy([]), alternates: memory.copy([]),
      wildcardFilter: memory.copy(wildcards.filter), prefixLengths: memory.copy(wildcards.prefixLengths),
      suffixLengths: memory.copy(wildcards.suffixLengths))
    let (ends, alternates) = wildcards.alternates(self, tables)
    tables.alternateEnds = memory.copy(ends)
    tables.alternates = memory.copy(alternates)
    return Vocabulary(tables, memory: memory)
  }

  /// Words that some wildcard covers, of those interned so far.
  ///
  /// - Complexity: O(words).
  package func coveredWords() -> [WordID] {
    let vocabulary = build()
    return (1..<max(1, limit)).filter { !vocabulary.alternates(of: $0).isEmpty }
  }
}

/// Lengths and beginnings of the wildcards among some words.
private struct WildcardShapes {
  private(set) var prefixLengths: [UInt32] = []
  private(set) var suffixLengths: [UInt32] = []
  /// 64 words of bits for the beginnings of prefixes, 64 for the ends of suffixes; empty when there are no
  /// wildcards or one is too short to be told by three bytes.
  private(set) var filter = [UInt64](repeating: 0, count: 128)

  init(_ words: VocabularyBuilder) {
    var prefixes: Set<UInt32> = []
    var suffixes: Set<UInt32> = []
    words.forEachWord { _, text in
      guard text.count > 1 else { return }
      let length = UInt32(text.count - 1)
      if text[text.count - 1] == WildcardSearch.star {
        prefixes.insert(length)
        if length >= 3 { mark(Vocabulary.trigram(text[0], text[1], text[2])) }
      } else if text[0] == WildcardSearch.star {
        suffixes.insert(length)
        let end = text.count
        if length >= 3 { mark(4096 + Vocabulary.trigram(text[end - 3], text[end - 2], text[end - 1])) }
      }
    }
    prefixLengths = prefixes.sorted(by: >)
    suffixLengths = suffixes.sorted(by: >)
    let lengths = prefixLengths + suffixLengths
    if lengths.isEmpty || lengths.contains(where: { $0 < 3 }) { filter = [] }
  }

  private mutating func mark(_ bit: Int) { filter[bit >> 6] |= 1 << UInt64(bit & 63) }

  /// The wildcards that cover each word beside itself: where each word's end in the list, and the list.
  func alternates(
    _ words: VocabularyBuilder, _ tables: Vocabulary.Tables
  ) -> (ends: [UInt32], alternates: [WordID]) {
    var ends: [UInt32] = [0]
    var alternates: [WordID] = []
    ends.reserveCapacity(tables.ends.count)
    let search = WildcardSearch(tables)
    words.forEachWord { id, text in
      if mayCover(text) { alternates += search.matches(text).filter { $0 != id } }
      ends.append(UInt32(alternates.count))
    }
    return (ends, alternates)
  }

  /// A cheap test before a search.
  private func mayCover(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if filter.isEmpty { return !prefixLengths.isEmpty || !suffixLengths.isEmpty }
    guard text.count >= 3 else { return false }
    let end = text.count
    let head = Vocabulary.trigram(text[0], text[1], text[2])
    let tail = 4096 + Vocabulary.trigram(text[end - 3], text[end - 2], text[end - 1])
    return filter[head >> 6] >> UInt64(head & 63) & 1 != 0 || filter[tail >> 6] >> UInt64(tail & 63) & 1 != 0
  }
}
