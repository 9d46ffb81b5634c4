import ParallaxCore

/// Splits plain text into paragraphs.
///
/// Blank lines separate paragraphs; inside a block of lines, lines that were wrapped at a margin are joined
/// and others stand alone. A text without blank lines has a paragraph per line, wrapped lines joined.
struct PlainText {
  /// A line without its surrounding white space.
  private struct Line {
    var start: Int
    var end: Int
    /// Code points.
    var width: Int
    var firstWord: Int
    var indent: Int
    var isListItem: Bool
  }

  private let text: [UInt8]
  private let limit: Int

  /// - Parameter text: Valid UTF-8.
  /// - Parameter limit: Most paragraphs allowed.
  init(_ text: [UInt8], limit: Int) {
    self.text = text
    self.limit = limit
  }

  /// Paragraphs with white space folded, in order; nil when there are more than the limit.
  ///
  /// - Complexity: O(n).
  func paragraphs() -> [Passage]? {
    guard let blocks = blocks() else { return nil }
    let hasBlankLines = blocks.count > 1
    let margin = blocks.compactMap { Self.margin(of: $0, least: hasBlankLines ? 0.6 : 0.5) }.max()
    var passages: [Passage] = []
    for block in blocks {
      var first = 0
      for index in block.indices {
        let isLast = index + 1 == block.count
        if !isLast && joins(block, index, margin: margin, hasBlankLines: hasBlankLines) { continue }
        passages.append(passage(block[first...index]))
        first = index + 1
        if passages.count > limit { return nil }
      }
    }
    return passages
  }

  // MARK: Lines

  /// Lines in blocks that no blank line interrupts; nil when there are too many.
  private func blocks() -> [[Line]]? {
    var blocks: [[Line]] = []
    var block: [Line] = []
    var seen = 0
    var at = 0
    while at <= text.count {
      var end = at
      while end < text.count && text[end] != 0x0A && text[end] != 0x0D { end += 1 }
      if let line = line(at, end) {
        block.append(line)
        seen += 1
        if seen > 4 * limit { return nil }
      } else if !block.isEmpty {
        blocks.append(block)
        block = []
      }
      at = end + 1
      if end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A { at = end + 2 }
    }
    if !block.isEmpty { blocks.append(block) }
    return blocks
  }

  private func line(_ from: Int, _ to: Int) -> Line? {
    text.withUnsafeBufferPointer { bytes in
      var start = from
      while start < to {
        let space = WhiteSpace.length(bytes, at: start)
        if space == 0 { break }
        start += space
      }
      guard start < to else { return nil }
      var end = to
      while end > start && (bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09) { end -= 1 }
      var width = 0
      var firstWord = -1
      for index in start..<end where bytes[index] & 0xC0 != 0x80 {
        if firstWord < 0 && bytes[index] == 0x20 { firstWord = width }
        width += 1
      }
      return Line(
        start: start, end: end, width: width, firstWord: firstWord < 0 ? width : firstWord,
        indent: start - from,
        isListItem: Self.isListItem(bytes, start, end))
    }
  }

  /// "- ", "* ", "• ", "1. ", "1) " before text.
  private static func isListItem(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    if bytes[at] == 0x2D || bytes[at] == 0x2A {
      at += 1
    } else if at + 2 < end, bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0xA2 {
      at += 3
    } else {
      while at < end && at < start + 3 && bytes[at] &- 0x30 < 10 { at += 1 }
      guard at > start, at < end, bytes[at] == 0x2E || bytes[at] == 0x29 else { return false }
      at += 1
    }
    return at + 1 < end && bytes[at] == 0x20
  }

  // MARK: Wrapping

  /// The column at which the lines of a block were wrapped, nil when they were not.
  ///
  /// Wrapped lines break where the next word would not have fitted; lines broken by choice hardly ever all
  /// do.
  private static func margin(of block: [Line], least share: Double) -> Int? {
    guard block.count >= 3 else { return nil }
    let widest = block.reduce(0) { max($0, $1.width) }
    guard widest >= 40, widest <= 130 else { return nil }
    var forced = 0
    for index in 0..<block.count - 1 where isForced(block, index, margin: widest) { forced += 1 }
    return Double(forced) >= share * Double(block.count - 1) ? widest : nil
  }

  private static func isForced(_ block: [Line], _ index: Int, margin: Int) -> Bool {
    block[index].width + 1 + block[index + 1].firstWord > margin - margin / 12
  }

  private func joins(_ block: [Line], _ index: Int, margin: Int?, hasBlankLines: Bool) -> Bool {
    let next = block[index + 1]
    if next.isListItem || next.indent >= 2 && block[index].indent < next.indent && !block[index].isListItem {
      return false
    }
    let endsSentence = Self.endsSentence(text[block[index].end - 1])
    if let margin, block[index].width <= margin + 2, next.width <= margin + 2 {
      if Self.isForced(block, index, margin: margin) { return true }
      return hasBlankLines && block[index].width * 10 >= margin * 6 && !endsSentence
    }
    // Too few lines to know a margin: a lower-case letter goes on with an unfinished line.
    return hasBlankLines && !endsSentence && block[index].width >= 40 && text[next.start] &- 0x61 < 26
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x22 || byte == 0x3A
  }

  /// Lines joined by one blank; after a hyphen that a letter precedes, by none.
  private func passage(_ lines: ArraySlice<Line>) -> Passage {
    var joined: [UInt8] = []
    text.withUnsafeBufferPointer { bytes in
      for line in lines {
        var piece: [UInt8] = []
        WhiteSpace.appendFolded(UnsafeBufferPointer(rebasing: bytes[line.start..<line.end]), to: &piece)
        if let last = joined.last, !piece.isEmpty {
          let isHyphenated =
            last == 0x2D && joined.count > 1 && (joined[joined.count - 2] | 0x20) &- 0x61 < 26
            && (piece[0] | 0x20) &- 0x61 < 26
          if !isHyphenated { joined.append(0x20) }
        }
        joined.append(contentsOf: piece)
      }
    }
    return Passage(text: joined, role: lines.first?.isListItem == true ? .listItem : .body)
  }
}
