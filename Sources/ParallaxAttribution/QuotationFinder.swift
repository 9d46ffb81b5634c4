import ParallaxCore

/// Pairs the quotation marks of a paragraph; only the outermost count.
///
/// One pass. A double mark without its partner is mended: it runs to the end of its sentence, or to the end
/// of the paragraph when the next paragraph opens with a mark again. A single one without its partner is an
/// apostrophe.
struct QuotationFinder {
  let lexicon: CueLexicon
  let bytes: UnsafePointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  /// Whether the paragraph before ended inside a quotation.
  private var isContinued = false

  init(lexicon: CueLexicon, bytes: UnsafePointer<UInt8>, tokens: UnsafeBufferPointer<Token>) {
    self.lexicon = lexicon
    self.bytes = bytes
    self.tokens = tokens
  }

  private enum Mark { case double, single, angle }

  private func mark(_ token: Token) -> Mark {
    switch bytes[Int(token.start)] {
    case UInt8(ascii: "\""), UInt8(ascii: "`"): return .double
    case UInt8(ascii: "'"): return token.end - token.start == 2 ? .double : .single
    case 0xC2: return .angle
    default:
      switch bytes[Int(token.start) + 2] {
      case 0x9C, 0x9D, 0x9E, 0x9F: return .double
      case 0xB9, 0xBA: return .angle
      default: return .single
      }
    }
  }

  /// Appends the quotations of the tokens in `range`.
  ///
  /// - Parameters:
  ///   - sentences: Sentences of the paragraph.
  ///   - next: The first token of the next paragraph, nil for none.
  mutating func find(
    in range: Range<Int>, sentences: ArraySlice<Sentence>, next: Token?,
    into quotations: inout FlatList<Quotation>
  ) {
    let first = quotations.count
    var outer: (mark: Mark, token: Int)?
    var inner: (mark: Mark, token: Int, count: Int)?
    if isContinued, !range.isEmpty, !tokens[range.lowerBound].shape.contains(.openingQuote) {
      outer = (.double, range.lowerBound)
    }
    isContinued = false
    for index in range {
      let shape = tokens[index].shape
      if shape.contains(.openingQuote) {
        let mark = mark(tokens[index])
        if let open = outer {
          if open.mark == .single && mark != .single && inner == nil {
            inner = (mark, index, quotations.count)
          } else if open.mark == mark && mark == .double && index > open.token {
            // Opened twice: the first ends with its sentence.
            add(open.token..<sentenceEnd(open.token, sentences, index), to: &quotations)
            outer = (mark, index)
          } else if open.mark == mark && mark == .single {
            outer = (mark, index)
          }
        } else {
          outer = (mark, index)
        }
      } else if shape.contains(.closingQuote), let open = outer {
        let mark = mark(tokens[index])
        if mark == open.mark {
          if let within = inner { quotations.truncate(to: within.count) }
          add(open.token..<index + 1, to: &quotations)
          outer = nil
          inner = nil
        } else if let within = inner, within.mark == mark {
          // Kept until the single mark around it proves real.
          add(within.token..<index + 1, to: &quotations)
          inner = (within.mark, index, within.count)
        }
      }
    }
    if let open = outer, open.mark != .single {
      let opensNext = next.map { $0.shape.contains(.openingQuote) } ?? false
      let isWhole = opensNext || open.token == range.lowerBound
      let end = isWhole ? range.upperBound : sentenceEnd(open.token, sentences, range.upperBound)
      let count = quotations.count
      add(open.token..<end, to: &quotations)
      if quotations.count > count { quotations[count].isOpen = opensNext }
      isContinued = opensNext
    }
    if quotations.count - first > 1 {
      quotations.sort(from: first) { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
  }

  /// End of the sentence in which a token stands, at most `limit`.
  private func sentenceEnd(_ token: Int, _ sentences: ArraySlice<Sentence>, _ limit: Int) -> Int {
    var low = sentences.startIndex
    var high = sentences.endIndex
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < sentences.endIndex ? min(limit, sentences[low].tokens.upperBound) : limit
  }

  /// Whether a word that is no verb of saying stands right before: *on its “Morning Show”*.
  private func followsNoun(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    let before = tokens[token - 1]
    if before.kind == .clitic { return true }
    guard before.kind == .word else { return false }
    let entry = lexicon.entry(before.word)
    if entry.classes.isDisjoint(with: .anyVerb) { return true }
    return entry.classes.contains(.noun) && entry.verb >= 0 && lexicon.verbs[Int(entry.verb)].cue < 0
  }

  private func add(_ range: Range<Int>, to quotations: inout FlatList<Quotation>) {
    guard !range.isEmpty else { return }
    var words = 0
    var isCapitalized = false
    var small = 0
    for index in range where tokens[index].isCounted {
      let isCapital = tokens[index].shape.contains(.capitalized)
      if words == 0 { isCapitalized = isCapital }
      if !isCapital && tokens[index].kind == .word && tokens[index].end - tokens[index].start > 3 {
        small += 1
      }
      words += 1
    }
    guard words > 0 else { return }
    var last = range.upperBound - 1
    while last > range.lowerBound, tokens[last].shape.contains(.closingQuote) { last -= 1 }
    let isSentence: Bool
    switch bytes[Int(tokens[last].start)] {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): isSentence = true
    case 0xE2: isSentence = tokens[last].kind == .punctuation && bytes[Int(tokens[last].start) + 2] == 0xA6
    default: isSentence = false
    }
    quotations.append(
      Quotation(
        first: Int32(range.lowerBound), end: Int32(range.upperBound), words: Int32(words),
        isSentence: isSentence,
        isClosed: isSentence || bytes[Int(tokens[last].start)] == UInt8(ascii: ","),
        isCapitalized: isCapitalized,
        isTitle: small == 0 && words <= 9 && isCapitalized && followsNoun(range.lowerBound)))
  }
}
