/// Finds passages whose words stand elsewhere in the article, as pull quotes do.
struct RepeatFinder {
  /// Words of a shingle, enough that chance hardly repeats them.
  private static let width = 4

  private let page: PageBlocks
  /// For each run of four words, the block it stands in; -1 when it stands in several.
  private var places: [UInt64: Int32] = [:]

  /// - Parameter blocks: The article's blocks.
  /// - Complexity: O(n) expected.
  init(page: PageBlocks, blocks: [Int]) {
    self.page = page
    for index in blocks {
      for shingle in Self.shingles(page.text[page.blocks[index].text]) {
        if let known = places[shingle] {
          if known != Int32(index) { places[shingle] = -1 }
        } else {
          places[shingle] = Int32(index)
        }
      }
    }
  }

  /// Whether nearly all of a block's runs of words stand in other blocks, too.
  ///
  /// - Complexity: O(n) in the block's length.
  func isRepeated(_ index: Int) -> Bool {
    let shingles = Self.shingles(page.text[page.blocks[index].text])
    guard !shingles.isEmpty, page.blocks[index].words <= 60 else { return false }
    let repeated = shingles.reduce(0) { $0 + (places[$1] == -1 ? 1 : 0) }
    return repeated * 10 >= shingles.count * 8
  }

  /// A hash for each run of four words, case and punctuation aside.
  private static func shingles(_ text: ArraySlice<UInt8>) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64 = 0
    for byte in text {
      if byte == 0x20 {
        if hash != 0 { words.append(hash) }
        hash = 0
      } else if (byte | 0x20) &- 0x61 < 26 {
        hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3 &+ 1
      } else if byte &- 0x30 < 10 || byte >= 0xC3 && byte != 0xE2 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 &+ 1
      }
    }
    if hash != 0 { words.append(hash) }
    guard words.count >= width else { return [] }
    return (0...(words.count - width)).map { start in
      words[start..<start + width].reduce(0) { ($0 &* 0x9E37_79B9_7F4A_7C15) ^ $1 }
    }
  }
}
