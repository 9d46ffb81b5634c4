import ParallaxCore
import ParallaxScoring
import Testing

@Suite("Slant factors")
struct SlantFactorsTests {
  @Test("every category of the codebook has a factor above 0 and no higher than 1")
  func range() {
    for category in ParallaxCore.Category.codebook {
      for subcategory in ["", "neutral", "endorsing", "doubting", "certainty"] {
        let factor = SlantFactors.category(category, subcategory: subcategory)
        #expect(factor > 0 && factor <= 1, "\(category) \(subcategory)")
      }
    }
  }

  @Test("what is no slant keeps its weight, and so do a user's own categories")
  func untouched() {
    for category in [
      Category.hedge, .vagueSource, .promotional, Category("frame.economic"), Category("moral"),
    ] {
      #expect(SlantFactors.category(category, subcategory: "x") == 1)
    }
    #expect(SlantFactors.category(.attribution, subcategory: "neutral") == 1)
  }

  @Test("a subcategory comes before its category")
  func subcategories() {
    #expect(
      SlantFactors.category(.attribution, subcategory: "endorsing")
        < SlantFactors.category(.attribution, subcategory: "doubting"))
  }

  @Test("another's words weigh less than the author's")
  func voices() {
    #expect(SlantFactors.voice(.author) == 1)
    for voice in [Voice.direct, .indirect, .excerpt] { #expect(SlantFactors.voice(voice) < 1) }
  }

  @Test("repetition only lowers, and what is said more often never weighs less in all")
  func repetition() {
    #expect(SlantFactors.repetition(1) == 1 && SlantFactors.repetition(4) == 0.5)
    var sum = 0.0
    for count in 1...100 {
      #expect(SlantFactors.repetition(count) >= SlantFactors.repetition(count + 1))
      sum += SlantFactors.repetition(count)
    }
    #expect(sum > 10 && sum < 20)
  }
}
