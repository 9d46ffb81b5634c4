import ParallaxAttribution
import ParallaxCore
import ParallaxLexicon
import ParallaxSegmentation
import Testing

@testable import ParallaxMatching

/// The examples of the built-in lexicons, through the stages that texts go through.
@Suite struct BuiltInExamplesTests {
  @Test func everyExampleHolds() throws {
    let lexicons = try BuiltInLexicons.load(readsExamples: true)
    var count = 0
    for lexicon in lexicons {
      var words = VocabularyBuilder()
      let segmenter = Segmenter(words: &words)
      let attributor = Attributor(words: &words)
      let matcher = Matcher(lexicons: [lexicon], words: &words)
      let tester = LexiconTester(lexicon: lexicon, matcher: matcher, vocabulary: words.build()) {
        attributor.attribute(segmenter.segment($0, vocabulary: $1), vocabulary: $1)
      }
      #expect(tester.examples().map(\.description) == [])
      count += lexicon.examples.count
    }
    #expect(count > 5000)
  }
}
