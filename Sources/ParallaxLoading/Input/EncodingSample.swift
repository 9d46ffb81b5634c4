/// The words of an input that hold bytes beyond ASCII, as far as they are needed to tell its encoding.
///
/// Words end at bytes that no double-byte encoding uses as a second byte, so that no character is cut.
struct EncodingSample {
  /// Words with a blank between them.
  private(set) var bytes: [UInt8] = []
  /// Bytes from 0x80 among them.
  private(set) var high = 0

  /// - Parameter limit: Bytes that are enough.
  /// - Complexity: O(n).
  init(_ input: ArraySlice<UInt8>, limit: Int = 65_536) {
    var at = input.startIndex
    while at < input.endIndex, bytes.count < limit {
      if input[at] < 0x80 {
        at += 1
        continue
      }
      var start = at
      while start > input.startIndex, at - start < 32, Self.isWordByte(input[start - 1]) { start -= 1 }
      var end = at
      while end < input.endIndex, Self.isWordByte(input[end]), end - start < limit {
        if input[end] >= 0x80 { high += 1 }
        end += 1
      }
      bytes.append(contentsOf: input[start..<end])
      bytes.append(0x20)
      at = end
    }
  }

  /// Letters, digits and whatever a double-byte character may end with.
  private static func isWordByte(_ byte: UInt8) -> Bool { byte >= 0x40 || byte &- 0x30 < 10 }
}
