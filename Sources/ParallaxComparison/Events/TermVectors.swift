#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A sparse vector: terms in ascending order, each with its weight.
struct TermVector: Sendable {
  var terms: [Int32] = []
  var weights: [Double] = []

  /// The sum of products, always added in the order of terms.
  ///
  /// - Complexity: O(a + b), or O(a log b) where one is much shorter.
  func dot(_ other: TermVector) -> Double {
    if terms.count > other.terms.count { return other.dot(self) }
    if terms.count * 12 < other.terms.count { return sparseDot(other) }
    var sum = 0.0
    var (a, b) = (0, 0)
    while a < terms.count, b < other.terms.count {
      if terms[a] == other.terms[b] {
        sum += weights[a] * other.weights[b]
        a += 1
        b += 1
      } else if terms[a] < other.terms[b] {
        a += 1
      } else {
        b += 1
      }
    }
    return sum
  }

  private func sparseDot(_ other: TermVector) -> Double {
    var sum = 0.0
    for (term, weight) in zip(terms, weights) {
      let place = other.place(of: term)
      if place < other.terms.count, other.terms[place] == term { sum += weight * other.weights[place] }
    }
    return sum
  }

  /// The weight of a term; 0 when it is not there.
  func weight(of term: Int32) -> Double {
    let place = place(of: term)
    return place < terms.count && terms[place] == term ? weights[place] : 0
  }

  private func place(of term: Int32) -> Int {
    var (low, high) = (0, terms.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle] < term { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Adds another vector.
  mutating func add(_ other: TermVector) {
    var sum = TermVector()
    sum.terms.reserveCapacity(terms.count + other.terms.count)
    sum.weights.reserveCapacity(terms.count + other.terms.count)
    var (a, b) = (0, 0)
    while a < terms.count || b < other.terms.count {
      if b == other.terms.count || (a < terms.count && terms[a] < other.terms[b]) {
        sum.append(terms[a], weights[a])
        a += 1
      } else if a == terms.count || other.terms[b] < terms[a] {
        sum.append(other.terms[b], other.weights[b])
        b += 1
      } else {
        sum.append(terms[a], weights[a] + other.weights[b])
        a += 1
        b += 1
      }
    }
    self = sum
  }

  private mutating func append(_ term: Int32, _ weight: Double) {
    terms.append(term)
    weights.append(weight)
  }
}

/// The articles of a collection as vectors of length 1: how often a term stands in one, times how rare it is.
///
/// The weight of a term is (1 + ln count) · ln(1/p), where p is the share of articles that hold it, as the
/// collection shows it and general English expects it:
///
///     p = (articles with the term + k · p₀) / (articles + k),  p₀ = 1 − exp(−400 · share in English)
///
/// k = 20 articles' worth of expectation lets a folder of three articles tell *pier* from *time*; in a thousand
/// it counts for nothing. Words of the news trade (`NewsWords`) are taken to stand in every second article.
struct TermVectors: Sendable {
  /// Weight of the expectation, in articles.
  static let priorArticles = 20.0
  /// Words of a usual article.
  static let usualLength = 400.0
  /// Terms of an article that are kept: those that weigh most.
  static let termsPerArticle = 150

  /// One per article.
  private(set) var vectors: [TermVector] = []
  /// How each term is shown.
  private(set) var forms: [String] = []

  /// - Complexity: O(terms · log background).
  init(_ articles: [EventTerms], background: BackgroundWords) {
    var numbers: [String: Int32] = [:]
    var texts: [String] = []
    var holders: [Int] = []
    var isNamed: [Bool] = []
    let known = articles.map { article in
      article.terms.map { term -> (number: Int32, count: Int) in
        let number: Int32
        if let old = numbers[term.text] {
          number = old
        } else {
          number = Int32(texts.count)
          numbers[term.text] = number
          texts.append(term.text)
          holders.append(0)
          forms.append(term.form)
          isNamed.append(false)
        }
        holders[Int(number)] += 1
        if term.isName, !isNamed[Int(number)] {
          isNamed[Int(number)] = true
          forms[Int(number)] = term.form
        }
        return (number, term.count)
      }
    }
    let total = Double(articles.count) + Self.priorArticles
    let rarity = texts.indices.map { term -> Double in
      let expected = Self.expected(texts[term], background)
      return -log((Double(holders[term]) + Self.priorArticles * expected) / total)
    }
    vectors = known.map { Self.vector($0, rarity) }
  }

  /// The share of articles in which general English and the news trade have a term stand.
  private static func expected(_ text: String, _ background: BackgroundWords) -> Double {
    if NewsWords.contains(text) { return 0.5 }
    // A singular stands for its plural as well.
    var share = text.split(separator: " ").reduce(1.0) { $0 * background.share(of: $1) }
    if !text.contains(" ") { share += background.share(of: text + "s") - BackgroundWords.rarest }
    return 1 - exp(-usualLength * share)
  }

  private static func vector(_ terms: [(number: Int32, count: Int)], _ rarity: [Double]) -> TermVector {
    var weighed = terms.map { term in
      (term: term.number, weight: (1 + log(Double(term.count))) * rarity[Int(term.number)])
    }
    if weighed.count > termsPerArticle {
      weighed.sort { ($1.weight, $0.term) < ($0.weight, $1.term) }
      weighed.removeSubrange(termsPerArticle...)
    }
    weighed.sort { $0.term < $1.term }
    let length = weighed.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    return TermVector(
      terms: weighed.map(\.term), weights: weighed.map { length > 0 ? $0.weight / length : 0 })
  }
}

/// Words that stand in news of any event, and that general English has too rarely.
enum NewsWords {
  static func contains(_ word: String) -> Bool { list.contains(word) }

  private static let list = Set(words.flatMap { [$0, Singular.of($0)] })

  private static let words =
    """
    said say says saying told tell tells asked ask added add called call calls according report reported \
    reports reporter reporters news newspaper interview statement statements spokesman spokeswoman \
    spokesperson official officials source sources press media conference comment comments monday tuesday \
    wednesday thursday friday saturday sunday january february march april june july august september october \
    november december today yesterday tomorrow morning afternoon evening night day days week weeks month \
    months year years time times people man men woman women public government state city country national \
    president minister leader leaders party members member group groups office percent million billion \
    thousand hundred number two three four five six seven eight nine ten first second third last next new old \
    early late later earlier recent recently including included make made take took taken come came going went \
    put set get got give given gave show showed use used work working want wanted know known think believe \
    expected plan plans part issue issues case question questions decision announced accused mr mrs ms dr sen \
    rep gov associated
    """.split(separator: " ").map(String.init)
}
