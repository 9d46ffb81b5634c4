import ParallaxCore

/// Tells who the source of an attribution is: the fullest name seen for a surname, the last fitting person
/// for a pronoun.
struct SpeakerResolver {
  /// Someone or something heard in the article.
  struct Speaker {
    var name: String
    var kind: SourceKind
    var gender: Gender = .unknown
    /// Hash of the last word of the name, 0 for descriptions.
    var key: UInt64 = 0
    /// Number of the noun that described the speaker (*spokesman*), 0 for none.
    var noun: WordID = 0
  }

  let lexicon: CueLexicon
  let segmented: SegmentedArticle
  private let tokens: UnsafeBufferPointer<Token>
  private let names: NameReader
  private let bytes: UnsafePointer<UInt8>
  private(set) var speakers: [Speaker] = []
  /// Numbers of speakers by the hash of their name's words.
  private var byName: [UInt64: Int] = [:]
  /// The longest run of capitalized words that ends in a word, by that word's hash.
  private var fullNames: [UInt64: Range<Int>] = [:]
  /// Speakers in order of mention, the last one last.
  private var recent: [Int] = []

  init(
    lexicon: CueLexicon, segmented: SegmentedArticle, bytes: UnsafePointer<UInt8>,
    tokens: UnsafeBufferPointer<Token>
  ) {
    self.lexicon = lexicon
    self.segmented = segmented
    self.tokens = tokens
    self.bytes = bytes
    names = NameReader(lexicon: lexicon, tokens: tokens, bytes: bytes)
    collectNames()
  }

  // MARK: Names

  /// Runs of two to four capitalized words that begin with a first name or stand inside a sentence.
  private mutating func collectNames() {
    var index = 0
    while index < tokens.count {
      guard tokens[index].shape.contains(.capitalized), names.isNameToken(tokens[index]) else {
        index += 1
        continue
      }
      let end = names.nameEnd(from: index, limit: tokens.count)
      let start = names.nameStart(index..<end)
      if end - start >= 2 {
        let key = names.key(of: end - 1)
        let isPerson = lexicon.entry(tokens[start].word).classes.contains(.firstName)
        if let known = fullNames[key] {
          let wasPerson = lexicon.entry(tokens[known.lowerBound].word).classes.contains(.firstName)
          if isPerson && !wasPerson || isPerson == wasPerson && end - start > known.count {
            fullNames[key] = start..<end
          }
        } else {
          fullNames[key] = start..<end
        }
      }
      index = max(end, index + 1)
    }
  }

  private func string(_ range: Range<Int>) -> String { segmented.line(range) }

  /// Whether a person's name stands in `range`: with a first name, or a surname known from elsewhere.
  func isPerson(_ range: Range<Int>) -> Bool {
    for index in range where tokens[index].kind == .word && tokens[index].shape.contains(.capitalized) {
      let classes = lexicon.entry(tokens[index].word).classes
      if classes.contains(.firstName) && range.count > 1 { return true }
      if let known = fullNames[names.key(of: index)], names.isPersonName(known) { return true }
    }
    return false
  }

  // MARK: Resolving

  /// The number of the speaker named by `source`, -1 when no one can be named.
  mutating func resolve(_ source: Range<Int>?, antecedent: Range<Int>?) -> Int {
    guard let range = antecedent ?? source, let first = range.first else { return -1 }
    let classes = lexicon.entry(tokens[first].word).classes
    if range.count == 1 || tokens[first].word != 0 && !classes.isDisjoint(with: [.he, .she, .they]) {
      if let known = resolvePronoun(classes) { return mention(known) }
      if classes.contains(.pronoun), classes.isDisjoint(with: .firstName) { return -1 }
    }
    if let name = personName(in: range) {
      if names.nameStart(name) < name.upperBound { return mention(speaker(named: name, in: range)) }
      // *Stay tuned to see*: a capital at the start of a sentence, no name.
      if range.count == 1 { return -1 }
    }
    return mention(described(range))
  }

  private mutating func mention(_ number: Int) -> Int {
    if number >= 0, recent.last != number {
      if recent.count > 64 { recent.removeFirst(32) }
      recent.append(number)
    }
    return number
  }

  private func resolvePronoun(_ classes: WordClasses) -> Int? {
    let wanted: Gender
    if classes.contains(.he) {
      wanted = .male
    } else if classes.contains(.she) {
      wanted = .female
    } else if classes.contains(.they) {
      wanted = .several
    } else if classes.contains(.it) {
      wanted = .thing
    } else {
      return nil
    }
    let fitting = recent.last {
      let gender = speakers[$0].gender
      return gender == wanted
        || gender == .unknown && (wanted == .male || wanted == .female) && speakers[$0].kind == .named
    }
    return fitting
  }

  /// The part of a source that is a person's or an organization's name: its last run of capitals before any
  /// preposition.
  private func personName(in range: Range<Int>) -> Range<Int>? {
    var best: Range<Int>?
    var index = range.lowerBound
    var passedPreposition = false
    while index < range.upperBound {
      let token = tokens[index]
      let classes = lexicon.entry(token.word).classes
      if classes.contains(.preposition) && !token.shape.contains(.capitalized) { passedPreposition = true }
      if names.isNameToken(token) {
        let end = names.nameEnd(from: index, limit: range.upperBound)
        let isOwner = end < range.upperBound && tokens[end].kind == .clitic
        if !isOwner && !names.isModifier(end, limit: range.upperBound) {
          let isPerson = names.isPersonName(index..<end)
          let isFuller = isPerson && (best.map { !names.isPersonName($0) } ?? true)
          if best == nil && !passedPreposition || isFuller && !passedPreposition
            || isFuller && passedComma(range.lowerBound, index)
          {
            best = index..<end
          }
        }
        index = end
      } else {
        index += 1
      }
    }
    return best
  }

  private func passedComma(_ start: Int, _ index: Int) -> Bool {
    index > start && bytes[Int(tokens[index - 1].start)] == UInt8(ascii: ",")
  }

  private mutating func speaker(named name: Range<Int>, in source: Range<Int>) -> Int {
    let last = name.upperBound - 1
    let key = names.key(of: last)
    var full = name
    if let known = fullNames[key], name.count < known.count || name.count >= 2 && known.count >= 2 {
      let own = names.nameStart(name)
      if name.upperBound - own < known.count { full = known } else { full = own..<name.upperBound }
    }
    full = names.nameStart(full)..<full.upperBound
    var gender = names.gender(of: full)
    if gender == .unknown, name.lowerBound > 0 {
      // *Mr. Vale*, *Mrs. Ruiz*
      let before = tokens[max(0, name.lowerBound - 2)..<name.lowerBound]
      for token in before {
        let classes = lexicon.entry(token.word).classes
        guard classes.contains(.title) else { continue }
        if classes.contains(.male) { gender = .male } else if classes.contains(.female) { gender = .female }
      }
    }
    var noun: WordID = 0
    for index in source where !name.contains(index) {
      if lexicon.entry(tokens[index].word).classes.contains(.person) { noun = tokens[index].word }
    }
    let identity = names.hash(of: full)
    if let known = byName[identity] {
      if speakers[known].gender == .unknown { speakers[known].gender = gender }
      if noun != 0 { speakers[known].noun = noun }
      return known
    }
    byName[identity] = speakers.count
    speakers.append(Speaker(name: string(full), kind: .named, gender: gender, key: key, noun: noun))
    return speakers.count - 1
  }

  /// A source without a name: someone mentioned before by the same noun, else the description itself.
  private mutating func described(_ range: Range<Int>) -> Int {
    var head = 0
    for index in range {
      let classes = lexicon.entry(tokens[index].word).classes
      if classes.contains(.preposition) && index > range.lowerBound || tokens[index].kind == .punctuation {
        break
      }
      if !classes.isDisjoint(with: [.person, .group, .document, .collective, .noun])
        || tokens[index].kind == .word
      {
        head = index
      }
    }
    let classes = lexicon.entry(tokens[head].word).classes
    let first = lexicon.entry(tokens[range.lowerBound].word).classes
    let isDefinite =
      first.contains(.determiner) && (tokens[range.lowerBound].end - tokens[range.lowerBound].start) == 3
    if isDefinite, classes.contains(.person), !classes.contains(.plural),
      let known = recent.last(where: { speakers[$0].noun == tokens[head].word && tokens[head].word != 0 })
    {
      return known
    }
    let name = names.hash(of: range)
    if let known = byName[name] { return known }
    let kind: SourceKind
    if classes.contains(.document) && !classes.contains(.person) {
      kind = .document
    } else if classes.contains(.collective) || classes.contains(.plural) {
      kind = .collective
    } else if classes.contains(.group) {
      kind = .named
    } else {
      kind = .anonymous
    }
    let gender: Gender =
      classes.contains(.plural) || classes.contains(.collective)
      ? .several : classes.contains(.person) ? .unknown : .thing
    byName[name] = speakers.count
    speakers.append(
      Speaker(
        name: string(range), kind: kind, gender: gender,
        noun: classes.contains(.person) ? tokens[head].word : 0)
    )
    return speakers.count - 1
  }
}
