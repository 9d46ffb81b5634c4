import ParallaxCore
import Testing

@testable import ParallaxLoading

@Suite("Places of targets")
struct TargetPlacesTests {
  @Test("A place in the input is found again in the article's text")
  func places() throws {
    let text =
      "Café  shut.\n\nShare\n\nThe  mayor, Ana   Ruiz, said so; nobody else did, and it rained.\n\nShe left."
    let scalars = Array(text.unicodeScalars)
    func range(_ word: String) -> (Int, Int) {
      let wanted = Array(word.unicodeScalars)
      let start = scalars.indices.first { Array(scalars[$0...].prefix(wanted.count)) == wanted } ?? 0
      return (start, start + wanted.count)
    }
    for (word, expected) in [("Café", "Café"), ("Ana   Ruiz", "Ana Ruiz"), ("She", "She"), ("shut", "shut")] {
      let (start, end) = range(word)
      let hints = RecordHints(targets: [TargetRequest(start: start, end: end)])
      let article = try Loader().load(text: text, id: "t", source: "t", hints: hints)
      #expect(article.targets[0].span.map(article.string) == expected)
      #expect(article.targets[0].start == start)
    }
  }

  @Test("A place that was left out, or none at all, has no span")
  func noPlace() throws {
    let text = "Share\n\nThe harbor closed on Monday."
    let targets = [
      TargetRequest(start: 0, end: 5), TargetRequest(name: "harbor"), TargetRequest(start: 90, end: 95),
    ]
    let article = try Loader().load(text: text, id: "t", source: "t", hints: RecordHints(targets: targets))
    #expect(article.targets.map(\.span) == [nil, nil, nil])
  }
}
