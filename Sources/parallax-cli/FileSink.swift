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

  /// Opens the file to add at its end; makes it when missing.
  ///
  /// - Parameter lock: Whether no other run may have it open; the lock ends with the program.
  init(appending path: String, lock: Bool = false) throws(Failure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .unwritableOutput("\(path): cannot be written (\(Self.complaint))")
    }
    guard !lock || flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw .unwritableOutput("\(path): another run is writing into this folder")
    }
  }

  deinit { close(descriptor) }

  /// Adds bytes at the end.
  func write(_ bytes: [UInt8]) throws(Failure) {
    guard Console.write(bytes, to: descriptor) else {
      throw .unwritableOutput("\(path): cannot be written (\(Self.complaint))")
    }
  }

  /// Cuts the file to a length.
  func cut(to length: Int) throws(Failure) {
    guard ftruncate(descriptor, off_t(length)) == 0 else {
      throw .unwritableOutput("\(path): cannot be cut to \(length) bytes (\(Self.complaint))")
    }
  }

  /// Waits until everything written is on the disk; some file systems cannot, and then it is left to them.
  func sync() { fsync(descriptor) }

  /// What the system says of the last call.
  private static var complaint: String { String(cString: strerror(errno)).lowercasedFirst }
}

extension String {
  /// With a small letter at the beginning, to stand inside a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
