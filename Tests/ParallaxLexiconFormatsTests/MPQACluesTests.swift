import Testing

@testable import ParallaxLexiconFormats

@Suite struct MPQACluesTests {
  @Test func keysInAnyOrderAndStrayCharacters() throws {
    let read = try FormatSupport.read("harbor.tff")
    #expect(
      FormatSupport.shown(read.dictionary) == [
        "weaksubj > negative: founder=0.5", "strongsubj > positive: serene", "strongsubj > neutral: drift",
        "weaksubj > both: deep=0.5",
      ])
    #expect(FormatSupport.shown(read.losses) == ["3 reading m"])
    let founder = try #require(read.dictionary.terms.first)
    #expect(founder.partOfSpeech == "noun|verb")
    #expect(founder.isStem)
    #expect(founder.polarity == "negative")
    #expect(founder.lines == [1, 4])
  }

  @Test func aDamagedFileIsRefusedWhole() throws {
    let faults = try FormatSupport.faults("harbor.tff")
    #expect(faults.count == 2)
    #expect(faults.first?.hasPrefix("2:1: no word1 in \"type=weaksubj") == true)
    #expect(faults.last?.hasPrefix("3:1: priorpolarity=odd in ") == true)
  }
}
