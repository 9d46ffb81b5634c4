import ParallaxCore
import Testing

@testable import ParallaxMatching

/// Each guard with a hit and near misses.
@Suite struct GuardTests {
  @Test(arguments: [
    ("after:@det|very", "a {sham}, the {sham}, very {sham}, no sham, sham"),
    ("after:at_the|@start", "{Sham} is at the {sham}, the sham, at a sham."),
    ("not-after:great|of_the", "A {sham}, great sham, of the sham, of {sham}."),
    ("before:of|@punct", "A {sham} of it, a {sham}, a sham thing, a {sham}’s of it, a {sham}"),
    ("before:@end", "A sham here, a {sham}."),
    (
      "not-before:marriage~n|in_law",
      "A sham marriage, sham marriages, a {sham} wedding, sham in law, {sham} in fact."
    ),
    ("not-before:marriage~n", "A sham’s marriage. A “sham” marriage."),
    ("after:@quote", "A “{sham} and so on and so forth, then and now” and a sham."),
    ("after:the", "The “{sham} of an old and tired trial”, a “sham of an old and tired trial”."),
    ("except:sham_marriage|big_sham_of", "A {sham}, a sham marriage, a big sham of it, a big {sham}."),
    ("tight", "A {sham} trial, (sham) or sham."),
    ("start", "{Sham} trials are sham. “{Sham} it was.”"),
    ("not-start", "Sham trials are {sham}. “Sham it was.”"),
    ("after:@num", "Two {sham} trials, sham, 2 {sham}."),
    ("after:@name", "Velmora sham, in Velmora {sham}, velmora sham."),
    ("after:@be", "It is {sham}, isn’t {sham}, it’s {sham}, has sham."),
    ("after:@have", "They have {sham}, haven’t {sham}, it is sham."),
    ("after:@modal", "It can {sham}, can’t {sham}, did sham."),
    ("after:@do", "It did {sham}, doesn’t {sham}, can sham."),
    ("after:@neg", "No {sham}, isn’t {sham}, never {sham}, is sham."),
    ("after:@poss", "His {sham}, Velmora’s {sham}, him sham."),
    ("after:@pron", "She {sham}, him {sham}, his sham."),
    ("after:@subj", "She {sham}, him sham."),
    ("after:@prep", "Of {sham}, within {sham}, and sham."),
    ("after:@conj", "And {sham}, or {sham}, of sham."),
    ("after:@wh", "Which {sham}, why {sham}, of sham."),
    ("after:@to|@that|@comma", "To {sham}, {sham} that {sham} of sham"),
    ("after:@ing", "Being {sham}, thing {sham}, kin sham."),
    ("after:@ed|@ly", "Called {sham}, sadly {sham}, call sham."),
    ("after:@punct", "{Sham}, {sham} and sham."),
    ("before:@ing|@ed", "{Sham} falling, {sham} called, sham call."),
  ])
  func context(guards: String, text: String) throws {
    let world = try MatchingWorld(["sham ¦ ¦ ¦ ¦ name-ok " + guards])
    world.expect(text)
  }

  @Test func rolesAndVoices() throws {
    let body = try MatchingWorld(["sham ¦ ¦ ¦ ¦ role:body"])
    body.expect("A {sham}.")
    body.expect("A <exception:sham>.", role: .headline, showsReasons: true)
    let notCaption = try MatchingWorld(["sham ¦ ¦ ¦ ¦ not-role:caption"])
    notCaption.expect("A {sham}.")
    notCaption.expect("A sham.", role: .caption)
    let author = try MatchingWorld(["sham ¦ ¦ ¦ ¦ voice:author"])
    author.expect("A {sham}. “⟪A sham,⟫” he said.")
    let quoted = try MatchingWorld(["sham ¦ ¦ ¦ ¦ voice:direct"])
    quoted.expect("A sham. “⟪A {sham},⟫” he said.")
  }

  @Test func cues() throws {
    let cue = try MatchingWorld([
      "slam~v ¦ attribution.charged ¦ ¦ ¦ cue", "slam~v ¦ loaded.verb ¦ ¦ ¦ not-cue",
    ])
    let text = "“Never,” she slammed. She slammed the door."
    #expect(cue.findings(text).filter(\.counted).map(\.entry.category) == [.attribution, .loaded])
  }

  @Test func aGuardThatFailsIsToldAndDoesNotBlock() throws {
    let world = try MatchingWorld(["sham of a trial ¦ ¦ ¦ ¦ after:a", "sham"])
    world.expect("A {sham of a trial}.")
    let other = world.marked("One sham of a trial.", showsReasons: true)
    #expect(other == "One <exception:{sham} of a trial>.")
  }

  @Test(arguments: [
    ("pos:verb", "They will {slam} it. They {slam} the door. To {slam}. A slam. The slam of it. His slam."),
    ("pos:noun", "They will slam it. A {slam}. The {slam} of it. His {slam}. To slam. In {slam}."),
    ("pos:verb", "Velmora {slammed} the plan and she {slams} it; she didn’t {slam} it."),
    ("pos:verb", "Growing domestic slam. Critics {slam} it, people {slam} it, and some men {slam}."),
    ("pos:adj", "A {slam} dunk. It was {slam}. They slam. To slam."),
  ])
  func partsOfSpeech(guards: String, text: String) throws {
    let world = try MatchingWorld(["slam~v ¦ ¦ ¦ ¦ " + guards])
    world.expect(text)
  }
}
