import ParallaxCore
import Testing

@Suite("CodePointIndex")
struct CodePointIndexTests {
  static let texts = [
    "", "plain", "naïve café", "🙂🙂🙂", String(repeating: "aé🙂‐", count: 100),
    "e\u{301}\r\n“quoted”", String(repeating: "x", count: 64), String(repeating: "é", count: 32),
    String(repeating: "x", count: 63) + "é" + "tail",
  ]

  @Test("agrees with counting from the start", arguments: texts)
  func agreesWithCounting(_ text: String) {
    let bytes = Array(text.utf8)
    let index = CodePointIndex(bytes)
    var byte = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      #expect(index.codePoint(at: byte) == number)
      #expect(index.byte(atCodePoint: number) == byte)
      byte += UTF8.encode(scalar)?.count ?? 0
    }
    #expect(index.codePoint(at: bytes.count) == text.unicodeScalars.count)
    #expect(index.byte(atCodePoint: text.unicodeScalars.count) == bytes.count)
  }

  @Test("places outside the text are clamped")
  func clamps() {
    let index = CodePointIndex(Array("né".utf8))
    #expect(index.codePoint(at: -5) == 0)
    #expect(index.codePoint(at: 99) == 2)
    #expect(index.byte(atCodePoint: 99) == 3)
  }
}
