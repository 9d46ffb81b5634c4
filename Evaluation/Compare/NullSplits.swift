import Foundation
import ParallaxKit

/// Checks the tests between outlets where the truth is known: articles of one outlet, split at random, do not
/// differ; with half of one side's findings taken away they differ by a ratio of 2.
///
///     parallax-null-splits RECORDS.jsonl [--splits 1000]
///
/// Records are articles with `text` and `outlet`. Draws have a fixed seed.
@main
struct NullSplits {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let path = arguments.first else {
      print("usage: parallax-null-splits RECORDS.jsonl [--splits N]")
      exit(64)
    }
    let splits = arguments.firstIndex(of: "--splits").flatMap { Int(arguments[$0 + 1]) } ?? 1_000
    let analyzer = try Analyzer()
    var outlets: [String: [Analysis]] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let analysis = try analyzer.analyze(Record(line: Array(line.utf8)))
      outlets[analysis.article.metadata.outlet ?? "", default: []].append(analysis)
    }
    let names = outlets.keys.sorted()
    print("articles a side, voice | tests | moderated F | permutation | G² > 3.84 | power at ratio 2: F")
    for voice in [Voice.author, nil] as [Voice?] {
      for size in [2, 3, 5, 8] {
        var tally = Tally()
        var generator = SeededGenerator(seed: UInt64(size))
        for split in 0..<splits {
          let articles = outlets[names[split % names.count]] ?? []
          guard articles.count >= 2 * size else { continue }
          let drawn = Array(articles.shuffled(using: &generator).prefix(2 * size))
          tally.test(drawn, size: size, voice: voice, using: &generator)
        }
        print("\(size), \(voice?.rawValue ?? "all") | \(tally.row)")
      }
    }
  }
}

/// How often each test called a difference.
struct Tally {
  private var tests = 0
  private var moderated = 0
  private var permuted = 0
  private var naive = 0
  private var powerTests = 0
  private var power = 0

  /// Tests one split in every category.
  mutating func test(
    _ articles: [Analysis], size: Int, voice: Voice?, using generator: inout SeededGenerator
  ) {
    let permutation = PermutationTest(sizes: (size, size))
    let categories = Set(articles.flatMap { $0.measures.map(\.category) }).sorted()
    for category in categories {
      let counts = articles.map { analysis -> ArticleCount in
        let measure = analysis.measures.first { $0.category == category }
        let value = measure.map { measure in voice.map { measure[$0] } ?? measure.all }
        let words = voice.map { analysis.words[$0] } ?? analysis.words.all
        return ArticleCount(hits: value?.count ?? 0, words: value.map { max($0.words, 0) } ?? words)
      }
      let (first, second) = (Array(counts.prefix(size)), Array(counts.suffix(size)))
      guard let p = probability(first, second, category: category, voice: voice) else { continue }
      tests += 1
      if p < 0.05 { moderated += 1 }
      if let p = permutation?.probability(counts), p < 0.05 { permuted += 1 }
      if LogLikelihood.statistic([PooledCount(first), PooledCount(second)]) > 3.84 { naive += 1 }
      let thinned = second.map { article in
        ArticleCount(
          hits: (0..<article.hits).count { _ in Bool.random(using: &generator) }, words: article.words)
      }
      if let p = probability(first, thinned, category: category, voice: voice) {
        powerTests += 1
        if p < 0.05 { power += 1 }
      }
    }
  }

  private func probability(
    _ first: [ArticleCount], _ second: [ArticleCount], category: ParallaxKit.Category, voice: Voice?
  ) -> Double? {
    let dispersion = Overdispersion(
      [first, second], prior: DispersionCalibration.prior(of: category, voice: voice))
    return ModeratedTest.probability([PooledCount(first), PooledCount(second)], dispersion: dispersion)
  }

  var row: String {
    func share(_ part: Int, _ whole: Int) -> String {
      let interval = WilsonInterval.bounds(part, of: whole)
      return String(
        format: "%.1f%% (%.1f–%.1f)", 100 * Double(part) / Double(max(1, whole)), 100 * interval.low,
        100 * interval.high)
    }
    return
      "\(tests) | \(share(moderated, tests)) | \(share(permuted, tests)) | \(share(naive, tests)) | \(share(power, powerTests))"
  }
}
