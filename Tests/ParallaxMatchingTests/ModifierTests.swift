import ParallaxCore
import Testing

@testable import ParallaxMatching

@Suite struct ModifierTests {
  static let entries = [
    "bold ¦ evaluative.judgement ¦ 0.5 ¦ positive", "bold move ¦ evaluative.judgement ¦ 0.5 ¦ positive",
    "visionary ¦ evaluative.judgement ¦ 0.5 ¦ positive", "reckless ¦ evaluative.judgement ¦ 0.5 ¦ negative",
    "merit ¦ evaluative.judgement ¦ 0.4 ¦ positive", "regime ¦ loaded.label ¦ 0.5 ¦ negative",
    "always ¦ booster.absolute ¦ 0.5 ¦ neutral", "perhaps ¦ hedge.shield ¦ 0.3 ¦ neutral",
    "realize ¦ presupposition.factive ¦ 0.3 ¦ neutral",
    "sacred ¦ evaluative.judgement ¦ 0.5 ¦ positive ¦ no-negation",
    "utterly ¦ intensifier.amplifier ¦ 0.4 ¦ neutral ¦ ¦ factor=1.4",
    "so ¦ intensifier.amplifier ¦ 0.2 ¦ neutral ¦ ¦ factor=1.2",
    "slightly ¦ intensifier.minimizer ¦ 0.2 ¦ neutral ¦ ¦ factor=0.6",
    "mere ¦ intensifier.minimizer ¦ 0.2 ¦ neutral",
  ]

  @Test(arguments: [
    ("It was a bold move.", false), ("It was not a bold move.", true), ("It wasn’t a bold move.", true),
    ("It was hardly bold.", true), ("It was never bold.", true), ("He made no bold move.", true),
    ("He acted without bold plans.", true), ("It failed to be bold.", true), ("It was far from bold.", true),
    ("It was not only bold.", false), ("It was not just bold.", false), ("No doubt a bold man.", false),
    ("It was not late, but bold.", false), ("It was not late and he was bold.", false),
    ("It is not a visionary and bold plan.", true), ("He did not stay because bold men left.", false),
    ("It was not late: bold men left.", false), ("Not late, bold men left.", false),
    ("He does not at all, it seems, look bold.", false),
    ("It is not what the long and quiet history of the bold town shows.", false),
    ("It was not without bold plans.", false), ("Nothing but bold plans.", false),
    ("It was neither late nor bold.", true), ("Instead of bold plans, talk.", true),
    ("Talk rather than bold plans.", true), ("It was rich, if not bold.", false),
    ("He did not “look” bold.", true), ("Nobody was bold.", true), ("We cannot but be bold.", false),
    ("A plan that was rarely bold.", true), ("No, bold is best.", false),
  ])
  func negation(text: String, isNegated: Bool) throws {
    let world = try MatchingWorld(Self.entries)
    let findings = world.findings(text).filter { $0.counted && $0.entry.form.hasPrefix("bold") }
    #expect(findings.map(\.negated) == [isNegated])
    let finding = try #require(findings.first)
    #expect(finding.polarity == (isNegated ? .negative : .positive))
    #expect(abs(finding.effectiveWeight - (isNegated ? 0.3 : 0.5)) < 1e-9)
    #expect(finding.modifiers.count == (isNegated ? 1 : 0))
  }

  @Test(arguments: [
    ("It is no regime.", "regime", true, 0.4, Polarity.positive),
    ("It is not always so.", "always", true, 0.2, .neutral),
    ("It is not perhaps late.", "perhaps", false, 0.3, .neutral),
    ("He did not realize it.", "realize", false, 0.3, .neutral),
    ("It is not sacred.", "sacred", false, 0.5, .positive),
  ])
  func negationByCategory(
    text: String, form: String, isNegated: Bool, weight: Double, polarity: Polarity
  ) throws {
    let world = try MatchingWorld(Self.entries)
    let finding = try #require(world.findings(text).first { $0.entry.form == form })
    #expect(finding.negated == isNegated)
    #expect(abs(finding.effectiveWeight - weight) < 1e-9)
    #expect(finding.polarity == polarity)
  }

  @Test(arguments: [
    ("An utterly reckless plan.", 1.4, ["utterly"]), ("A slightly reckless plan.", 0.6, ["slightly"]),
    ("A so utterly reckless plan.", 1.68, ["so", "utterly"]), ("An utterly, reckless plan.", 1, []),
    ("An utterly sadly reckless plan.", 1.4, ["utterly"]), ("An utterly old reckless plan.", 1, []),
    ("A mere reckless plan.", 1, []), ("Reckless, utterly.", 1, []),
    ("So so so so so reckless.", 1.728, ["so", "so", "so"]),
  ])
  func intensity(text: String, intensity: Double, words: [String]) throws {
    let world = try MatchingWorld(Self.entries)
    let article = world.voiced([text])
    let findings = world.matcher.match(article, vocabulary: world.vocabulary)
    let finding = try #require(findings.first { $0.entry.form == "reckless" })
    #expect(abs(finding.intensity - intensity) < 1e-9)
    #expect(abs(finding.effectiveWeight - 0.5 * intensity) < 1e-9)
    #expect(finding.modifiers.map { article.article.string($0.span) }.sorted() == words.sorted())
  }

  @Test func anIntensifierThatActsAddsNoWeightOfItsOwn() throws {
    let world = try MatchingWorld(Self.entries)
    world.expect("An <overlap:utterly> {reckless} plan, {utterly} late.", showsReasons: true)
  }

  @Test func bothTogether() throws {
    let world = try MatchingWorld(Self.entries)
    let finding = try #require(
      world.findings("It was not utterly reckless.").first { $0.entry.form == "reckless" })
    #expect(finding.modifiers.map(\.kind) == [.negation, .amplifier])
    #expect(abs(finding.effectiveWeight - 0.5 * 1.4 * 0.6) < 1e-9)
    #expect(finding.polarity == .positive)
  }

  @Test func negationStopsWhereTheVoiceChanges() throws {
    let world = try MatchingWorld(Self.entries)
    let findings = world.findings("He would not say “⟪reckless men⟫” left.")
    #expect(findings.first?.negated == false)
  }
}
