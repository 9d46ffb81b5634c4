import ParallaxKit
import Testing

@testable import ParallaxLexiconFormats

@Suite struct LexiconConversionTests {
  static func lexicon(_ name: String) throws -> (lexicon: Lexicon, made: LexiconImport) {
    let read = try FormatSupport.read(name)
    let made = LexiconImport(
      read.dictionary, format: .dic, path: name, sha256: "", .init(name: LexiconImport.name(for: name)))
    return (try made.lexicon(path: name), made)
  }

  static let hedge = try? BuiltInLexicons.load().first { $0.info.name == "hedge" }

  static let fixtures = [
    "harbor.dic", "nested.dic", "virtues-1.dic", "virtues-2.dic", "harbor.dicx", "harbor.yml", "harbor.lc3",
    "harbor.ykd", "harbor.cat", "harbor_lexicon.txt", "harbor-afinn.txt", "harbor.tff", "harbor.tsv",
    "harbor.csv",
  ]

  /// Every entry finds the term it was made of, standing alone in a text.
  @Test(arguments: fixtures)
  func everyTermFindsItself(_ name: String) throws {
    let lexicon = try Self.lexicon(name).lexicon
    let analyzer = try Analyzer(lexicons: [lexicon])
    for entry in lexicon.entries where entry.guards.partsOfSpeech.isEmpty {
      let (terms, _) = LexiconExport.terms(of: entry)
      let plain = terms.first ?? FormText.plainText(of: entry.info.form)?.text ?? ""
      let term = plain.replacing("*", with: entry.info.form.contains("\\*") ? "*" : "ing")
      let text = "People say \(term) here. Nothing else is in this small text of the harbor town."
      let analysis = try analyzer.analyze(Array(text.utf8), source: "t", hints: .init(language: "en"))
      #expect(
        (analysis.findings + analysis.notCounted).contains { $0.entry.form == entry.info.form },
        "\(entry.info.form) in \(text)")
    }
  }

  @Test(arguments: ["harbor.dic", "nested.dic", "virtues-1.dic", "virtues-2.dic"])
  func throughALexiconAndBack(_ name: String) throws {
    let dictionary = try FormatSupport.read(name).dictionary
    let (exported, losses) = LexiconExport.dictionary(of: try Self.lexicon(name).lexicon, for: .dic)
    let again = try FormatSupport.roundTrip(exported, .dic)
    func sorted(_ dictionary: TermDictionary) -> [String] {
      dictionary.terms.filter { $0.text != "gal*e" }.map {
        dictionary.groups[$0.group].path.joined(separator: "/") + ":" + $0.text
      }.sorted()
    }
    #expect(sorted(again) == sorted(dictionary))
    #expect(again.groups.map(\.id) == dictionary.groups.map(\.id))
    #expect(losses.count(.guarded) == 0)
  }

  @Test func valuesComeBackThroughALexicon() throws {
    let (exported, _) = LexiconExport.dictionary(of: try Self.lexicon("harbor.csv").lexicon, for: .csv)
    let again = try FormatSupport.roundTrip(exported, .csv)
    #expect(
      Set(again.terms.map { $0.text + "=" + ($0.value.map(NumberText.of) ?? "1") })
        == ["haven*=0.5", "wind, rain=1", "wreck=-2", "Sturm=1"])
  }

  @Test func whatALexiconCannotHold() throws {
    #expect(
      FormatSupport.shown(try Self.lexicon("harbor.yml").made.losses) == ["10 wildcard f?g"])
    let bytes = Array("%\n1\thedge\n%\nab*\t1\nfog\t1\nFog\t1\n".utf8)
    let read = try DictionaryFormat.dic.read(bytes, path: "x.dic")
    let made = LexiconImport(read.dictionary, format: .dic, path: "x.dic", sha256: "", .init(name: "x"))
    #expect(FormatSupport.shown(made.losses) == ["2 reading hedge", "4 wildcard ab*", "6 duplicate Fog"])
    #expect(made.count == 1)
  }

  @Test func emoticonsStandAlone() throws {
    let analyzer = try Analyzer(lexicons: [Self.lexicon("harbor_lexicon.txt").lexicon])
    func found(_ text: String) throws -> [String] {
      try analyzer.analyze(Array(text.utf8), source: "t", hints: .init(language: "en")).findings.map(
        \.entry.form)
    }
    #expect(try found("The people of the town wrote :-) on the wall of the pier.") == [":-\\)"])
    #expect(try found("The list (see page 3:-) was long, and the people of the town read it.") == [])
  }

  @Test(arguments: [
    ("wait*", TermDictionary.Syntax.trailingStar, "wait*"), ("wait*", .literal, "wait\\*"),
    ("a (b)", .glob, "a \\(b\\)"),
    ("=)", .literal, "\\=\\)"), ("#tag", .literal, "\\#tag"), ("*-style", .glob, "*-style"),
    ("<3", .literal, "\\<3"),
  ])
  func forms(_ term: String, _ syntax: TermDictionary.Syntax, _ form: String) throws {
    #expect(try FormText.form(of: term, syntax).text == form)
    if syntax != .literal { #expect(FormText.plainText(of: form)?.text == term) }
  }

  /// The built-in lexicons can be taken out in every format, and what comes out is a file that reads back.
  @Test(arguments: DictionaryFormat.allCases.filter(\.isWritten))
  func builtInLexiconsGoOut(_ format: DictionaryFormat) throws {
    let (dictionary, _) = LexiconExport.dictionary(of: try #require(Self.hedge), for: format)
    let written = try format.write(dictionary)
    let again = try format.read(written.bytes, path: "x").dictionary
    #expect(again.terms.count + written.losses.count(.wildcard) == dictionary.terms.count)
  }

  @Test func namesAfterFiles() {
    #expect(LexiconImport.name(for: "a/MFD 2.0.dic") == "mfd-2.0")
    #expect(LexiconImport.name(for: "vader_lexicon.txt") == "vader-lexicon")
    #expect(LexiconImport.name(for: ".dic") == "dic")
    #expect(LexiconImport.name(for: "---.dic") == "imported")
  }
}
