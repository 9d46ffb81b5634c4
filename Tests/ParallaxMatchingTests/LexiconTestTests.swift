import ParallaxCore
import ParallaxLexicon
import ParallaxSegmentation
import Testing

@testable import ParallaxMatching

@Suite struct LexiconTestTests {
  static func run(_ lexicon: Lexicon) -> LexiconTest.Report {
    LexiconTest.run(lexicon) { words in
      let segmenter = Segmenter(words: &words)
      return { article, vocabulary in
        MatchingWorld.inAuthorsVoice(segmenter.segment(article, vocabulary: vocabulary))
      }
    }
  }

  private func example(_ text: String, _ spans: [TextSpan], subcategory: String? = nil, line: Int = 2)
    -> Example
  {
    Example(
      text: text, expected: spans.map { .init(span: $0, subcategory: subcategory) }, entry: "", line: line)
  }

  @Test func examplesThatHold() throws {
    var lexicon = try MatchingWorld.lexicon(["waste of time", "sham ¦ ¦ ¦ ¦ not-before:marriage"])
    lexicon.examples = [
      example("It was a waste of time.", [TextSpan(9, 22)], subcategory: "judgement"),
      example("A sham marriage.", []),
    ]
    #expect(Self.run(lexicon).failures.isEmpty)
  }

  @Test func examplesThatFailSayWhy() throws {
    var lexicon = try MatchingWorld.lexicon(["waste of time", "sham ¦ ¦ ¦ ¦ not-before:marriage"])
    lexicon.examples = [
      example("A sham marriage.", [TextSpan(2, 6)], line: 2), example("A sham trial.", [], line: 3),
      example("A sham trial.", [TextSpan(2, 6)], subcategory: "affect", line: 4),
    ]
    #expect(
      Self.run(lexicon).failures.map(\.description) == [
        "test/examples.tsv:2:1: expected \"A {sham} marriage.\", found \"A sham marriage.\": \"sham\" does not count "
          + "there (exception)",
        "test/examples.tsv:3:1: expected \"A sham trial.\", found \"A {sham} trial.\": \"sham\" counts",
        "test/examples.tsv:4:1: expected \"A {sham|affect} trial.\", found \"A {sham} trial.\": \"sham\" is judgement",
      ])
  }

  @Test func everyFormFindsItself() throws {
    let lexicon = try MatchingWorld.lexicon([
      "lean~v hard on", "(pipe|pie in the sky) dream~n", "[so] called", "bend~v <3> to @poss will", "anti-*",
      "*-style", "=US", "well ,", "it's", "don't", "so-called", "@num percent", "the @name effect",
      "U.S. lackey~n",
      "people's choice", "voters' (choice|will)", "@be a joke", "...", "e.g.", "1,000%", "rock 'n' roll",
      "touché",
      "sh*t", "and/or", "Ph.D.", "24/7", "so — called", "9/11", "A+", "* sigh *", "oh , well",
    ])
    let report = Self.run(lexicon)
    #expect(report.failures.map(\.description) == [])
    #expect(report.forms > 60)
  }

  @Test func anEntryThatCannotFindItselfIsTold() throws {
    var lexicon = try MatchingWorld.lexicon(["bold"])
    lexicon.entries[0].pattern.paths = [[.words(["b old"])]]
    #expect(
      Self.run(lexicon).failures.map(\.description) == [
        "test/entries.tsv:2:1: \"bold\" does not find \"b old\""
      ])
  }
}
