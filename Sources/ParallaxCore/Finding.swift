/// A span of text where a lexicon entry or a detector matched.
public struct Finding: Sendable {
  /// What matched.
  public var entry: EntryInfo
  /// Where.
  public var span: TextSpan
  /// Index of its paragraph.
  public var paragraph: Int
  /// Index of its sentence in the whole article.
  public var sentence: Int
  /// Index of the voice segment its first token lies in.
  public var segment: Int
  /// Whose words.
  public var voice: Voice
  /// The entry's weight after negation, intensity and `factors`; 0 or more.
  public var effectiveWeight: Double
  /// What scoring multiplied the weight by; all 1 before it, and for findings that are no slant.
  public var factors: Factors
  /// The entry's polarity, after negation.
  public var polarity: Polarity
  /// Whether a negator reaches it.
  public var negated: Bool
  /// Product of the intensity factors that reach it; 1 when none does.
  public var intensity: Double
  /// The words that changed its weight, in order.
  public var modifiers: [Modifier]
  /// Index of the target it is said of, when one was found.
  public var target: Int?
  /// Whether it enters the measures.
  public var counted: Bool
  /// Why not, when it does not.
  public var reason: NotCounted?

  /// Why a match does not count.
  public enum NotCounted: String, Sendable, CaseIterable {
    /// An exception or guard of the entry excludes it here.
    case exception
    /// It is part of a name.
    case name
    /// A longer or stronger finding holds the same words.
    case overlap
    /// The paragraph's role is not measured.
    case role
    /// The user's settings switch it off.
    case suppressed
  }

  /// A word that changed a finding's weight.
  public struct Modifier: Sendable, Equatable {
    /// What it does.
    public enum Kind: String, Sendable {
      /// Turns it round (*not*).
      case negation
      /// Strengthens it (*utterly*).
      case amplifier
      /// Weakens it (*slightly*).
      case downtoner
    }
    /// What it does.
    public var kind: Kind
    /// Where it stands.
    public var span: TextSpan
    /// What the weight is multiplied by.
    public var factor: Double
    /// Makes a modifier.
    public init(kind: Kind, span: TextSpan, factor: Double) {
      self.kind = kind
      self.span = span
      self.factor = factor
    }
  }

  /// What a finding's kind, voice and place among its like make of its weight.
  public struct Factors: Sendable, Equatable {
    /// How much slant readers take from its category.
    public var category: Double
    /// Less than 1 for words that are another's.
    public var voice: Double
    /// Less than 1 where the same voice has used the same entry before.
    public var repetition: Double
    /// All three together.
    public var product: Double { category * voice * repetition }

    /// Makes factors, of which each is 1 by default.
    public init(category: Double = 1, voice: Double = 1, repetition: Double = 1) {
      self.category = category
      self.voice = voice
      self.repetition = repetition
    }
  }

  /// Makes a finding that counts with its entry's own weight and polarity.
  public init(entry: EntryInfo, span: TextSpan, paragraph: Int, sentence: Int, segment: Int, voice: Voice) {
    self.entry = entry
    self.span = span
    self.paragraph = paragraph
    self.sentence = sentence
    self.segment = segment
    self.voice = voice
    self.effectiveWeight = entry.weight
    self.factors = Factors()
    self.polarity = entry.polarity
    self.negated = false
    self.intensity = 1
    self.modifiers = []
    self.target = nil
    self.counted = true
    self.reason = nil
  }
}

/// What a finding keeps of the lexicon entry, or the detector, that made it.
public final class EntryInfo: Sendable {
  /// Name of the lexicon (`hedge`).
  public let lexicon: String
  /// Identifier, unique in its lexicon (`ymmv`, `detector.scareQuote`).
  public let id: String
  /// The pattern as it is written in the lexicon; for detectors a description.
  public let form: String
  /// What a finding of it is.
  public let category: Category
  /// Finer division of the category.
  public let subcategory: String
  /// How strongly a typical reader takes it as the writer's slant, 0 to 1.
  public let weight: Double
  /// Praise, blame or neither.
  public let polarity: Polarity
  /// The word a flat wire report would use.
  public let neutral: String?
  /// What the entry means or why it is there.
  public let note: String?
  /// The literature or reference it rests on.
  public let source: String?
  /// Whether findings of it enter the framing index.
  public let isSlant: Bool
  /// Further facts, such as `domain` of a metaphor or `side` of a slogan, in the order of the file.
  public let attributes: [(key: String, value: String)]

  /// Makes an entry's information.
  public init(
    lexicon: String, id: String, form: String, category: Category, subcategory: String, weight: Double,
    polarity: Polarity, neutral: String? = nil, note: String? = nil, source: String? = nil,
    attributes: [(key: String, value: String)] = []
  ) {
    self.lexicon = lexicon
    self.id = id
    self.form = form
    self.category = category
    self.subcategory = subcategory
    self.weight = weight
    self.polarity = polarity
    self.neutral = neutral
    self.note = note
    self.source = source
    self.attributes = attributes
    isSlant = category.isSlant(subcategory: subcategory)
  }
}
