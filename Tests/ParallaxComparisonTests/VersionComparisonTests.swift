import ParallaxComparison
import ParallaxCore
import ParallaxKit
import ParallaxScoring
import Testing

@Suite("Two versions of an article")
struct VersionComparisonTests {
  /// The morning's version of an invented report.
  static let morning = """
    Council slams mayor over closed pier

    The council of Harrow Bay closed the old pier on Monday after inspectors found cracks in its pilings. \
    Councillor Ada Brandt said the work would take until autumn.

    The pier was built in 1911 by the brothers Aldous and Per Thorne of Ellery.

    The reckless decision left forty fishermen without a berth for their boats.

    The mayor slashed the harbour budget last year, the minutes of the finance committee show.

    The government of Port Ellery sent two engineers to look at the pilings of the pier.

    The engineers wrote a report of thirty pages for the harbour board.

    The repairs will cost the town two million crowns over the coming years.

    The harbour festival, which draws visitors from the whole coast, was to open on the pier in June. Its singers \
    will now perform in the school hall.

    Clerk Jon Halvorsen answers letters from residents about the closure. Owners of boats should write to \
    Halvorsen by Friday.

    The last closure of the pier went on for 14 months.

    Buses to the island leave from the square until the pier is open again.
    """

  /// The evening's, with a change of each kind.
  static let evening = """
    Council criticizes mayor over closed pier

    The council of Harrow Bay closed the old pier on Monday after inspectors found cracks in its pilings. \
    Councillor Ada Brandt claimed the work would take until autumn.

    The decision left forty fishermen without a berth for their boats.

    “We were told nothing until the gates were locked,” said Marta Quist, who sells smoked eel.

    The mayor reduced the harbour budget last year, the minutes of the finance committee show.

    The regime of Port Ellery sent two engineers to look at the pilings of the pier.

    The engineers wrote a shoddy report of thirty pages for the harbour board.

    The repairs will perhaps cost the town two million crowns over the coming years.

    Clerk Jon Halverson answers letters from residents about the closure. Owners of boats should write to \
    Halverson by Friday.

    The last closure of the pier went on for 16 months.

    Buses to the island leave from the market until the pier is open again.

    The pier was built in 1911 by the brothers Aldous and Per Thorne of Ellery.

    Correction: An earlier version of this article misspelled the name of the clerk of the council.
    """

  private func compare(_ old: String, _ new: String) throws -> VersionComparison {
    let analyzer = try CoverageSample.analyzer.get()
    func analysis(_ text: String) throws -> Analysis {
      try analyzer.analyze(Array(text.utf8), source: "a.txt", hints: RecordHints(language: "en"))
    }
    return VersionComparison(old: try analysis(old), new: try analysis(new))
  }

  /// A change as `kind: before → after`.
  private func told(_ comparison: VersionComparison) -> [String] {
    comparison.changes.map { change in
      let before = change.old.map { comparison.old.article.string($0) } ?? ""
      let after = change.new.map { comparison.new.article.string($0) } ?? ""
      return "\(change.kind.rawValue): \(before) → \(after)" + (change.count > 1 ? " ×\(change.count)" : "")
    }
  }

  @Test("every kind of change is named rightly, and nothing else is")
  func kinds() throws {
    let comparison = try compare(Self.morning, Self.evening)
    let quotation =
      "“We were told nothing until the gates were locked,” said Marta Quist, who sells smoked eel."
    let history = "The pier was built in 1911 by the brothers Aldous and Per Thorne of Ellery."
    let festival =
      "The harbour festival, which draws visitors from the whole coast, was to open on the pier in June. "
      + "Its singers will now perform in the school hall."
    let note =
      "Correction: An earlier version of this article misspelled the name of the clerk of the council."
    let expected = [
      "headline: Council slams mayor over closed pier → Council criticizes mayor over closed pier",
      "softened: slams → criticizes",
      "attribution: said → claimed",
      "findingRemoved: reckless → ",
      "inserted:  → \(quotation)",
      "quotationAdded:  → “We were told nothing until the gates were locked,”",
      "softened: slashed → reduced",
      "sharpened: government → regime",
      "findingAdded:  → shoddy",
      "hedgeAdded:  → perhaps",
      "deleted: \(festival) → ",
      "name: Halvorsen → Halverson ×2",
      "figure: 14 → 16",
      "words: square → market",
      "moved: \(history) → \(history)",
      "noteAdded:  → \(note)",
    ]
    let found = told(comparison)
    for line in expected { #expect(found.contains(line), "missing: \(line)") }
    for line in found { #expect(expected.contains(line), "too much: \(line)") }
  }

  @Test("backwards every change is its opposite")
  func backwards() throws {
    let there = try compare(Self.morning, Self.evening)
    let back = try compare(Self.evening, Self.morning)
    let opposites: [VersionChange.Kind: VersionChange.Kind] = [
      .softened: .sharpened, .sharpened: .softened, .inserted: .deleted, .deleted: .inserted,
      .findingAdded: .findingRemoved, .findingRemoved: .findingAdded, .hedgeAdded: .hedgeRemoved,
      .quotationAdded: .quotationRemoved, .noteAdded: .noteRemoved,
    ]
    let expected = there.changes.map { (opposites[$0.kind] ?? $0.kind).rawValue }.sorted()
    #expect(back.changes.map(\.kind.rawValue).sorted() == expected)
  }

  @Test("a version compared with itself, or with another typesetting of it, has no changes")
  func same() throws {
    let set = Self.evening.replacing("“", with: "\"").replacing("”", with: "\"")
    #expect(try compare(Self.evening, Self.evening).passages.isEmpty)
    #expect(told(try compare(Self.evening, set)).isEmpty)
    #expect(try compare(Self.evening, Self.evening).kept == 1)
  }

  @Test("strength is told without the factor of repetition, so that a deletion changes no neighbour")
  func repetition() throws {
    let text = """
      The plan was reckless from the start, and it cost the harbour a year of work.

      Nobody at the board had asked for the reckless plan of the mayor.
      """
    let shorter = "Nobody at the board had asked for the reckless plan of the mayor."
    let found = told(try compare(text, shorter))
    #expect(!found.contains { $0.hasPrefix("sharpened") }, "\(found)")
    #expect(found.contains("findingRemoved: reckless → "))
  }

  @Test("words set in quotation marks change their voice, not their presence")
  func voices() throws {
    let found = told(
      try compare(
        "The mayor said that the pier was in a shameful state and had to close at once.",
        "The mayor said that “the pier was in a shameful state and had to close at once.”"))
    #expect(found.contains { $0.hasPrefix("voice: ") }, "\(found)")
    #expect(!found.contains { $0.hasPrefix("findingAdded") || $0.hasPrefix("quotationAdded") }, "\(found)")
  }

  @Test(
    "empty texts, one word and other articles are compared without harm",
    arguments: [("Fog.", "Rain."), ("a", "a b"), ("…", "–"), ("Fog.\n\nFog.\n\nFog.", "Fog.")])
  func small(_ old: String, _ new: String) throws { _ = try compare(old, new) }

  @Test("two articles are told apart from two versions")
  func others() throws {
    let other = "Ferry crews walked out on Tuesday. No boat sailed, and islanders stayed at home all week."
    #expect(try compare(Self.morning, other).warnings.contains { $0.contains("two articles") })
    #expect(try compare(Self.morning, Self.evening).warnings.isEmpty)
  }

  @Test("a long text with sentences in another order is aligned in little time")
  func long() throws {
    let sentences = (0..<600).map { "The \($0)th boat of the harbour carries \($0 * 7) crates of eel. " }
    let half = sentences.count / 2
    let comparison = try compare(
      sentences.joined(), (sentences[half...] + sentences[..<half]).joined())
    #expect(comparison.changes.allSatisfy { $0.kind == .moved })
    #expect(comparison.passages.count == 1 && comparison.kept == 1)
  }
}
