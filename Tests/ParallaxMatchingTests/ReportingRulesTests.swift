import ParallaxAttribution
import ParallaxCore
import ParallaxSegmentation
import Testing

@testable import ParallaxMatching

/// The guards `cue` and `not-cue` on attributed text.
@Suite struct ReportingRulesTests {
  private func categories(_ text: String) throws -> [String] {
    let lexicon = try MatchingWorld.lexicon(
      ["slam~v", "confirm~v", "accept~v", "believe~v", "say~v", "fulminate~v", "hiss~v", "recommend~v"]
        .flatMap {
          [
            "\($0) ¦ attribution.charged ¦ 0.5 ¦ negative ¦ cue",
            "\($0) ¦ loaded.verb ¦ 0.5 ¦ negative ¦ not-cue",
          ]
        })
    var words = VocabularyBuilder()
    let segmenter = Segmenter(words: &words)
    let attributor = Attributor(words: &words)
    let matcher = Matcher(lexicons: [lexicon], words: &words)
    let vocabulary = words.build()
    let voiced = attributor.attribute(
      segmenter.segment(MatchingWorld.article([text]), vocabulary: vocabulary), vocabulary: vocabulary)
    return matcher.match(voiced, vocabulary: vocabulary).filter { $0.counted && $0.entry.lexicon == "test" }
      .map(\.entry.category.name)
  }

  @Test(arguments: [
    "“The plan is late,” Ana Ruiz slammed.", "Unions confirmed that the plan was late.",
    "“Never,” he fulminated.",
    "“Never!” fulminated the mayor of Harwick.", "The minister accepted that trains were late.",
    "He hissed: “Never.”", "Detectives believe that the car came from Tarsia.", "She said the plan was late.",
    "The plan, officials say, is late.", "They confirmed the plan was late.",
  ])
  func reporting(text: String) throws { #expect(try categories(text) == ["attribution"]) }

  @Test(arguments: [
    "Unions slammed the budget on Tuesday.", "The Senate confirmed the judge.", "He accepted that offer.",
    "The kettle hissed.", "Guides recommend the inn.", "She slammed the door.",
  ])
  func wording(text: String) throws { #expect(try categories(text) == ["loaded"]) }
}
