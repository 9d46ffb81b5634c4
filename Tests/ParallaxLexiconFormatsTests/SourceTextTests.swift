import ParallaxCore
import Testing

@testable import ParallaxLexiconFormats

@Suite struct SourceTextTests {
  @Test(arguments: ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\nb", "\u{FEFF}a\r\nb"])
  func lineEnds(_ text: String) throws {
    let lines = try SourceText(Array(text.utf8), path: "x").lines
    #expect(lines == [SourceLine(number: 1, text: "a"), SourceLine(number: 2, text: "b")])
  }

  @Test func encodings() throws {
    #expect(try SourceText([0x63, 0x61, 0x66, 0xE9, 0x92], path: "x").string == "café’")
    #expect(try SourceText([0xFF, 0xFE, 0x61, 0, 0xE9, 0], path: "x").string == "aé")
    #expect(try SourceText([0xFE, 0xFF, 0, 0x61, 0, 0xE9], path: "x").string == "aé")
    #expect(
      throws: LexiconFormatError.notText(
        path: "x", reason: "a NUL byte in line 2; is it a binary or a spreadsheet file?")
    ) { try SourceText([0x61, 0x0A, 0], path: "x") }
  }

  @Test func csvCells() throws {
    var faults = FaultList()
    let text = "a,\"b \"\"c\"\"\",\r\n\"two\nlines\",x\n\n,\"\"\nlast"
    let rows = CSVReader.rows(try SourceText(Array(text.utf8), path: "x"), &faults)
    #expect(rows.map(\.cells) == [["a", "b \"c\"", ""], ["two\nlines", "x"], ["last"]])
    #expect(rows.map(\.line) == [1, 2, 6])
    #expect(faults.faults.isEmpty)
  }

  @Test(arguments: [
    ("1", 1.0), ("-2.5", -2.5), ("+3", 3), ("1e2", 100), ("nan", nil), ("inf", nil), ("0x10", nil), ("", nil),
    ("1,5", nil),
    ("1e999", nil),
  ])
  func numbers(_ text: String, _ value: Double?) {
    #expect(NumberText.parse(text) == value)
  }

  @Test(arguments: [0.5, -2, 0, 12, 0.00001, -1.25, 1234567.875, 0.1])
  func numbersReadBack(_ value: Double) {
    #expect(NumberText.parse(NumberText.of(value)) == value)
    #expect(!NumberText.of(value).contains("e"))
  }

  /// No bytes, however broken, do more than end in an error.
  @Test(arguments: DictionaryFormat.allCases)
  func brokenBytes(_ format: DictionaryFormat) throws {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let alphabet = Array("%\t 1a*(\r\n,\":+<>/=_-{}[]&#@é\0".utf8)
    for _ in 0..<300 {
      let bytes = (0..<next(60)).map { _ in alphabet[next(alphabet.count)] }
      _ = try? format.read(bytes, path: "x")
    }
  }
}
