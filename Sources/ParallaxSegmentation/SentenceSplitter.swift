import ParallaxCore

/// Decides which stops of a paragraph end a sentence, and makes its sentences.
///
/// Looks at the tokens around each stop and nowhere else: linear in the number of tokens.
struct SentenceSplitter {
  let words: SentenceWords
  let bytes: UnsafePointer<UInt8>

  /// Longest run of names between a closing quotation mark and the cue that reports it.
  private static let reach = 7

  /// Appends the sentences of the tokens in `range` and marks their first words.
  func split(
    _ tokens: inout [Token], in range: Range<Int>, stops: ArraySlice<Int>, paragraph: Int,
    into sentences: inout [Sentence]
  ) {
    var first = range.lowerBound
    var passed = range.lowerBound
    for stop in stops where stop >= passed {
      let next = afterStops(tokens, stop, range.upperBound)
      let begin = afterClosers(tokens, next, range.upperBound)
      passed = next
      guard begin < range.upperBound else { break }
      guard ends(tokens, first: first, stop: stop, next: next, begin: begin, limit: range.upperBound) else {
        continue
      }
      append(first..<begin, of: &tokens, paragraph: paragraph, to: &sentences)
      first = begin
      passed = begin
    }
    if first < range.upperBound {
      append(first..<range.upperBound, of: &tokens, paragraph: paragraph, to: &sentences)
    }
  }

  private func append(
    _ range: Range<Int>, of tokens: inout [Token], paragraph: Int, to sentences: inout [Sentence]
  ) {
    var count = 0
    var isFirst = true
    for index in range where tokens[index].isCounted {
      if isFirst { tokens[index].shape.formUnion(.sentenceStart) }
      isFirst = false
      count += 1
    }
    let span = TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
    sentences.append(Sentence(paragraph: paragraph, span: span, tokens: range, words: count))
  }

  // MARK: What surrounds a stop

  /// The token after a run of stops (*?!*, *. . .*).
  private func afterStops(_ tokens: [Token], _ stop: Int, _ limit: Int) -> Int {
    var index = stop + 1
    while index < limit, tokens[index].kind == .punctuation, isStop(tokens[index]) {
      if tokens[index].shape.contains(.spaceBefore) && !(isDot(tokens[index]) && isDot(tokens[index - 1])) {
        break
      }
      index += 1
    }
    return index
  }

  /// The token after the closing quotation marks and brackets that belong to the sentence before.
  private func afterClosers(_ tokens: [Token], _ index: Int, _ limit: Int) -> Int {
    var index = index
    while index < limit, tokens[index].kind == .punctuation, isCloser(tokens[index]) { index += 1 }
    return index
  }

  private func isStop(_ token: Token) -> Bool {
    switch bytes[Int(token.start)] {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): true
    default: false
    }
  }

  private func isDot(_ token: Token) -> Bool { bytes[Int(token.start)] == UInt8(ascii: ".") }

  private func isCloser(_ token: Token) -> Bool {
    if token.shape.contains(.closingQuote) { return true }
    if token.shape.contains(.spaceBefore) { return false }
    switch bytes[Int(token.start)] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
    // A straight mark right after a stop closes, whatever its surroundings.
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return !token.shape.contains(.openingQuote)
    default: return false
    }
  }

  // MARK: The decision

  /// Whether the stop ends its sentence.
  ///
  /// - Parameters:
  ///   - first: the sentence's first token.
  ///   - stop: the first stop of its run.
  ///   - next: the token after the run.
  ///   - begin: the token after closing marks, where the next sentence would begin.
  private func ends(
    _ tokens: [Token], first: Int, stop: Int, next: Int, begin: Int, limit: Int
  ) -> Bool {
    let mark = bytes[Int(tokens[stop].start)]
    let isEllipsis = isDot(tokens[stop]) ? next - stop > 1 || tokens[stop].span.count > 1 : mark == 0xE2
    guard tokens[begin].shape.contains(.spaceBefore) else {
      if mark >= 0x80 && !isEllipsis { return true }
      return next == stop + 1 && isGluedStart(tokens, stop: stop, begin: begin, first: first)
    }
    // Past opening marks, the first thing that can begin a sentence.
    var start = begin
    while start < min(limit, begin + Self.reach), isOpener(tokens[start]) { start += 1 }
    guard start < limit else { return true }
    let token = tokens[start]
    switch token.kind {
    case .word:
      let isCapital = token.shape.contains(.capitalized) || !hasCase(token)
      let roles = words.roles(of: token.word)
      if mark == UInt8(ascii: "?") || mark == UInt8(ascii: "!") {
        guard isCapital else { return token.shape.contains(.hasDigit) }
        return begin == next || start > begin || !isReported(tokens, from: start, limit: limit)
      }
      guard isCapital || token.shape.contains(.hasDigit) else { return false }
      if isEllipsis { return isCapital }
      return begin > next
        || afterDot(tokens, first, stop, isStarter: roles.contains(.starter) || start > begin)
    case .number:
      if isEllipsis { return false }
      guard mark == UInt8(ascii: "."), begin == next, stop > first else { return true }
      return !words.roles(of: tokens[stop - 1].word).contains(.beforeNumber) && !isTitle(tokens[stop - 1])
    case .clitic: return false
    case .punctuation:
      // A comma, dash or colon goes on; a bullet or bracket begins.
      switch bytes[Int(token.start)] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: ")"),
        UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "."):
        return false
      case 0xE2: return !isDash(token)
      default: return true
      }
    case .address, .symbol, .emoji: return !(stop > first && isTitle(tokens[stop - 1]))
    }
  }

  /// After a full stop and before a capital: names and abbreviations go on, all else ends.
  private func afterDot(_ tokens: [Token], _ first: Int, _ stop: Int, isStarter: Bool) -> Bool {
    guard stop > first, !tokens[stop].shape.contains(.spaceBefore) else { return true }
    let before = tokens[stop - 1]
    guard before.kind == .word else { return true }
    let roles = words.roles(of: before.word)
    if roles.contains(.title) { return false }
    if roles.contains(.abbreviation) || isInitials(before) { return isStarter }
    return true
  }

  /// *J*, *U.S*, *a.m*: a single capital, or letters with stops inside.
  private func isInitials(_ token: Token) -> Bool {
    if token.end - token.start == 1 { return token.shape.contains(.capitalized) }
    guard token.end - token.start <= 8 else { return false }
    for index in token.start..<token.end where bytes[Int(index)] == UInt8(ascii: ".") { return true }
    return false
  }

  private func isTitle(_ token: Token) -> Bool { words.roles(of: token.word).contains(.title) }

  /// A space is missing after the stop: *of the day.The next*.
  private func isGluedStart(_ tokens: [Token], stop: Int, begin: Int, first: Int) -> Bool {
    guard stop > first, tokens[stop - 1].kind == .word, tokens[stop - 1].end - tokens[stop - 1].start > 2
    else { return false }
    if begin > stop + 1 { return tokens[begin].kind == .word && tokens[begin].shape.contains(.capitalized) }
    let before = tokens[stop - 1].shape
    return tokens[begin].kind == .word && tokens[begin].shape.contains(.capitalized)
      && !before.contains(.allCapitals) && !tokens[begin].shape.contains(.allCapitals)
  }

  /// A name and a cue follow: *“Why?” Mr. Smith asked*.
  private func isReported(_ tokens: [Token], from start: Int, limit: Int) -> Bool {
    var index = start
    while index < min(limit, start + Self.reach) {
      let token = tokens[index]
      if words.roles(of: token.word).contains(.cue) { return true }
      let isNamePart =
        token.shape.contains(.capitalized) || words.roles(of: token.word).contains(.starter)
        || (token.kind == .punctuation && isDot(token) && index > start
          && (isTitle(tokens[index - 1]) || isInitials(tokens[index - 1])))
      guard isNamePart else { return false }
      index += 1
    }
    return false
  }

  private func isOpener(_ token: Token) -> Bool {
    guard token.kind == .punctuation else { return false }
    if token.shape.contains(.openingQuote) { return true }
    switch bytes[Int(token.start)] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      return true
    default: return bytes[Int(token.start)] == 0xC2  // ¿ ¡ «
    }
  }

  private func isDash(_ token: Token) -> Bool {
    token.end - token.start == 3 && bytes[Int(token.start) + 1] == 0x80
      && (0x90...0x95).contains(bytes[Int(token.start) + 2])
  }

  /// Letters that have no case (Chinese, Arabic) can begin a sentence as they are.
  private func hasCase(_ token: Token) -> Bool {
    bytes[Int(token.start)] < 0xD6
  }
}
