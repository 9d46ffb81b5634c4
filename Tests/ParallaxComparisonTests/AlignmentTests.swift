import Foundation
import ParallaxCore
import ParallaxScoring
import Testing

@testable import ParallaxComparison

@Suite("Aligned sentences")
struct AlignmentTests {
  /// Stories the score was tuned on, and stories it was not.
  @Test("pairs tell the same", arguments: [("stories-1.tsv", "before"), ("stories-2.tsv", "after")])
  func precision(file: String, when: String) throws {
    var (found, right, possible) = (0, 0, 0)
    var all: Set<AlignmentFixture.Pair> = []
    for story in try AlignmentFixture.stories(file) {
      let comparison = try AlignmentFixture.comparison(story)
      let events = Alignment(comparison).events
      #expect(events.count == 1)
      let pairs = AlignmentFixture.pairs(story, comparison, events.flatMap(\.rows))
      found += pairs.count
      right += pairs.count { AlignmentFixture.isSame($0, in: story) }
      possible += AlignmentFixture.possible(story)
      all.formUnion(pairs)
    }
    #expect(right * 10 >= found * 8, "\(right) of \(found) pairs share a fact")
    #expect(right * 10 >= possible * 5, "\(right) of \(possible) possible pairs were found")
    let judged = try AlignmentFixture.judged(when).filter { all.contains($0.pair) }
    let same = judged.count { $0.isSame }
    #expect(judged.count >= 30 && same * 10 >= judged.count * 8, "\(same) of \(judged.count) judged pairs")
  }

  private func alignment(_ articles: [(outlet: String, text: String)]) throws -> (OutletComparison, Alignment)
  {
    let comparison = try CoverageSample.comparison(articles)
    return (comparison, Alignment(comparison))
  }

  private let ledger = """
    Council sells the lantern works

    The council of Orrin sold the lantern works to Brassfield on Tuesday for $3.4 million.

    Mayor Ilse Thorne called the sale prudent.

    Some 210 people work there.

    A heron was seen on the chimney.
    """
  private let courier = """
    Lantern works gone for a song

    Seventeen letters of protest reached Mayor Ilse Thorne on May 9.

    Two hundred and ten workers fear for their jobs, and their union says so.

    For a paltry 3.4 million dollars the spineless council let Brassfield have the lantern works.

    Ilse Thorne, the mayor, had the nerve to call the sale prudent.
    """

  @Test("order plays no part, and each sentence has one partner")
  func rows() throws {
    let (comparison, alignment) = try alignment([("Ledger", ledger), ("Courier", courier)])
    let event = try #require(alignment.events.first)
    let texts = event.rows.map { row in
      row.sentences.map { comparison.analyses[$0.article].article.string($0.span) }
    }
    #expect(
      texts.contains { $0[0].hasPrefix("The council of Orrin") && $0[1].hasPrefix("For a paltry") },
      "\(texts)")
    #expect(texts.contains { $0[0].hasPrefix("Mayor Ilse") && $0[1].hasPrefix("Ilse Thorne, the") })
    #expect(event.rows.allSatisfy { Set($0.sentences.map(\.outlet)).count == $0.sentences.count })
  }

  @Test("wording that differs is marked, moved and common words are not")
  func differing() throws {
    let (comparison, alignment) = try alignment([("Ledger", ledger), ("Courier", courier)])
    let sentences = try #require(alignment.events.first).rows.flatMap(\.sentences)
    let marked = sentences.map { sentence in
      sentence.differing.map { comparison.analyses[sentence.article].article.string($0) }
    }
    #expect(marked.contains { $0 == ["paltry", "dollars", "spineless", "let"] }, "\(marked)")
    #expect(!marked.joined().contains { $0.contains("Brassfield") || $0 == "the" || $0.contains("3.4") })
  }

  @Test("what one outlet alone tells is listed")
  func lone() throws {
    let (comparison, alignment) = try alignment([("Ledger", ledger), ("Courier", courier)])
    let event = try #require(alignment.events.first)
    func text(_ article: Int, _ span: TextSpan) -> String {
      comparison.analyses[article].article.string(span)
    }
    #expect(event.lone.map { text($0.article, $0.span) }.contains("A heron was seen on the chimney."))
    let facts = event.facts.map { "\($0.outlet) \($0.kind.rawValue) \(text($0.article, $0.span))" }
    #expect(facts.contains("1 number Seventeen") && facts.contains("1 date May 9"), "\(facts)")
    #expect(facts.contains("0 name Orrin"), "\(facts)")
    #expect(
      !facts.contains { $0.contains("3.4") || $0.contains("Thorne") || $0.contains("Brassfield") }, "\(facts)"
    )
  }

  @Test(
    "numbers are the same however they are written",
    arguments: [
      ("17", 17), ("seventeen", 17), ("310,000", 310_000), ("8.5%", 8.5), ("11th", 11), ("forty-two", 42),
      ("14-inch", 14),
    ])
  func numbers(text: String, value: Double) { #expect(NumberWords.value(text) == value) }

  @Test("words that are no numbers have no value", arguments: ["one-off", "a.m", "3:41", "mp3", "sixth"])
  func noNumbers(text: String) { #expect(NumberWords.value(text) == nil) }

  @Test("inflected words have one stem")
  func stems() {
    for words in [
      ["closed", "closing", "closes", "close"], ["inspectors", "inspector"], ["mayor’s", "mayor"],
    ] {
      let stems = Set(words.map { SentenceTerms.stem($0.replacing("’", with: "'")) })
      #expect(stems.count == 1, "\(words): \(stems)")
    }
  }

  @Test("the word diff is the longest common subsequence")
  func diff() {
    func length(_ a: ArraySlice<UInt64>, _ b: ArraySlice<UInt64>) -> Int {
      guard let x = a.first, let y = b.first else { return 0 }
      if x == y { return 1 + length(a.dropFirst(), b.dropFirst()) }
      return max(length(a.dropFirst(), b), length(a, b.dropFirst()))
    }
    var random = PlantedCopies.Generator(state: 5)
    for _ in 0..<200 {
      let a = (0..<Int.random(in: 0...7, using: &random)).map { _ in UInt64.random(in: 0..<4, using: &random)
      }
      let b = (0..<Int.random(in: 0...7, using: &random)).map { _ in UInt64.random(in: 0..<4, using: &random)
      }
      let common = WordDiff.common(a, b)
      let first = zip(a, common.first).filter { $0.1 }.map(\.0)
      #expect(first == zip(b, common.second).filter { $0.1 }.map(\.0))
      #expect(first.count == length(a[...], b[...]))
    }
  }

  @Test("events are kept apart, and one outlet alone is no comparison")
  func events() throws {
    let (_, alone) = try alignment([("Ledger", ledger), ("Ledger", courier)])
    #expect(alone.events.isEmpty)
  }
}
