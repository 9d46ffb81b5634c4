import Testing

@testable import ParallaxReporting

@Suite struct AnnotationFormatTests {
  @Test(arguments: [
    ("plain", "plain"), ("", "*"), ("a_b*c", "a\\_b\\*c"), ("[x]|y;z", "\\[x\\]\\|y\\;z"),
    ("a->b - > c", "a\\->b - > c"),
    ("tab\there\\", "tab\\there\\\\"), ("line\nend", "line\\nend"),
  ])
  func reservedCharactersOfTSV(_ value: String, _ escaped: String) {
    #expect(WebAnnoTSV.value(value) == escaped)
  }

  @Test func utf16Offsets() {
    let text = "a🌊é☂𝒜z"
    var offsets = UTF16Offsets(Array(text.utf8))
    var bytes = 0
    for scalar in text.unicodeScalars {
      let before = String(decoding: Array(text.utf8)[..<bytes], as: UTF8.self)
      #expect(offsets.offset(bytes) == before.utf16.count)
      bytes += scalar.utf8.count
    }
    #expect(offsets.offset(bytes) == text.utf16.count)
    #expect(offsets.offset(0) == 0)
  }

  @Test func namesOfFiles() {
    var names = AnnotationFileNames()
    #expect(names.next(for: "a/b/Story one.html") == "Story-one")
    #expect(names.next(for: "c/story-one.txt") == "story-one-2")
    #expect(names.next(for: "https://example.org/…/") == "document")
    #expect(names.next(for: "../../etc/passwd") == "passwd")
    #expect(names.next(for: ".hidden") == "hidden")
  }

  @Test func namesForBrat() {
    #expect(BratStandoff.name("frame.economic") == "frame_economic")
    #expect(BratStandoff.name("storm, words é") == "storm__words__")
    let text = String(
      decoding: BratStandoff.configuration(kinds: [
        "frame.economic", "frame.economic.", "hedge", "hedge.", "hedge.shield", "own", "own.a > b",
      ]), as: UTF8.self)
    #expect(
      text.hasPrefix("[entities]\nframe_economic\nhedge\nown\n[relations]\n[events]\n[attributes]\nVoice\t"))
    #expect(text.contains("Value:a___b|shield\n"))
  }
}
