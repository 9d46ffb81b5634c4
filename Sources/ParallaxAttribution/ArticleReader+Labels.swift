import ParallaxCore

extension ArticleReader {
  /// Reads a paragraph that names its speaker before a colon: *Vale: We will win*, *Poll: Ruiz leads*
  ///
  /// In a headline the words after the colon report; in the body they are a transcript.
  ///
  /// - Returns: Whether the paragraph was read.
  mutating func readLabel(in range: Range<Int>, role: Role) -> Bool {
    guard let colon = labelEnd(in: range), colon + 1 < range.upperBound else { return false }
    let label = range.lowerBound..<colon
    let isHeading = role == .headline || role == .subhead
    guard isSpeakerLabel(label, isHeading: isHeading) else { return false }
    let content = colon + 1..<range.upperBound
    guard isHeading || speaksForItself(content) else { return false }
    var draft = Draft()
    draft.sourceTokens = label
    draft.cueTokens = colon..<colon + 1
    draft.content = [content]
    for token in content {
      owners[token] = Int32(drafts.count)
      if !isHeading { isQuoted[token] = true }
    }
    drafts.append(draft)
    return true
  }

  /// Whether someone says *I*, *we* or *you*: a transcript, not an item of a list.
  private func speaksForItself(_ content: Range<Int>) -> Bool {
    content.prefix(60).contains { lexicon.entry(segmented.tokens[$0].word).classes.contains(.first) }
  }

  /// The colon after the first few words of a paragraph.
  private func labelEnd(in range: Range<Int>) -> Int? {
    for index in range.prefix(9) {
      let token = segmented.tokens[index]
      switch token.kind {
      case .word, .clitic: continue
      case .punctuation:
        let byte = segmented.article.text[Int(token.start)]
        if byte == UInt8(ascii: ":") {
          return index > range.lowerBound && !token.shape.contains(.spaceBefore) ? index : nil
        }
        if byte == UInt8(ascii: "."), index > range.lowerBound, index + 1 < range.upperBound { continue }
        return nil
      default: return nil
      }
    }
    return nil
  }

  private func isSpeakerLabel(_ label: Range<Int>, isHeading: Bool) -> Bool {
    let tokens = segmented.tokens
    guard let first = label.first, let last = label.last else { return false }
    var words = 0
    for index in label where tokens[index].kind == .word {
      let classes = lexicon.entry(tokens[index].word).classes
      if !classes.isDisjoint(with: .auxiliary)
        || !classes.isDisjoint(with: [.past, .verbS]) && classes.isDisjoint(with: .noun)
      {
        return false
      }
      if !isHeading && !tokens[index].shape.contains(.capitalized) { return false }
      words += 1
    }
    let classes = lexicon.entry(tokens[last].word).classes
    if isHeading, !classes.isDisjoint(with: [.document, .person, .group, .collective]) {
      return classes.isDisjoint(with: .noun) == false && words <= 5
    }
    if names.isPerson(label) { return true }
    return !isHeading && words <= 3
      && label.allSatisfy {
        tokens[$0].kind != .word || tokens[$0].shape.contains(.allCapitals)
      } && lexicon.entry(tokens[first].word).classes.isEmpty
  }
}
