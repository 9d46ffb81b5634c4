/// The words that some stage asks about, each with a number, and the wildcards that cover further words.
///
/// Built once from the lexicons and the stages' own word lists, then read by all threads. A word of the text
/// is looked up once, when it is tokenized; from there on stages compare numbers.
///
/// All tables are flat, so that they can lie in memory of their own or in an image (`ImageReader`) alike.
public final class Vocabulary: @unchecked Sendable {
  // Sendable although it holds pointers: nothing changes after `init`, and `memory` alone frees them.

  /// A slot of the word table; a number of 0 where it is free.
  @usableFromInline
  struct Slot: BitwiseCopyable, Sendable {
    @usableFromInline var hash: UInt32
    @usableFromInline var id: WordID
    @usableFromInline var offset: UInt32
    @usableFromInline var count: UInt32

    @usableFromInline
    init(hash: UInt32, id: WordID, offset: UInt32, count: UInt32) {
      self.hash = hash
      self.id = id
      self.offset = offset
      self.count = count
    }
  }

  /// The tables of a vocabulary.
  struct Tables {
    /// Words and wildcards, these with their star; a power of two in number.
    var slots: FlatArray<Slot>
    /// The texts of all numbers, one after the other.
    var bytes: FlatArray<UInt8>
    /// Where the text of each number ends in `bytes`; it begins where the one before it ends.
    var ends: FlatArray<UInt32>
    /// Where the alternates of each number end in `alternates`.
    var alternateEnds: FlatArray<UInt32>
    var alternates: FlatArray<WordID>
    /// A bit for each hash of the first and of the last three bytes of a wildcard; empty for "try them all".
    var wildcardFilter: FlatArray<UInt64>
    /// Lengths of prefix wildcards without the star, the longest first.
    var prefixLengths: FlatArray<UInt32>
    /// The same for suffixes.
    var suffixLengths: FlatArray<UInt32>
  }

  @usableFromInline let slots: UnsafePointer<Slot>
  @usableFromInline let mask: Int
  @usableFromInline let bytes: UnsafePointer<UInt8>
  @usableFromInline let wildcardFilter: UnsafeBufferPointer<UInt64>
  private let tables: Tables
  /// What keeps the tables; nil where they stay for ever.
  private let memory: FlatMemory?

  /// Number of words and wildcards.
  public var count: Int { tables.ends.count - 1 }

  /// Whether any prefix or suffix wildcard is known.
  public let hasWildcards: Bool

  /// A vocabulary over tables that fit each other.
  init(_ tables: Tables, memory: FlatMemory?) {
    slots = tables.slots.start
    bytes = tables.bytes.start
    self.tables = tables
    self.memory = memory
    mask = tables.slots.count - 1
    wildcardFilter = tables.wildcardFilter.buffer
    hasWildcards = !tables.prefixLengths.isEmpty || !tables.suffixLengths.isEmpty
  }

  /// A vocabulary that lies in an image, which must outlive it.
  package convenience init?(_ image: inout ImageReader) {
    guard let slots = image.read(Slot.self), let bytes = image.read(UInt8.self),
      let ends = image.read(UInt32.self), let alternateEnds = image.read(UInt32.self),
      let alternates = image.read(WordID.self), let filter = image.read(UInt64.self),
      let prefixLengths = image.read(UInt32.self), let suffixLengths = image.read(UInt32.self)
    else { return nil }
    guard !ends.isEmpty, slots.count & (slots.count - 1) == 0, slots.count > ends.count,
      alternateEnds.count == ends.count, filter.isEmpty || filter.count == 128
    else { return nil }
    let tables = Tables(
      slots: slots, bytes: bytes, ends: ends, alternateEnds: alternateEnds, alternates: alternates,
      wildcardFilter: filter, prefixLengths: prefixLengths, suffixLengths: suffixLengths)
    self.init(tables, memory: nil)
  }

  /// Writes all tables for `init(_:)`.
  package func write(to image: inout ImageWriter) {
    image.append(tables.slots)
    image.append(tables.bytes)
    image.append(tables.ends)
    image.append(tables.alternateEnds)
    image.append(tables.alternates)
    image.append(tables.wildcardFilter)
    image.append(tables.prefixLengths)
    image.append(tables.suffixLengths)
  }

  /// The hash that `id(hash:folding:count:)` expects, over normalized bytes: FNV-1a with a final mix.
  @inlinable
  public static func hash(_ normalized: some Sequence<UInt8>) -> UInt64 {
    var hash = hashSeed
    for byte in normalized { hash = extend(hash, by: byte) }
    return finish(hash)
  }

  /// Start of an incremental hash.
  @inlinable public static var hashSeed: UInt64 { 0xcbf2_9ce4_8422_2325 }

  /// One step of an incremental hash.
  @inlinable
  public static func extend(_ hash: UInt64, by byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// End of an incremental hash.
  @inlinable
  public static func finish(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ (hash >> 29)) &* 0xbf58_476d_1ce4_e5b9
    return mixed ^ (mixed >> 32)
  }

  /// The number of an ASCII word given as it stands in the text, upper and lower case alike; 0 when unknown.
  ///
  /// Looks at exact words only; see `wildcardID(_:)`.
  ///
  /// - Parameter hash: `hash` of the lower-cased bytes.
  /// - Complexity: O(count) expected.
  @inlinable
  public func id(hash: UInt64, folding word: UnsafePointer<UInt8>, count: Int) -> WordID {
    let high = UInt32(truncatingIfNeeded: hash >> 32)
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot.id == 0 { return 0 }
      if slot.hash == high && Int(slot.count) == count {
        let known = bytes + Int(slot.offset)
        var index = 0
        while index < count {
          let byte = word[index]
          if known[index] != (byte &- 65 < 26 ? byte | 32 : byte) { break }
          index += 1
        }
        if index == count { return slot.id }
      }
      place = (place + 1) & mask
    }
  }

  /// The number of a normalized word, exact or by wildcard; 0 when unknown.
  public func id(_ normalized: String) -> WordID {
    var copy = normalized
    let exact = copy.withUTF8 { buffer -> WordID in
      guard let start = buffer.baseAddress else { return 0 }
      return id(hash: Self.hash(buffer), folding: start, count: buffer.count)
    }
    return exact != 0 ? exact : wildcardID(normalized)
  }

  /// The number that a builder gave exactly these bytes; 0 when it gave none.
  func number(of text: UnsafeBufferPointer<UInt8>) -> WordID {
    let hash = Self.hash(text)
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].id != 0 {
      if slots[place].hash == UInt32(truncatingIfNeeded: hash >> 32),
        self.text(of: slots[place].id).elementsEqual(text)
      {
        return slots[place].id
      }
      place = (place + 1) & mask
    }
    return 0
  }

  /// Wildcards that cover the same words as `id` does, beside `id` itself, as long as the vocabulary lives.
  ///
  /// A pattern that asks for a wildcard must compare a token's number and these.
  public func alternates(of id: WordID) -> UnsafeBufferPointer<WordID> {
    guard id > 0, Int(id) < tables.alternateEnds.count else { return .init(start: nil, count: 0) }
    let range = Int(tables.alternateEnds[Int(id) - 1])..<Int(tables.alternateEnds[Int(id)])
    return UnsafeBufferPointer(rebasing: tables.alternates.buffer[range])
  }

  /// The word of a number, with its star when it is a wildcard.
  public func string(of id: WordID) -> String { String(decoding: text(of: id), as: UTF8.self) }

  /// The bytes of a number's word.
  package func text(of id: WordID) -> UnsafeBufferPointer<UInt8> {
    guard id > 0, Int(id) < tables.ends.count else { return .init(start: nil, count: 0) }
    return .init(rebasing: tables.bytes.buffer[Int(tables.ends[Int(id) - 1])..<Int(tables.ends[Int(id)])])
  }
}

// MARK: Wildcards

extension Vocabulary {
  /// The number of the longest wildcard that covers a normalized word, 0 when none does.
  public func wildcardID(_ normalized: String) -> WordID {
    var copy = normalized
    return copy.withUTF8 { wildcards.matches($0, stopsAtFirst: true).first ?? 0 }
  }

  private var wildcards: WildcardSearch { WildcardSearch(tables) }

  /// Whether some wildcard might cover an ASCII word: a cheap test before `wildcardID(_:)`.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func mayBeWildcard(folding word: UnsafePointer<UInt8>, count: Int) -> Bool {
    if wildcardFilter.isEmpty { return hasWildcards }
    guard count >= 3 else { return false }
    let head = Self.trigram(word[0], word[1], word[2])
    let tail = Self.trigram(word[count - 3], word[count - 2], word[count - 1])
    return wildcardFilter[head >> 6] >> UInt64(head & 63) & 1 != 0
      || wildcardFilter[64 + (tail >> 6)] >> UInt64(tail & 63) & 1 != 0
  }

  /// Place of three bytes, case folded, in one half of `wildcardFilter`: 0 to 4095.
  @inlinable
  static func trigram(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    Int((UInt32(a | 32) &* 0x9E5 &+ UInt32(b | 32) &* 0x3B &+ UInt32(c | 32)) & 4095)
  }
}
