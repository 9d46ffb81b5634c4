import ParallaxReporting
import Testing

@Suite("CSV")
struct CSVWriterTests {
  @Test("cells are quoted where RFC 4180 asks for it, and empty where a value is missing")
  func cells() {
    var csv = CSVWriter(header: ["a", "b"])
    csv.cell("plain")
    csv.cell("with, comma")
    csv.cell("with \"marks\"")
    csv.cell("two\nlines")
    csv.cell(nil as String?)
    csv.cell(3)
    csv.cell(0.5)
    csv.cell(1.0 / 3)
    csv.cell(-2.0)
    csv.cell(Double.nan)
    csv.cell(true)
    csv.endRow()
    #expect(
      String(decoding: csv.bytes, as: UTF8.self)
        == "a,b\r\nplain,\"with, comma\",\"with \"\"marks\"\"\",\"two\nlines\",,3,0.5,0.3333,-2,,true\r\n")
  }

  @Test("an empty first cell keeps its column")
  func emptyFirst() {
    var csv = CSVWriter()
    csv.cell(nil as String?)
    csv.cell("x")
    csv.endRow()
    #expect(String(decoding: csv.bytes, as: UTF8.self) == ",x\r\n")
  }
}
