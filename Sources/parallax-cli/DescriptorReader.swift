#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads an open file descriptor in pieces, as they come.
struct DescriptorReader {
  let descriptor: Int32
  private let capacity = 1 << 18

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next bytes, nil at the end.
  mutating func next() -> [UInt8]? {
    let descriptor = self.descriptor
    let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while true {
        let result = read(descriptor, buffer.baseAddress, buffer.count)
        if result < 0 && errno == EINTR { continue }
        count = max(0, result)
        return
      }
    }
    return piece.isEmpty ? nil : piece
  }
}

/// Splits a stream into lines, with a limit on how long one may be.
struct LineReader {
  /// One line of the stream.
  enum Line: Sendable {
    /// A line without its end.
    case line([UInt8], number: Int)
    /// A line over the limit: its beginning, and its whole length.
    case tooLong(start: [UInt8], length: Int, number: Int)
  }

  private var reader: DescriptorReader
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var number = 0
  private var atEnd = false
  /// How much of an overlong line is kept to find its `id` in.
  private static let kept = 4_096

  init(descriptor: Int32, limit: Int) {
    reader = DescriptorReader(descriptor: descriptor)
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
      guard !atEnd, let piece = reader.next() else {
        atEnd = true
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
    while let piece = reader.next() {
      buffer = piece
      if let end = newline(from: 0) {
        length += end
        position = end + 1
        return .tooLong(start: start, length: length, number: number)
      }
      length += piece.count
      buffer.removeAll(keepingCapacity: true)
    }
    atEnd = true
    return .tooLong(start: start, length: length, number: number)
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
