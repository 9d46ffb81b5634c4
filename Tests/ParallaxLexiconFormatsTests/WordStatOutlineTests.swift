import Testing

@testable import ParallaxLexiconFormats

@Suite struct WordStatOutlineTests {
  @Test func tabsCountAndBlanksDoNot() throws {
    let read = try FormatSupport.read("harbor.cat")
    #expect(
      FormatSupport.shown(read.dictionary) == [
        "CALM: HAVEN*, SAFE LANDING=12, QUIET WATER=0.5", "STORM: GALE=2", "STORM > SEA: WAVE, GUST?",
      ])
    #expect(
      FormatSupport.shown(read.losses) == [
        "10 rule @WARNED [#CALM AFTER #STORM /S 3] (1)", "11 duplicate GALE",
      ])
  }

  @Test func aDamagedFileIsRefusedWhole() throws {
    #expect(
      try FormatSupport.faults("harbor.cat") == [
        "3:1: indented by 3 tabs under 1 categories in \"   WAVE (1)\"; indent one tab more than the category above",
        "4:1: a word outside every category in \"GALE (1)\"; indent it by a tab under its category",
        "5:1: a weight “1.2.3” in \" FOG (1.2.3)\"; write WORD (1)",
      ])
  }

  @Test func aCategoryMayHoldBrackets() throws {
    let read = try FormatSupport.read("SEA (OPEN)\n\tWAVE (1)\n", as: .wordstat)
    #expect(FormatSupport.shown(read.dictionary) == ["SEA (OPEN): WAVE"])
  }
}
