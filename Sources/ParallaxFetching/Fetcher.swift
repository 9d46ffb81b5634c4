internal import CCurl
import ParallaxCore
package import ParallaxLoading

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How pages are fetched.
package struct FetchOptions: Sendable {
  /// Time for a page with all its redirects.
  package var timeout: Duration
  /// Time for each connection.
  package var connectTimeout: Duration
  /// Bytes of the largest page, before and after decompression.
  package var limit: Int
  /// Redirects that are followed.
  package var redirects: Int
  /// Whether addresses of this machine and of closed networks may be read, and the environment's proxy be used.
  package var allowsLocal: Bool

  /// Makes options.
  package init(
    timeout: Duration = .seconds(30), connectTimeout: Duration = .seconds(10),
    limit: Int = LoadingLimits().bytes, redirects: Int = 5, allowsLocal: Bool = false
  ) {
    self.timeout = timeout
    self.connectTimeout = connectTimeout
    self.limit = limit
    self.redirects = redirects
    self.allowsLocal = allowsLocal
  }
}

/// A page as it came over the network.
package struct FetchedPage: Sendable {
  /// The page without transfer codings.
  package var bytes: [UInt8]
  /// What the server says it is.
  package var mediaType: MediaType?
}

/// Fetches single pages, one request for each and its redirects; no links, pictures or scripts of theirs.
///
/// Every connection is judged by the address it is made to, so that neither a name nor a redirect leads to
/// this machine or a closed network. No proxy is used, as it would connect unjudged.
package struct Fetcher: Sendable {
  /// How pages are fetched.
  package let options: FetchOptions
  /// What the program calls itself.
  static let userAgent = "\(ParallaxVersion.name)/\(ParallaxVersion.current)"

  /// Makes a fetcher; nothing is loaded or connected yet.
  package init(options: FetchOptions = .init()) { self.options = options }

  /// Whether libcurl is there, without which nothing can be fetched.
  package static var isAvailable: Bool { CurlLibrary.isLoaded }

  /// Fetches a page.
  ///
  /// - Parameter address: The address as the user gave it.
  package func fetch(_ address: String) throws(FetchError) -> FetchedPage {
    guard CurlLibrary.isLoaded else { throw .noLibrary }
    guard let transfer = Transfer(limit: options.limit, allowsLocal: options.allowsLocal) else {
      throw .unreachable(address, reason: "too little memory")
    }
    let deadline = ContinuousClock.now + options.timeout
    var hop = address
    for count in 0...max(0, options.redirects) {
      // What is said of a hop names what was asked for, too.
      let name = count == 0 ? address : "\(address) (redirected to \(hop.prefix(200)))"
      let target = try checked(hop, name)
      let left = Self.milliseconds(deadline - .now)
      guard left > 0 else { throw .timeout(name, reason: "the redirects took too long") }
      let answer = transfer.perform(
        target, userAgent: Self.userAgent, milliseconds: left,
        connectMilliseconds: min(left, Self.milliseconds(options.connectTimeout)))
      if let failure = failure(of: transfer, answer, name) { throw failure }
      guard (300..<400).contains(answer.status), let redirect = answer.redirect else {
        return try page(of: transfer, answer, name)
      }
      hop = redirect
    }
    throw .tooManyRedirects(address, limit: options.redirects)
  }

  private func checked(_ hop: String, _ name: String) throws(FetchError) -> WebAddress {
    do throws(WebAddress.Refusal) {
      return try WebAddress(hop)
    } catch {
      throw .unusableAddress(name, reason: error.reason)
    }
  }

  private func failure(of transfer: Transfer, _ answer: Transfer.Answer, _ name: String) -> FetchError? {
    if transfer.isTooLarge { return .tooLarge(name, limit: options.limit) }
    switch answer.error.number {
    case 0: return nil
    case Int(PARALLAX_CURL_TIMEOUT): return .timeout(name, reason: answer.error.text)
    case Int(PARALLAX_CURL_MALFORMED_URL), Int(PARALLAX_CURL_UNSUPPORTED_SCHEME):
      return .unusableAddress(name, reason: "not an address that can be asked for (\(answer.error.text))")
    default:
      if let refused = transfer.refused {
        return .localAddress(name, network: refused.network, kind: refused.kind)
      }
      return .unreachable(name, reason: answer.error.text + proxyHint)
    }
  }

  private var proxyHint: String {
    let names: [String] = ["https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY"]
    let hasProxy = names.contains { getenv($0) != nil }
    return hasProxy && !options.allowsLocal
      ? " (the proxy that the environment names is used with --allow-local only)" : ""
  }

  private func page(
    of transfer: Transfer, _ answer: Transfer.Answer, _ name: String
  ) throws(FetchError) -> FetchedPage {
    guard (200..<300).contains(answer.status), answer.status != 206 else {
      throw .status(name, answer.status)
    }
    guard let head = HTTPResponse(transfer.head) else {
      throw .damaged(name, reason: "the answer is no HTTP response")
    }
    let response = HTTPResponse(status: answer.status, fields: head.fields, body: transfer.body)
    if let type = response.mediaType, !type.isText { throw .contentType(name, type.name) }
    do throws(HTTPFault) {
      let bytes = try response.decodedBody(limit: options.limit, isDechunked: true)
      return FetchedPage(bytes: bytes, mediaType: response.mediaType)
    } catch {
      if case .compression(.tooLong(let limit)) = error { throw .tooLarge(name, limit: limit) }
      throw .damaged(name, reason: error.description)
    }
  }

  private static func milliseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return Int(clamping: seconds).multipliedReportingOverflow(by: 1000).partialValue
      + Int(attoseconds / 1_000_000_000_000_000)
  }
}
