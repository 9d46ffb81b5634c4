import ParallaxCore

/// What pronoun can stand for somebody or something.
enum Gender { case unknown, male, female, thing, several }

/// Reads names off capitals and known words: where one begins and ends, and whether it is a person's.
struct NameReader {
  let lexicon: CueLexicon
  let tokens: UnsafeBufferPointer<Token>
  let bytes: UnsafePointer<UInt8>

  func isNameToken(_ token: Token) -> Bool {
    guard token.kind == .word, token.shape.contains(.capitalized) else { return false }
    let classes = lexicon.entry(token.word).classes
    return classes.isDisjoint(with: [
      .pronoun, .determiner, .preposition, .conjunction, .subordinator, .interrogative, .time, .that,
      .possessive, .title, .auxiliary, .adverb,
    ])
      || !classes.isDisjoint(with: .firstName)
  }

  /// End of the name that begins at `start`; initials may stand inside (*J. R. Vale*).
  func nameEnd(from start: Int, limit: Int) -> Int {
    var index = start + 1
    while index < limit && index < start + 8 {
      let token = tokens[index]
      if token.kind == .punctuation {
        let before = tokens[index - 1]
        guard token.end - token.start == 1, bytes[Int(token.start)] == UInt8(ascii: "."),
          before.end - before.start <= 2, index + 1 < limit, isNameToken(tokens[index + 1])
        else { return index }
        index += 1
      } else if isNameToken(token) && token.shape.contains(.spaceBefore)
        && !token.shape.contains(.sentenceStart)
      {
        index += 1
      } else {
        return index
      }
    }
    return index
  }

  /// The name without words before its first name.
  func nameStart(_ range: Range<Int>) -> Int {
    for index in range.dropLast() where lexicon.entry(tokens[index].word).classes.contains(.firstName) {
      return index
    }
    var start = range.lowerBound
    if tokens[start].shape.contains(.sentenceStart),
      lexicon.entry(tokens[start].word).classes.contains(.known)
    {
      start += 1
    }
    return start
  }

  func key(of index: Int) -> UInt64 {
    Vocabulary.finish(extend(Vocabulary.hashSeed, by: tokens[index]))
  }

  private func extend(_ hash: UInt64, by token: Token) -> UInt64 {
    var hash = hash
    for place in token.span.range {
      let byte = bytes[place]
      hash = Vocabulary.extend(hash, by: byte &- 65 < 26 ? byte | 32 : byte)
    }
    return hash
  }

  /// A number for a stretch of words, however they are spaced and capitalized.
  func hash(of range: Range<Int>) -> UInt64 {
    var hash = Vocabulary.hashSeed
    for index in range { hash = Vocabulary.extend(extend(hash, by: tokens[index]), by: 0x20) }
    return Vocabulary.finish(hash)
  }

  func isPersonName(_ range: Range<Int>) -> Bool {
    lexicon.entry(tokens[nameStart(range)].word).classes.contains(.firstName)
  }

  func gender(of name: Range<Int>) -> Gender {
    let classes = lexicon.entry(tokens[name.lowerBound].word).classes
    if classes.contains(.firstName) {
      if classes.contains(.male) { return .male }
      if classes.contains(.female) { return .female }
    }
    let last = lexicon.entry(tokens[name.upperBound - 1].word).classes
    return !last.isDisjoint(with: [.group, .document]) ? .thing : .unknown
  }

  /// *the Trump campaign*, *a U.S. official*: a small noun after a name makes it name no one.
  func isModifier(_ end: Int, limit: Int) -> Bool {
    var next = end
    if next < limit, tokens[next].kind == .punctuation, !tokens[next].shape.contains(.spaceBefore),
      bytes[Int(tokens[next].start)] == UInt8(ascii: ".")
    {
      next += 1
    }
    guard next < limit, tokens[next].kind == .word, !tokens[next].shape.contains(.capitalized) else {
      return false
    }
    return lexicon.entry(tokens[next].word).classes.isDisjoint(with: [.preposition, .conjunction])
  }
}
