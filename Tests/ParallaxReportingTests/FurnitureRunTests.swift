import ParallaxCore
import Testing

@testable import ParallaxReporting

@Suite struct FurnitureRunTests {
  private func ranges(_ roles: [Role]) -> [Range<Int>] {
    FurnitureRun.ranges(roles.map { Paragraph(role: $0, span: TextSpan(0, 0)) })
  }

  @Test func longRunsFold() {
    #expect(ranges([.body, .related, .related, .advertisement, .related, .body]) == [0..<1, 1..<5, 5..<6])
  }

  @Test func shortRunsStay() {
    #expect(ranges([.body, .related, .related, .related]) == [0..<1, 1..<2, 2..<3, 3..<4])
  }

  @Test func everyParagraphOnce() {
    var random = SplitMix(state: 3)
    for _ in 0..<200 {
      let roles = (0..<Int(random.next() % 30)).map { _ in
        random.next() % 3 == 0 ? Role.body : [.related, .advertisement][Int(random.next() % 2)]
      }
      #expect(ranges(roles).flatMap { Array($0) } == Array(roles.indices))
    }
  }

  @Test func promotionsAndCreditsNeverFold() {
    #expect(ranges(Array(repeating: .promotion, count: 6)).count == 6)
    #expect(ranges(Array(repeating: .credit, count: 6)).count == 6)
  }
}
