import ParallaxKit

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads a file, or what is open already, in pieces as they come.
final class FileSource: ByteSource {
  /// The path as the user gave it.
  let path: String
  private let descriptor: Int32
  private let closes: Bool
  /// Bytes to read at a time: a small file whole, with one byte more that shows the end.
  private lazy var capacity = min(1 << 18, (length ?? .max - 1) + 1)

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: `Failure` when it cannot be opened.
  init(path: String) throws(Failure) {
    self.path = path
    closes = path != "-"
    descriptor = closes ? open(path, O_RDONLY | O_CLOEXEC) : 0
    guard descriptor >= 0 else {
      throw errno == ENOENT
        ? .missingInput("\(path): no such file")
        : .unusableInput("\(path): cannot be read (\(Self.complaint))")
    }
  }

  deinit { if closes { close(descriptor) } }

  /// Length of a regular file; nil for anything else.
  var length: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  func next() throws(LoadingError) -> [UInt8]? {
    let descriptor = self.descriptor
    var failed = false
    let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while true {
        let result = systemRead(descriptor, buffer.baseAddress, buffer.count)
        if result < 0 && errno == EINTR { continue }
        failed = result < 0
        count = max(0, result)
        return
      }
    }
    if failed { throw .unreadable(source: path, reason: Self.complaint) }
    return piece.isEmpty ? nil : piece
  }

  /// What the system says of the last call.
  private static var complaint: String { String(cString: strerror(errno)) }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
