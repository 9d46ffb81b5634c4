internal import CCurl

/// libcurl, found when the first address is read.
enum CurlLibrary {
  /// Whether it is there; looked for once.
  static let isLoaded = parallax_curl_load() != 0
}

/// Requests for one page and its redirects, and what came of the last one.
final class Transfer {
  /// What one request gave.
  struct Answer {
    /// HTTP status, 0 when there was no answer.
    var status: Int
    /// Where it redirects to.
    var redirect: String?
    /// libcurl's error number, 0 for none, and its words.
    var error: (number: Int, text: String)
  }

  /// Lines of the head.
  private(set) var head: [UInt8] = []
  /// The body as it was sent.
  private(set) var body: [UInt8] = []
  /// Whether the body is longer than the limit.
  private(set) var isTooLarge = false
  /// The last address that was not connected to, and why.
  private(set) var refused: (network: String, kind: String)?

  private let session: UnsafeMutableRawPointer
  private let limit: Int
  private let allowsLocal: Bool
  private static let headLimit = 1 << 18

  /// - Parameter limit: Bytes of the longest body.
  init?(limit: Int, allowsLocal: Bool) {
    guard let session = parallax_curl_open() else { return nil }
    self.session = session
    self.limit = limit
    self.allowsLocal = allowsLocal
  }

  deinit { parallax_curl_close(session) }

  /// Asks for an address and waits for the answer.
  func perform(
    _ address: WebAddress, userAgent: String, milliseconds: Int, connectMilliseconds: Int
  ) -> Answer {
    head = []
    body = []
    refused = nil
    var answer = parallax_curl_answer()
    let context = Unmanaged.passUnretained(self).toOpaque()
    address.text.withCString { url in
      userAgent.withCString { agent in
        "Accept: text/html,application/xhtml+xml,text/plain;q=0.9,text/*;q=0.8".withCString { accept in
          var request = parallax_curl_request(
            url: url, user_agent: agent, accept: accept, timeout_ms: milliseconds,
            connect_timeout_ms: connectMilliseconds, uses_proxy: allowsLocal ? 1 : 0, context: context,
            judge: { address, length, context in
              guard let address, let transfer = Transfer.of(context) else { return 0 }
              return transfer.judges(UnsafeRawBufferPointer(start: address, count: length)) ? 1 : 0
            },
            head: { bytes, count, context in
              Transfer.of(context)?.takeHead(UnsafeRawBufferPointer(start: bytes, count: count)) ?? 0
            },
            body: { bytes, count, context in
              Transfer.of(context)?.takeBody(UnsafeRawBufferPointer(start: bytes, count: count)) ?? 0
            })
          withExtendedLifetime(self) { parallax_curl_perform(session, &request, &answer) }
        }
      }
    }
    let words = Self.text(&answer.error)
    let redirect = answer.redirect_is_too_long != 0 ? "" : Self.text(&answer.redirect)
    return Answer(
      status: Int(answer.status),
      redirect: answer.redirect_is_too_long == 0 && redirect.isEmpty ? nil : redirect,
      error: (Int(answer.code), words))
  }

  private static func text<Buffer>(_ buffer: inout Buffer) -> String {
    withUnsafeBytes(of: &buffer) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Whether the address may be connected to.
  private func judges(_ socket: UnsafeRawBufferPointer) -> Bool {
    guard let address = NetworkAddress(socket) else { return false }
    if allowsLocal { return true }
    guard let kind = address.restriction else { return true }
    refused = (address.description, kind)
    return false
  }

  private func takeHead(_ line: UnsafeRawBufferPointer) -> Int {
    // A head begins anew after "100 Continue".
    if line.starts(with: "HTTP/".utf8) { head = [] }
    guard head.count + line.count <= Self.headLimit else { return 0 }
    head += line
    return line.count
  }

  private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard body.count + bytes.count <= limit else {
      isTooLarge = true
      return 0
    }
    body += bytes
    return bytes.count
  }
}
