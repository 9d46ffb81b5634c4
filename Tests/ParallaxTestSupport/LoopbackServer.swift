import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A web server on the loopback interface that answers each path with given bytes, for one test.
///
///     let server = try LoopbackServer(["/": .page("<p>Words.</p>")])
///     server.address + "/"
public final class LoopbackServer: @unchecked Sendable {
  // The log is guarded by the lock; everything else is set before the first thread starts.

  /// What a path is answered with.
  public struct Answer: Sendable {
    let pieces: [[UInt8]]
    let pause: Double

    /// Bytes as they are, status line and all.
    public static func raw(_ bytes: [UInt8]) -> Answer { Answer(pieces: [bytes], pause: 0) }

    /// Pieces sent with a pause of some seconds before each but the first.
    public static func slow(_ pieces: [[UInt8]], pause: Double) -> Answer {
      Answer(pieces: pieces, pause: pause)
    }

    /// A body with a status and fields.
    public static func body(_ body: [UInt8], status: String = "200 OK", fields: [String]) -> Answer {
      let head =
        ["HTTP/1.1 \(status)", "Connection: close", "Content-Length: \(body.count)"] + fields + ["", ""]
      return .raw(Array(head.joined(separator: "\r\n").utf8) + body)
    }

    /// A page.
    public static func page(_ html: String) -> Answer {
      .body(Array(html.utf8), fields: ["Content-Type: text/html; charset=utf-8"])
    }

    /// A redirect.
    public static func redirect(_ target: String) -> Answer {
      .body([], status: "302 Found", fields: ["Location: \(target)"])
    }
  }

  /// `http://127.0.0.1:` and the port.
  public let address: String
  private let answers: [String: Answer]
  private let descriptor: Int32
  private let lock = NSLock()
  private var log: [String] = []

  /// Starts a server.
  public init(_ answers: [String: Answer]) throws {
    signal(SIGPIPE, SIG_IGN)
    self.answers = answers
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = self.descriptor
    let isBound = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, pointer, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
    Thread.detachNewThread { [descriptor, weak self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        if connection < 0 && errno == EINTR { continue }
        guard connection >= 0 else {
          // Closed here and not where the server ends: another server must not get the number meanwhile.
          close(descriptor)
          return
        }
        guard let self else {
          close(connection)
          return
        }
        Thread.detachNewThread { self.serve(connection) }
      }
    }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  /// What was asked for: the first line and fields of each request, in order.
  public var requests: [String] {
    lock.lock()
    defer { lock.unlock() }
    return log
  }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    var request: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 8_192)
    while !String(decoding: request, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(connection, &piece, piece.count, 0)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      request += piece[..<count]
    }
    let text = String(decoding: request, as: UTF8.self)
    lock.lock()
    log.append(text)
    lock.unlock()
    let path = text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let answer = answers[path] ?? .body([], status: "404 Not Found", fields: ["Content-Type: text/html"])
    for (number, bytes) in answer.pieces.enumerated() {
      if number > 0 { Thread.sleep(forTimeInterval: answer.pause) }
      var sent = 0
      while sent < bytes.count {
        let count = bytes.withUnsafeBytes { buffer in
          send(connection, buffer.baseAddress.map { $0 + sent }, bytes.count - sent, 0)
        }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return }
        sent += count
      }
    }
    // Closing with bytes unread would take the answer back.
    shutdown(connection, Int32(SHUT_WR))
    while true {
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0 || count < 0 && errno == EINTR else { break }
    }
  }
}
