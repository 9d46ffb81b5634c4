import ParallaxCore

/// A place where the pattern of an entry fits, guards not yet asked.
struct Candidate: Equatable {
  /// Number of the entry.
  var entry: UInt32
  /// First token.
  var start: UInt32
  /// One past the last token.
  var end: UInt32
}

/// Walks the tokens of an article through a `PatternTrie`, once.
///
/// Borrows the article's buffers for one call of `Matcher.match`.
///
/// Tried and given up: one trie edge per first word (a frequent word led to hundreds of children; the pairs of
/// first words took the matching of 20,000 entries from 10 to 25 MB/s).
struct TrieWalker {
  private let trie: PatternTrie
  private let tokens: UnsafePointer<Token>
  private let text: UnsafePointer<UInt8>
  private let vocabulary: Vocabulary
  private let hasWildcards: Bool
  /// Where patterns fit, in order of their first token.
  var candidates: [Candidate] = []
  /// What the last sentence walked holds that detectors wait for.
  private(set) var triggers: DetectorTriggers = []
  private var start = 0
  private var end = 0

  init(
    trie: PatternTrie, tokens: UnsafePointer<Token>, text: UnsafePointer<UInt8>, vocabulary: Vocabulary
  ) {
    self.trie = trie
    self.tokens = tokens
    self.text = text
    self.vocabulary = vocabulary
    hasWildcards = vocabulary.hasWildcards
  }

  /// Appends the candidates of one sentence.
  ///
  /// - Complexity: O(tokens), times the patterns that begin alike.
  mutating func walk(_ sentence: Range<Int>) {
    end = sentence.upperBound
    let starters = trie.starters
    let limit = trie.wordLimit
    let hasShapes = !trie.rootEdges.isDisjoint(with: [.number, .name])
    var at = sentence.lowerBound
    var seenStarters: UInt8 = 0
    var seenShapes: UInt16 = 0
    var seenKinds: UInt8 = 0
    while at < end {
      let word = tokens[at].word
      seenShapes |= tokens[at].shape.rawValue
      seenKinds |= 1 << tokens[at].kind.rawValue
      let starter =
        word < limit ? starters[Int(word)] : hasWildcards ? PatternTrie.Starter.ambiguous.rawValue : 0
      seenStarters |= starter
      if starter & 15 != 0 && (starter & 13 != 0 || mayGoOn(word, at + 1)) { begin(at, word, starter) }
      if hasShapes { beginByShape(at) }
      at += 1
    }
    triggers = []
    if seenShapes & Token.Shape.openingQuote.rawValue != 0 { triggers.insert(.quotation) }
    if seenKinds & 1 << Token.Kind.number.rawValue != 0 { triggers.insert(.number) }
    if seenStarters & PatternTrie.Starter.trigger.rawValue != 0 { triggers.insert(.word) }
    if endsInQuestionMark { triggers.insert(.question) }
  }

  /// Whether a question mark is among the last marks.
  private var endsInQuestionMark: Bool {
    var at = end - 1
    while at >= 0 && at >= end - 4 && tokens[at].kind == .punctuation {
      if text[Int(tokens[at].start)] == UInt8(ascii: "?") { return true }
      at -= 1
    }
    return false
  }

  /// Whether some pattern begins with `word` and the word of the token at `next`.
  @inline(__always)
  private func mayGoOn(_ word: WordID, _ next: Int) -> Bool {
    guard next < end else { return false }
    let second = tokens[next].word
    if hasPair(PatternTrie.pairKey(word, second)) { return true }
    return isAmbiguous(second)
  }

  @inline(__always)
  private func hasPair(_ key: UInt64) -> Bool {
    let bit = PatternTrie.hash(key) & trie.pairMask
    return trie.pairs[Int(bit >> 6)] >> (bit & 63) & 1 != 0
  }

  @inline(__always)
  private func isAmbiguous(_ word: WordID) -> Bool { trie.isAmbiguous(word, unknown: hasWildcards) }

  /// Follows all patterns that begin with the token at `at`.
  private mutating func begin(_ at: Int, _ word: WordID, _ starter: UInt8) {
    start = at
    if word != 0 { begin(with: word, at) }
    if starter & PatternTrie.Starter.ambiguous.rawValue != 0 {
      for symbol in otherSymbols(tokens[at]) { begin(with: symbol, at) }
    }
  }

  private mutating func beginByShape(_ at: Int) {
    if trie.rootEdges.contains(.number) && isNumber(tokens[at]) {
      start = at
      begin(with: PatternTrie.number, at)
    }
    if trie.rootEdges.contains(.name) && Self.isName(tokens[at]) {
      start = at
      begin(with: PatternTrie.name, at)
      if at + 1 < end && isInitialismStop(at + 1) { beginName(before: at + 2) }
    }
  }

  /// Goes on behind the last stop of *U.S.*
  private mutating func beginName(before next: Int) { go(on: PatternTrie.name, next) }

  /// Takes the entries of a first symbol alone, and goes on with the next token and behind gaps.
  private mutating func begin(with symbol: UInt32, _ at: Int) { go(on: symbol, at + 1) }

  private mutating func go(on symbol: UInt32, _ next: Int) {
    let place = trie.rootPlace(of: symbol)
    if place != PatternTrie.none {
      let root = trie.roots[Int(place)]
      take(root.accept, next)
      var gap = root.gap
      while gap != PatternTrie.none {
        skip(trie.gaps[Int(gap)], from: next)
        gap = trie.gaps[Int(gap)].next
      }
    }
    guard next < end else { return }
    let token = tokens[next]
    if token.word != 0 { followPair(PatternTrie.pairKey(symbol, token.word), next + 1) }
    if isAmbiguous(token.word) {
      for second in otherSymbols(token) { followPair(PatternTrie.pairKey(symbol, second), next + 1) }
    }
    if isNumber(token) { followPair(PatternTrie.pairKey(symbol, PatternTrie.number), next + 1) }
    if Self.isName(token) {
      followPair(PatternTrie.pairKey(symbol, PatternTrie.name), next + 1)
      if next + 1 < end && isInitialismStop(next + 1) {
        followPair(PatternTrie.pairKey(symbol, PatternTrie.name), next + 2)
      }
    }
  }

  @inline(__always)
  private mutating func followPair(_ key: UInt64, _ next: Int) {
    if hasPair(key) { follow(key, next) }
  }

  /// Follows all edges from `node` that the token at `at` fits.
  private mutating func step(from node: UInt32, _ at: Int) {
    guard at < end else { return }
    let token = tokens[at]
    let edges = trie.nodes[Int(node)].edges
    if edges.contains(.words) {
      if token.word != 0 { follow(PatternTrie.key(node, token.word), at + 1) }
      if isAmbiguous(token.word) {
        for symbol in otherSymbols(token) { follow(PatternTrie.key(node, symbol), at + 1) }
      }
    }
    if edges.contains(.number) && isNumber(token) {
      follow(PatternTrie.key(node, PatternTrie.number), at + 1)
    }
    if edges.contains(.name) && Self.isName(token) {
      follow(PatternTrie.key(node, PatternTrie.name), at + 1)
      // The last stop of *U.S.* belongs to the name.
      if at + 1 < end && isInitialismStop(at + 1) { follow(PatternTrie.key(node, PatternTrie.name), at + 2) }
    }
  }

  /// What else a token is beside its word: wildcards that cover it, words in exact case.
  private func otherSymbols(_ token: Token) -> [UInt32] {
    var symbols = Array(vocabulary.alternates(of: token.word))
    for exact in trie.exactWords[token.word] ?? [] {
      let written = UnsafeBufferPointer(start: text + Int(token.start), count: Int(token.end - token.start))
      if written.elementsEqual(exact.text) { symbols.append(exact.symbol) }
    }
    return symbols
  }

  private mutating func follow(_ key: UInt64, _ next: Int) {
    var place = Int(truncatingIfNeeded: PatternTrie.hash(key)) & trie.slotMask
    while true {
      let slot = trie.slots[place]
      if slot.key == key {
        arrive(slot.child, next)
        var more = slot.next
        while more != PatternTrie.none {
          arrive(trie.overflow[Int(more)].child, next)
          more = trie.overflow[Int(more)].next
        }
        return
      }
      if slot.key == .max { return }
      place = (place + 1) & trie.slotMask
    }
  }

  /// Takes the entries that end at `node`, and goes on behind it.
  private mutating func arrive(_ node: UInt32, _ next: Int) {
    let reached = trie.nodes[Int(node)]
    take(reached.accept, next)
    if reached.edges.isEmpty { return }
    if !reached.edges.isDisjoint(with: [.words, .number, .name]) { step(from: node, next) }
    var gap = reached.gap
    while gap != PatternTrie.none {
      skip(trie.gaps[Int(gap)], from: next)
      gap = trie.gaps[Int(gap)].next
    }
  }

  /// Takes the entries of a chain of `accepts`.
  @inline(__always)
  private mutating func take(_ first: UInt32, _ next: Int) {
    var accept = first
    while accept != PatternTrie.none {
      candidates.append(
        Candidate(entry: trie.accepts[Int(accept)].entry, start: UInt32(start), end: UInt32(next)))
      accept = trie.accepts[Int(accept)].next
    }
  }

  /// Goes on behind every number of words that a gap allows; clitics cost nothing, marks end it.
  private mutating func skip(_ gap: PatternTrie.Gap, from first: Int) {
    var at = first
    var words: UInt32 = 0
    while at < end {
      step(from: gap.child, at)
      let token = tokens[at]
      if token.kind == .punctuation && !isInitialismStop(at) { return }
      if token.kind != .clitic && token.kind != .punctuation { words += 1 }
      if words > gap.limit { return }
      at += 1
    }
  }

  /// The stop of *U.S.*, which divides nothing.
  private func isInitialismStop(_ at: Int) -> Bool {
    let token = tokens[at]
    guard at > start, at + 1 < end, token.end - token.start == 1, text[Int(token.start)] == UInt8(ascii: ".")
    else {
      return false
    }
    return !token.shape.contains(.spaceBefore)
  }

  private func isNumber(_ token: Token) -> Bool {
    token.kind == .number
      || (token.word < trie.wordLimit
        && trie.starters[Int(token.word)] & PatternTrie.Starter.numeral.rawValue != 0)
  }

  /// A capitalized word that does not begin its sentence.
  @inline(__always)
  static func isName(_ token: Token) -> Bool {
    token.kind == .word && token.shape.contains(.capitalized) && !token.shape.contains(.sentenceStart)
  }
}
