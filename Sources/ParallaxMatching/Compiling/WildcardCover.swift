import ParallaxCore

/// Which words of a vocabulary under construction its wildcards cover.
struct WildcardCover {
  /// Covered words with the wildcards that cover them, in order of their numbers.
  private(set) var covers: [(word: WordID, wildcards: [WordID])] = []

  private var prefixes: [[UInt8]: WordID] = [:]
  private var suffixes: [[UInt8]: WordID] = [:]

  /// Looks at every word once; three letters tell most of them apart.
  ///
  /// - Complexity: O(words), times the wildcards that begin or end alike.
  init(_ words: VocabularyBuilder) {
    var heads = [Bool](repeating: false, count: 4096)
    var tails = heads
    for id in 1..<max(1, words.limit) {
      let text = words.string(of: id)
      guard text.utf8.count > 3 else { continue }
      if text.utf8.last == UInt8(ascii: "*") {
        let prefix = Array(text.utf8.dropLast())
        prefixes[prefix] = id
        heads[Self.place(prefix[0], prefix[1], prefix[2])] = true
      } else if text.utf8.first == UInt8(ascii: "*") {
        let suffix = Array(text.utf8.dropFirst())
        suffixes[suffix] = id
        let end = suffix.count
        tails[Self.place(suffix[end - 3], suffix[end - 2], suffix[end - 1])] = true
      }
    }
    if prefixes.isEmpty && suffixes.isEmpty { return }
    let headLengths = Set(prefixes.keys.map(\.count)).sorted()
    let tailLengths = Set(suffixes.keys.map(\.count)).sorted()
    for id in 1..<words.limit {
      var text = words.string(of: id)
      text.withUTF8 { bytes in
        let end = bytes.count
        guard end >= 3 else { return }
        let mayBegin = heads[Self.place(bytes[0], bytes[1], bytes[2])]
        let mayEnd = tails[Self.place(bytes[end - 3], bytes[end - 2], bytes[end - 1])]
        guard mayBegin || mayEnd else { return }
        var found: [WordID] = []
        if mayBegin {
          for length in headLengths where length <= end {
            if let wildcard = prefixes[Array(bytes[..<length])], wildcard != id { found.append(wildcard) }
          }
        }
        if mayEnd {
          for length in tailLengths where length < end {
            if let wildcard = suffixes[Array(bytes[(end - length)...])], wildcard != id {
              found.append(wildcard)
            }
          }
        }
        if !found.isEmpty { covers.append((id, found)) }
      }
    }
  }

  private static func place(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    Int((UInt32(a) &* 0x9E5 &+ UInt32(b) &* 0x3B &+ UInt32(c)) & 4095)
  }
}
