import Foundation
import ParallaxCore
import ParallaxScoring

@testable import ParallaxComparison

/// Invented stories told by three outlets each, with the facts that each sentence tells, and pairs of sentences
/// that a reader judged without knowing the score.
struct AlignmentFixture {
  /// A sentence: the numbers of its facts, and its text.
  struct Line {
    var facts: Set<String>
    var text: String
  }

  /// A story: outlets in order, each with its sentences; the first is the headline.
  struct Story {
    var event: String
    var outlets: [(name: String, lines: [Line])] = []
  }

  /// Two sentences of one story, by outlet and line.
  struct Pair: Hashable {
    var event: String
    var first: String
    var firstLine: Int
    var second: String
    var secondLine: Int
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/Alignment")

  private static func rows(_ file: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The stories of a file.
  static func stories(_ file: String) throws -> [Story] {
    var stories: [Story] = []
    for row in try rows(file) {
      if stories.last?.event != row[0] { stories.append(Story(event: row[0])) }
      let story = stories.count - 1
      if stories[story].outlets.last?.name != row[1] { stories[story].outlets.append((row[1], [])) }
      let facts = Set(row[2].split(separator: ",").map(String.init)).subtracting(["-"])
      stories[story].outlets[stories[story].outlets.count - 1].lines.append(Line(facts: facts, text: row[3]))
    }
    return stories
  }

  /// Judged pairs with whether both tell the same, by when they were judged: `before` or `after` tuning.
  static func judged(_ when: String) throws -> [(pair: Pair, isSame: Bool)] {
    try rows("judged.tsv").filter { $0[0] == when }.compactMap { row in
      guard let first = Int(row[3]), let second = Int(row[5]) else { return nil }
      return (
        Pair(event: row[1], first: row[2], firstLine: first, second: row[4], secondLine: second),
        row[6] == "same"
      )
    }
  }

  /// The comparison of a story, a paragraph a sentence.
  static func comparison(_ story: Story) throws -> OutletComparison {
    try CoverageSample.comparison(
      story.outlets.map { ($0.name, $0.lines.map(\.text).joined(separator: "\n\n")) })
  }

  /// The pairs that rows hold.
  static func pairs(_ story: Story, _ comparison: OutletComparison, _ rows: [Alignment.Row]) -> Set<Pair> {
    func line(_ sentence: Alignment.Sentence) -> Int {
      comparison.analyses[sentence.article].voiced.segmented.sentences[sentence.index].paragraph
    }
    var pairs: Set<Pair> = []
    for row in rows {
      for (index, first) in row.sentences.enumerated() {
        for second in row.sentences[(index + 1)...] {
          pairs.insert(
            Pair(
              event: story.event, first: story.outlets[first.outlet].name, firstLine: line(first),
              second: story.outlets[second.outlet].name, secondLine: line(second)))
        }
      }
    }
    return pairs
  }

  /// Whether two lines have a fact in common.
  static func isSame(_ pair: Pair, in story: Story) -> Bool {
    func facts(_ outlet: String, _ line: Int) -> Set<String> {
      story.outlets.first { $0.name == outlet }?.lines[line].facts ?? []
    }
    return !facts(pair.first, pair.firstLine).isDisjoint(with: facts(pair.second, pair.secondLine))
  }

  /// How many lines of one outlet can be paired with one of another's that has a fact in common, at most.
  static func possible(_ story: Story) -> Int {
    var total = 0
    for (index, first) in story.outlets.enumerated() {
      for second in story.outlets[(index + 1)...] {
        var partners = [Int](repeating: -1, count: second.lines.count)
        func assign(_ line: Int, _ tried: inout Set<Int>) -> Bool {
          for other in second.lines.indices
          where !first.lines[line].facts.isDisjoint(with: second.lines[other].facts) {
            guard tried.insert(other).inserted else { continue }
            if partners[other] < 0 || assign(partners[other], &tried) {
              partners[other] = line
              return true
            }
          }
          return false
        }
        for line in first.lines.indices {
          var tried: Set<Int> = []
          if assign(line, &tried) { total += 1 }
        }
      }
    }
    return total
  }
}
