import Testing

@testable import ParallaxLoading

@Suite("Text decoded wrongly before")
struct MojibakeCheckTests {
  private func notes(_ text: String) -> [String] { MojibakeCheck.notes(on: Array(text.utf8), isNoted: false) }

  /// UTF-8 read as Windows-1252.
  private func twice(_ text: String) -> String {
    String(decoding: Windows1252.utf8(from: Array(text.utf8)), as: UTF8.self)
  }

  @Test(
    "Doubly encoded characters are noticed",
    arguments: [
      "the council’s plan", "café and naïve", "“Closed”", "Порт закрыт", "Łódź – Kraków", "über größer",
    ])
  func doubled(text: String) {
    let found = notes(twice(text))
    #expect(found.count == 1)
    #expect(found.first?.contains("as it stands") == true)
  }

  @Test("The example says what was meant")
  func example() {
    #expect(
      notes("the councilâ€™s plan") == [
        "1 place looks like UTF-8 that was read as Windows-1252 and saved again, as “â€™” for “’”; the text is "
          + "given as it stands."
      ])
  }

  @Test(
    "Right text is not",
    arguments: [
      "« CAFÉ » et « ÉTÉ »", "Das macht Spaß“, sagte sie. „So ein Spaß“.", "GROẞ", "SÃO PAULO É»", "Ä–Ö",
      "Þórdís Ólafsdóttir", "Ñandú – Ñuñoa", "naïve – façade…", "Порт закрыт", "5 € – 6 €", "Ã", "â€", "É»",
    ])
  func right(text: String) { #expect(notes(text).isEmpty) }

  @Test("Characters that were lost before are counted")
  func lost() {
    #expect(
      notes("caf\u{FFFD} and na\u{FFFD}ve") == ["2 characters are U+FFFD: the input lost what stood there."])
    #expect(MojibakeCheck.notes(on: Array("caf\u{FFFD}".utf8), isNoted: true).isEmpty)
  }
}
