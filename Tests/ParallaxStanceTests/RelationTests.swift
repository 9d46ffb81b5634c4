import ParallaxKit
import Testing

@Suite("What wording is said of whom")
struct RelationTests {
  @Test(
    "verbs, nouns and adjectives bear on the one they are said of",
    arguments: [
      ("Ana Ruiz saved the pier. Ana Ruiz slept.", "Ana Ruiz", ["saved agent +"]),
      ("Karl Vale praised Ana Ruiz. Ana Ruiz slept.", "Ana Ruiz", ["praised patient +"]),
      ("Ana Ruiz was accused by Karl Vale. Ana Ruiz slept.", "Ana Ruiz", ["accused patient -"]),
      ("Criticism of Ana Ruiz was heard. Ana Ruiz slept.", "Ana Ruiz", ["Criticism object -"]),
      ("The failure was known. Ana Ruiz’s failure was not. Ana Ruiz slept.", "Ana Ruiz", ["failure owner -"]),
      ("Ana Ruiz is corrupt. Ana Ruiz slept.", "Ana Ruiz", ["corrupt predicate -"]),
      ("They saw the courageous Ana Ruiz. Ana Ruiz slept.", "Ana Ruiz", ["courageous modifier +"]),
      ("Karl Vale mocked Ana Ruiz’s plan. Ana Ruiz slept.", "Ana Ruiz", ["mocked patientOwner -"]),
      ("Ana Ruiz is not corrupt. Ana Ruiz slept.", "Ana Ruiz", ["corrupt predicate +"]),
      ("The bridge is near the mill, and Ana Ruiz slept. Ana Ruiz woke.", "Ana Ruiz", []),
    ])
  func relations(text: String, name: String, evidence: [String]) throws {
    let sample = try StanceSample(text)
    #expect(sample.evidence(name) == evidence)
  }

  @Test("agent and patient of one verb stand in different light")
  func roles() throws {
    let text = "Ana Ruiz defeated Karl Vale. Karl Vale met Ana Ruiz."
    let sample = try StanceSample(text)
    #expect(sample.evidence("Ana Ruiz") == ["defeated agent +"])
    #expect(sample.evidence("Karl Vale") == ["defeated patient -"])
  }

  @Test("what a target says is no stance toward it; what others say of it counts apart from the author")
  func speakers() throws {
    let text = """
      “Karl Vale is a corrupt liar,” Ana Ruiz said on Monday. Ana Ruiz slept.

      Karl Vale misled the council.
      """
    let sample = try StanceSample(text)
    #expect(sample.evidence("Ana Ruiz").isEmpty)
    let vale = try #require(sample.target("Karl Vale"))
    #expect((vale.quoted ?? 0) < 0 && (vale.author ?? 0) < 0 && vale.negative >= 3)
  }

  @Test("a finding names the target it is said of")
  func findings() throws {
    let sample = try StanceSample("Ana Ruiz is utterly reckless. Ana Ruiz slept near the mill.")
    let finding = try #require(sample.analysis.findings.first { $0.entry.category == .evaluative })
    #expect(finding.target == 0)
    #expect(!sample.analysis.findings.contains { $0.entry.category == .stance })
    #expect(!sample.analysis.measures.contains { $0.category == .stance })
  }
}
