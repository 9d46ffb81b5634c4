import Testing

@testable import ParallaxMatching

/// What patterns find and what they do not, as marked text.
@Suite struct PatternMatchingTests {
  @Test(arguments: [
    ("waste of time", "It was a {waste of time}, a waste of good time."),
    ("waste of time", "A “{Waste of Time}.” A waste, of time."),
    ("regime~n", "The {regime}’s men and other {regimes}; a regimen."),
    ("lean~v hard on", "They {leaned hard on} him and are {leaning hard on} her, leaning on it."),
    ("(pipe|pie in the sky) dream~n", "A {pipe dream}, {pie in the sky dreams}, a pie dream."),
    ("[so|ever so] reckless", "It was {ever so reckless} and {so reckless} and {reckless}."),
    ("bend~v <3> to @poss will", "It {bent the whole party to his will}, bent it to her liking."),
    ("bend~v <3> to @poss will", "They bent, the paper said, to his will. They {bent to his will}."),
    ("bend~v <2> to @poss will", "It bent the whole tired party to his will."),
    ("bend~v <2> to @poss will", "It {bent Velmora's men to its will}."),
    ("bend~v <3> to @poss will", "It bent the party. To his will it bowed."),
    ("attack~v a <2> plan", "It {attacked a U.S. aid plan}."),
    ("anti-*", "The {anti-council} camp, an {Anti-tax} line, antimatter."),
    ("*-style", "A {mob-style} hit in style, {Soviet-style}."),
    ("=may", "It {may} rain in May. MAY it."),
    ("=May", "It may rain in {May}. MAY it."),
    ("well ,", "{Well,} it may be well. All is {well,} too."),
    ("it's a disgrace", "“{It’s a disgrace},” it is a disgrace."),
    ("don't you dare", "{Don’t you dare}. Do not you dare."),
    ("so-called", "The {so-called} expert, so called."),
    ("@num strikes", "After {three strikes} and {2 strikes} came strikes."),
    ("advantage , @name", "It was {advantage, Marlow}, an advantage, really."),
    ("mother~n of all", "The {mothers of all} fights."),
    ("*-industrial complex", "The {care-industrial complex} grew."),
    ("sh*t", "No {sh*t}, no shot."),
    ("U.S. lackey~n", "The {U.S. lackeys} left."),
    ("bold", "{BOLD} {Bold} {bold} bolder boldly."),
    ("touché", "{Touché}, he touched."),
    ("naïve", "A {nai\u{308}ve} plan."),
    ("in bed with", "He is {in\u{A0}bed with} them."),
  ])
  func forms(form: String, text: String) throws {
    let world = try MatchingWorld([form + " ¦ ¦ ¦ ¦ name-ok"])
    world.expect(text)
  }

  @Test func nothingCrossesASentenceOrAParagraph() throws {
    let world = try MatchingWorld(["good time~n", "end of days"])
    world.expect("It was good. Times are hard at the end. Of days we know little.")
    let findings = world.matcher.match(
      world.voiced(["It was the end", "of days, a good", "time."]), vocabulary: world.vocabulary)
    #expect(findings.isEmpty)
  }

  @Test func theLongestOfOneStartWinsAndTheNextBeginsBehindIt() throws {
    let world = try MatchingWorld(["waste", "waste of time", "time waster", "of time and money"])
    world.expect("A {waste of time} and money, a {waste} of money, a {time waster}.")
  }

  @Test func aWildcardFindsKnownWordsToo() throws {
    let world = try MatchingWorld(["anti-*", "anti-war march~n ¦ frame.conflict", "anti-war"])
    world.expect("An {{anti-war} march}. An {anti-tax} one.")
  }

  @Test func anEmptyTextAndOddTexts() throws {
    let world = try MatchingWorld(["bold", "a <3> b", "@name x", "@num y"])
    for text in ["", " ", "?", "\"", "…", "a", "\u{0}", "💥💥", "a a a a a a", "“”", "Bold"] {
      _ = world.findings(text)
    }
  }
}
