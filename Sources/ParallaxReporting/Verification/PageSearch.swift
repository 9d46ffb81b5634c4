/// Looks for bytes in a page.
enum PageSearch {
  /// One past the first place of `part` at or after `start`.
  ///
  /// - Complexity: O(page) for what reports hold; a part's first bytes are rare in it.
  static func end(of part: some RandomAccessCollection<UInt8>, in page: [UInt8], from start: Int) -> Int? {
    let part = Array(part)
    guard let first = part.first, page.count - start >= part.count else { return nil }
    return page.withUnsafeBufferPointer { page in
      part.withUnsafeBufferPointer { part in
        var at = start
        let last = page.count - part.count
        while at <= last {
          if page[at] == first, page[at + part.count - 1] == part[part.count - 1] {
            var same = 1
            while same < part.count, page[at + same] == part[same] { same += 1 }
            if same == part.count { return at + part.count }
          }
          at += 1
        }
        return nil
      }
    }
  }

  /// Where page and data part: the longest beginning of the part that the page holds, and what follows it there.
  static func mismatch(
    _ part: VerifiedPart, in page: [UInt8], from start: Int
  ) -> ReportVerification.Mismatch {
    var low = 0
    var high = part.html.count
    var end = start
    while low < high {
      let middle = (low + high + 1) / 2
      if let found = self.end(of: part.html[..<middle], in: page, from: start) {
        low = middle
        end = found
      } else {
        high = middle - 1
      }
    }
    // From the last tag on, or a few words before, so that a number is shown whole.
    var tag = part.html[..<low].lastIndex(of: 0x3E).map { $0 + 1 } ?? 0
    if low - tag > 40 { tag = part.html[(low - 40)..<low].firstIndex(of: 0x20).map { $0 + 1 } ?? low - 40 }
    let back = low - tag
    return ReportVerification.Mismatch(
      part: part.name, expected: text(part.html[tag...]), found: text(page[max(0, end - back)...]))
  }

  /// The first words of some HTML, without tags.
  private static func text(_ html: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var isTag = false
    for byte in html.prefix(400) {
      switch byte {
      case 0x3C:
        isTag = true
        if let last = text.last, last != 0x20 { text.append(0x20) }
      case 0x3E: isTag = false
      case 0x0A: break
      default: if !isTag { text.append(byte) }
      }
      if text.count > 60 { break }
    }
    return String(decoding: text, as: UTF8.self).split(separator: " ").joined(separator: " ")
  }
}
