import ParallaxCore

/// What an entry matches: the paths that remain when alternatives and optional words are written out.
public struct Pattern: Sendable, Equatable {
  /// Sequences of steps, any of which is a match. None is empty or begins or ends with a gap.
  public var paths: [[PatternStep]]
  /// Normalized words that the form itself writes with a capital (*Orwellian*, *Judas*): on these a capital in
  /// the text does not make a name.
  public var capitals: [String]

  /// Makes a pattern.
  public init(paths: [[PatternStep]], capitals: [String] = []) {
    self.paths = paths
    self.capitals = capitals
  }
}

/// One item of a path, matching one token (a gap: none to several).
public enum PatternStep: Sendable, Hashable {
  /// Any of these normalized words (`WordForm.normalize`), inflections written out; `anti-*` and `*-style`
  /// are wildcards, `'s` a clitic, `,` a mark.
  case words([String])
  /// A word written exactly so.
  case exact(String)
  /// Any number.
  case number
  /// A capitalized word that does not begin a sentence.
  case name
  /// At most so many words, not across a mark.
  case gap(Int)
  /// A word of an open class, or an edge of the sentence; in the phrases of guards only.
  case wordClass(WordClass)
}

/// Where an entry counts. All conditions must hold.
public struct Guards: Sendable, Equatable {
  /// One of these stands right before the match, when not empty.
  public var after: [ContextItem] = []
  /// One of these stands right after the match, when not empty.
  public var before: [ContextItem] = []
  /// None of these stands right before the match.
  public var notAfter: [ContextItem] = []
  /// None of these stands right after the match.
  public var notBefore: [ContextItem] = []
  /// The match is not part of one of these phrases.
  public var exceptions: [[PatternStep]] = []
  /// The match begins (true) or does not begin (false) its sentence; nil for either.
  public var sentenceStart: Bool?
  /// The paragraph has one of these roles, when not nil.
  public var roles: Set<Role>?
  /// The paragraph has none of these roles.
  public var excludedRoles: Set<Role> = []
  /// The match stands in one of these voices, when not nil.
  public var voices: Set<Voice>?
  /// The match is used as one of these, when not empty.
  public var partsOfSpeech: Set<PartOfSpeech> = []
  /// The match reports (true) or does not report (false) what someone says; nil for either.
  public var cue: Bool?
  /// Whether a match inside a capitalized name counts.
  public var allowsNames = false
  /// Whether negation leaves the weight as it is.
  public var ignoresNegation = false
  /// Whether the match must have no white space inside and white space, or an edge of the text, on both sides.
  public var isTight = false

  /// No condition.
  public init() {}

  /// Whether nothing is asked of the context.
  public var isEmpty: Bool { self == Guards() }
}

/// What may stand beside a match.
public enum ContextItem: Sendable, Equatable {
  /// A word or phrase.
  case phrase([PatternStep])
  /// A class of words.
  case wordClass(WordClass)
}

/// Parts of speech that guards tell apart.
public enum PartOfSpeech: String, Sendable, CaseIterable {
  /// A verb form.
  case verb
  /// A noun.
  case noun
  /// An adjective.
  case adjective = "adj"
  /// An adverb.
  case adverb = "adv"
}

/// Closed classes of words, and shapes, that guards and patterns name with `@`.
public enum WordClass: String, Sendable, CaseIterable {
  /// A number.
  case number = "num"
  /// A capitalized word that does not begin a sentence.
  case name
  /// *my your his her its our their*, *’s*
  case possessive = "poss"
  /// *the a an this that these those*
  case determiner = "det"
  /// Forms of *be*.
  case be
  /// Forms of *have*.
  case have
  /// Forms of *do*.
  case `do`
  /// *can could may might must shall should will would*
  case modal
  /// Personal pronouns.
  case pronoun = "pron"
  /// Personal pronouns as subjects.
  case subject = "subj"
  /// *not never no n’t*
  case negator = "neg"
  /// Common prepositions.
  case preposition = "prep"
  /// *and or but nor*
  case conjunction = "conj"
  /// *who what when where why how which*
  case interrogative = "wh"
  /// *to*
  case to
  /// *that*
  case that
  /// A comma.
  case comma
  /// Any mark, or an edge of the sentence.
  case punctuation = "punct"
  /// A quotation mark.
  case quote
  /// The beginning of the sentence.
  case start
  /// The end of the sentence.
  case end
  /// A word in *-ing*.
  case ing
  /// A word in *-ed*.
  case ed
  /// A word in *-ly*.
  case ly
}
