import ParallaxTestSupport
import Testing

@testable import ParallaxLoading

@Suite("HTTP responses in archives")
struct HTTPResponseTests {
  private static let page = SampleArchive.page(1)

  private func response(_ fields: [String], _ body: [UInt8]) throws -> HTTPResponse {
    try #require(
      HTTPResponse(Array((["HTTP/1.1 200 OK"] + fields + ["", ""]).joined(separator: "\r\n").utf8) + body))
  }

  private func fault(_ fields: [String], _ body: [UInt8], limit: Int = 1 << 20) throws -> HTTPFault? {
    let response = try response(fields, body)
    do throws(HTTPFault) {
      _ = try response.decodedBody(limit: limit)
      return nil
    } catch { return error }
  }

  @Test("Status, fields without regard to case, folded lines")
  func head() throws {
    let response = try response(["content-TYPE: text/html;", "  charset=utf-8", "X: 1", "x: 2"], [])
    #expect(response.status == 200)
    #expect(response.fields["X"] == "1" && response.fields["missing"] == nil)
    #expect(response.mediaType == MediaType("text/html; charset=utf-8"))
    #expect(HTTPResponse(Array("HTTP/2 404\nA: b\n\nbody".utf8))?.status == 404)
    for broken in [
      "", "HTTP/1.1\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK\r\nA: b",
    ] {
      #expect(HTTPResponse(Array(broken.utf8)) == nil)
    }
  }

  @Test(
    "Media types and the encoding they name",
    arguments: [
      ("text/html", "text/html", nil), ("Text/HTML; Charset=UTF-8", "text/html", "UTF-8"),
      ("text/html;charset=\"windows-1252\"; x=y", "text/html", "windows-1252"),
      ("application/xhtml+xml ; charset = utf-8 ", "application/xhtml+xml", "utf-8"),
      ("text/html; charset=", "text/html", nil), ("text/html, text/plain", "text/html", nil),
      ("text/plain; format=flowed", "text/plain", nil),
    ] as [(String, String, String?)])
  func mediaType(value: String, name: String, charset: String?) throws {
    let type = try #require(MediaType(value))
    #expect(type.name == name && type.charset == charset && type.isText)
  }

  @Test("No media types")
  func noMediaType() {
    #expect(MediaType("") == nil && MediaType("html") == nil && MediaType(";") == nil)
    #expect(MediaType("image/png")?.isText == false && MediaType("text/plain")?.isHTML == false)
  }

  @Test("Chunks, gzip and deflate come off, also one around the other")
  func codings() throws {
    let page = Self.page
    let gzip = Compressed.gzip(page)
    let cases: [([String], [UInt8])] = [
      ([], page), (["Transfer-Encoding: chunked"], SampleArchive.chunked(page)),
      (["Content-Encoding: gzip"], gzip), (["Content-Encoding: x-gzip"], gzip + [1, 2, 3]),
      (["Content-Encoding: deflate"], Compressed.zlib(page)),
      (["Content-Encoding: deflate"], Compressed.deflate(page)),
      (["Transfer-Encoding: chunked", "Content-Encoding: gzip"], SampleArchive.chunked(gzip)),
      (["Content-Encoding: deflate, gzip"], Compressed.gzip(Compressed.zlib(page))),
      // Fields that were true on the way, of a body that is decoded already.
      (["Content-Encoding: gzip"], page), (["Content-Encoding: br"], page),
      (["Content-Encoding: deflate"], page), (["Transfer-Encoding: chunked"], page),
    ]
    for (fields, body) in cases {
      #expect(try response(fields, body).decodedBody(limit: 1 << 20) == page, "\(fields)")
    }
  }

  @Test("What is damaged is said")
  func faults() throws {
    let chunks = SampleArchive.chunked(Self.page)
    let chunked = ["Transfer-Encoding: chunked"]
    #expect(try fault(chunked, Array(chunks.dropLast(5))) == .truncatedChunks)
    #expect(try fault(chunked, Array(chunks.dropLast(30))) == .truncatedChunks)
    var broken = chunks
    broken[104] = 0x5A
    #expect(try fault(chunked, broken) == .badChunk(104))
    #expect(try fault(["Content-Encoding: br"], [0x8B, 1, 2]) == .unknownCoding("br"))
    let gzip = Compressed.gzip(Self.page)
    #expect(try fault(["Content-Encoding: gzip"], Array(gzip.dropLast(9))) == .compression(.truncated))
    let bomb = Compressed.gzip([UInt8](repeating: 0x20, count: 5_000_000))
    #expect(try fault(["Content-Encoding: gzip"], bomb) == .compression(.tooLong(limit: 1 << 20)))
    #expect(
      try fault(["Content-Encoding: gzip, gzip"], Compressed.gzip(bomb))
        == .compression(.tooLong(limit: 1 << 20)))
    #expect(try fault([], Self.page, limit: 10) == .compression(.tooLong(limit: 10)))
    #expect(
      HTTPFault.unknownCoding("br").description
        == "the response is coded as “br”; gzip and deflate can be read")
  }
}
