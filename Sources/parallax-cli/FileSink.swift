import ParallaxKit

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that grows as results come.
final class FileSink {
  private let path: String
  private let descriptor: Int32

  /// Opens the file anew.
  init(path: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw .unwritableOutput("\(path): cannot be written") }
  }

  deinit { close(descriptor) }

  /// Adds bytes at the end.
  func write(_ bytes: [UInt8]) throws(Failure) {
    guard Console.write(bytes, to: descriptor) else {
      throw .unwritableOutput("\(path): cannot be written (is the disk full?)")
    }
  }
}
