/// A half-open range of UTF-8 byte offsets into `Article.text`.
///
/// Made once, at loading or segmentation, and carried to the report; turned into code points only where data
/// leave the program (see `CodePointIndex`).
@frozen
public struct TextSpan: Hashable, Sendable, Comparable {
  /// First byte, zero-based.
  public let start: Int
  /// One past the last byte.
  public let end: Int

  /// Makes the span `start..<end`; an `end` before `start` gives an empty span at `start`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = Swift.max(start, end)
  }

  /// Length in bytes.
  @inlinable public var count: Int { end - start }

  /// Whether no byte lies in the span.
  @inlinable public var isEmpty: Bool { start == end }

  /// The span as a range of byte offsets.
  @inlinable public var range: Range<Int> { start..<end }

  /// Whether `other` lies wholly inside this span.
  @inlinable
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two spans share at least one byte.
  @inlinable
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// Order of reading: by start, then the shorter first.
  @inlinable
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}
