import ParallaxCore
import ParallaxTestSupport
import Testing

@testable import ParallaxMatching

@Suite struct OverlapTests {
  private func categories(_ lines: [String], _ text: String) throws -> [String] {
    let world = try MatchingWorld(lines)
    let article = world.voiced([text])
    return world.matcher.match(article, vocabulary: world.vocabulary).filter(\.counted)
      .map { "\($0.entry.category):\(article.article.string($0.span))" }
  }

  @Test func theLongestWinsAcrossCategories() throws {
    let found = try categories(
      ["lie~n ¦ evaluative.judgement", "pack of lies ¦ figurative.idiom", "of ¦ hedge.shield"],
      "A pack of lies.")
    #expect(found == ["figurative:pack of lies"])
  }

  @Test func precedenceDecidesOnOneSpan() throws {
    let found = try categories(
      ["slam ¦ evaluative.judgement", "slam ¦ loaded.verb", "slam ¦ hedge.shield"], "They slam it.")
    #expect(found == ["loaded:slam"])
  }

  @Test func framesAndOwnCategoriesAreCountedApart() throws {
    let found = try categories(
      [
        "tax revolt ¦ figurative.metaphor", "tax ¦ frame.economic", "revolt ¦ frame.conflict",
        "tax revolt ¦ mine.x",
      ],
      "A tax revolt.")
    #expect(
      found == ["frame.economic:tax", "figurative:tax revolt", "mine:tax revolt", "frame.conflict:revolt"])
  }

  @Test func aDeviceMayHoldOtherFindings() throws {
    let found = try categories(
      [
        "join our bold crew today ¦ promotional.callToAction", "bold ¦ evaluative.judgement",
        "today we ¦ hedge.shield",
      ],
      "Join our bold crew today.")
    #expect(found == ["promotional:Join our bold crew today", "evaluative:bold"])
    let same = try categories(
      ["sign up ¦ promotional.callToAction", "sign up ¦ engagement.directive"], "Sign up.")
    #expect(same == ["promotional:Sign up"])
    let longer = try categories(
      ["sign up ¦ promotional.callToAction", "sign up for it ¦ engagement.directive"], "Sign up for it.")
    #expect(longer == ["engagement:Sign up for it"])
    let across = try categories(
      ["join us now ¦ promotional.callToAction", "now or ¦ booster.absolute"], "Join us now or never.")
    #expect(across == ["promotional:Join us now"])
  }

  @Test func losersAreTold() throws {
    let world = try MatchingWorld(["waste of time", "waste ¦ loaded.label", "time ¦ hedge.shield"])
    world.expect("A {<overlap:waste> of <overlap:time>}.", showsReasons: true)
  }

  @Test func rolesThatAreNotMeasured() throws {
    let world = try MatchingWorld(["bold", "sign up ¦ promotional.callToAction"])
    world.expect("A <role:bold> plan: {sign up}.", role: .promotion, showsReasons: true)
    world.expect("A <role:bold> plan: <role:sign up>.", role: .related, showsReasons: true)
    world.expect("A {bold} plan: {sign up}.", role: .excerpt, showsReasons: true)
  }

  @Test func engagementInsideAQuotationIsTheSpeakers() throws {
    let world = try MatchingWorld(["you ¦ engagement.readerAddress"])
    world.expect("As {you} know, “⟪<exception:you> lose⟫”.", showsReasons: true)
  }

  @Test func optionsLeaveOut() throws {
    let lines = ["bold", "bold plan ¦ loaded.label", "perhaps ¦ hedge.shield"]
    let only = try MatchingWorld(lines, options: .init(only: ["evaluative", "hedge.shield"]))
    only.expect("{Perhaps} a <suppressed:<overlap:bold> plan>.", showsReasons: true)
    let frames = try MatchingWorld(
      ["tax ¦ frame.economic", "tax ¦ loaded.label"], options: .init(only: ["frame"]))
    frames.expect("A <suppressed:{tax}>.", showsReasons: true)
    let suppressed = try MatchingWorld(lines, options: .init(suppressed: ["test:bold plan", "perhaps"]))
    suppressed.expect("<suppressed:Perhaps> a <suppressed:{bold} plan>.", showsReasons: true)
  }

  @Test func categoriesAreSortedAndHoldTheDetectors() throws {
    let world = try MatchingWorld(["tax ¦ frame.economic", "x ¦ mine.y", "bold"])
    #expect(
      world.matcher.categories.map(\.name) == [
        "evaluative", "frame.economic", "irony", "mine", "promotional",
      ])
  }

  @Test func findingsOfOneHugeSentenceTakeLinearTime() throws {
    let world = try MatchingWorld(["bold", "bold bold ¦ loaded.label", "not <3> bold ¦ hedge.shield"])
    func time(_ count: Int) -> Duration {
      let voiced = world.voiced([String(repeating: "bold not ", count: count)])
      return ProcessorClock.measure { _ = world.matcher.match(voiced, vocabulary: world.vocabulary) }
    }
    #expect(time(4000) < time(400) * 30 + .milliseconds(50))
  }
}
