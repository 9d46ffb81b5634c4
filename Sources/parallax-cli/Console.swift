import ParallaxKit

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What is said to people: on standard error, never among the results.
enum Console {
  /// Whether standard error is a terminal.
  static let isTerminal = isatty(2) == 1
  /// Whether standard output is a terminal.
  static let outputIsTerminal = isatty(1) == 1

  /// Whether standard output may be coloured.
  static func colors(disabled: Bool) -> Bool {
    !disabled && outputIsTerminal && getenv("NO_COLOR") == nil
  }

  /// Says what went wrong.
  static func error(_ message: String) { line("parallax: error: \(message)") }

  /// Says what a reader should know.
  static func warning(_ message: String) { line("parallax: warning: \(message)") }

  /// Writes a line to standard error.
  static func line(_ text: String) { write(Array((text + "\n").utf8), to: 2) }

  /// Writes all bytes to a file descriptor.
  ///
  /// - Returns: False when they could not be written.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        guard let base = buffer.baseAddress else { return true }
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, base + offset, buffer.count - offset)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, base + offset, buffer.count - offset)
        #else
          let count = Glibc.write(descriptor, base + offset, buffer.count - offset)
        #endif
        if count > 0 {
          offset += count
        } else if count < 0 && errno == EINTR {
          continue
        } else {
          return false
        }
      }
      return true
    }
  }
}
