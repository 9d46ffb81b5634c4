import ParallaxCore
import Testing

@testable import ParallaxMatching

@Suite struct NameGuardTests {
  static let entries = [
    "justice", "great", "radical~a", "crooked", "fake news", "free people~n", "supreme",
    "lie~v to the american people",
    "Orwellian", "YMMV", "Judas", "(Beltway|liberal) elite~n", "bold move~n", "rage", "loser~n", "clown~n",
  ]

  @Test(arguments: [
    "The <name:Justice> Department wanted {justice}.",
    "The <name:Supreme> Court sat.",
    "<name:Supreme> Court judges sat.",
    "<name:Justice> Department lawyers left.",
    "{Justice} came late.",
    "{Radical} Velmorans marched.",
    "In <name:Great> Britain it was {great}.",
    "<name:Great> Britain left.",
    "A {great} Britain.",
    "They read “{Great} plans”.",
    "It was {FAKE NEWS} and a TOTAL {LOSER}.",
    "He wrote <name:Fake News> in 1999.",
    "He {lied to the American people}.",
    "It was {Orwellian}, {YMMV}.",
    "They called him {Judas}.",
    "The {Beltway elites} and {liberal elites}.",
    "The <name:Bold Move> album, a {bold move}.",
    "The <name:RAGE> group marched.",
    "He said: {Justice} now.",
  ])
  func inRunningText(text: String) throws {
    let world = try MatchingWorld(Self.entries)
    world.expect(text, showsReasons: true)
  }

  @Test(arguments: [
    ("Mayor Makes {Bold Move} As {Crooked} Rivals Wait", Role.headline),
    ("<name:Justice> Department Seeks {Justice} For Old {Clown}", .headline),
    ("{CROOKED} MAYOR MAKES {BOLD MOVE}", .headline),
    ("Mayor makes {bold move} as <name:Great> Britain waits", .headline),
  ])
  func inHeadlines(text: String, role: Role) throws {
    let world = try MatchingWorld(Self.entries)
    world.expect(text, role: role, showsReasons: true)
  }

  @Test(arguments: [
    "<name:Justice> told reporters on Monday. It was Karen <name:Justice> who left.",
    "<name:Great> said nothing. The other judge, Mr. <name:Great>, wrote to the board.",
    "{Justice} came late. The Harbor Inn was closed for the winter.",
    "{Great} plans were made. In <name:Great> Harbor they were heard of.",
  ])
  func surnamesAtTheStart(text: String) throws {
    let world = try MatchingWorld(Self.entries)
    world.expect(text, showsReasons: true)
  }

  @Test func nameOkCountsInNames() throws {
    let world = try MatchingWorld(["america first ¦ slogan.partisan ¦ ¦ ¦ name-ok", "first"])
    world.expect("It is an {America First} plan.")
  }
}
