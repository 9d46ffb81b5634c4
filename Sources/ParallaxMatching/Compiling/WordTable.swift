import ParallaxCore
import ParallaxLexicon

/// What the matcher knows of single words, by word number: the closed classes they belong to.
struct WordTable: Sendable {
  /// A set of word classes.
  struct ClassSet: OptionSet, Sendable {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }
    init(_ wordClass: WordClass) { rawValue = 1 << UInt32(WordTable.order.firstIndex(of: wordClass) ?? 31) }

    static let be = ClassSet(.be)
    static let have = ClassSet(.have)
    static let `do` = ClassSet(.do)
    static let modal = ClassSet(.modal)
    static let determiner = ClassSet(.determiner)
    static let possessive = ClassSet(.possessive)
    static let pronoun = ClassSet(.pronoun)
    static let subject = ClassSet(.subject)
    static let negator = ClassSet(.negator)
    static let preposition = ClassSet(.preposition)
    static let conjunction = ClassSet(.conjunction)
    static let interrogative = ClassSet(.interrogative)
    static let to = ClassSet(.to)
    static let that = ClassSet(.that)
    static let comma = ClassSet(.comma)
    static let numeral = ClassSet(.number)
    /// *Sold*, *went*: no class of the guards.
    static let irregularPast = ClassSet(rawValue: 1 << 31)
    /// *Hit*, *cut*: a base form that is a past tense too.
    static let unchangedPast = ClassSet(rawValue: 1 << 30)
    /// *People*, *police*: plurals without *-s*, which take a verb's base form.
    static let barePlural = ClassSet(rawValue: 1 << 29)
    /// What tells nothing of a word's being a function word.
    static let forms: ClassSet = [.numeral, .irregularPast, .unchangedPast, .barePlural]
  }

  private static let order = WordClass.allCases

  private let bits: WordBits
  /// Words that count as numbers.
  let numerals: [WordID]

  /// Interns the words of all classes.
  init(words: inout VocabularyBuilder) {
    var builder = WordBitsBuilder()
    for wordClass in WordClass.allCases {
      builder.add(wordClass.words + wordClass.negatedWords, ClassSet(wordClass).rawValue, words: &words)
    }
    builder.add(WordClass.numerals, ClassSet.numeral.rawValue, words: &words)
    builder.add(Inflection.irregularPasts, ClassSet.irregularPast.rawValue, words: &words)
    builder.add(Inflection.unchangedPasts, ClassSet.unchangedPast.rawValue, words: &words)
    builder.add(Self.barePlurals, ClassSet.barePlural.rawValue, words: &words)
    bits = WordBits(builder.bits)
    numerals = builder.bits.indices.filter { builder.bits[$0] & ClassSet.numeral.rawValue != 0 }.map {
      WordID($0)
    }
  }

  private static let barePlurals = [
    "people", "police", "men", "women", "children", "media", "congressmen", "congresswomen", "policemen",
    "spokespeople", "both", "many", "few", "some", "all", "most", "several", "others", "troops", "clergy",
  ]

  /// The closed classes a word belongs to.
  @inline(__always)
  func classes(of word: WordID) -> ClassSet { ClassSet(rawValue: bits[word]) }
}
