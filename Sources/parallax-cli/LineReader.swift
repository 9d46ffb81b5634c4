import ParallaxKit

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Splits a stream into lines, with a limit on how long one may be.
struct LineReader {
  /// One line of the stream.
  enum Line: Sendable {
    /// A line without its end.
    case line([UInt8], number: Int)
    /// A line over the limit: its beginning, and its whole length.
    case tooLong(start: [UInt8], length: Int, number: Int)
    /// The stream cannot be read on from this line; the last one.
    case broken(LoadingError, number: Int)
  }

  private let source: any ByteSource
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var number = 0
  private var atEnd = false
  private var failure: LoadingError?
  /// How much of an overlong line is kept to find its `id` in.
  private static let kept = 4_096

  init(_ source: any ByteSource, limit: Int) {
    self.source = source
    self.limit = limit
  }

  /// The next line that holds anything but white space, nil at the end.
  mutating func next() -> Line? {
    while let line = nextLine() {
      if case .line(let bytes, _) = line, bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        continue
      }
      return line
    }
    return nil
  }

  private mutating func nextLine() -> Line? {
    var scanned = position
    while true {
      if let end = newline(from: scanned) {
        let line = Array(buffer[position..<end])
        position = end + 1
        number += 1
        return line.count > limit
          ? .tooLong(start: Array(line.prefix(Self.kept)), length: line.count, number: number)
          : .line(line, number: number)
      }
      scanned = buffer.count
      if buffer.count - position > limit { return skipOverlongLine() }
      guard let piece = nextPiece() else {
        if let failure { return broken(failure) }
        guard position < buffer.count else { return nil }
        let line = Array(buffer[position...])
        position = buffer.count
        number += 1
        return .line(line, number: number)
      }
      if position > 0 {
        buffer.removeFirst(position)
        scanned -= position
        position = 0
      }
      buffer.append(contentsOf: piece)
    }
  }

  private mutating func skipOverlongLine() -> Line {
    let start = Array(buffer[position...].prefix(Self.kept))
    var length = buffer.count - position
    position = 0
    buffer.removeAll(keepingCapacity: false)
    number += 1
    while let piece = nextPiece() {
      buffer = piece
      if let end = newline(from: 0) {
        length += end
        position = end + 1
        return .tooLong(start: start, length: length, number: number)
      }
      length += piece.count
      buffer.removeAll(keepingCapacity: true)
    }
    return .tooLong(start: start, length: length, number: number)
  }

  /// The next bytes, nil at the end or where the stream cannot be read on.
  private mutating func nextPiece() -> [UInt8]? {
    guard !atEnd else { return nil }
    do throws(LoadingError) {
      if let piece = try source.next() { return piece }
    } catch {
      failure = error
    }
    atEnd = true
    return nil
  }

  /// The error in place of the line that it broke off, once.
  private mutating func broken(_ error: LoadingError) -> Line {
    failure = nil
    position = buffer.count
    number += 1
    return .broken(error, number: number)
  }

  private func newline(from start: Int) -> Int? {
    buffer.withUnsafeBufferPointer { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
