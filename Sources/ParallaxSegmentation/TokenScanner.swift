import ParallaxCore

/// Cuts one stretch of UTF-8 after the other into tokens: the one-pass kernel of segmentation.
///
/// Every loop moves forward; the few looks ahead are bounded. Pointers are borrowed for one call of
/// `Segmenter.segment`.
struct TokenScanner {
  let bytes: UnsafePointer<UInt8>
  let classes: UnsafePointer<UInt8>
  let lowered: UnsafePointer<UInt8>
  let vocabulary: Vocabulary
  let marks: MarkIDs

  /// Where the stretch being scanned begins and ends.
  var start = 0
  var end = 0
  /// The next byte to look at.
  var at = 0
  /// End of the last token, to know whether white space follows it.
  var lastEnd = 0
  /// The quotation marks open in this stretch.
  var quotes = OpenQuotes()
  var tokens: [Token] = []
  /// Tokens that may end a sentence.
  var stops: [Int] = []

  init(bytes: UnsafePointer<UInt8>, count: Int, vocabulary: Vocabulary) {
    self.bytes = bytes
    self.vocabulary = vocabulary
    classes = ByteTables.shared.classes
    lowered = ByteTables.shared.lowered
    marks = MarkIDs(vocabulary)
    tokens.reserveCapacity(count / 5 + 16)
  }

  /// Appends the tokens of `range`.
  mutating func scan(_ range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
    at = start
    lastEnd = start == 0 ? 0 : -1
    quotes = OpenQuotes()
    while at < end {
      let bits = classes[Int(bytes[at])]
      if bits & ByteClass.space != 0 {
        at += 1
      } else if bits & ByteClass.letter != 0 {
        scanWord(from: at)
      } else if bits & ByteClass.digit != 0 {
        scanNumber()
      } else if bits & ByteClass.high != 0 {
        scanNonASCII()
      } else {
        scanMark()
      }
    }
  }

  /// The class of the byte at `index`; an edge of the stretch counts as a space.
  @inline(__always)
  func classAt(_ index: Int) -> UInt8 {
    index >= start && index < end ? classes[Int(bytes[index])] : ByteClass.space
  }

  /// The byte at `index`, or a blank beyond the edges.
  @inline(__always)
  func byteAt(_ index: Int) -> UInt8 { index >= start && index < end ? bytes[index] : 0x20 }

  @inline(__always)
  mutating func emit(_ from: Int, _ kind: Token.Kind, _ shape: Token.Shape, _ word: WordID) {
    var shape = shape
    if from != lastEnd { shape.formUnion(.spaceBefore) }
    tokens.append(Token(start: UInt32(from), end: UInt32(at), word: word, kind: kind, shape: shape))
    lastEnd = at
  }

  // MARK: Words

  /// Scans a word; `at` stands on its first byte.
  mutating func scanWord(from first: Int) {
    var hash = Vocabulary.hashSeed
    var seen: UInt8 = 0
    var shape: Token.Shape = []
    /// Where the part after the last dot begins, and whether all parts so far are initials.
    var piece = first
    var isInitialism = true
    var index = first
    if classes[Int(bytes[first])] & ByteClass.upper != 0 { shape = .capitalized }
    scan: while true {
      while index < end {
        let byte = bytes[index]
        let bits = classes[Int(byte)]
        if bits & ByteClass.word == 0 { break }
        seen |= bits
        hash = Vocabulary.extend(hash, by: lowered[Int(byte)])
        index += 1
      }
      guard index + 1 < end else { break }
      switch bytes[index] {
      case UInt8(ascii: "'"):
        guard continues(after: index + 1), cliticEnd(at: index + 1) == nil else { break scan }
        hash = Vocabulary.extend(hash, by: UInt8(ascii: "'"))
        index += 1
      case UInt8(ascii: "-"):
        guard continues(after: index + 1) else { break scan }
        hash = Vocabulary.extend(hash, by: UInt8(ascii: "-"))
        shape.formUnion(.hyphenated)
        index += 1
      case UInt8(ascii: "."):
        let next = classes[Int(bytes[index + 1])]
        if isInitialism && index - piece <= 2 && next & ByteClass.letter != 0 && isInitial(piece, index) {
          if classAt(index + 2) & ByteClass.alphanumeric != 0, let stop = addressEnd(from: first) {
            return emitAddress(from: first, to: stop)  // x.com
          }
          hash = Vocabulary.extend(hash, by: UInt8(ascii: "."))
          index += 1
          piece = index
        } else if next & ByteClass.alphanumeric != 0 {
          if let stop = addressEnd(from: first) { return emitAddress(from: first, to: stop) }
          break scan
        } else if piece > first && isInitialism && bytes[index + 1] == UInt8(ascii: "-")
          && continues(after: index + 2)
        {  // U.S.-led
          hash = Vocabulary.extend(hash, by: UInt8(ascii: "."))
          index += 1
          isInitialism = false
        } else {
          break scan
        }
      case UInt8(ascii: "@"):
        if let stop = addressEnd(from: first) { return emitAddress(from: first, to: stop) }
        break scan
      case UInt8(ascii: ":"):
        if let stop = schemeURLEnd(from: first, colon: index) { return emitAddress(from: first, to: stop) }
        break scan
      case 0x80...:
        let (scalar, length) = decode(at: index)
        switch CharacterClass.of(scalar) {
        case .letter, .mark, .digit: index += length
        case .space where isIgnorable(scalar) && continues(after: index + length): index += length
        case .hyphen where continues(after: index + length):
          shape.formUnion(.hyphenated)
          index += length
        case .apostrophe where continues(after: index + length) && cliticEnd(at: index + length) == nil:
          index += length
        default: break scan
        }
        shape.formUnion(.nonASCII)
      default:
        break scan
      }
    }
    at = index
    if seen & ByteClass.digit != 0 { shape.formUnion(.hasDigit) }
    if seen & ByteClass.lower == 0 && isAllCapitals(first, index) { shape.formUnion(.allCapitals) }
    if shape.contains(.nonASCII) {
      if isCapital(first) { shape.formUnion(.capitalized) }
      emit(first, .word, shape, normalizedID(first, index))
    } else {
      emit(first, .word, shape, id(first, index, hash: hash))
    }
    scanClitic()
  }

  /// Whether the stretch is letters of initials: one letter, or two beginning with a capital (*Ph.D*).
  private func isInitial(_ from: Int, _ to: Int) -> Bool {
    if to - from == 1 { return classes[Int(bytes[from])] & ByteClass.letter != 0 }
    return to - from == 2 && classes[Int(bytes[from])] & ByteClass.upper != 0
      && classes[Int(bytes[from + 1])] & ByteClass.lower != 0
      && classes[Int(bytes[to + 1])] & ByteClass.upper != 0
      && classAt(to + 2) & ByteClass.alphanumeric == 0
  }

  /// Whether a letter or digit stands at `index`, so that a word goes on after a joiner.
  @inline(__always)
  func continues(after index: Int) -> Bool {
    guard index < end else { return false }
    let bits = classes[Int(bytes[index])]
    if bits & ByteClass.alphanumeric != 0 { return true }
    return bits & ByteClass.high != 0 && isLetter(at: index)
  }

  /// Two or more capital letters and no other letter.
  private func isAllCapitals(_ from: Int, _ to: Int) -> Bool {
    var capitals = 0
    var index = from
    while index < to {
      if classes[Int(bytes[index])] & ByteClass.upper != 0 {
        capitals += 1
        index += 1
      } else if bytes[index] >= 0x80 {
        let (scalar, length) = decode(at: index)
        if scalar.properties.isLowercase { return false }
        if scalar.properties.isUppercase { capitals += 1 }
        index += length
      } else {
        index += 1
      }
    }
    return capitals >= 2
  }

  /// The number of an ASCII token.
  @inline(__always)
  func id(_ from: Int, _ to: Int, hash: UInt64) -> WordID {
    let known = vocabulary.id(
      hash: Vocabulary.finish(hash), folding: bytes + from, count: to - from)
    if known != 0 || !vocabulary.hasWildcards { return known }
    guard vocabulary.mayBeWildcard(folding: bytes + from, count: to - from) else { return 0 }
    return vocabulary.wildcardID(WordForm.normalize(text(from, to)))
  }

  /// The number of any token, by way of its normalized form.
  func normalizedID(_ from: Int, _ to: Int) -> WordID {
    vocabulary.id(WordForm.normalize(text(from, to)))
  }

  func text(_ from: Int, _ to: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes + from, count: to - from), as: UTF8.self)
  }

  // MARK: Clitics

  /// End of a clitic whose letters begin at `index`, after its apostrophe; nil when there is none.
  func cliticEnd(at index: Int) -> Int? {
    var stop = index
    switch byteAt(index) | 32 {
    case UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "m"): stop = index + 1
    case UInt8(ascii: "r"), UInt8(ascii: "v"):
      stop = byteAt(index + 1) | 32 == UInt8(ascii: "e") ? index + 2 : index
    case UInt8(ascii: "l"): stop = byteAt(index + 1) | 32 == UInt8(ascii: "l") ? index + 2 : index
    default: return nil
    }
    guard stop > index, !wordGoesOn(at: stop) else { return nil }
    return stop
  }

  private func wordGoesOn(at index: Int) -> Bool {
    let bits = classAt(index)
    return bits & ByteClass.word != 0 || (bits & ByteClass.high != 0 && isLetter(at: index))
  }

  /// Scans the clitics that stand right after a token, if any.
  mutating func scanClitic() {
    while at < end {
      var length = 1
      if bytes[at] != UInt8(ascii: "'") {
        guard bytes[at] >= 0x80, CharacterClass.of(decode(at: at).scalar) == .apostrophe else { return }
        length = decode(at: at).length
      }
      guard let stop = cliticEnd(at: at + length) else { return }
      let from = at
      let word = marks.clitic(bytes[at + length])
      at = stop
      emit(from, .clitic, length == 1 ? [] : .nonASCII, word)
    }
  }

  // MARK: Numbers

  /// Scans a number, or a word that begins with a digit (*10-year-old*); `at` stands on the first digit.
  mutating func scanNumber() {
    let from = at
    var index = at
    var hash = Vocabulary.hashSeed
    var letters = 0
    var isPlain = true
    var shape: Token.Shape = .hasDigit
    scan: while index < end {
      let byte = bytes[index]
      let bits = classes[Int(byte)]
      if bits & ByteClass.word != 0 {
        if bits & ByteClass.digit == 0 { letters += 1 }
        hash = Vocabulary.extend(hash, by: lowered[Int(byte)])
        index += 1
        continue
      }
      let next = classAt(index + 1)
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"):
        guard next & ByteClass.digit != 0, letters == 0 else { break scan }
      case UInt8(ascii: "-"):
        guard next & ByteClass.alphanumeric != 0 else { break scan }
        shape.formUnion(.hyphenated)
        if next & ByteClass.digit == 0 { isPlain = false }
      case UInt8(ascii: "%"):
        index += 1
        hash = Vocabulary.extend(hash, by: byte)
        break scan
      case 0x80...:
        let (scalar, length) = decode(at: index)
        switch CharacterClass.of(scalar) {
        case .letter: letters += 1
        case .mark, .digit: break
        case .hyphen where continues(after: index + length): shape.formUnion(.hyphenated)
        default: break scan
        }
        shape.formUnion(.nonASCII)
        index += length
        continue
      default: break scan
      }
      hash = Vocabulary.extend(hash, by: byte)
      index += 1
    }
    at = index
    let kind: Token.Kind = isPlain && letters <= 3 ? .number : .word
    let word = shape.contains(.nonASCII) ? normalizedID(from, index) : id(from, index, hash: hash)
    emit(from, kind, shape, word)
    scanClitic()
  }
}
