import Testing

@testable import ParallaxLexiconFormats

@Suite struct EmpathTableTests {
  @Test func categoriesOnALineEach() throws {
    let read = try FormatSupport.read("harbor.tsv")
    #expect(
      FormatSupport.shown(read.dictionary) == ["calm: haven, safe landing", "storm: gale, run aground"])
    #expect(FormatSupport.shown(read.losses) == ["1 duplicate haven"])
  }

  @Test func aDamagedFileIsRefusedWhole() throws {
    #expect(
      try FormatSupport.faults("harbor.tsv") == [
        "2:1: a category without terms in \"storm\"; write the category, a tab, and its terms with tabs between them",
        "3:1: a second category “calm” in \"calm quay\"; put all its terms on one line",
      ])
  }
}
