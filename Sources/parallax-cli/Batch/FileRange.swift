import ParallaxKit

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads stretches of files.
enum FileRange {
  /// The bytes at a place, all of them.
  static func read(_ path: String, _ range: Range<Int>) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .missingInput("\(path): cannot be read") }
    defer { close(descriptor) }
    var done = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while done < range.count {
        let result = pread(
          descriptor, buffer.baseAddress.map { $0 + done }, range.count - done,
          off_t(range.lowerBound + done))
        if result < 0 && errno == EINTR { continue }
        if result <= 0 { break }
        done += result
      }
      count = done
    }
    guard done == range.count else { throw .unusableInput("\(path): ends before byte \(range.upperBound)") }
    return bytes
  }

  /// Gives the bytes of a stretch a megabyte at a time.
  static func forEach(_ path: String, _ range: Range<Int>, _ body: ([UInt8]) throws(Failure) -> Void)
    throws(Failure)
  {
    var at = range.lowerBound
    while at < range.upperBound {
      let next = min(at + 1 << 20, range.upperBound)
      try body(read(path, at..<next))
      at = next
    }
  }
}
