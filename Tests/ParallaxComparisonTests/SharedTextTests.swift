import ParallaxCore
import ParallaxScoring
import Testing

@testable import ParallaxComparison

@Suite("Shared text")
struct SharedTextTests {
  private func shared(_ articles: [(outlet: String, text: String)]) throws -> (OutletComparison, SharedText) {
    let comparison = try CoverageSample.comparison(articles)
    return (comparison, SharedText(comparison))
  }

  private func texts(_ passage: SharedText.Passage, _ comparison: OutletComparison) -> [String] {
    passage.places.map { comparison.analyses[$0.article].article.string($0.span) }
  }

  @Test("planted copies with every tenth word changed are found, and nothing else is")
  func planted() throws {
    var (plants, recalled, found, right) = (0, 0, 0, 0)
    for seed in 1...25 as ClosedRange<UInt64> {
      let planted = PlantedCopies(seed: seed)
      let (comparison, shared) = try shared(planted.articles.map { ($0.outlet, $0.text) })
      for (index, article) in planted.articles.enumerated() {
        #expect(comparison.analyses[index].article.text == Array(article.text.utf8).dropLast(1))
      }
      func words(_ span: TextSpan, _ article: Int) -> Int {
        comparison.analyses[article].voiced.segmented.tokens.count {
          $0.isCounted && span.contains($0.span)
        }
      }
      func common(_ a: TextSpan, _ b: TextSpan) -> TextSpan {
        TextSpan(max(a.start, b.start), min(a.end, b.end))
      }
      for (index, article) in planted.articles.enumerated() {
        for plant in article.plants {
          // In the source a sentence may stand that was cut from the copy: half of it counts there.
          let span = TextSpan(plant.bytes.lowerBound, plant.bytes.upperBound)
          let covered = shared.spans[index].reduce(0) { $0 + words(common($1, span), index) }
          plants += 1
          if Double(covered) >= 0.5 * Double(words(span, index)) { recalled += 1 }
        }
      }
      for passage in shared.passages {
        found += 1
        let isRight = passage.places.allSatisfy { place in
          planted.articles[place.article].plants.contains {
            words(common(TextSpan($0.bytes.lowerBound, $0.bytes.upperBound), place.span), place.article) * 10
              >= place.words * 9
          }
        }
        if isRight { right += 1 }
      }
    }
    #expect(Double(recalled) >= 0.95 * Double(plants), "recall \(recalled) of \(plants)")
    #expect(Double(right) >= 0.98 * Double(found), "precision \(right) of \(found)")
  }

  private static let wire =
    "The observatory on Mount Sorrow recorded eleven tremors before dawn on Friday, the strongest of them at 4:12 "
    + "a.m., and its keeper asked the villages of Upper Vane and Lower Vane to leave the valley for two nights."

  @Test("case, marks, dashes and white space make no difference")
  func marks() throws {
    let (comparison, shared) = try shared([
      ("A", "One\n\n" + Self.wire + "\n\nIts director’s “steady hand” was praised."),
      ("B", "Two\n\n" + Self.wire.uppercased().replacing(" ", with: "  ").replacing(",", with: " —")),
      ("C", "Three\n\nNothing of the kind stands in this short text about a garden."),
    ])
    #expect(shared.passages.count == 1)
    #expect(shared.passages.first?.kind == .copied && shared.passages.first?.verbatim == 1)
    #expect(shared.passages.first?.outlets == [0, 1])
    #expect(
      texts(try #require(shared.passages.first), comparison).first.map { Self.wire.contains($0) } == true)
    #expect(shared.shares.map(\.shared) == [38, 38, 0])
    #expect(shared.shares[0].partners == [.init(outlet: 1, words: 38)] && shared.shares[2].partners.isEmpty)
  }

  @Test("an outlet's own boilerplate is its own")
  func sameOutlet() throws {
    let (_, shared) = try shared([
      ("A", "One\n\n" + Self.wire), ("A", "Two\n\n" + Self.wire), ("B", "Three\n\nSomething else happened."),
    ])
    #expect(shared.passages.isEmpty && shared.leftOut == nil)
  }

  @Test("a quotation is shown once, with what each puts around it")
  func quotation() throws {
    let quote = "We will count every lantern on that quay again"
    let (comparison, shared) = try shared([
      ("A", "One\n\nThe harbor was dark. “\(quote),” Orla Finch said on Monday.\n\nPeople went home."),
      ("B", "Two\n\nIt rained. Finch snapped at reporters: \"\(quote).\" Nobody laughed."),
      ("C", "Three\n\n“\(quote),” the stubborn harbor master Orla Finch insisted, to laughter."),
    ])
    #expect(shared.passages.map(\.kind) == [.quotation])
    let leads = try #require(shared.quotations.first).leadIns
    let around = leads.map { lead in
      [lead.before, lead.after].map { comparison.analyses[lead.place.article].article.string($0) }
    }
    #expect(around[0] == ["“", ",” Orla Finch said on Monday."])
    #expect(around[1] == ["Finch snapped at reporters: \"", ".\""])
    #expect(around[2] == ["“", ",” the stubborn harbor master Orla Finch insisted, to laughter."])
    #expect(leads.map(\.cue) == ["say", "snap", "insist"])
  }

  @Test("a passage set off in one article is an excerpt of the other")
  func excerpt() throws {
    let page =
      "<html><head><title>Two</title></head><body><article><h1>Two</h1><p>The Ledger has more on the tremors in "
      + "the valley, and its report is worth a look today:</p><blockquote><p>\(Self.wire)</p></blockquote>"
      + "<p>That is what it says, and we shall see how the villages take it in the days to come.</p></article></body></html>"
    let (_, shared) = try shared([("The Ledger", "One\n\n" + Self.wire), ("B", page)])
    #expect(shared.passages.map(\.kind) == [.excerpt])
  }

  @Test("stock phrases and short sentences are no passages")
  func stock() throws {
    for phrase in PlantedCopies.stock + ["At the end of the day, it is what it is, and that is that for now."]
    {
      let (_, shared) = try shared([
        ("A", "One\n\nThe mill burned down. \(phrase) Rain fell."),
        ("B", "Two\n\nA crane fell. \(phrase) It snowed."),
      ])
      #expect(shared.passages.isEmpty, "\(phrase)")
    }
  }

  @Test("without shared text, its words and findings are gone from both sides")
  func leavingOut() throws {
    let slanted = "The reckless mayor slapped a ruinous tax on exhausted bakers, " + Self.wire
    let (comparison, shared) = try shared([
      ("A", "One\n\n\(slanted)\n\nThe reckless council slept."),
      ("B", "Two\n\n\(slanted)\n\nThe council met."),
    ])
    let own = try #require(shared.leftOut)
    for (index, outlet) in comparison.outlets.enumerated() {
      #expect(own.outlets[index].words.all == outlet.words.all - shared.shares[index].shared)
      #expect(own.outlets[index].words.author == outlet.words.author - shared.shares[index].authorShared)
      for measure in own.outlets[index].measures {
        let before = outlet.measures.first { $0.category == measure.category }
        #expect(measure.author.count <= before?.author.count ?? 0)
      }
    }
    #expect(own.analyses[0].findings.contains { $0.entry.category == Category("evaluative") })
    #expect(!own.analyses[1].findings.contains { $0.entry.category == Category("evaluative") })
    let tests = OutletContrasts(own)
    #expect(tests.overall.first?.side.words == own.outlets[0].words.author)
  }

  @Test("an outlet with nothing of its own drops out, and says so")
  func allShared() throws {
    let (_, shared) = try shared([
      ("A", Self.wire + "\n\nThe keeper’s cat has been found in the tower after all."), ("B", Self.wire),
    ])
    #expect(shared.leftOut?.outlets.map(\.name) == ["A"])
    #expect(shared.leftOut?.warnings == ["“B” has no words of its own beside shared text."])
  }

  @Test("a notice in a thousand articles is one passage, found in no more than linear time")
  func boilerplate() {
    func sequence(_ words: [UInt64]) -> WordSequence {
      var sequence = WordSequence()
      sequence.words = words
      return sequence
    }
    let notice = (0..<40).map { UInt64($0) + 1 }
    let sequences = (0..<1_000).map { article in
      sequence((0..<10).map { UInt64(article * 100 + $0 + 1_000) } + notice)
    }
    let links = PassageFinder.links(sequences, outlets: sequences.indices.map { $0 % 50 })
    #expect(links.count <= sequences.count * PassageFinder.mostHubs)
    let groups = PassageGroups.groups(
      links.map {
        (
          .init(article: $0.first, words: $0.match.first), .init(article: $0.second, words: $0.match.second),
          40
        )
      })
    #expect(groups.count == 1 && groups.first?.places.count == 1_000)
  }

  @Test("one word a million times is no million comparisons")
  func repetition() {
    var sequence = WordSequence()
    sequence.words = Array(repeating: 7, count: 20_000)
    let links = PassageFinder.links([sequence, sequence], outlets: [0, 1])
    #expect(links.count < 20)
  }
}
