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
  }

  private static let order = WordClass.allCases

  /// The classes of each word.
  private var classes: [UInt32]

  /// Interns the words of all classes.
  init(words: inout VocabularyBuilder) {
    var classes: [UInt32] = []
    func add(_ word: String, _ set: ClassSet) {
      let id = Int(words.intern(word))
      if id >= classes.count { classes += [UInt32](repeating: 0, count: id + 1 - classes.count) }
      classes[id] |= set.rawValue
    }
    for wordClass in WordClass.allCases {
      for word in wordClass.words + wordClass.negatedWords { add(word, ClassSet(wordClass)) }
    }
    for word in WordClass.numerals { add(word, .numeral) }
    for word in Inflection.irregularPasts { add(word, .irregularPast) }
    self.classes = classes
  }

  /// The closed classes a word belongs to.
  @inline(__always)
  func classes(of word: WordID) -> ClassSet {
    ClassSet(rawValue: Int(word) < classes.count ? classes[Int(word)] : 0)
  }

  /// Words that count as numbers.
  var numerals: [WordID] {
    classes.indices.filter { ClassSet(rawValue: classes[$0]).contains(.numeral) }.map { WordID($0) }
  }
}
