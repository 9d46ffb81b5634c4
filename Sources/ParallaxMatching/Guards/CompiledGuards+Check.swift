import ParallaxCore
import ParallaxLexicon

extension CompiledGuards {
  /// Whether the guards let a match of the tokens `match` count.
  func allow(_ match: Range<Int>, in view: ArticleView) -> Bool {
    if let start = plain.sentenceStart, view.isStart(match.lowerBound) != start { return false }
    if let roles = plain.roles, !roles.contains(view.role) { return false }
    if plain.excludedRoles.contains(view.role) { return false }
    if let voices = plain.voices, !voices.contains(view.voice(match.lowerBound)) {
      return false
    }
    if plain.isTight && !view.isTight(match) { return false }
    if let cue = plain.cue, view.reports(match) != cue { return false }
    if !after.isEmpty && !after.endsBefore(match.lowerBound, in: view) { return false }
    if !before.isEmpty && !before.begins(at: match.upperBound, in: view) { return false }
    if !notAfter.isEmpty && notAfter.endsBefore(match.lowerBound, in: view) { return false }
    if !notBefore.isEmpty && notBefore.begins(at: match.upperBound, in: view) { return false }
    if isException(match, in: view) { return false }
    if !plain.partsOfSpeech.isEmpty {
      return plain.partsOfSpeech.contains { view.mayBe($0, match) }
    }
    return true
  }

  /// Whether one of the exceptions holds the match.
  private func isException(_ match: Range<Int>, in view: ArticleView) -> Bool {
    for (number, head) in exceptionHeads.enumerated() where head.steps >= match.count {
      // Most exceptions begin with a word that is not there; asking first spares the look at their steps.
      let first = match.lowerBound - (head.steps - match.count)
      if head.word != 0, !view.holdsWord(head.word, from: first, to: match.lowerBound) { continue }
      if Self.covers(exceptions[number], match, view) { return true }
    }
    return false
  }

  /// Whether a phrase stands in the text so that it holds the whole match.
  private static func covers(_ phrase: [Step], _ match: Range<Int>, _ view: ArticleView) -> Bool {
    guard phrase.count >= match.count else { return false }
    for shift in 0...(phrase.count - match.count) {
      let start = match.lowerBound - shift
      if fits(phrase, at: start, view) != nil { return true }
    }
    return false
  }

  /// One past the last token of `phrase` when it stands at `start`; nil when it does not.
  static func fits(_ phrase: [Step], at start: Int, _ view: ArticleView) -> Int? {
    var at = start
    for step in phrase {
      if case .wordClass(.start) = step {
        guard view.isStart(at) else { return nil }
        continue
      }
      if case .wordClass(.end) = step {
        guard view.isEnd(at) else { return nil }
        continue
      }
      guard view.sentence.contains(at), step.fits(at, view) else { return nil }
      at += 1
    }
    return at
  }
}

extension CompiledGuards.Step {
  /// Whether the token fits.
  func fits(_ index: Int, _ view: ArticleView) -> Bool {
    switch self {
    case .words(let ids):
      return ids.holds(view.word(index)) || view.hasAlternate(index, in: ids)
    case .exact(let word, let bytes):
      guard view.word(index) == word, view.length(index) == bytes.count else { return false }
      let start = Int(view[index].start)
      return bytes.indices.allSatisfy { view.text[start + $0] == bytes[$0] }
    case .wordClass(let wordClass):
      return view.isMember(index, of: wordClass)
    }
  }
}

extension CompiledGuards.Context {
  /// Whether one of the context ends right before the token `index`.
  ///
  /// An opening quotation mark in between does not count.
  func endsBefore(_ index: Int, in view: ArticleView) -> Bool {
    if endsDirectlyBefore(index, in: view) { return true }
    guard index > view.sentence.lowerBound, view[index - 1].shape.contains(.openingQuote) else {
      return false
    }
    return endsDirectlyBefore(index - 1, in: view)
  }

  private func endsDirectlyBefore(_ index: Int, in view: ArticleView) -> Bool {
    let previous = index - 1
    if previous >= view.sentence.lowerBound {
      if words.holds(view.word(previous)) || view.hasAlternate(previous, in: words) { return true }
      for wordClass in classes where view.isMember(previous, of: wordClass) { return true }
    }
    for wordClass in classes {
      if wordClass == .start && view.isStart(index) { return true }
      if wordClass == .punctuation && index == view.sentence.lowerBound { return true }
    }
    for phrase in phrases {
      let tokens = phrase.reduce(0) { $0 + ($1.isEdge ? 0 : 1) }
      if CompiledGuards.fits(phrase, at: index - tokens, view) == index { return true }
    }
    return false
  }

  /// Whether one of the context begins right behind a match that ends before the token `index`.
  ///
  /// A possessive ’s or a closing quotation mark in between does not count.
  func begins(at index: Int, in view: ArticleView) -> Bool {
    if beginsDirectly(at: index, in: view) { return true }
    guard index < view.sentence.upperBound else { return false }
    if view.isPossessiveClitic(index) || view[index].shape.contains(.closingQuote) {
      return beginsDirectly(at: index + 1, in: view)
    }
    return false
  }

  private func beginsDirectly(at index: Int, in view: ArticleView) -> Bool {
    if index < view.sentence.upperBound {
      if words.holds(view.word(index)) || view.hasAlternate(index, in: words) { return true }
      for wordClass in classes where view.isMember(index, of: wordClass) { return true }
    }
    for wordClass in classes {
      if wordClass == .end && view.isEnd(index) { return true }
      if wordClass == .punctuation && index == view.sentence.upperBound { return true }
    }
    return phrases.contains { CompiledGuards.fits($0, at: index, view) != nil }
  }
}

extension CompiledGuards.Step {
  /// Whether the step asks for an edge of the sentence, which is no token.
  var isEdge: Bool {
    switch self {
    case .wordClass(.start), .wordClass(.end): true
    default: false
    }
  }
}

extension ArticleView {
  /// Whether tokens stand together without white space and apart from all others, as an emoticon does.
  func isTight(_ range: Range<Int>) -> Bool {
    for index in range.dropFirst() where self[index - 1].end != self[index].start { return false }
    let start = Int(self[range.lowerBound].start)
    let end = Int(self[range.upperBound - 1].end)
    return (start == 0 || text[start - 1] <= 0x20)
      && (end == voiced.segmented.article.text.count || text[end] <= 0x20)
  }

  /// Whether a word of the sentence is `word`, between two places, the last one included.
  func holdsWord(_ word: WordID, from first: Int, to last: Int) -> Bool {
    var index = max(first, sentence.lowerBound)
    while index <= last {
      if tokens[index].word == word { return true }
      index += 1
    }
    return false
  }

  /// Whether a wildcard of a sorted list covers the token beside its own word.
  func hasAlternate(_ index: Int, in ids: [WordID]) -> Bool {
    guard !ids.isEmpty, trie.isAmbiguous(word(index), unknown: hasWildcards) else { return false }
    return vocabulary.alternates(of: word(index)).contains { ids.holds($0) }
  }
}
