import ParallaxCore

extension TokenScanner {
  /// Scans a mark, sign, handle or hashtag of ASCII; `at` stands on it.
  mutating func scanMark() {
    let from = at
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "."):
      at += run(of: byte)
      stops.append(tokens.count)
      emit(from, .punctuation, [], at - from > 1 ? marks.ellipsis : marks.ascii(byte))
      scanClitic()
    case UInt8(ascii: "-"):
      at += run(of: byte)
      emit(from, .punctuation, [], at - from > 1 ? marks.dash : marks.ascii(byte))
    case UInt8(ascii: "?"), UInt8(ascii: "!"):
      at += 1
      stops.append(tokens.count)
      emit(from, .punctuation, [], marks.ascii(byte))
    case UInt8(ascii: "\""):
      let shape = doubleQuote(at: at, length: 1)
      at += 1
      emit(from, .punctuation, shape, marks.ascii(byte))
      scanClitic()
    case UInt8(ascii: "'") where byteAt(at + 1) == byte, UInt8(ascii: "`") where byteAt(at + 1) == byte:
      // ''Two typewriter marks'' for one double one.
      let shape = doubleQuote(at: at, length: 2, curly: byte == UInt8(ascii: "`") ? 0x201C : 0)
      at += 2
      emit(from, .punctuation, shape, marks.ascii(UInt8(ascii: "\"")))
    case UInt8(ascii: "'"):
      let shape = singleQuote(at: at, length: 1)
      at += 1
      emit(from, .punctuation, shape, marks.ascii(byte))
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      if let stop = tagEnd(at: at) { return emitAddress(from: from, to: stop) }
      at += 1
      emit(from, .symbol, [], marks.ascii(byte))
    case UInt8(ascii: "_"):
      at += run(of: byte)
      emit(from, .punctuation, [], marks.ascii(byte))
    default:
      at += 1
      let isSign = classes[Int(byte)] & ByteClass.symbol != 0
      emit(from, isSign ? .symbol : .punctuation, [], marks.ascii(byte))
      if byte == UInt8(ascii: ")") { scanClitic() }
    }
  }

  private func run(of byte: UInt8) -> Int {
    var index = at + 1
    while index < end && bytes[index] == byte { index += 1 }
    return index - at
  }

  // MARK: Characters outside ASCII

  /// Scans a token that begins with a character outside ASCII; `at` stands on its first byte.
  mutating func scanNonASCII() {
    let from = at
    let (scalar, length) = decode(at: at)
    switch CharacterClass.of(scalar) {
    case .space:
      at += length
    case .letter, .mark:
      scanWord(from: at)
    case .digit:
      scanNumber()
    case .ideograph:
      at += length
      while at < end, bytes[at] >= 0x80, CharacterClass.of(decode(at: at).scalar) == .mark {
        at += decode(at: at).length
      }
      emit(from, .word, .nonASCII, normalizedID(from, at))
    case .emoji:
      at = emojiEnd(at: at)
      emit(from, .emoji, .nonASCII, normalizedID(from, at))
    case .apostrophe:
      let shape = singleQuote(at: at, length: length, curly: scalar.value)
      at += length
      emit(from, .punctuation, shape.union(.nonASCII), marks.singleQuote(scalar))
    case .hyphen:
      at += length
      emit(from, .punctuation, .nonASCII, marks.ascii(UInt8(ascii: "-")))
    case .punctuation:
      scanPunctuation(scalar, length: length)
    case .symbol:
      at += length
      emit(from, .symbol, .nonASCII, normalizedID(from, at))
    }
  }

  private mutating func scanPunctuation(_ scalar: Unicode.Scalar, length: Int) {
    let from = at
    var shape: Token.Shape = .nonASCII
    var word: WordID = 0
    switch scalar.value {
    case 0x2026, 0x22EF:  // … ⋯
      stops.append(tokens.count)
      word = marks.ellipsis
    case 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0x203C, 0x2047...0x2049:  // 。！？．‼⁇⁈⁉
      stops.append(tokens.count)
      word = normalizedID(from, from + length)
    case 0x2014, 0x2015:  // — ―
      word = marks.dash
    case 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x201A, 0x300C...0x300F:
      shape.formUnion(doubleQuote(at: at, length: length, curly: scalar.value))
      word = marks.doubleQuote(scalar)
    default:
      word = normalizedID(from, from + length)
    }
    at += length
    emit(from, .punctuation, shape, word)
    if shape.contains(.closingQuote) { scanClitic() }
  }

  /// The character at `index`; a byte that is not UTF-8 gives U+FFFD of length 1.
  func decode(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[index])
    let broken = (Unicode.Scalar(0xFFFD as UInt16) ?? " ", 1)
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first < 0x80 || (0xC2...0xF4).contains(first), index + length <= end else { return broken }
    if length == 1 { return (Unicode.Scalar(UInt8(first)), 1) }
    var value = first & (0x7F >> UInt32(length))
    for next in 1..<length {
      let byte = UInt32(bytes[index + next])
      guard byte & 0xC0 == 0x80 else { return broken }
      value = value << 6 | byte & 0x3F
    }
    guard let scalar = Unicode.Scalar(value) else { return broken }
    return (scalar, length)
  }

  /// Whether a letter or digit outside ASCII stands at `index`.
  func isLetter(at index: Int) -> Bool {
    switch CharacterClass.of(decode(at: index).scalar) {
    case .letter, .digit: true
    default: false
    }
  }

  func isCapital(_ index: Int) -> Bool {
    let scalar = decode(at: index).scalar
    return scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
  }

  /// Characters that show nothing and may stand inside a word.
  func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// End of the emoji sequence at `index`: a flag of two letters, or a base with selectors, skin tones and
  /// joined further emoji (UAX #29, WB3c).
  private func emojiEnd(at index: Int) -> Int {
    var (scalar, length) = decode(at: index)
    var stop = index + length
    if (0x1F1E6...0x1F1FF).contains(scalar.value) {
      (scalar, length) = stop < end ? decode(at: stop) : (" ", 1)
      return (0x1F1E6...0x1F1FF).contains(scalar.value) ? stop + length : stop
    }
    while stop < end && bytes[stop] >= 0x80 {
      (scalar, length) = decode(at: stop)
      switch scalar.value {
      case 0xFE0E, 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: stop += length
      case 0x200D:
        let after = stop + length
        guard after < end, CharacterClass.of(decode(at: after).scalar) == .emoji else { return stop }
        stop = after + decode(at: after).length
      default: return stop
      }
    }
    return stop
  }
}
