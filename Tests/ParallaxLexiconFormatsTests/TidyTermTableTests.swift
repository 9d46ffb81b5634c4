import Testing

@testable import ParallaxLexiconFormats

@Suite struct TidyTermTableTests {
  @Test func columnsInAnyOrder() throws {
    let read = try FormatSupport.read("harbor.csv")
    #expect(
      FormatSupport.shown(read.dictionary) == [
        "calm: haven*=0.5", "storm > weather: wind, rain", "storm: wreck=-2, Sturm",
      ])
    #expect(read.dictionary.terms.map(\.language) == ["en", nil, "en", "de"])
    #expect(read.dictionary.terms.first?.note == "a shelter, mostly")
    #expect(FormatSupport.shown(read.losses) == ["1 detail Source"])
  }

  @Test func otherNamesOfColumns() throws {
    let sentiment = try FormatSupport.read("word,sentiment\nhaven,positive\n", as: .csv)
    #expect(FormatSupport.shown(sentiment.dictionary) == ["positive: haven"])
    let axis = try FormatSupport.read("word,category,sentiment\nhaven,harbor,virtue\n", as: .csv)
    #expect(FormatSupport.shown(axis.dictionary) == ["harbor > virtue: haven"])
    let numbers = try FormatSupport.read("token,score\nhaven,2\nwreck,-1.5\n", as: .csv)
    #expect(FormatSupport.shown(numbers.dictionary) == ["positive: haven=2", "negative: wreck=-1.5"])
  }

  @Test func aDamagedFileIsRefusedWhole() throws {
    #expect(
      try FormatSupport.faults("harbor.csv") == [
        "3:1: a weight “0,5” in \"gale,storm,0,5\"; write a decimal number with a point, or nothing",
        "4:1: a row without a category in \"fog,,1\"; write the category of the term",
        "5:1: 5 cells under 3 columns in \"rain,storm,1,2,3\"; put a cell that holds a comma in quotation marks",
      ])
    #expect(throws: LexiconFormatError.self) { try FormatSupport.read("haven,calm\n", as: .csv) }
  }

  @Test(arguments: ["harbor.csv", "nested.dic", "harbor.yml", "harbor.cat"])
  func aRoundTripLosesNothing(_ name: String) throws {
    let dictionary = try FormatSupport.read(name).dictionary
    let again = try FormatSupport.roundTrip(dictionary, .csv)
    let filled = FormatSupport.shown(dictionary).filter { !$0.hasSuffix(": ") }
    #expect(FormatSupport.shown(again).sorted() == filled.sorted())
    #expect(again.terms.map(\.note) == dictionary.terms.map(\.note))
  }
}
