import ParallaxTestSupport
import Testing

@testable import ParallaxLoading

@Suite("Web archives")
struct WARCReaderTests {
  /// Six pages among the records that a crawler writes around them.
  static let sample: SampleArchive = {
    var archive = SampleArchive()
    archive.addSurroundings(url: "https://ledger.example/")
    for number in 1...6 {
      archive.addPage(
        SampleArchive.page(number), url: "https://ledger.example/\(number)",
        fields: number == 2 ? ["X-Long: " + String(repeating: "x", count: 500)] : [])
    }
    archive.add("conversion", Array("Words.".utf8), url: "https://ledger.example/", contentType: "text/plain")
    return archive
  }()

  private static let forms: [(name: String, bytes: [UInt8])] = [
    ("plain", sample.bytes), ("by record", sample.compressedByRecord), ("whole", sample.compressedWhole),
  ]

  private func read(
    _ bytes: [UInt8], limit: Int = 1 << 20, piece: Int = 1 << 18
  ) -> (captures: [Capture], damages: [WARCDamage]) {
    let reader = CaptureReader(MemorySource(bytes, pieceLength: piece), archive: "a.warc", limit: limit)
    var captures: [Capture] = []
    var damages: [WARCDamage] = []
    while let item = reader.next() {
      switch item {
      case .capture(let capture): captures.append(capture)
      case .damage(let damage): damages.append(damage)
      }
    }
    return (captures, damages)
  }

  @Test("Pages are found in every form, however the bytes come", arguments: forms.indices, [1, 100, 1 << 18])
  func everyForm(form: Int, piece: Int) throws {
    let (captures, damages) = read(Self.forms[form].bytes, piece: piece)
    #expect(damages.isEmpty, "\(damages)")
    #expect(captures.map(\.url) == (1...6).map { "https://ledger.example/\($0)" })
    #expect(captures.map(\.id) == (7...12).map { "urn:test:\($0)" })
    #expect(captures.map(\.number) == Array(7...12))
    #expect(captures[0].retrieved == "2026-03-08T12:00:00Z")
    let page = try captures[3].page(limit: 1 << 20, archive: "a.warc")
    #expect(page.bytes == SampleArchive.page(4) && page.encoding == nil)
  }

  @Test("The place is that of the record in the file")
  func places() {
    let before = Self.sample.records.prefix(7)
    #expect(read(Self.sample.bytes).captures[1].place == "byte \(before.joined().count)")
    #expect(
      read(Self.sample.compressedByRecord).captures[1].place
        == "byte \(before.map { Compressed.gzip($0).count }.reduce(0, +))")
    #expect(
      read(Self.sample.compressedWhole).captures[1].place
        == "byte 0, \(before.joined().count) bytes decompressed")
  }

  @Test("The server's encoding, chunks and compression")
  func decoded() throws {
    var archive = SampleArchive()
    let body = Array("<p>Caf".utf8) + [0xE9] + Array(" and more words</p>".utf8)
    archive.addPage(
      SampleArchive.chunked(Compressed.gzip(body)), url: "https://a.example/",
      type: "text/html; charset=ISO-8859-1", fields: ["Transfer-Encoding: chunked", "Content-Encoding: gzip"])
    archive.addPage(body, url: "https://a.example/x", type: "application/xhtml+xml")
    archive.add("resource", body, url: "https://a.example/y", contentType: "text/html; charset=latin1")
    let captures = read(archive.compressedByRecord).captures
    #expect(captures.count == 3)
    for (capture, encoding) in zip(captures, ["ISO-8859-1", nil, "latin1"]) {
      let page = try capture.page(limit: 1000, archive: "a")
      #expect(page.bytes == body && page.encoding == encoding)
    }
  }

  @Test("Version 1.1, line feeds alone, bracketed addresses, one newline after the block")
  func variants() {
    let block = "HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>Words.</p>"
    let record = """
      WARC/1.1
      warc-type: Response
      warc-record-id: <urn:a>
      WARC-Target-URI: <https://a.example/>
      Content-Length:   \(block.utf8.count)

      \(block)

      """
    let (captures, damages) = read(Array((record + record).utf8))
    #expect(captures.count == 2 && damages.isEmpty, "\(damages)")
    #expect(captures.first?.url == "https://a.example/" && captures.first?.retrieved == nil)
  }

  @Test("What the crawler cut off, and what is too large, is said of the page")
  func incomplete() {
    var archive = SampleArchive()
    archive.addPage(
      SampleArchive.page(1), url: "https://a.example/1", recordFields: ["WARC-Truncated: length"])
    archive.addPage(SampleArchive.page(2, words: 200_000), url: "https://a.example/2")
    archive.addPage(SampleArchive.page(3), url: "https://a.example/3")
    let (captures, damages) = read(archive.bytes, limit: 300_000, piece: 10_000)
    #expect(captures.count == 3 && damages.isEmpty)
    let errors = captures.map { capture in
      do throws(LoadingError) {
        _ = try capture.page(limit: 300_000, archive: "a.warc")
        return ""
      } catch { return "\(error)" }
    }
    #expect(
      errors[0]
        == "a.warc: record 1 at byte 0: the archive holds the page cut off (WARC-Truncated: length)")
    #expect(errors[1].hasSuffix("more bytes than the limit of 300000; split the input or raise the limit"))
    #expect(errors[2].isEmpty)
  }

  @Test("An archive that ends early: the last record is reported, those before are given")
  func truncated() {
    let bytes = Self.sample.bytes
    let start = Self.sample.records.prefix(9).joined().count
    for length in [start + 3, start + 100, start + 400] {
      let (captures, damages) = read(Array(bytes.prefix(length)))
      #expect(captures.count == 3 && damages.count == 1)
      #expect(damages.first?.number == 10 && damages.first?.place == "byte \(start)")
      let reason = length < start + 5 ? "no record begins here" : "the archive ends before the record does"
      #expect(damages.first?.reason.hasPrefix(reason) == true, "\(length)")
    }
    let packed = Self.sample.compressedByRecord
    let (captures, damages) = read(Array(packed.dropLast(20)))
    #expect(captures.count == 6 && damages.count == 1)
    #expect(damages.first?.reason.hasPrefix("the compressed data end too early") == true)
  }

  @Test("A wrong length costs its record alone", arguments: ["0", "7", "250", "3000", "99999999", "x", ""])
  func lengths(length: String) {
    for lost in 6..<11 {
      var records = Self.sample.records
      let parts = String(decoding: records[lost], as: UTF8.self).components(separator: "Content-Length: ")
      records[lost] = Array((parts[0] + "Content-Length: " + length + parts[1].drop { $0.isNumber }).utf8)
      let (captures, damages) = read(records.flatMap { $0 }, limit: 100_000, piece: 5_000)
      let expected = (7...12).filter { $0 != lost + 1 }.map { "urn:test:\($0)" }
      #expect(captures.map(\.id) == expected, "\(lost) \(damages)")
      #expect(damages.count == 1 && damages[0].number == lost + 1, "\(damages)")
    }
  }

  @Test("Damage is told with number, place and what is wrong")
  func wording() {
    var records = Self.sample.records
    records[6][0] = 0x58
    let (captures, damages) = read(records.flatMap { $0 })
    #expect(captures.map(\.id) == (8...12).map { "urn:test:\($0)" })
    #expect(
      damages.map(\.description) == [
        "record 7 at byte \(records.prefix(6).joined().count): no record begins here; expected WARC/1.0 or WARC/1.1; it is left out"
      ])
  }

  @Test("No archive at all")
  func noArchive() {
    #expect(read(Array("Just a text.\n".utf8)).damages.count == 1)
    #expect(read([]).damages.isEmpty)
    #expect(read([0x1F, 0x8B, 1]).damages.count == 1)
  }
}

extension String {
  /// The parts before and after the first occurrence of a separator.
  fileprivate func components(separator: String) -> [String] {
    guard let range = self.firstRange(of: separator) else { return [self, ""] }
    return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
  }
}
