import ParallaxCore

/// Finds words of an article in the file it was loaded from, to say line and column.
///
/// Loading changes a page's text (markup, entities, blanks), so a place is given only where the words stand in the
/// file as they stand in the article, with what precedes them in the sentence; else there is none.
public struct FilePlaces {
  /// A stretch of a file; lines and columns from 1, columns in code points, the end half open.
  public struct Place: Sendable, Equatable {
    /// First line.
    public var startLine: Int
    /// First column.
    public var startColumn: Int
    /// Last line.
    public var endLine: Int
    /// Column after the last.
    public var endColumn: Int
  }

  private let source: [UInt8]
  private var cursor = 0
  private var line = 1
  private var lineStart = 0
  private var scanned = 0
  private static let context = 24

  /// - Parameter source: The file as UTF-8.
  public init(source: [UInt8]) {
    self.source = source
    // What stands in a page's head is not its text.
    if let body = source.prefix(1 << 20).firstRange(of: Array("<body".utf8)) { cursor = body.lowerBound }
  }

  /// The place of a span of the article; spans are to be given in order.
  ///
  /// - Complexity: O(file) for all spans that are found together; one that is not found costs O(file).
  public mutating func place(of span: TextSpan, paragraph: TextSpan, in text: [UInt8]) -> Place? {
    let start = max(paragraph.start, span.start - Self.context)
    let wanted = Array(text[start..<span.end])
    guard !span.range.isEmpty, misses < 64, let found = search(wanted) else {
      misses += 1
      return nil
    }
    cursor = found
    let begin = found + span.start - start
    let from = position(of: begin)
    let to = position(of: begin + span.range.count)
    return Place(startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column)
  }

  /// Spans that were not found; after many the file is plainly not written like the article.
  private var misses = 0

  private func search(_ wanted: [UInt8]) -> Int? {
    guard let first = wanted.first, source.count >= wanted.count else { return nil }
    return source.withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        var at = cursor
        while at + wanted.count <= bytes.count {
          if bytes[at] == first {
            var length = 1
            while length < wanted.count, bytes[at + length] == wanted[length] { length += 1 }
            if length == wanted.count { return at }
          }
          at += 1
        }
        return nil
      }
    }
  }

  /// Line and column of a byte; those asked for come in rising order but for overlaps of a few bytes.
  private mutating func position(of offset: Int) -> (line: Int, column: Int) {
    if offset < lineStart { (line, lineStart, scanned) = (1, 0, 0) }
    while scanned < offset {
      if source[scanned] == 0x0A {
        line += 1
        lineStart = scanned + 1
      }
      scanned += 1
    }
    if scanned > offset, offset < scanned, source[offset..<scanned].contains(0x0A) {
      (line, lineStart, scanned) = (1, 0, 0)
      return position(of: offset)
    }
    let column = source[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
    return (line, column)
  }
}
