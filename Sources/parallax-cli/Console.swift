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

/// A line of progress on a terminal, rewritten in place; nothing elsewhere.
struct Progress {
  private let total: Int?
  private let isShown: Bool
  private var done = 0
  private let started = ContinuousClock.now
  private var lastShown = ContinuousClock.now

  init(total: Int?, quiet: Bool) {
    self.total = total
    isShown = Console.isTerminal && !quiet
  }

  /// Counts one input as done.
  mutating func advance() {
    done += 1
    let now = ContinuousClock.now
    guard isShown, now - lastShown > .milliseconds(100) || done == total else { return }
    lastShown = now
    let elapsed = Double((now - started).components.seconds) + 0.001
    let rate = Double(done) / max(elapsed, 0.5)
    var text = "\r\(done)"
    if let total { text += "/\(total)" }
    text += " articles, \(Int(rate))/s"
    if let total, rate > 0 { text += ", \(Int(Double(total - done) / rate)) s left" }
    Console.write(Array((text + "\u{1B}[K").utf8), to: 2)
  }

  /// Clears the line.
  func finish() {
    if isShown { Console.write(Array("\r\u{1B}[K".utf8), to: 2) }
  }
}
