import ParallaxCore
import ParallaxScoring

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Pairs the sentences of different outlets that tell the same.
///
/// Two sentences are as near as the terms that both hold weigh beside all terms of either,
///
///     s = Σ min(w, w′) / √(Σ w · Σ w′),   w = weight · ln((N + 1) / df) / ln(N + 1),
///
/// df being how many of the N sentences hold the term: the name that everybody writes in every paragraph says
/// little. Order plays no part. Pairs are taken from the nearest down, and each sentence has one partner at
/// most in each other outlet, so that mutual best ones come first.
struct SentenceAligner {
  /// A sentence to align.
  struct Item {
    /// Index into the comparison's analyses.
    var article: Int
    /// Index into the article's sentences.
    var sentence: Int
    /// Index of the outlet.
    var outlet: Int
    /// Terms by number, sorted, each once.
    fileprivate(set) var terms: [(number: Int, weight: Double)] = []
    fileprivate(set) var total = 0.0
  }

  /// Two sentences that tell the same, the first of the lower index.
  struct Pair: Equatable {
    var first: Int
    var second: Int
    var score: Double
  }

  /// Least score of a pair.
  static let threshold = 0.24
  /// Fewest terms that both must hold.
  static let leastTerms = 2
  /// Terms that more sentences hold do not lead from one sentence to another; they count where others do.
  static let mostSentences = 32

  private(set) var items: [Item]
  /// Sentences by term.
  private var postings: [[Int]]

  /// Weighs the terms of all sentences of one event.
  init(_ sentences: [(item: Item, terms: [SentenceTerms.Term])]) {
    var numbers: [String: Int] = [:]
    items = []
    postings = []
    for (number, value) in sentences.enumerated() {
      var item = value.item
      var weights: [Int: Double] = [:]
      for term in value.terms {
        let key = numbers[term.key] ?? numbers.count
        if key == numbers.count {
          numbers[term.key] = key
          postings.append([])
        }
        weights[key] = max(weights[key] ?? 0, term.weight)
        if postings[key].last != number { postings[key].append(number) }
      }
      item.terms = weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      items.append(item)
    }
    let count = Double(items.count + 1)
    for item in items.indices {
      for term in items[item].terms.indices {
        let frequency = Double(postings[items[item].terms[term].number].count)
        items[item].terms[term].weight *= log(count / frequency) / log(count)
      }
      items[item].total = items[item].terms.reduce(0) { $0 + $1.weight }
    }
  }

  /// How near two sentences are, 0 to 1, and how many terms both hold.
  func score(_ a: Int, _ b: Int) -> (score: Double, terms: Int) {
    let (first, second) = (items[a].terms, items[b].terms)
    var (x, y, common, sum) = (0, 0, 0, 0.0)
    while x < first.count, y < second.count {
      if first[x].number == second[y].number {
        sum += min(first[x].weight, second[y].weight)
        common += 1
        x += 1
        y += 1
      } else if first[x].number < second[y].number {
        x += 1
      } else {
        y += 1
      }
    }
    let whole = (items[a].total * items[b].total).squareRoot()
    return (whole > 0 ? sum / whole : 0, common)
  }

  /// All pairs of sentences of different outlets that have a telling term in common, with their scores, the
  /// nearest first.
  ///
  /// - Complexity: O(sentences · terms · `mostSentences`).
  func candidates() -> [Pair] {
    var pairs: [Pair] = []
    var seen = [Int](repeating: -1, count: items.count)
    for first in items.indices {
      for term in items[first].terms where postings[term.number].count <= Self.mostSentences {
        for second in postings[term.number] where second > first && seen[second] != first {
          seen[second] = first
          guard items[second].outlet != items[first].outlet else { continue }
          let (score, terms) = score(first, second)
          if terms >= Self.leastTerms { pairs.append(Pair(first: first, second: second, score: score)) }
        }
      }
    }
    return pairs.sorted { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
  }

  /// The pairs that count: from the nearest down, one partner in each other outlet.
  static func pairs(_ candidates: [Pair], of items: [Item]) -> [Pair] {
    var taken: Set<Slot> = []
    return candidates.prefix { $0.score >= threshold }.filter { pair in
      let slots = [
        Slot(sentence: pair.first, outlet: items[pair.second].outlet),
        Slot(sentence: pair.second, outlet: items[pair.first].outlet),
      ]
      guard taken.isDisjoint(with: slots) else { return false }
      taken.formUnion(slots)
      return true
    }
  }

  private struct Slot: Hashable {
    var sentence: Int
    var outlet: Int
  }
}
