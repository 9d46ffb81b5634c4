import ParallaxCore
import Testing

@testable import ParallaxMatching

@Suite struct DetectorTests {
  private func expect(
    _ text: String, role: Role = .body, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let world = try MatchingWorld(["nothing at all here"])
    world.expect(text, role: role, lexicon: Detectors.lexicon, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "He left. {Will it work?} The mayor hopes so.",
    "{Can Marlow work his magic with the board?} He stumbled before.",
    "{Who would not want that?}",
    "{What could go wrong?} Time will tell.",
    "What does it cost? The plan costs 40 million.",
    "How many came? Officials ⟨said⟩ hundreds did.",
    "“⟪Will it work?⟫” she asked.",
    "She asked, “Will it work?”",
    "Q: Will it work?",
    "Got a tip?",
    "It works.",
    "{So is this the end of the harbor?}",
    "{Why, after ten years, is nobody surprised?}",
  ])
  func rhetoricalQuestions(text: String) throws { try expect(text) }

  @Test func questionsByRole() throws {
    try expect("{Is This the End of the Harbor?}", role: .headline)
    try expect("What is the harbor plan?", role: .subhead)
    try expect("Will it work?", role: .related)
    try expect("Want more?", role: .body)
  }

  @Test(arguments: [
    "The {“experts”} at the ministry left.",
    "The ministry’s {'reform plan'} is late.",
    "A {“very special”} deal.",
    "He sold it for {“reform,”} again.",
    "They called it “reform”.",
    "The word “reform” is old.",
    "A man known as “Fix” left.",
    "The term “dark money,” in use since then, is old.",
    "The film “Harbor Lights” opened.",
    "She ⟨said⟩ the “experts” left.",
    "He left. They ⟨said⟩ so. The “experts” left.",
    "A long list of “very many different and odd words” here.",
    "The “2,000” came.",
    "The “⟪experts⟫” left.",
    "“Reform” means change.",
    "It is “Really?” time.", "“Never,” she frowned.",
  ])
  func scareQuotes(text: String) throws { try expect(text) }

  @Test(arguments: [
    "Use {promo code HARBOR47} today.",
    "{Use code SAVE20} at checkout.",
    "Use the {discount code “TEN4YOU”} now.",
    "{With code: HELLO} you save.",
    "The zip code 90210 changed.", "The building code BC is old.", "Use code words.", "Write code daily.",
    "The dress code is out.",
  ])
  func promoCodes(text: String) throws { try expect(text) }

  @Test(arguments: [
    "Get {74% off} your membership!", "Now {50 percent off}.", "Now {50 per cent off} all plans.",
    "Sign up and {save up to 30%}.", "{Save 20 percent} today.",
    "Shares closed 40% off their peak.", "The index is 12 percent off its high.",
    "Stocks fell 3% off the open.",
    "The plan will save 20% of water.", "It is 40% done.", "Inflation was 40 percent.",
    "The strike wiped 5% off the value of the firm.",
  ])
  func discounts(text: String) throws { try expect(text) }

  @Test(arguments: [
    "Subscribe for {$1 a week}.", "Unlimited digital access for {£3 per month}.", "Rent is $900 a month.",
    "Join for just {€2 a week} for the first year.", "She earns $40 a day.",
  ])
  func prices(text: String) throws { try expect(text) }

  @Test func pricesInPromotionsNeedNoOtherSign() throws {
    try expect("Only {$1 a week}!", role: .promotion)
  }

  @Test func everyDetectorSaysWhatItIs() {
    #expect(Set(Detectors.entries.map(\.id)).count == Detectors.entries.count)
    for entry in Detectors.entries {
      #expect(entry.id.hasPrefix("detector."))
      #expect(entry.lexicon == Detectors.lexicon)
      #expect(!(entry.note ?? "").isEmpty)
      #expect(!(entry.source ?? "").isEmpty)
      #expect((0...1).contains(entry.weight))
    }
    #expect(Detectors.info.entries == Detectors.entries.count)
  }
}
