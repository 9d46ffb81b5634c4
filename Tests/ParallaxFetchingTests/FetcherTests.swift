import ParallaxLoading
import ParallaxTestSupport
import Testing

@testable import ParallaxFetching

/// Against a server on this machine, which the fetcher has to be allowed to read.
@Suite("Fetching", .enabled(if: Fetcher.isAvailable, "needs libcurl"))
struct FetcherTests {
  private static let page = "<!doctype html><h1>The pier</h1><p>Caf\u{E9} words.</p>"
  private static let html = "Content-Type: text/html; charset=utf-8"

  private func fetch(
    _ answers: [String: LoopbackServer.Answer], path: String = "/", _ options: FetchOptions? = nil
  ) throws -> (result: Result<FetchedPage, FetchError>, server: LoopbackServer) {
    let server = try LoopbackServer(answers)
    let fetcher = Fetcher(
      options: options ?? FetchOptions(timeout: .seconds(20), limit: 100_000, allowsLocal: true))
    let result = Result { () throws(FetchError) in try fetcher.fetch(server.address + path) }
    return (result, server)
  }

  private func error(
    _ answers: [String: LoopbackServer.Answer], _ options: FetchOptions? = nil
  ) throws -> FetchError? {
    if case .failure(let error) = try fetch(answers, options).result { error } else { nil }
  }

  @Test("A page, and what the server is told")
  func page() throws {
    let (result, server) = try fetch(["/a%20b?c": .page(Self.page)], path: "/a b?c#d")
    let page = try result.get()
    #expect(page.bytes == Array(Self.page.utf8))
    #expect(page.mediaType == MediaType("text/html; charset=utf-8"))
    let request = try #require(server.requests.first)
    #expect(request.hasPrefix("GET /a%20b?c HTTP/1.1\r\n"))
    #expect(request.contains("User-Agent: parallax/0.1.0\r\n"))
    #expect(request.contains("Accept-Encoding: gzip, deflate\r\n") && !request.contains("Cookie"))
  }

  @Test("Compressed and chunked answers")
  func codings() throws {
    let bytes = Array(Self.page.utf8)
    for (coding, body) in [
      ("gzip", Compressed.gzip(bytes)), ("deflate", Compressed.zlib(bytes)),
      ("deflate", Compressed.deflate(bytes)),
    ] {
      let answer = LoopbackServer.Answer.body(body, fields: [Self.html, "Content-Encoding: \(coding)"])
      #expect(try fetch(["/": answer]).result.get().bytes == bytes)
    }
    let head = "HTTP/1.1 200 OK\r\n\(Self.html)\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    let chunked = LoopbackServer.Answer.raw(Array(head.utf8) + SampleArchive.chunked(bytes, length: 20))
    #expect(try fetch(["/": chunked]).result.get().bytes == bytes)
  }

  @Test("Five redirects are followed, six are not; cookies go along")
  func redirects() throws {
    var answers: [String: LoopbackServer.Answer] = ["/0": .page(Self.page)]
    for count in 1...6 { answers["/\(count)"] = .redirect("/\(count - 1)") }
    answers["/5"] = .body([], status: "301 Moved", fields: ["Location: /4", "Set-Cookie: seen=1"])
    let (five, server) = try fetch(answers, path: "/5")
    #expect(try five.get().bytes == Array(Self.page.utf8))
    #expect(server.requests.count == 6 && server.requests.last?.contains("Cookie: seen=1") == true)
    let (six, other) = try fetch(answers, path: "/6")
    #expect(throws: FetchError.tooManyRedirects(other.address + "/6", limit: 5)) { try six.get() }
    #expect(other.requests.count == 6)
  }

  @Test("A loop of redirects ends")
  func loop() throws {
    #expect(try error(["/": .redirect("/")])?.code == "too-many-redirects")
    #expect(try error(["/": .redirect("/b"), "/b": .redirect("/")])?.code == "too-many-redirects")
  }

  @Test(
    "Redirects lead to http and https alone",
    arguments: [
      "file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "data:text/html,x",
      "http://user:word@127.0.0.1/",
    ])
  func schemes(target: String) throws {
    let error = try error(["/": .redirect(target)])
    #expect(error?.code == "unusable-address", "\(String(describing: error))")
    #expect(error?.description.contains("(redirected to \(target)): ") == true)
  }

  @Test("Statuses other than success")
  func statuses() throws {
    let missing = try error([:])
    #expect(missing?.isMissing == true && missing?.code == "http-status")
    #expect(
      missing?.description.hasSuffix(
        "the server answered with status 404 (there is no such page) instead of the page")
        == true)
    for status in ["206 Partial Content", "403 Forbidden", "500 Oops", "304 Not Modified", "300 Choices"] {
      let error = try error(["/": .body(Array(Self.page.utf8), status: status, fields: [Self.html])])
      #expect(error?.code == "http-status" && error?.isMissing == false, "\(status)")
    }
  }

  @Test("Neither page nor text")
  func contentTypes() throws {
    for type in ["image/png", "application/pdf", "application/json", "video/mp4"] {
      let error = try error(["/": .body([1, 2, 3], fields: ["Content-Type: \(type)"])])
      #expect(error?.code == "content-type" && error?.description.contains("the server sent \(type)") == true)
    }
    for fields in [[], ["Content-Type: text/plain"], ["Content-Type: application/xhtml+xml"]] {
      #expect(try fetch(["/": .body(Array("A text.".utf8), fields: fields)]).result.get().bytes.count == 7)
    }
  }

  @Test("Larger than the limit: sent, compressed, and without end")
  func tooLarge() throws {
    let options = FetchOptions(timeout: .seconds(20), limit: 10_000, allowsLocal: true)
    func page(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x61, count: count) }
    #expect(
      try fetch(["/": .body(page(10_000), fields: [Self.html])], options).result.get().bytes.count == 10_000)
    #expect(try error(["/": .body(page(10_001), fields: [Self.html])], options)?.code == "too-large")
    let bomb = LoopbackServer.Answer.body(
      Compressed.gzip(page(5_000_000)), fields: [Self.html, "Content-Encoding: gzip"])
    #expect(try error(["/": bomb], options)?.code == "too-large")
    let head = Array("HTTP/1.1 200 OK\r\n\(Self.html)\r\nConnection: close\r\n\r\n".utf8)
    #expect(try error(["/": .raw(head + page(3_000_000))], options)?.code == "too-large")
  }

  @Test("Slow answers: before the head, inside the body, redirect by redirect")
  func slow() throws {
    let options = FetchOptions(timeout: .milliseconds(400), allowsLocal: true)
    let head = Array("HTTP/1.1 200 OK\r\n\(Self.html)\r\nContent-Length: 100\r\n\r\n".utf8)
    let started = ContinuousClock.now
    #expect(try error(["/": .slow([[], head], pause: 2)], options)?.code == "timeout")
    let drops = LoopbackServer.Answer.slow([head] + (0..<100).map { _ in [0x61] }, pause: 0.1)
    let error = try error(["/": drops], options)
    #expect(error?.code == "timeout" && error?.isMissing == true)
    #expect(error?.description.contains("no complete answer in time") == true)
    let hop = LoopbackServer.Answer.slow(
      [[], Array("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n".utf8)], pause: 0.15)
    #expect(try self.error(["/": hop], options)?.code == "timeout")
    #expect(ContinuousClock.now - started < .seconds(8))
  }

  @Test("Damaged answers")
  func damaged() throws {
    let gzip = Compressed.gzip(Array(Self.page.utf8))
    let cut = LoopbackServer.Answer.body(
      Array(gzip.dropLast(8)), fields: [Self.html, "Content-Encoding: gzip"])
    #expect(try error(["/": cut])?.description.contains("the compressed data end too early") == true)
    let brotli = LoopbackServer.Answer.body([0x8B, 0], fields: [Self.html, "Content-Encoding: br"])
    #expect(try error(["/": brotli])?.code == "damaged")
    let short = "HTTP/1.1 200 OK\r\n\(Self.html)\r\nContent-Length: 100\r\n\r\nshort"
    #expect(try error(["/": .raw(Array(short.utf8))])?.code == "unreachable")
    #expect(try error(["/": .raw(Array("Hello there\r\n\r\n".utf8))]) != nil)
    #expect(try error(["/": .raw([])])?.code == "unreachable")
  }

  @Test("This machine is not read unless it is allowed, by whatever name")
  func local() throws {
    let server = try LoopbackServer(["/": .page(Self.page)])
    let port = server.address.split(separator: ":").last ?? ""
    for host in ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0.0.0.0"] {
      let address = "http://\(host):\(port)/"
      do throws(FetchError) {
        _ = try Fetcher(options: FetchOptions(timeout: .seconds(10))).fetch(address)
        Issue.record("\(address) was read")
      } catch {
        #expect(error.code == "local-address", "\(error)")
        #expect(error.description.contains("--allow-local permits that"))
      }
    }
    #expect(server.requests.isEmpty)
  }

  @Test("Nobody listens, no such name, nonsense")
  func unreachable() throws {
    var closed = ""
    do { closed = try LoopbackServer([:]).address }
    let fetcher = Fetcher(options: FetchOptions(timeout: .seconds(10), allowsLocal: true))
    for address in ["http://no-such-host.invalid/", "http://127.0.0.1:1/"] {
      do throws(FetchError) {
        _ = try fetcher.fetch(address)
        Issue.record("\(address) was read")
      } catch {
        #expect(error.isMissing && error.description.hasPrefix("\(address): "), "\(error)")
      }
    }
    #expect(throws: FetchError.self) { try fetcher.fetch("http://a b/") }
    #expect(throws: FetchError.self) { try fetcher.fetch("http://127.0.0.1:99999999/") }
    #expect(!closed.isEmpty)
  }
}
