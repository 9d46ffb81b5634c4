import Foundation
import ParallaxScoring
import Testing

@testable import ParallaxComparison

/// Against SciPy and statsmodels; `Evaluation/statistics_reference.py` wrote the figures.
@Suite struct StatisticsReferenceTests {
  private struct Reference: Decodable {
    struct Test: Decodable {
      var groups: [[[Int]]]
      var pearson, dispersion, statistic, p: Double
      var permutation: Double?
    }
    struct Family: Decodable { var p, q: [Double] }
    struct Flip: Decodable {
      var differences: [Double]
      var p: Double
    }
    struct Matched: Decodable {
      var events: [[Int]]
      var logRatio: Double
    }
    struct Interval: Decodable {
      var groups: [[[Int]]]
      var low, high: Double
    }
    var bca: [Interval]
    var benjaminiYekutieli: Family
    var f, t, wilson: [[Double]]
    var tests: [Test]
    var benjaminiHochberg: Family
    var signFlip: [Flip]
    var mantelHaenszel: [Matched]
  }

  private let reference: Reference

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Data/statistics-reference.json")
    reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
  }

  private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }

  private func counts(_ group: [[Int]]) -> [ArticleCount] {
    group.map { ArticleCount(hits: $0[0], words: $0[1]) }
  }

  @Test func distributions() {
    for row in reference.f {
      #expect(
        isClose(FDistribution.upperTail(row[0], numerator: row[1], denominator: row[2]), row[3]), "\(row)")
    }
    for row in reference.t {
      #expect(isClose(StudentDistribution.quantile(row[0], degrees: row[1]), row[2]), "\(row)")
    }
    for row in reference.wilson {
      let bounds = WilsonInterval.bounds(Int(row[0]), of: Int(row[1]))
      #expect(isClose(bounds.low, row[2]) && isClose(bounds.high, row[3]), "\(row)")
    }
  }

  /// Other draws, so close and not equal: within a twentieth of the interval's length.
  @Test func bootstrapIntervals() throws {
    for row in reference.bca {
      let (side, rest) = (counts(row.groups[0]), counts(row.groups[1]))
      let bootstrap = try #require(ArticleBootstrap(sizes: (side.count, rest.count)))
      let found = try #require(bootstrap.interval(side, rest))
      let margin = (row.high - row.low) / 20
      #expect(abs(found.lowerBound - row.low) < margin, "\(found) for \(row.low) to \(row.high)")
      #expect(abs(found.upperBound - row.high) < margin, "\(found) for \(row.low) to \(row.high)")
    }
  }

  @Test func conservativeCorrection() {
    let family = reference.benjaminiYekutieli
    for (q, expected) in zip(FalseDiscovery.conservative(family.p), family.q) {
      #expect(isClose(q ?? -1, expected))
    }
  }

  @Test func moderatedTestIsThePoissonRegression() throws {
    #expect(reference.tests.count > 5)
    for test in reference.tests {
      let groups = test.groups.map(counts)
      let dispersion = Overdispersion(groups, prior: .init(dispersion: 2, degrees: 8))
      #expect(isClose(dispersion.pearson, test.pearson))
      #expect(isClose(dispersion.moderated, test.dispersion))
      let sides = groups.map(PooledCount.init)
      #expect(isClose(LogLikelihood.statistic(sides), test.statistic))
      let p = try #require(ModeratedTest.probability(sides, dispersion: dispersion))
      #expect(abs(p - test.p) < 1e-8)
    }
  }

  @Test func permutationTriesEveryDeal() throws {
    for test in reference.tests {
      guard let expected = test.permutation else { continue }
      let permutation = try #require(PermutationTest(sizes: (test.groups[0].count, test.groups[1].count)))
      #expect(permutation.probability(test.groups.flatMap(counts)) == expected)
    }
  }

  @Test func falseDiscoveryRate() {
    let adjusted = FalseDiscovery.adjusted(reference.benjaminiHochberg.p)
    for (q, expected) in zip(adjusted, reference.benjaminiHochberg.q) { #expect(isClose(q ?? -1, expected)) }
  }

  @Test func matchedEvents() throws {
    for flip in reference.signFlip { #expect(MatchedEvents.signFlip(flip.differences) == flip.p) }
    for matched in reference.mantelHaenszel {
      let pairs = matched.events.map {
        MatchedEvents.Pair(
          side: PooledCount([.init(hits: $0[0], words: $0[1])]),
          reference: PooledCount([.init(hits: $0[2], words: $0[3])]))
      }
      let events = try #require(MatchedEvents(pairs))
      #expect(isClose(try #require(events.logRatio), matched.logRatio))
    }
  }
}
