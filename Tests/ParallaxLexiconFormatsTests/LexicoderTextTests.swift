import Testing

@testable import ParallaxLexiconFormats

@Suite struct LexicoderTextTests {
  @Test func categoriesMayBeReopened() throws {
    let read = try FormatSupport.read("harbor.lc3")
    #expect(
      FormatSupport.shown(read.dictionary) == ["CALM: HAVEN*, safe landing, quay", "STORM: gale, STORMS*"])
    #expect(FormatSupport.shown(read.losses) == ["8 duplicate gale"])
  }

  @Test func aDamagedFileIsRefusedWhole() throws {
    #expect(
      try FormatSupport.faults("harbor.lc3") == [
        "1:1: a pattern before the first category in \"haven\"; open a category above it with +name",
        "4:1: a category without a name in \"+\"; write +name",
      ])
  }
}
