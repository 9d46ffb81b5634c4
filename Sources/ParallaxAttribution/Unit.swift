import ParallaxCore

/// A word or mark of a sentence as the parser sees it; a whole quotation is one unit.
struct Unit: BitwiseCopyable {
  /// First token.
  var first: Int32
  /// One past the last token.
  var end: Int32
  /// The word's number; 0 for quotations.
  var word: WordID
  /// What the word can be.
  var classes: WordClasses
  /// Index of its verb, or -1.
  var verb: Int16
  /// Index of its noun or adjective cue, or -1.
  var cue: Int16
  /// Its bit as a preposition of cues.
  var preposition: UInt16
  /// What it is here.
  var tag: Tag
  /// How it is written.
  var shape: Token.Shape
  /// Index of the quotation, or -1.
  var quotation: Int32 = -1

  /// Its tokens.
  @inline(__always) var tokens: Range<Int> { Int(first)..<Int(end) }
}

/// What a unit is in its sentence.
enum Tag: UInt8, BitwiseCopyable {
  case noun
  case name
  case pronoun
  case determiner
  /// *his*, *’s*
  case possessive
  case adjective
  case number
  case time
  /// A few quoted words inside a sentence.
  case fragment
  /// *be, have, do* and modals, finite or not.
  case auxiliary
  /// A finite main verb.
  case verb
  /// A base form after *to* or a modal.
  case base
  case ing
  case participle
  case adverb
  case preposition
  /// *to* before a base form.
  case to
  case conjunction
  /// *because, while* …
  case subordinator
  /// *that*
  case that
  /// *who, what, whether* …
  case interrogative
  case quotation
  case comma
  case colon
  case semicolon
  case dash
  /// . ? ! …
  case stop
  /// Everything in brackets.
  case bracketed
  case other

  /// Part of a noun phrase before or at its head.
  @inline(__always) var isNominal: Bool { rawValue <= Tag.fragment.rawValue }
  /// Can be the head of a noun phrase.
  @inline(__always) var isHead: Bool {
    switch self {
    case .noun, .name, .pronoun, .number, .time, .fragment: true
    default: false
    }
  }
  /// A verb form of any kind.
  @inline(__always) var isVerbal: Bool {
    rawValue >= Tag.auxiliary.rawValue && rawValue <= Tag.participle.rawValue
  }
  @inline(__always) var isQuoted: Bool { self == .quotation || self == .fragment }
  /// A mark that ends a phrase.
  @inline(__always) var isMark: Bool {
    switch self {
    case .comma, .colon, .semicolon, .dash, .stop: true
    default: false
    }
  }
}

/// A verb with its auxiliaries and the adverbs among them.
struct VerbGroup: BitwiseCopyable {
  /// Units from the first auxiliary or adverb to the main verb.
  var units: Range<Int> { Int(first)..<Int(head) + 1 }
  /// First auxiliary, adverb or *to*.
  var first: Int32
  /// The main verb.
  var head: Int32
  /// Has tense: not an infinitive, participle or gerund.
  var isFinite: Bool
  /// Begins with *to*.
  var isInfinitive: Bool
  /// A form of *be* and a participle.
  var isPassive: Bool
  /// The main verb is a form in *-ing* without *be*.
  var isIng: Bool
}
