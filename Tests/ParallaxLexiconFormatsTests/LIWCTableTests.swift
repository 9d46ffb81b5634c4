import Testing

@testable import ParallaxLexiconFormats

@Suite struct LIWCTableTests {
  @Test func quotesWeightsAndRepeatedRows() throws {
    let read = try FormatSupport.read("harbor.dicx")
    #expect(
      FormatSupport.shown(read.dictionary) == [
        "calm: haven*, say \"ahoy\"", "storm, words: wind, rain and hail, haven*, gale",
        "weighted: wind, rain and hail=0.5, say \"ahoy\"=-2",
      ])
    #expect(FormatSupport.shown(read.losses) == ["5 detail say \"\"hi\"\""])
  }

  @Test func aDamagedFileIsRefusedWhole() throws {
    #expect(
      try FormatSupport.faults("harbor.dicx") == [
        "3:1: a cell “perhaps” in \"gale,perhaps,1\"; write 1, X, a weight, or nothing",
        "4:1: 4 cells under 3 columns in \"fog,1,1,1\"; put a term that holds a comma in quotation marks",
        "5:1: a row without a term in \",1,\"; write the term in the first column",
      ])
    #expect(
      try FormatSupport.faults("unclosed.dicx").first?.hasPrefix("3:1: a quotation mark that is never closed")
        == true)
    #expect(throws: LexiconFormatError.self) { try FormatSupport.read("DicTerm,a,a\nx,1,1\n", as: .dicx) }
    #expect(throws: LexiconFormatError.self) { try FormatSupport.read("DicTerm\nx\n", as: .dicx) }
  }

  @Test(arguments: ["harbor.dicx", "virtues-1.dic", "harbor.dic"])
  func aRoundTripLosesNothing(_ name: String) throws {
    let dictionary = try FormatSupport.read(name).dictionary
    let again = try FormatSupport.roundTrip(dictionary, .dicx)
    #expect(FormatSupport.members(again) == FormatSupport.members(dictionary))
    #expect(again.groups.map(\.path) == dictionary.groups.map(\.path))
  }

  @Test func nestingBecomesAName() throws {
    let dictionary = try FormatSupport.read("nested.dic").dictionary
    let written = try DictionaryFormat.dicx.write(dictionary)
    #expect(
      String(decoding: written.bytes, as: UTF8.self).hasPrefix(
        "DicTerm,feeling (Feelings),feeling (Feelings) > warm,feeling (Feelings) > warm > glow,"))
    #expect(written.losses.count(.hierarchy) == 3)
  }
}
