/// The number of a word in a `Vocabulary`; 0 stands for every word that is not in it.
public typealias WordID = UInt32

/// A word, number, mark or symbol of the text.
///
/// Boundaries follow Unicode UAX #29 with three changes that matching needs: a hyphenated compound is one
/// word (*so-called*), a clitic is a token of its own (*Putin* + *’s*, *you* + *’re*; *n’t* stays in its
/// word), and a number keeps its per cent sign (*74%*).
@frozen
public struct Token: Sendable, Equatable {
  /// First byte in `Article.text`.
  public var start: UInt32
  /// One past the last byte.
  public var end: UInt32
  /// The word's number in the vocabulary the text was segmented with, 0 when unknown.
  public var word: WordID
  /// What the token is.
  public var kind: Kind
  /// How it is written and where it stands.
  public var shape: Shape

  /// What a token is.
  @frozen
  public enum Kind: UInt8, Sendable {
    /// Letters, with inner apostrophes and hyphens.
    case word
    /// Digits, with inner separators, a per cent sign or an ordinal ending.
    case number
    /// *’s*, *’re*, *’ve*, *’ll*, *’d*, *’m* after a word. Not counted as a word.
    case clitic
    /// A web or mail address, a hashtag or a handle.
    case address
    /// Quotation marks, stops, commas, brackets, dashes.
    case punctuation
    /// Currency, mathematical and other signs.
    case symbol
    /// An emoji sequence.
    case emoji
  }

  /// How a token is written and where it stands.
  @frozen
  public struct Shape: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt16
    /// Makes a shape of its bits.
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// The first letter is upper case.
    @inlinable public static var capitalized: Shape { Shape(rawValue: 1) }
    /// Two or more letters, all upper case.
    @inlinable public static var allCapitals: Shape { Shape(rawValue: 2) }
    /// Holds a digit.
    @inlinable public static var hasDigit: Shape { Shape(rawValue: 4) }
    /// Holds a hyphen.
    @inlinable public static var hyphenated: Shape { Shape(rawValue: 8) }
    /// White space stands before it.
    @inlinable public static var spaceBefore: Shape { Shape(rawValue: 16) }
    /// The first word of its sentence (after opening quotation marks and brackets).
    @inlinable public static var sentenceStart: Shape { Shape(rawValue: 32) }
    /// Holds a byte outside ASCII.
    @inlinable public static var nonASCII: Shape { Shape(rawValue: 64) }
    /// An opening quotation mark (curly, guillemet, or straight by its surroundings).
    @inlinable public static var openingQuote: Shape { Shape(rawValue: 128) }
    /// A closing quotation mark.
    @inlinable public static var closingQuote: Shape { Shape(rawValue: 256) }
  }

  /// Makes a token.
  @inlinable
  public init(start: UInt32, end: UInt32, word: WordID, kind: Kind, shape: Shape) {
    self.start = start
    self.end = end
    self.word = word
    self.kind = kind
    self.shape = shape
  }

  /// The token's place in the text.
  @inlinable public var span: TextSpan { TextSpan(Int(start), Int(end)) }

  /// Whether the token counts as a word in denominators: words, numbers and addresses do.
  @inlinable public var isCounted: Bool { kind == .word || kind == .number || kind == .address }
}
