import ParallaxCore
import ParallaxTestSupport
import Testing

@testable import ParallaxLoading

@Suite("Compressed input")
struct DecompressionTests {
  static let page = Array(
    "<!doctype html><title>Pier</title><h1>The pier opens</h1><p>A word with a café, and one more for the rest.</p>"
      .utf8)

  private func fault(_ bytes: [UInt8], limit: Int = 1 << 20) -> CompressionFault? {
    do throws(CompressionFault) {
      _ = try Decompression.gunzip(bytes, limit: limit)
      return nil
    } catch { return error }
  }

  @Test("A compressed page is the page")
  func page() throws {
    let loader = Loader()
    let plain = try loader.load(Self.page, id: "p", source: "p.html")
    let packed = try loader.load(Compressed.gzip(Self.page), id: "p", source: "p.html.gz")
    #expect(plain.text == packed.text && packed.metadata.format == .html)
    #expect(try loader.load(Compressed.gzip(Self.page), id: "p", source: "p").text == plain.text)
  }

  @Test("Markdown is known by the name before .gz")
  func markdown() throws {
    let text = Array("# The pier\n\nIt opens, and *nobody* minds.\n".utf8)
    let article = try Loader().load(Compressed.gzip(text), id: "m", source: "pier.MD.gz")
    #expect(article.metadata.format == .markdown)
    #expect(try Loader().load(text, id: "m", source: "pier.txt.gz").metadata.format == .text)
  }

  @Test("Members follow one another; padding is passed over, other bytes are not")
  func members() throws {
    let two = Compressed.gzip(Array("one, ".utf8)) + Compressed.gzip(Array("two".utf8))
    #expect(try Decompression.gunzip(two, limit: 100) == Array("one, two".utf8))
    #expect(try Decompression.gunzip(two + [0, 0, 0], limit: 100) == Array("one, two".utf8))
    #expect(fault(two + [7, 0, 0]) == .trailing)
    #expect(try Decompression.gunzip(two + [7], limit: 100, ignoresTrailing: true).count == 8)
  }

  @Test("A bomb is refused, and exactly the limit is not")
  func bomb() {
    let bomb = Compressed.gzip([UInt8](repeating: 0x20, count: 30_000_000))
    #expect(bomb.count < 40_000)
    #expect(fault(bomb) == .tooLong(limit: 1 << 20))
    #expect(fault(Compressed.gzip([UInt8](repeating: 1, count: 1 << 20))) == nil)
    #expect(fault(Compressed.gzip([UInt8](repeating: 1, count: 1 << 20 + 1))) == .tooLong(limit: 1 << 20))
    #expect {
      try Loader().load(bomb, id: "b", source: "b.html.gz")
    } throws: { error in
      "\(error)" == "b.html.gz: decompresses to more than the limit of 20000000 bytes; no article needs that"
        && (error as? LoadingError)?.code == "too-large"
    }
  }

  @Test("Cut off anywhere, it is truncated")
  func truncated() {
    let packed = Compressed.gzip(Self.page)
    for length in 2..<packed.count { #expect(fault(Array(packed.prefix(length))) == .truncated) }
    #expect {
      try Loader().load(Array(packed.dropLast(3)), id: "t", source: "t.html.gz")
    } throws: {
      "\($0)"
        == "t.html.gz: the compressed data end too early; the file may not have been copied whole"
    }
  }

  @Test("A changed byte is damage, with zlib's word for it")
  func corrupt() {
    var packed = Compressed.gzip(Self.page)
    packed[packed.count - 6] ^= 1
    #expect(fault(packed) == .corrupt("incorrect data check"))
    packed = Compressed.gzip(Self.page)
    packed[10] = 0xFF
    #expect(fault(packed) == .corrupt("invalid block type"))
    #expect("\(LoadingError(.corrupt("x"), source: "a.gz"))" == "a.gz: the compressed data are damaged (x)")
  }

  @Test("HTTP's deflate, with and without its header")
  func deflate() throws {
    #expect(try Decompression.undeflate(Compressed.zlib(Self.page), limit: 1000) == Self.page)
    #expect(try Decompression.undeflate(Compressed.deflate(Self.page), limit: 1000) == Self.page)
    #expect(throws: CompressionFault.tooLong(limit: 10)) {
      try Decompression.undeflate(Compressed.deflate(Self.page), limit: 10)
    }
  }
}
