import ParallaxCore
import Testing

@testable import ParallaxLoading

@Suite("Encodings")
struct TextDecoderTests {
  private func load(_ bytes: [UInt8], declared: String? = nil, source: String = "t.txt") throws -> Article {
    try Loader().load(bytes, id: "t", source: source, declaredEncoding: declared)
  }
  private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    var bytes: [UInt8] = mark ? (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) : []
    for unit in text.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += bigEndian ? [high, low] : [low, high]
    }
    return bytes
  }

  @Test("UTF-8 with a byte order mark, which is no part of the text")
  func byteOrderMark() throws {
    let article = try load([0xEF, 0xBB, 0xBF] + Array("Café closed.".utf8))
    #expect(outline(article) == ["body: Café closed."])
    #expect(article.metadata.encoding == "utf-8")
  }

  @Test("UTF-16, by its mark or by its NULs", arguments: [true, false], [true, false])
  func utf16(bigEndian: Bool, mark: Bool) throws {
    let article = try load(utf16("The café closed – for good.", bigEndian: bigEndian, mark: mark))
    #expect(outline(article) == ["body: The café closed – for good."])
    #expect(article.metadata.encoding == (bigEndian ? "utf-16be" : "utf-16le"))
  }

  @Test("Bytes that are no UTF-8 are Windows-1252")
  func windows1252() throws {
    let bytes: [UInt8] =
      [0x93] + Array("Caf".utf8) + [0xE9, 0x94, 0x20, 0x97] + Array(" closed".utf8) + [0x85]
    let article = try load(bytes)
    #expect(outline(article) == ["body: “Café” — closed…"])
    #expect(article.metadata.encoding == "windows-1252")
  }

  @Test("A page's declaration decides where the bytes leave it open, and not against them")
  func declaration() throws {
    let body = "<p>The caf\u{E9} on the quay closed on Monday, and nobody knows why.</p>"
    let head =
      "<html><head><meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'></head><body>"
    let latin = (head + body).unicodeScalars.map { UInt8($0.value) }
    #expect(try outline(load(latin, source: "p.html"))[0].contains("café"))
    let article = try load(Array((head + body).utf8), source: "p.html")
    #expect(outline(article)[0].contains("café"))
    #expect(article.notes.contains { $0.contains("windows-1252") && $0.contains("utf-8") })
  }

  @Test("Declared legacy encodings are read through the system's converter")
  func legacy() throws {
    let head = "<html><head><meta charset="
    // "Порт закрыт" in Windows-1251, "항구" in EUC-KR, "港" in Shift_JIS.
    let cases: [(label: String, bytes: [UInt8], text: String)] = [
      ("windows-1251", [0xCF, 0xEE, 0xF0, 0xF2, 0x20, 0xE7, 0xE0, 0xEA, 0xF0, 0xFB, 0xF2], "Порт закрыт"),
      ("euc-kr", [0xC7, 0xD7, 0xB1, 0xB8], "항구"), ("Shift_JIS", [0x8D, 0x60], "港"),
      ("gb2312", [0xB8, 0xDB, 0xBF, 0xDA], "港口"),
    ]
    for (label, bytes, text) in cases {
      let page =
        Array("\(head)\(label)></head><body><p>The port, ".utf8) + bytes + Array(", is closed.</p>".utf8)
      let article = try load(page, source: "p.html")
      #expect(outline(article) == ["body: The port, \(text), is closed."])
      #expect(article.metadata.encoding == (label == "gb2312" ? "gb18030" : label.lowercased()))
    }
  }

  @Test("A declaration that most bytes contradict is set aside")
  func wrongDeclaration() throws {
    let noise = [UInt8](repeating: 0xFF, count: 200)
    let page =
      Array("<html><head><meta charset=gbk></head><body><p>The port, ".utf8) + noise + Array("</p>".utf8)
    let article = try load(page, source: "p.html")
    #expect(article.metadata.encoding == "windows-1252")
    #expect(article.notes == ["Declared as gb18030, but the bytes are windows-1252."])
  }

  @Test("Single broken bytes in UTF-8 become U+FFFD and are noted")
  func broken() throws {
    var bytes = Array("Café, naïve, façade: all of them — “fine”. ".utf8)
    bytes.append(0xFF)
    let article = try load(bytes)
    #expect(outline(article)[0].hasSuffix("\u{FFFD}"))
    #expect(article.notes.contains { $0.contains("1 byte") })
    expectSound(article)
  }

  @Test("NULs become U+FFFD")
  func nulls() throws {
    let text = try load(Array("The harbor\0 closed on Monday, and the council met.".utf8))
    #expect(outline(text) == ["body: The harbor\u{FFFD} closed on Monday, and the council met."])
    let html = try load(Array("<p>The harbor\0 closed on Monday, and the council met.</p>".utf8))
    #expect(outline(html) == ["body: The harbor\u{FFFD} closed on Monday, and the council met."])
  }

  @Test("The fast check of UTF-8 agrees with the standard library's", arguments: 0..<200)
  func validity(seed: Int) {
    var generator = SplitMix(seed: UInt64(seed))
    var bytes = Array("plain text, then é漢👩 and more of it; ".utf8)
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    let shape = UTF8Shape(bytes)
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    #expect((shape.invalid == 0) == isValid)
    #expect(shape.nulls == bytes.count { $0 == 0 })
  }
}

/// A small generator with a seed, so that a failing case can be had again.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
