import ParallaxCore
import Testing

@testable import ParallaxLoading

/// Short news in 24 languages, written for these tests, in the encodings of the time before Unicode.
enum EncodingCorpus {
  struct Item: Sendable, CustomTestStringConvertible {
    var language: String
    var encoding: String
    var text: String
    var testDescription: String { "\(language), \(encoding)" }

    /// The text in its encoding.
    func bytes() throws -> [UInt8] {
      if encoding == "windows-1252" { return try text.unicodeScalars.map { try #require(Self.western($0)) } }
      return try #require(LegacyDecoder(label: encoding)?.bytes(of: text), "\(testDescription)")
    }

    private static func western(_ scalar: Unicode.Scalar) -> UInt8? {
      if let place = Windows1252.upperControls.firstIndex(of: UInt16(truncatingIfNeeded: scalar.value)) {
        return UInt8(place + 0x80)
      }
      return UInt8(exactly: scalar.value)
    }
  }

  static let items: [Item] = {
    guard let file = try? fixture("Encodings/news.tsv") else { return [] }
    return String(decoding: file, as: UTF8.self).split(separator: "\n").flatMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      return fields[1].split(separator: " ").map {
        Item(language: fields[0], encoding: String($0), text: fields[2])
      }
    }
  }()
}

@Suite("Encodings by their bytes")
struct EncodingDetectorTests {
  private func decoded(_ bytes: [UInt8], isMarkup: Bool = false) throws -> (text: String, encoding: String) {
    let result = try TextDecoder(declared: nil, isMarkup: isMarkup).decode(bytes, source: "t")
    return (String(decoding: result.utf8, as: UTF8.self), result.encoding)
  }

  @Test("Undeclared text is read right", arguments: EncodingCorpus.items)
  func whole(item: EncodingCorpus.Item) throws {
    let (text, encoding) = try decoded(try item.bytes())
    #expect(text == item.text, "read as \(encoding)")
  }

  @Test("So is text that is cut at any byte, at its start or its end", arguments: EncodingCorpus.items)
  func cut(item: EncodingCorpus.Item) throws {
    // Escapes that are cut off leave ASCII.
    guard item.encoding != "iso-2022-jp" else { return }
    let bytes = try item.bytes()
    var wrong: [String] = []
    for cut in stride(from: 1, through: bytes.count - 150, by: 17) {
      for part in [Array(bytes[cut...]), Array(bytes[..<(bytes.count - cut)])] {
        let (text, encoding) = try decoded(part)
        // Apart from the character that was cut, the text is there.
        let middle = text.drop { $0 == "\u{FFFD}" }.dropFirst(2).dropLast(2)
        if !item.text.contains(middle) { wrong.append("\(cut) read as \(encoding): \(text.prefix(30))") }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) wrong: \(wrong.first ?? "")")
  }

  @Test("So is a page of mostly markup", arguments: EncodingCorpus.items)
  func page(item: EncodingCorpus.Item) throws {
    let links = (0..<200).map { "<li class=nav><a href='/news/\($0)?page=2&amp;x=1'>Section \($0)</a></li>" }
    let head = "<!doctype html><html><head><title>News</title></head><body><ul>\(links.joined())</ul><p>"
    let bytes =
      Array(head.utf8) + (try item.bytes()) + Array("</p><p>Copyright by the newsroom</p></body>".utf8)
    let (text, encoding) = try decoded(bytes, isMarkup: true)
    #expect(text.contains(item.text), "read as \(encoding)")
  }

  @Test("So is a stretch of a hundred bytes", arguments: EncodingCorpus.items)
  func short(item: EncodingCorpus.Item) throws {
    guard item.encoding != "iso-2022-jp" else { return }
    let bytes = try item.bytes()
    var wrong = 0
    var all = 0
    for start in stride(from: 0, to: bytes.count - 100, by: 20) {
      let (text, _) = try decoded(Array(bytes[start..<start + 100]))
      all += 1
      if !item.text.contains(text.drop { $0 == "\u{FFFD}" }.dropFirst(2).dropLast(2)) { wrong += 1 }
    }
    #expect(wrong * 10 <= all, "\(wrong) of \(all) wrong")
  }

  @Test(
    "A word or a sign beyond ASCII is Windows-1252",
    arguments: [
      "The café closed.", "A naïve plan", "Zürich", "Señor Ibáñez", "“Closed” – for good…",
      "It costs £5 or €6.",
      "5 m³ here and 6 m³ there, then 7 m³ more", "½ mile at 20°", "œuvre", "Straße", "Åland",
      "the council’s plan",
      "Beyoncé", "Smørrebrød", "façade", "São Paulo", "jalapeño",
    ])
  func fewLetters(text: String) throws {
    let bytes = try EncodingCorpus.Item(language: "", encoding: "windows-1252", text: text).bytes()
    let (read, encoding) = try decoded(bytes)
    #expect(read == text && encoding == "windows-1252")
  }

  @Test("UTF-8 is UTF-8 whatever the language", arguments: EncodingCorpus.items)
  func utf8(item: EncodingCorpus.Item) throws {
    let (text, encoding) = try decoded(Array(item.text.utf8))
    #expect(text == item.text && encoding == "utf-8")
  }

  @Test("A false declaration is set aside and reported, a true one kept", arguments: EncodingCorpus.items)
  func falseDeclaration(item: EncodingCorpus.Item) throws {
    guard item.encoding != "iso-2022-jp" else { return }
    let bytes = Array("<!doctype html><html><head><meta charset=utf-8></head><p>".utf8) + (try item.bytes())
    let result = try TextDecoder(declared: nil, isMarkup: true).decode(bytes, source: "t")
    #expect(String(decoding: result.utf8, as: UTF8.self).hasSuffix(item.text), "read as \(result.encoding)")
    #expect(result.notes == ["Declared as utf-8, but the bytes are \(result.encoding)."])
    let kept = try TextDecoder(declared: item.encoding, isMarkup: true).decode(bytes, source: "t")
    #expect(String(decoding: kept.utf8, as: UTF8.self).hasSuffix(item.text))
    #expect(kept.encoding == item.encoding && kept.notes.isEmpty && kept.isFound == "http")
  }

  @Test("Text beyond Latin that calls itself Latin-1 is read for what it is")
  func servedAsLatin() throws {
    for item in EncodingCorpus.items where ["Russian", "Greek", "Japanese", "Korean"].contains(item.language)
    {
      guard item.encoding != "iso-2022-jp" else { continue }
      let result = try TextDecoder(declared: "ISO-8859-1", isMarkup: false).decode(item.bytes(), source: "t")
      #expect(String(decoding: result.utf8, as: UTF8.self) == item.text, "\(item) read as \(result.encoding)")
      #expect(result.notes.count == 1)
    }
  }
}
