import ParallaxCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a sentence is known by: its names, numbers and rare words, each with how much it tells.
///
/// A number is its value, however it is written (*17*, *seventeen*; *1.9 million*, *1,900,000*). A word is its
/// stem, cut to seven letters; it tells what it has over the commonest words of English, a little more when it
/// is written as a name.
struct SentenceTerms {
  /// A term: a number's value or a word's stem, and its weight.
  struct Term: Equatable {
    var key: String
    var weight: Double
    var kind: Kind
    /// Its tokens.
    var tokens: Range<Int>
  }

  /// What a term is.
  enum Kind: Equatable {
    case word
    case name
    case number
  }

  /// What words must tell to count, and the most they can count for, in nats.
  static let leastInformation = 6.0
  /// See `leastInformation`.
  static let mostWeight = 4.0
  /// What a capital adds.
  static let nameBonus = 1.0
  /// Weights of numbers: from 13 on or broken, from 4 on, below.
  static let numberWeights = (large: 10.0, middle: 5.0, small: 2.0)
  /// Letters of a stem.
  static let stemLength = 7

  /// The terms of a sentence, in order; the same term may come twice.
  ///
  /// - Parameter shares: Words looked up so far.
  /// - Complexity: O(n log background).
  static func terms(
    of sentence: Sentence, in segmented: SegmentedArticle, shares: inout BackgroundShares
  ) -> [Term] {
    var terms: [Term] = []
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      let token = segmented.tokens[index]
      guard token.kind == .word || token.kind == .number else {
        index += 1
        continue
      }
      var text = segmented.string(token).lowercased()
      if token.shape.contains(.nonASCII) { text = text.replacing("’", with: "'") }
      let start = index
      index += 1
      if var value = NumberWords.value(text) {
        // *twelve hundred*, *1.9 million*
        while index < sentence.tokens.upperBound,
          let scale = NumberWords.scale(segmented.string(segmented.tokens[index]).lowercased())
        {
          value *= scale
          index += 1
        }
        terms.append(
          Term(key: "#\(value)", weight: weight(ofNumber: value), kind: .number, tokens: start..<index))
        continue
      }
      guard text != "one" else { continue }
      if token.kind == .number {
        // A time of day, a score, a range.
        terms.append(Term(key: "#" + text, weight: numberWeights.large, kind: .number, tokens: start..<index))
        continue
      }
      let isName = token.shape.contains(.capitalized) && !token.shape.contains(.sentenceStart)
      var parts = [text]
      if token.shape.contains(.hyphenated) { parts += text.split(separator: "-").map(String.init) }
      for part in parts {
        if let value = NumberWords.value(part) {
          terms.append(
            Term(key: "#\(value)", weight: weight(ofNumber: value), kind: .number, tokens: start..<index))
          continue
        }
        let told = -log(shares.share(of: part)) - leastInformation
        guard told > 0 else { continue }
        terms.append(
          Term(
            key: stem(part), weight: min(told, mostWeight) + (isName ? nameBonus : 0),
            kind: isName ? .name : .word, tokens: start..<index))
      }
    }
    return terms
  }

  private static func weight(ofNumber value: Double) -> Double {
    if value > 12 || value != value.rounded() { return numberWeights.large }
    return value > 3 ? numberWeights.middle : numberWeights.small
  }

  /// A word without its ending, at most seven letters of it.
  static func stem(_ word: String) -> String {
    var stem = Substring(word)
    for ending in ["'s", "'"] where stem.hasSuffix(ending) { stem = stem.dropLast(ending.count) }
    for (ending, least) in endings where stem.hasSuffix(ending) && stem.count - ending.count >= least {
      stem = stem.dropLast(ending.count)
      break
    }
    if stem.hasSuffix("e"), stem.count > 4 { stem = stem.dropLast() }
    if let last = stem.last, stem.count > 1, stem.dropLast().last == last, last != "s", last != "l" {
      stem = stem.dropLast()
    }
    return String(stem.prefix(stemLength))
  }

  /// Endings with the fewest letters that must stand before them.
  private static let endings: [(String, Int)] = [
    ("ingly", 4), ("ings", 4), ("ing", 4), ("edly", 4), ("ed", 4), ("ies", 4), ("es", 4), ("s", 3), ("ly", 4),
  ]
}

/// Shares of words in general English, each looked up once.
struct BackgroundShares {
  private let background: BackgroundWords
  private var known: [String: Double] = [:]

  init(_ background: BackgroundWords) { self.background = background }

  mutating func share(of word: String) -> Double {
    if let share = known[word] { return share }
    let share = background.share(of: word)
    known[word] = share
    return share
  }
}

/// Reads numbers in digits and in words.
enum NumberWords {
  /// The value of *310,000*, *8.5%*, *11th*, *seventeen*, *forty-two* and *14-inch*; nil for what is no number.
  static func value(_ text: String) -> Double? {
    if let value = words[text] { return value }
    if text.first?.isNumber == true {
      let digits = text.prefix { $0.isNumber || $0 == "," || $0 == "." }.filter { $0 != "," }
      let rest = text.dropFirst(text.prefix { $0.isNumber || $0 == "," || $0 == "." }.count)
      guard
        rest.isEmpty || rest == "%" || rest.hasPrefix("-") || ["st", "nd", "rd", "th", "s"].contains(rest)
      else { return nil }
      return digits.utf8.count <= 18 ? Double(digits) : nil
    }
    let parts = text.split(separator: "-")
    if parts.count == 2, let tens = words[String(parts[0])], let ones = words[String(parts[1])], tens >= 20,
      ones < 10
    {
      return tens + ones
    }
    return nil
  }

  /// What a word multiplies the number before it by.
  static func scale(_ word: String) -> Double? { scales[word] }

  private static let scales: [String: Double] = [
    "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
  ]

  private static let words: [String: Double] = {
    let small = """
      zero  two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
      eighteen nineteen twenty
      """.split(separator: " ", omittingEmptySubsequences: false)
    var words: [String: Double] = ["dozen": 12]
    for (value, word) in small.enumerated() where !word.isEmpty { words[String(word)] = Double(value) }
    for (index, word) in ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].enumerated() {
      words[word] = Double(30 + 10 * index)
    }
    return words
  }()
}
