import Testing

@testable import ParallaxLexiconFormats

@Suite struct YoshikoderXMLTests {
  @Test func theWrapperIsDropped() throws {
    let read = try FormatSupport.read("harbor.ykd")
    #expect(
      FormatSupport.shown(read.dictionary) == [
        "calm: haven*, Tom & Ann’s", "storm: gale", "storm > sea: wave?",
      ])
    #expect(read.dictionary.title == "Harbor words")
    #expect(read.dictionary.groups.map(\.note) == ["fair & quiet", nil, nil])
    #expect(read.dictionary.terms.map(\.lines) == [[5], [6], [8], [8]])
    #expect(read.losses.isEmpty)
  }

  @Test func substringsAreWarnedOf() throws {
    let read = try FormatSupport.read("harbor.lcd")
    #expect(FormatSupport.shown(read.dictionary) == ["calm: quay", "storm: gale"])
    #expect(FormatSupport.shown(read.losses) == ["1 reading patternengine=\"substring\""])
  }

  @Test func aDamagedFileIsRefusedWhole() throws {
    #expect(
      try FormatSupport.faults("harbor.ykd") == [
        "7:11: not XML (Opening and ending tag mismatch: pnode line 6 and cnode); "
          + "close every element, and write & as &amp; and < as &lt;"
      ])
    #expect(
      try FormatSupport.faults("entity.ykd") == [
        "2:1: a document type declaration in \"<!DOCTYPE\"; remove it; a dictionary needs none"
      ])
  }

  @Test func hostileFiles() throws {
    let deep = "<dictionary>" + String(repeating: "<cnode name=\"a\">", count: 100_000)
    let wrong = "<html><body/></html>"
    let loose = "<dictionary><pnode name=\"x\"/></dictionary>"
    for text in [deep, wrong, loose, "", "<", "<dictionary", "<dictionary>&a;</dictionary>"] {
      #expect(throws: LexiconFormatError.self) { try FormatSupport.read(text, as: .yoshikoder) }
    }
  }
}
