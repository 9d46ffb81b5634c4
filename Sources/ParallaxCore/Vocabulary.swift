/// The words that some stage asks about, each with a number, and the wildcards that cover further words.
///
/// Built once from the lexicons and the stages' own word lists, then read by all threads. A word of the text
/// is looked up once, when it is tokenized; from there on stages compare numbers.
public final class Vocabulary: @unchecked Sendable {
  // Sendable although it holds pointers: nothing changes after `init`, and `deinit` alone frees them.

  @usableFromInline
  struct Slot {
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

  @usableFromInline let slots: UnsafeMutablePointer<Slot>
  @usableFromInline let mask: Int
  @usableFromInline let bytes: UnsafeMutablePointer<UInt8>
  private let strings: [String]
  private let alternateRanges: [Range<Int>]
  private let alternateIDs: [WordID]
  private let wildcards: WildcardTable
  /// A bit for each hash of the first and of the last three bytes of a wildcard; empty for "try them all".
  @usableFromInline let wildcardFilter: [UInt64]

  /// Number of words and wildcards.
  public var count: Int { strings.count - 1 }

  /// Whether any prefix or suffix wildcard is known.
  public let hasWildcards: Bool

  init(strings: [String], words: [(text: String, id: WordID)], wildcards: WildcardTable) {
    var capacity = 64
    while capacity < words.count * 2 { capacity *= 2 }
    mask = capacity - 1
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(hash: 0, id: 0, offset: 0, count: 0), count: capacity)
    let total = words.reduce(0) { $0 + $1.text.utf8.count }
    bytes = .allocate(capacity: max(1, total))
    bytes.initialize(repeating: 0, count: max(1, total))
    var offset = 0
    for (text, id) in words {
      let hash = Self.hash(text.utf8)
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place].id != 0 { place = (place + 1) & mask }
      let start = offset
      for byte in text.utf8 {
        bytes[offset] = byte
        offset += 1
      }
      slots[place] = Slot(
        hash: UInt32(truncatingIfNeeded: hash >> 32), id: id, offset: UInt32(start),
        count: UInt32(offset - start))
    }
    self.strings = strings
    self.wildcards = wildcards
    hasWildcards = !wildcards.isEmpty
    wildcardFilter = wildcards.filter()
    var ranges: [Range<Int>] = []
    var ids: [WordID] = []
    for string in strings {
      let start = ids.count
      if !wildcards.isEmpty && !string.isEmpty {
        ids += wildcards.matches(string).filter { strings[Int($0)] != string }
      }
      ranges.append(start..<ids.count)
    }
    alternateRanges = ranges
    alternateIDs = ids
  }

  deinit {
    slots.deallocate()
    bytes.deallocate()
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

  /// The number of the longest wildcard that covers a normalized word, 0 when none does.
  public func wildcardID(_ normalized: String) -> WordID { wildcards.matches(normalized).first ?? 0 }

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

  /// Wildcards that cover the same words as `id` does, beside `id` itself.
  ///
  /// A pattern that asks for a wildcard must compare a token's number and these.
  public func alternates(of id: WordID) -> ArraySlice<WordID> {
    guard Int(id) < alternateRanges.count else { return [] }
    return alternateIDs[alternateRanges[Int(id)]]
  }

  /// The word of a number, with its star when it is a wildcard.
  public func string(of id: WordID) -> String { Int(id) < strings.count ? strings[Int(id)] : "" }
}

/// Collects the words of all stages before the vocabulary is built.
public struct VocabularyBuilder: Sendable {
  private var ids: [String: WordID] = [:]
  private var strings: [String] = [""]

  /// Starts empty.
  public init() {}

  /// The number of a normalized word; `anti-*` and `*-style` are wildcards.
  ///
  /// Numbers are given in order of first sight, so the same calls give the same numbers.
  public mutating func intern(_ normalized: String) -> WordID {
    if let known = ids[normalized] { return known }
    let id = WordID(strings.count)
    ids[normalized] = id
    strings.append(normalized)
    return id
  }

  /// One more than the highest number given so far.
  package var limit: WordID { WordID(strings.count) }

  /// The word of a number that `intern` gave.
  package func string(of id: WordID) -> String { strings[Int(id)] }

  /// The finished vocabulary.
  public func build() -> Vocabulary {
    var table = WildcardTable()
    var words: [(text: String, id: WordID)] = []
    for (index, string) in strings.enumerated() where index > 0 {
      let id = WordID(index)
      if string.utf8.count > 1 && string.hasSuffix("*") {
        table.prefixes[Array(string.utf8.dropLast())] = id
      } else if string.utf8.count > 1 && string.hasPrefix("*") {
        table.suffixes[Array(string.utf8.dropFirst())] = id
      } else {
        words.append((string, id))
      }
    }
    table.index()
    return Vocabulary(strings: strings, words: words, wildcards: table)
  }
}

/// Prefix and suffix wildcards, found by trying each length that occurs.
struct WildcardTable: Sendable {
  var prefixes: [[UInt8]: WordID] = [:]
  var suffixes: [[UInt8]: WordID] = [:]
  private var prefixLengths: [Int] = []
  private var suffixLengths: [Int] = []

  var isEmpty: Bool { prefixes.isEmpty && suffixes.isEmpty }

  mutating func index() {
    prefixLengths = Set(prefixes.keys.map(\.count)).sorted(by: >)
    suffixLengths = Set(suffixes.keys.map(\.count)).sorted(by: >)
  }

  /// 64 words of bits for the beginnings of prefixes, 64 for the ends of suffixes; empty when some wildcard
  /// is too short to be told by three bytes.
  func filter() -> [UInt64] {
    guard !isEmpty, prefixes.keys.allSatisfy({ $0.count >= 3 }), suffixes.keys.allSatisfy({ $0.count >= 3 })
    else { return [] }
    var bits = [UInt64](repeating: 0, count: 128)
    for prefix in prefixes.keys {
      let place = Vocabulary.trigram(prefix[0], prefix[1], prefix[2])
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }
    for suffix in suffixes.keys {
      let end = suffix.count
      let place = Vocabulary.trigram(suffix[end - 3], suffix[end - 2], suffix[end - 1])
      bits[64 + (place >> 6)] |= 1 << UInt64(place & 63)
    }
    return bits
  }

  /// Wildcards that cover a word: prefixes, then suffixes, the longest first.
  func matches(_ word: String) -> [WordID] {
    let bytes = Array(word.utf8)
    var found: [WordID] = []
    for length in prefixLengths where length <= bytes.count {
      if let id = prefixes[Array(bytes[..<length])] { found.append(id) }
    }
    for length in suffixLengths where length < bytes.count {
      if let id = suffixes[Array(bytes[(bytes.count - length)...])] { found.append(id) }
    }
    return found
  }
}
