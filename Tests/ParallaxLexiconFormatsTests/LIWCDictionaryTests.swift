import Testing

@testable import ParallaxLexiconFormats

@Suite struct LIWCDictionaryTests {
  @Test func everythingThatOldFilesHold() throws {
    let read = try FormatSupport.read("harbor.dic")
    #expect(
      FormatSupport.shown(read.dictionary) == [
        "calm: haven*, :), (:, it’s",
        "storm words: left out in the cold, squall*, haven*, gale, gal*e",
        "motion: left out in the cold, squall*, like, pier 39",
      ])
    #expect(
      FormatSupport.shown(read.losses) == [
        "12 rule like\t(02 134)01/131 131", "13 rule kind\t<of>131/01", "14 duplicate haven*",
        "15 undefinedCategory gale\t2\t99",
      ])
    #expect(read.dictionary.groups.map(\.id) == ["01", "02", "131"])
    #expect(
      read.losses.summary == [
        "2 rules or conditions not held (lines 12, 13)", "1 category number never defined (line 15)",
        "1 term given twice (line 14)",
      ])
  }

  @Test func tabsNestCategories() throws {
    let read = try FormatSupport.read("nested.dic")
    #expect(
      FormatSupport.shown(read.dictionary) == [
        "feeling (Feelings): ember*, frost*", "feeling (Feelings) > warm: ember*",
        "feeling (Feelings) > warm > glow: ember*", "feeling (Feelings) > cold: frost*", "place: quay",
      ])
    #expect(read.losses.isEmpty)
  }

  @Test func moralFoundationsOneAndTwo() throws {
    #expect(
      FormatSupport.shown(try FormatSupport.read("virtues-1.dic").dictionary) == [
        "HarborVirtue: shelter*, moor*", "HarborVice: wreck*", "General: moor*, wreck*",
      ])
    let second = try FormatSupport.read("virtues-2.dic")
    #expect(
      FormatSupport.shown(second.dictionary) == [
        "harbor.virtue: safe landing, lighthouse", "harbor.vice: scuttle, run aground",
      ])
    #expect(second.dictionary.terms.map(\.lines) == [[5], [6], [7], [8]])
  }

  @Test(arguments: [
    ("top 10\t1", "top 10", ["1"]), ("top 10 1", "top", ["10", "1"]), ("8)\t2", "8)", ["2"]),
    (":( 3 4", ":(", ["3", "4"]), ("(02 is a code\t1", "(02 is a code", ["1"]),
    ("<3\t1", "<3", ["1"]), ("1 2", "1", ["2"]), ("a\t(1 2)3/4", "a", ["(1 2)3/4"]), ("plain", "plain", []),
  ])
  func wherePatternsEnd(_ line: String, _ term: String, _ fields: [String]) {
    let parts = LIWCDictionary.parts(of: line)
    #expect(parts.term == term)
    #expect(parts.fields == fields)
  }

  @Test func aDamagedFileIsRefusedWhole() throws {
    #expect(
      try FormatSupport.faults("harbor.dic") == [
        "3:1: a category without a number in \"storm\"; write a number, a tab and a name",
        "6:1: an entry without category numbers in \"gale\"; write the word, a tab, and its numbers",
        "7:1: an entry without category numbers in \"squall* many\"; write the word, a tab, and its numbers",
      ])
    #expect(
      try FormatSupport.faults("unclosed.dic") == [
        "3:1: no end of the categories; put a line with % alone before and after the categories"
      ])
    #expect(throws: LexiconFormatError.self) { try FormatSupport.read("haven\t1\n", as: .dic) }
    #expect(throws: LexiconFormatError.self) { try FormatSupport.read("%\n1\ta\n1\tb\n%\nx\t1\n", as: .dic) }
  }

  @Test(arguments: ["harbor.dic", "nested.dic", "virtues-1.dic", "virtues-2.dic"])
  func aRoundTripLosesNothing(_ name: String) throws {
    let dictionary = try FormatSupport.read(name).dictionary
    let again = try FormatSupport.roundTrip(dictionary, .dic)
    #expect(FormatSupport.members(again) == FormatSupport.members(dictionary))
    #expect(again.groups.map(\.id) == dictionary.groups.map(\.id))
  }

  @Test func whatItCannotHoldIsSaid() throws {
    var dictionary = TermDictionary(syntax: .glob)
    let group = dictionary.addGroup(.init(path: ["sea"]))
    for (line, term) in ["wave*", "*wave", "w?ve", "gale"].enumerated() {
      dictionary.add(.init(term, group: group, value: term == "gale" ? 2 : nil, line: line + 1))
    }
    let written = try DictionaryFormat.dic.write(dictionary)
    #expect(String(decoding: written.bytes, as: UTF8.self) == "%\n1\tsea\n%\nwave*\t1\ngale\t1\n")
    #expect(FormatSupport.shown(written.losses) == ["2 wildcard *wave", "3 wildcard w?ve", "4 weight gale"])
  }
}
