import Testing

@testable import ParallaxLexiconFormats

@Suite struct QuantedaYAMLTests {
  @Test func nestingMixedNodesAndTrapWords() throws {
    let read = try FormatSupport.read("harbor.yml")
    #expect(
      FormatSupport.shown(read.dictionary) == [
        "calm: haven*, safe landing, no, on", "storm: gale", "storm > wind: squall*, gust, f?g",
        "storm > sea: *wave, haven*", "no: nope, 1", "empty: ", "single: breakwater",
      ])
    #expect(FormatSupport.shown(read.losses) == ["5 reading no", "14 duplicate haven*"])
  }

  @Test func aDamagedFileIsRefusedWhole() throws {
    #expect(
      try FormatSupport.faults("harbor.yml") == [
        "3:5: a list or name inside a list of patterns; write patterns alone; nest names, not lists",
        "5:5: a list or name inside a list of patterns; write patterns alone; nest names, not lists",
      ])
    #expect(try FormatSupport.faults("tabs.yml").first?.hasPrefix("2:1: not YAML (") == true)
  }

  @Test func hostileFiles() throws {
    let deep = String(repeating: "- ", count: 100_000) + "x"
    #expect(throws: LexiconFormatError.self) { try FormatSupport.read(deep, as: .quanteda) }
    let nested =
      (0..<80).map { String(repeating: " ", count: $0) + "a:\n" }.joined() + String(repeating: " ", count: 80)
      + "- x\n"
    #expect(throws: LexiconFormatError.self) { try FormatSupport.read(nested, as: .quanteda) }
    var bomb = "a0: &a0 [x]\n"
    for level in 1..<30 { bomb += "a\(level): &a\(level) {p: *a\(level - 1), q: *a\(level - 1)}\n" }
    #expect(throws: LexiconFormatError.self) { try FormatSupport.read(bomb, as: .quanteda) }
    #expect(throws: LexiconFormatError.self) { try FormatSupport.read("", as: .quanteda) }
    #expect(throws: LexiconFormatError.self) { try FormatSupport.read("just text", as: .quanteda) }
  }

  @Test(arguments: ["harbor.yml", "nested.dic", "harbor.lc3", "harbor.ykd"])
  func aRoundTripLosesNothing(_ name: String) throws {
    let dictionary = try FormatSupport.read(name).dictionary
    let again = try FormatSupport.roundTrip(dictionary, .quanteda)
    #expect(FormatSupport.shown(again) == FormatSupport.shown(dictionary))
  }

  @Test func scalarsThatMustBeQuoted() throws {
    var dictionary = TermDictionary(syntax: .glob)
    let group = dictionary.addGroup(.init(path: ["off"]))
    let terms = [
      "no", "1.5", "a: b", "- x", "#tag", "it's", "\"q\"", "back\\slash", "é", "null", "*", "[x]", "tab\tin",
      " x",
      "😀", "don’t", "y",
    ]
    for term in terms { dictionary.add(.init(term, group: group)) }
    let again = try FormatSupport.roundTrip(dictionary, .quanteda)
    #expect(again.terms.map(\.text) == terms.map(\.trimmed))
    let text = String(decoding: try DictionaryFormat.quanteda.write(dictionary).bytes, as: UTF8.self)
    #expect(try FormatSupport.read(text, as: .quanteda).losses.isEmpty)
  }
}
