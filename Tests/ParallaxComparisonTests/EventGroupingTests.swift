import ParallaxCore
import ParallaxKit
import Testing

@testable import ParallaxComparison

@Suite("Events")
struct EventGroupingTests {
  static let segmenter = PlainSegmenter()

  private func terms(_ text: String, date: String? = nil) throws -> EventTerms {
    var hints = RecordHints(language: "en")
    hints.published = date
    let article = try Loader().load(text: text, id: "a", source: "a.txt", hints: hints)
    return EventTerms(Self.segmenter.segment(article))
  }

  /// Three reports of a ferry strike, two of a bridge, and one of a bakery, all invented.
  private static let reports = [
    """
    Ferry crews at Calder Sound walked out on Tuesday after Helene Marrow, the harbour premier, ordered them back \
    to work. The crews of the Straits Line want nine more deckhands on each crossing to Orrin Island.
    """,
    """
    The Brindle Bridge will close for fourteen months, engineer Tomas Quill told the county. Inspectors found \
    corrosion in 41 of its hangers last week.
    """,
    """
    Premier Helene Marrow defended her order to ferry crews on Wednesday. No crossing to Orrin Island sailed, and \
    the Straits Line said its deckhands had stayed at home.
    """,
    """
    A bakery on Larch Street has baked the largest plum tart of the valley. Ada Fenn, who owns it, gave slices to \
    the whole school.
    """,
    """
    Lorries must make a detour of 30 miles once Brindle Bridge shuts. Tomas Quill, an engineer, said corrosion in \
    the hangers left the county no choice.
    """,
    """
    Islanders stranded on Orrin Island blame the Straits Line, not the crews, for the ferry strike. Marrow's \
    order has changed nothing, deckhands said in Calder Sound.
    """,
  ]

  @Test("reports of one event come together, whatever their order; the odd one stays alone")
  func groups() throws {
    let articles = try Self.reports.map { try terms($0) }
    let grouping = EventGrouping(articles)
    #expect(grouping.events.map(\.articles) == [[0, 2, 5], [1, 4], [3]])
    let backwards = EventGrouping(articles.reversed())
    #expect(backwards.events.map(\.articles) == [[0, 3, 5], [1, 4], [2]])
    #expect(Set(backwards.events.map(\.name)).count == 3)
  }

  @Test("an event is named by words that its articles share and others lack")
  func names() throws {
    let grouping = EventGrouping(try Self.reports.map { try terms($0) })
    let words = ["Orrin Island", "Helene Marrow", "Straits Line", "deckhands", "crews", "ferry", "Marrow"]
    #expect(words.contains { grouping.events[0].name.contains($0) }, "\(grouping.events[0].name)")
    #expect(grouping.events[1].name.contains("Brindle Bridge"), "\(grouping.events[1].name)")
    #expect(!grouping.memberships[4].words.isEmpty)
  }

  @Test("events of the same words have different names")
  func twins() throws {
    let articles = try ["2026-01-05", "2026-06-05", "2026-09-05"].map {
      try terms(Self.reports[0], date: $0)
    }
    let grouping = EventGrouping(articles)
    #expect(grouping.events.map(\.articles) == [[0], [1], [2]])
    #expect(Set(grouping.events.map(\.name)).count == 3)
    #expect(grouping.events[1].name == grouping.events[0].name + " (2)")
  }

  @Test(
    "the window is the span of the whole event, not of its neighbours",
    arguments: [(7, [[0, 1], [2]]), (3, [[0], [1], [2]]), (12, [[0, 1, 2]])])
  func window(_ days: Int, _ expected: [[Int]]) throws {
    let articles = try zip([0, 2, 5], ["2026-02-27", "2026-03-04", "2026-03-09T23:10:00Z"]).map {
      try terms(Self.reports[$0], date: $1)
    }
    let grouping = EventGrouping(articles, options: .init(window: days))
    #expect(grouping.events.map(\.articles).count == expected.count, "\(grouping.events)")
    #expect(grouping.undated == 0)
    for event in grouping.events {
      let dates = event.articles.compactMap { articles[$0].day }
      #expect((dates.max() ?? 0) - (dates.min() ?? 0) <= days)
    }
  }

  @Test("sureness lies between 0 and 1, and doubt shows in it")
  func sureness() throws {
    let mixed =
      Self.reports[1] + " Ferry crews of the Straits Line at Calder Sound would not help, Helene Marrow said."
    let grouping = EventGrouping(try (Self.reports + [mixed]).map { try terms($0) })
    for member in grouping.memberships { #expect((0...1).contains(member.sureness)) }
    let clear = grouping.memberships[2]
    let doubtful = grouping.memberships[6]
    #expect(doubtful.event == grouping.memberships[1].event)
    #expect(doubtful.next == clear.event)
    #expect(clear.event != doubtful.event, "an article on both events must not make them one")
    let withoutDoubt = EventGrouping(try (Self.reports + [Self.reports[1]]).map { try terms($0) })
    #expect(doubtful.sureness < withoutDoubt.memberships[6].sureness)
  }

  @Test("nothing, one, empty and equal articles")
  func edges() throws {
    #expect(EventGrouping([]).events.isEmpty)
    let one = EventGrouping([try terms(Self.reports[0])])
    #expect(one.events.count == 1 && one.memberships[0].similarity == nil)
    let blank = try terms("It was.")
    let empty = EventGrouping([blank, blank])
    #expect(empty.events.map(\.name) == ["no words", "no words (2)"])
    let same = EventGrouping(Array(repeating: try terms(Self.reports[0]), count: 30))
    #expect(same.events.map(\.articles.count) == [30])
  }

  @Test("names, numbers and rare words are terms; function words and capitals of headlines are none")
  func reading() throws {
    let found = try terms(
      "Crews Of The Straits Line Walk Out In Calder Sound\n\n"
        + "The parties met Helene Marrow in 2019. It cost 5 pounds."
    ).terms
    let texts = found.map(\.text)
    #expect(texts.contains("helene marrow") && texts.contains("2019") && texts.contains("party"))
    for absent in ["the", "5", "walk out", "straits line", "it"] { #expect(!texts.contains(absent)) }
    #expect(found.first { $0.text == "helene marrow" }?.form == "Helene Marrow")
  }

  @Test(
    "dates",
    arguments: [
      ("1970-01-01", 0), ("2000-03-01", 11_017), ("2026-02-27T10:00:00Z", 20_511), ("1969-12-31", -1),
    ])
  func dates(_ text: String, _ day: Int) { #expect(CalendarDay.number(text) == day) }

  @Test(
    "what is no date",
    arguments: ["", "yesterday", "2026-13-01", "2026/01/01", "20260101", "2026-01-011"])
  func noDates(_ text: String) { #expect(CalendarDay.number(text) == nil) }

  @Test("the index misses no pair that comparing all with all would join")
  func exhaustive() throws {
    // Articles drawn from the sentences of the reports, so that some are near and some far.
    var state: UInt64 = 11
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let sentences = Self.reports.flatMap { $0.split(separator: ".").map { String($0) + "." } }
    let articles = try (0..<24).map { _ in
      try terms((0..<3).map { _ in sentences[draw(sentences.count)] }.joined(separator: " "))
    }
    let space = TermVectors(articles, background: .english)
    let pairs = EventCandidates(
      space.vectors, days: articles.map(\.day), window: 7, progress: {}
    ).pairs
    let found = Set(pairs.map { [$0.first, $0.second] })
    for a in articles.indices {
      let near = articles.indices.filter { $0 > a && space.vectors[a].dot(space.vectors[$0]) >= 0.1 }
      for b in near { if !found.contains([a, b]) { Issue.record("\(a) and \(b) never met") } }
    }
  }
}
