import Testing

@testable import ParallaxLexiconFormats

@Suite struct ValenceListTests {
  @Test func vaderKeepsEmoticonsAndStars() throws {
    let read = try FormatSupport.read("harbor_lexicon.txt")
    #expect(
      FormatSupport.shown(read.dictionary) == [
        "positive: haven=1.9, :-)=1.3", "negative: wreck=-2.7, %-(=-1.5, f**gy=-0.8", "neutral: calm=0",
      ])
    #expect(FormatSupport.shown(read.losses) == ["7 duplicate haven"])
    #expect(read.dictionary.syntax == .literal)
    #expect(read.dictionary.terms[1].attributes.map(\.value) == ["0.9", "-3 -2 -4 -3 -2 -3 -2 -3 -2 -3"])
  }

  @Test func afinnKeepsPhrasesAndTheLastOfTwo() throws {
    let read = try FormatSupport.read("harbor-afinn.txt")
    #expect(
      FormatSupport.shown(read.dictionary)
        == [
          "positive: haven=2", "negative: run aground=-3, wreck=-3, wreck=-2, can't moor=-1, naïve=-1",
        ].map { $0.replacing("wreck=-3, ", with: "") })
    #expect(
      FormatSupport.shown(read.losses) == ["0 reading ", "4 duplicate wreck", "5 duplicate wreck"])
  }

  @Test func damagedFilesAreRefusedWhole() throws {
    #expect(
      try FormatSupport.faults("harbor_lexicon.txt") == [
        "2:7: a mean “-27” in \"wreck -27 0.9 [-3]\"; write a number from -4 to 4",
        "3:1: a line without a number in \"calm\"; write the token, a tab, and its mean from -4 to 4",
      ])
    #expect(
      try FormatSupport.faults("harbor-afinn.txt") == [
        "2:7: a value “-9” in \"wreck -9\"; write a whole number from -5 to 5",
        "3:1: no tab in \"fog -1\"; write the word or phrase, one tab, and a number from -5 to 5",
      ])
  }
}
