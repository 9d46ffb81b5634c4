/// White space of Unicode in UTF-8.
enum WhiteSpace {
  /// Length in bytes of the white space character at `at`, 0 when the character there is none.
  ///
  /// Covers the property White_Space (no-break and fixed-width blanks, line and paragraph separators) and all
  /// control characters of ASCII, which no reader sees.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte <= 0x20 || byte == 0x7F ? 1 : 0 }
    if byte < 0xC2 || byte > 0xE3 { return 0 }
    return multibyteLength(bytes, at: index)
  }

  private static func multibyteLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let left = bytes.count - index
    switch bytes[index] {
    case 0xC2: return left > 1 && (bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85) ? 2 : 0
    case 0xE1: return left > 2 && bytes[index + 1] == 0x9A && bytes[index + 2] == 0x80 ? 3 : 0
    case 0xE2:
      guard left > 2 else { return 0 }
      let last = bytes[index + 2]
      if bytes[index + 1] == 0x80 {
        return last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
      }
      return bytes[index + 1] == 0x81 && last == 0x9F ? 3 : 0
    case 0xE3: return left > 2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// Length of the character at `at` when it only tells a browser where a line may break: soft hyphen, zero
  /// width space, byte order mark; else 0.
  ///
  /// On pages they stand inside words, which they would hide from every later stage.
  @inline(__always)
  static func invisibleLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte != 0xC2 && byte != 0xE2 && byte != 0xEF { return 0 }
    let left = bytes.count - index
    if byte == 0xC2 { return left > 1 && bytes[index + 1] == 0xAD ? 2 : 0 }
    guard left > 2 else { return 0 }
    if byte == 0xE2 { return bytes[index + 1] == 0x80 && bytes[index + 2] == 0x8B ? 3 : 0 }
    return bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : 0
  }

  /// Appends text with every run of white space folded to one blank and none at its ends.
  ///
  /// - Complexity: O(n).
  static func appendFolded(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    let start = text.count
    var pending = false
    var at = 0
    while at < bytes.count {
      let space = length(bytes, at: at)
      if space > 0 {
        pending = true
        at += space
        continue
      }
      var end = at + 1
      while end < bytes.count && length(bytes, at: end) == 0 { end += 1 }
      if pending && text.count > start { text.append(0x20) }
      pending = false
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at..<end]))
      at = end
    }
  }

  /// The text with white space folded; nil when nothing else is in it.
  static func folded(_ string: String) -> String? {
    var copy = string
    var text: [UInt8] = []
    copy.withUTF8 { appendFolded($0, to: &text) }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }
}
