/// Turns byte offsets into Unicode code point offsets, the unit in which data leave the program.
///
/// Keeps the code point count at every 64th byte, so one look-up reads at most 63 bytes; an all-ASCII text
/// keeps nothing.
public struct CodePointIndex: Sendable {
  private let text: [UInt8]
  private let counts: [UInt32]
  private let isASCII: Bool

  /// Indexes `text`, which must be valid UTF-8.
  ///
  /// - Complexity: O(n).
  public init(_ text: [UInt8]) {
    self.text = text
    isASCII = text.allSatisfy { $0 < 0x80 }
    guard !isASCII else {
      counts = []
      return
    }
    var counts: [UInt32] = []
    counts.reserveCapacity(text.count / 64 + 1)
    var seen: UInt32 = 0
    text.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        if index & 63 == 0 { counts.append(seen) }
        if bytes[index] & 0xC0 != 0x80 { seen += 1 }
      }
      if bytes.count & 63 == 0 { counts.append(seen) }
    }
    self.counts = counts
  }

  /// Number of code points before byte `offset`.
  ///
  /// - Complexity: O(1).
  public func codePoint(at offset: Int) -> Int {
    if isASCII { return min(max(0, offset), text.count) }
    let offset = min(max(0, offset), text.count)
    let block = offset >> 6
    var count = Int(counts[block])
    var index = block << 6
    while index < offset {
      if text[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  /// Byte offset of code point number `codePoint`, or the text's end when there are fewer.
  ///
  /// - Complexity: O(log n).
  public func byte(atCodePoint codePoint: Int) -> Int {
    if isASCII { return min(max(0, codePoint), text.count) }
    var low = 0
    var high = counts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(counts[middle]) <= codePoint { low = middle } else { high = middle - 1 }
    }
    var count = Int(counts[low])
    var index = low << 6
    // A block can begin inside a code point: its first continuation bytes belong to the one before.
    while index < text.count && text[index] & 0xC0 == 0x80 { index += 1 }
    while index < text.count && count < codePoint {
      index += 1
      while index < text.count && text[index] & 0xC0 == 0x80 { index += 1 }
      count += 1
    }
    return index
  }
}
