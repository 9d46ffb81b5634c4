/// What a word can be; one word can be several of these.
struct WordClasses: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt64

  static let determiner = WordClasses(rawValue: 1 << 0)
  static let possessive = WordClasses(rawValue: 1 << 1)
  static let subject = WordClasses(rawValue: 1 << 2)
  static let pronoun = WordClasses(rawValue: 1 << 3)
  static let modal = WordClasses(rawValue: 1 << 4)
  static let be = WordClasses(rawValue: 1 << 5)
  static let have = WordClasses(rawValue: 1 << 6)
  static let `do` = WordClasses(rawValue: 1 << 7)
  static let conjunction = WordClasses(rawValue: 1 << 8)
  static let subordinator = WordClasses(rawValue: 1 << 9)
  static let relative = WordClasses(rawValue: 1 << 10)
  static let interrogative = WordClasses(rawValue: 1 << 11)
  static let preposition = WordClasses(rawValue: 1 << 12)
  static let adverb = WordClasses(rawValue: 1 << 13)
  static let time = WordClasses(rawValue: 1 << 14)
  static let number = WordClasses(rawValue: 1 << 15)
  static let title = WordClasses(rawValue: 1 << 16)
  static let male = WordClasses(rawValue: 1 << 17)
  static let female = WordClasses(rawValue: 1 << 18)
  static let person = WordClasses(rawValue: 1 << 19)
  static let group = WordClasses(rawValue: 1 << 20)
  static let document = WordClasses(rawValue: 1 << 21)
  static let collective = WordClasses(rawValue: 1 << 22)
  static let firstName = WordClasses(rawValue: 1 << 23)
  static let verbBase = WordClasses(rawValue: 1 << 24)
  /// Third person of the present.
  static let verbS = WordClasses(rawValue: 1 << 25)
  static let past = WordClasses(rawValue: 1 << 26)
  static let participle = WordClasses(rawValue: 1 << 27)
  static let ing = WordClasses(rawValue: 1 << 28)
  static let noun = WordClasses(rawValue: 1 << 29)
  static let to = WordClasses(rawValue: 1 << 30)
  static let that = WordClasses(rawValue: 1 << 31)
  static let `as` = WordClasses(rawValue: 1 << 32)
  static let negator = WordClasses(rawValue: 1 << 33)
  static let lightVerb = WordClasses(rawValue: 1 << 34)
  static let nounCue = WordClasses(rawValue: 1 << 35)
  static let adjectiveCue = WordClasses(rawValue: 1 << 36)
  static let according = WordClasses(rawValue: 1 << 37)
  static let by = WordClasses(rawValue: 1 << 38)
  static let he = WordClasses(rawValue: 1 << 39)
  static let she = WordClasses(rawValue: 1 << 40)
  static let they = WordClasses(rawValue: 1 << 41)
  static let it = WordClasses(rawValue: 1 << 42)
  static let verbCue = WordClasses(rawValue: 1 << 43)
  static let of = WordClasses(rawValue: 1 << 44)
  static let plural = WordClasses(rawValue: 1 << 45)
  /// Stands in the table at all.
  static let known = WordClasses(rawValue: 1 << 46)
  static let `in` = WordClasses(rawValue: 1 << 47)
  static let on = WordClasses(rawValue: 1 << 48)
  static let and = WordClasses(rawValue: 1 << 49)
  static let who = WordClasses(rawValue: 1 << 50)
  static let reportedly = WordClasses(rawValue: 1 << 51)
  /// *I, we, you* and their forms.
  static let first = WordClasses(rawValue: 1 << 52)
  /// Modals and adverbs of a guess: *may, might, could, would, perhaps*.
  static let guess = WordClasses(rawValue: 1 << 53)
  /// *don't*, *won't*
  static let contracted = WordClasses(rawValue: 1 << 54)
  /// *well, so, yes*
  static let interjection = WordClasses(rawValue: 1 << 55)
  /// What a publication publishes.
  static let publication = WordClasses(rawValue: 1 << 56)
  /// *poll, survey, study*
  static let survey = WordClasses(rawValue: 1 << 57)
  /// Can be a cue, or begin one.
  static let trigger = WordClasses(rawValue: 1 << 58)

  static let anyVerb: WordClasses = [.verbBase, .verbS, .past, .participle, .ing]
  static let auxiliary: WordClasses = [.modal, .be, .have, .do]
}

extension WordClasses {
  /// The tag of a word that is one thing only, `.other` for all words whose neighbours decide.
  var fixedTag: Tag {
    if isEmpty || !isDisjoint(with: [.to, .according, .title]) { return .other }
    if contains(.that) { return .that }
    if !isDisjoint(with: .auxiliary) { return isDisjoint(with: .noun) ? .auxiliary : .other }
    if contains(.negator) { return .adverb }
    if contains(.conjunction) { return .conjunction }
    if !isDisjoint(with: .anyVerb) { return .other }
    if !isDisjoint(with: [.interrogative, .relative]) { return .interrogative }
    if contains(.possessive) { return contains(.pronoun) ? .other : .possessive }
    if contains(.determiner) { return isDisjoint(with: [.pronoun, .subject]) ? .determiner : .other }
    if contains(.pronoun) { return .pronoun }
    if contains(.preposition) { return isDisjoint(with: [.subordinator, .adverb]) ? .preposition : .other }
    if contains(.subordinator) { return .subordinator }
    if contains(.adverb) { return .other }
    if contains(.adjectiveCue) { return .adjective }
    if contains(.number) { return .number }
    if contains(.time) { return .time }
    return .noun
  }
}

/// What is known of one word.
struct WordEntry: Sendable, BitwiseCopyable {
  var classes: WordClasses = []
  /// Index into `Lexicology.verbs`, or -1.
  var verb: Int16 = -1
  /// Index into `Lexicology.cues` of a noun or adjective cue, or -1.
  var cue: Int16 = -1
  /// The bit of a preposition that cues may take.
  var preposition: UInt16 = 0
  /// What the word is wherever it stands in small letters; `.other` when its neighbours decide.
  var fixedTag: Tag = .other
  /// Fills the last byte, so that no chance byte gets into images.
  private var filler: UInt8 = 0
}
