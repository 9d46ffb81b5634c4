import ParallaxCore
import ParallaxLexicon

/// An article as guards, modifiers and detectors look at it: tokens and their surroundings.
///
/// Borrows the article's buffers for one call of `Matcher.match`. Positions are token indices; `sentence` is
/// the range that looks to the left and right stop at.
struct ArticleView {
  /// The article's arrays, borrowed.
  struct Buffers {
    let tokens: UnsafePointer<Token>
    let text: UnsafePointer<UInt8>
    let tokenSegments: UnsafePointer<Int32>
    let isCue: UnsafePointer<Bool>
    /// The voice of each segment.
    let voices: UnsafePointer<Voice>
  }

  let tokens: UnsafePointer<Token>
  let text: UnsafePointer<UInt8>
  let tokenSegments: UnsafePointer<Int32>
  let isCue: UnsafePointer<Bool>
  private let voices: UnsafePointer<Voice>
  let voiced: VoicedArticle
  let table: WordTable
  let vocabulary: Vocabulary
  let trie: PatternTrie
  let hasWildcards: Bool
  /// The cues of the article's attributions.
  let cues: CuePlaces

  /// The sentence in question.
  var sentence: Range<Int> = 0..<0
  /// Its index in the article.
  var sentenceIndex = 0
  /// Its paragraph.
  var paragraph = 0
  /// The paragraph's role.
  var role = Role.body
  /// How the sentence uses capitals.
  var casing = SentenceCasing.normal

  init(_ buffers: Buffers, voiced: VoicedArticle, table: WordTable, trie: PatternTrie, vocabulary: Vocabulary)
  {
    tokens = buffers.tokens
    text = buffers.text
    tokenSegments = buffers.tokenSegments
    isCue = buffers.isCue
    voices = buffers.voices
    self.voiced = voiced
    self.table = table
    self.vocabulary = vocabulary
    self.trie = trie
    hasWildcards = vocabulary.hasWildcards
    cues = CuePlaces(voiced.attributions)
  }

  /// The voice of a token.
  @inline(__always)
  func voice(_ index: Int) -> Voice { voices[Int(tokenSegments[index])] }

  /// The token at an index of the article.
  @inline(__always)
  subscript(index: Int) -> Token { tokens[index] }

  /// The word number of a token.
  @inline(__always)
  func word(_ index: Int) -> WordID { tokens[index].word }

  /// The closed classes of a token's word.
  @inline(__always)
  func classes(_ index: Int) -> WordTable.ClassSet { table.classes(of: tokens[index].word) }

  /// Whether the token's word belongs to no class of function words.
  @inline(__always)
  func isContent(_ index: Int) -> Bool { classes(index).subtracting(.forms).isEmpty }

  /// Whether the token is a mark.
  @inline(__always)
  func isMark(_ index: Int) -> Bool { tokens[index].kind == .punctuation }

  /// Whether the token is a quotation mark.
  func isQuote(_ index: Int) -> Bool {
    isMark(index) && !tokens[index].shape.isDisjoint(with: [.openingQuote, .closingQuote])
  }

  /// Whether the token is `'s`.
  func isPossessiveClitic(_ index: Int) -> Bool {
    tokens[index].kind == .clitic && lastByte(index) | 32 == UInt8(ascii: "s")
  }

  /// The last byte of a token.
  func lastByte(_ index: Int) -> UInt8 { text[Int(tokens[index].end) - 1] }

  /// The first byte of a token.
  func firstByte(_ index: Int) -> UInt8 { text[Int(tokens[index].start)] }

  /// Length of a token in bytes.
  func length(_ index: Int) -> Int { Int(tokens[index].end - tokens[index].start) }

  /// Whether a token of letters ends in these ASCII letters, upper and lower case alike.
  func ends(_ index: Int, in suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    let token = tokens[index]
    guard token.kind == .word, Int(token.end - token.start) > count + 1 else { return false }
    for offset in 0..<count where text[Int(token.end) - count + offset] | 32 != suffix.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether a token is one ASCII mark.
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    length(index) == 1 && firstByte(index) == UInt8(ascii: mark)
  }

  /// Whether a token is a number, in figures or words.
  func isNumber(_ index: Int) -> Bool { tokens[index].kind == .number || classes(index).contains(.numeral) }

  /// Whether a token belongs to an open or closed class. Edges of the sentence are asked for elsewhere.
  func isMember(_ index: Int, of wordClass: WordClass) -> Bool {
    switch wordClass {
    case .number: isNumber(index)
    case .name: TrieWalker.isName(tokens[index])
    case .possessive: classes(index).contains(.possessive) || isPossessiveClitic(index)
    case .negator: classes(index).contains(.negator) || ends(index, in: "n't")
    case .punctuation: isMark(index)
    case .quote: isQuote(index)
    case .ing: ends(index, in: "ing")
    case .ed: ends(index, in: "ed")
    case .ly: ends(index, in: "ly")
    case .start, .end: false
    default: classes(index).contains(WordTable.ClassSet(wordClass))
    }
  }

  /// Whether nothing but marks stands before `index` in the sentence.
  func isStart(_ index: Int) -> Bool {
    if index < sentence.upperBound, tokens[index].shape.contains(.sentenceStart) { return true }
    var at = index - 1
    while at >= sentence.lowerBound {
      if !isMark(at) { return false }
      at -= 1
    }
    return true
  }

  /// Whether nothing but marks stands at or behind `index` in the sentence.
  func isEnd(_ index: Int) -> Bool {
    var at = index
    while at < sentence.upperBound {
      if !isMark(at) { return false }
      at += 1
    }
    return true
  }
}

/// How a sentence uses capitals.
enum SentenceCasing {
  /// As running text does: a capital inside means a name.
  case normal
  /// Nearly every long word has one, as in headlines: a capital proves nothing.
  case title
  /// All letters are capitals.
  case capitals
}

/// Where the cues of attributions stand, by their first byte.
struct CuePlaces {
  /// A cue, and the number of its attribution.
  struct Place {
    var start: Int
    var end: Int
    var number: Int
  }

  private(set) var places: [Place] = []
  /// Bytes of the longest cue.
  private(set) var longest = 0

  init(_ attributions: [Attribution]) {
    places.reserveCapacity(attributions.count)
    for (number, attribution) in attributions.enumerated() {
      guard let cue = attribution.cue else { continue }
      places.append(Place(start: cue.start, end: cue.end, number: number))
      longest = max(longest, cue.end - cue.start)
    }
    places.sort { $0.start < $1.start }
  }
}
