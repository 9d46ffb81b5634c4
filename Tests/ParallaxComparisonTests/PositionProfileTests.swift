import ParallaxCore
import ParallaxKit
import Testing

@testable import ParallaxComparison

@Suite("Framing by place in the article")
struct PositionProfileTests {
  private let plain = "The council met at noon and read the plan for the old pier too."

  @Test("headline, first paragraph, body and last fifth, each with its words and findings")
  func places() throws {
    let text = """
      Reckless plan for the pier

      \(plain) It was a shameful plan.

      \(Array(repeating: plain, count: 9).joined(separator: " "))

      \(plain) \(plain) It was an outrageous plan.
      """
    let profile = PositionProfile(try CoverageSample.comparison([("A", text), ("B", plain)]))
    let outlet = profile.outlets[0]
    #expect(outlet[.headline].count == 1 && outlet[.headline].words == 5)
    #expect(outlet[.lead].count == 1 && outlet[.lead].words == 19)
    #expect(outlet[.body].count == 0 && outlet[.body].words == 9 * 14)
    #expect(outlet[.ending].count == 1 && outlet[.ending].words == 33)
    #expect(outlet[.lead].per1000 == 1_000.0 / 19)
    #expect((outlet[.lead].low ?? 1e9) < 1_000.0 / 19 && (outlet[.lead].high ?? 0) > 1_000.0 / 19)
  }

  @Test("the parts add up to the author's words of headline and running text")
  func sum() throws {
    let text = "The pier\n\n\(plain)\n\n“It is safe,” Ada Lindqvist said. \(plain)\n\n\(plain)"
    let comparison = try CoverageSample.comparison([("A", text), ("B", plain)])
    let profile = PositionProfile(comparison)
    #expect(profile.outlets[0].measures.reduce(0) { $0 + $1.words } == comparison.outlets[0].words.author)
    #expect(profile.outlets[1][.headline].per1000 == nil, "no headline, no rate")
  }
}
