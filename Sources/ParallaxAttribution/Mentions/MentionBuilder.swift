import ParallaxCore

/// Gathers the mentions of an article in one pass over its tokens, after one that gathers full names.
struct MentionBuilder {
  private let lexicon: CueLexicon
  private let segmented: SegmentedArticle
  private let tokens: UnsafeBufferPointer<Token>
  private let names: NameReader
  private var index = MentionIndex()
  private var referents = Referents()
  /// Hashes of words that stand capitalized inside a sentence.
  private var capitalized: Set<UInt64> = []

  init(
    lexicon: CueLexicon, segmented: SegmentedArticle, tokens: UnsafeBufferPointer<Token>,
    bytes: UnsafePointer<UInt8>
  ) {
    self.lexicon = lexicon
    self.segmented = segmented
    self.tokens = tokens
    names = NameReader(lexicon: lexicon, tokens: tokens, bytes: bytes)
  }

  /// The index of the article's editorial text.
  ///
  /// - Complexity: O(n) in tokens.
  mutating func build() -> MentionIndex {
    var isTitled: [Bool] = []
    isTitled.reserveCapacity(segmented.sentences.count)
    for sentence in segmented.sentences {
      let headed = isTitleCase(sentence.tokens)
      isTitled.append(headed)
      if isRead(sentence) && !headed { collect(sentence.tokens) }
    }
    for (number, sentence) in segmented.sentences.enumerated() where isRead(sentence) {
      referents.begin(sentence: number)
      read(sentence.tokens, number, isTitled: isTitled[number])
    }
    return index
  }

  private func isRead(_ sentence: Sentence) -> Bool {
    segmented.article.paragraphs[sentence.paragraph].role.isEditorial
  }

  private func classes(_ token: Int) -> WordClasses { lexicon.entry(tokens[token].word).classes }

  /// Whether most longer words are capitalized, so that capitals tell nothing.
  private func isTitleCase(_ range: Range<Int>) -> Bool {
    var capital = 0
    var small = 0
    for token in range.prefix(40)
    where tokens[token].kind == .word && tokens[token].end - tokens[token].start > 3 {
      if tokens[token].shape.contains(.capitalized) { capital += 1 } else { small += 1 }
    }
    return capital >= 4 && capital > 3 * small
  }

  // MARK: Full names

  /// Notes what stands capitalized, and names of several words.
  private mutating func collect(_ range: Range<Int>) {
    var token = range.lowerBound
    while token < range.upperBound {
      guard tokens[token].shape.contains(.capitalized), names.isNameToken(tokens[token]) else {
        token += 1
        continue
      }
      let end = names.nameEnd(from: token, limit: range.upperBound)
      let start = names.nameStart(token..<end)
      for inner in start..<end where !tokens[inner].shape.contains(.sentenceStart) {
        capitalized.insert(names.key(of: inner))
      }
      if end - start >= 2 { _ = entity(start..<end) }
      token = max(end, token + 1)
    }
  }

  /// The entity of a name, a new one where it is not known.
  ///
  /// - Parameter title: What stands before it here.
  private mutating func entity(_ name: Range<Int>, title: Range<Int>? = nil) -> Int {
    let hash = names.hash(of: name)
    let place = lexicon.gazetteer.number(hash)
    let identity = place.map { UInt64(bitPattern: Int64($0)) &* 0x9E37_79B9_7F4A_7C15 } ?? hash
    if let known = index.byName[identity] ?? index.byName[hash] {
      index.byName[hash] = known
      return known
    }
    let last = names.key(of: name.upperBound - 1)
    if name.count == 1, let known = bearer(of: last, title: title) { return known }
    let isPerson = names.isPersonName(name) && names.gender(of: name) != .thing && place == nil
    let number = index.entities.count
    index.entities.append(.init(name: name, isPerson: isPerson))
    referents.genders.append(place != nil ? .thing : names.gender(of: name))
    index.byName[identity] = number
    index.byName[hash] = number
    if place == nil, name.count > 1, classes(name.upperBound - 1).isDisjoint(with: [.group, .document]) {
      let bearers = index.byLastWord[last]?.count ?? 0
      if bearers < 8 { index.byLastWord[last, default: []].append(number) }
    }
    return number
  }

  /// Who is meant by a last name: of those whom the title fits the one mentioned most so far.
  private func bearer(of lastName: UInt64, title: Range<Int>?) -> Int? {
    guard let bearers = index.byLastWord[lastName] else { return nil }
    let said = (title ?? 0..<0).reduce(into: WordClasses()) { $0.formUnion(classes($1)) }
    let fitting = bearers.filter {
      switch referents.genders[$0] {
      case .male: !said.contains(.female)
      case .female: !said.contains(.male)
      default: true
      }
    }
    return fitting.max {
      let (a, b) = (index.entities[$0].mentions.count, index.entities[$1].mentions.count)
      return a != b ? a < b : $0 > $1
    }
  }

  // MARK: Mentions

  private mutating func read(_ range: Range<Int>, _ sentence: Int, isTitled: Bool) {
    var token = range.lowerBound
    while token < range.upperBound {
      let shape = tokens[token].shape
      if tokens[token].kind != .word {
        token += 1
      } else if shape.contains(.capitalized), names.isNameToken(tokens[token]) {
        token = readName(token, range, sentence, isTitled)
      } else {
        token = readReference(token, range, sentence)
      }
    }
  }

  private mutating func readName(_ first: Int, _ range: Range<Int>, _ sentence: Int, _ isTitled: Bool) -> Int
  {
    let end = names.nameEnd(from: first, limit: range.upperBound)
    let start = names.nameStart(first..<end)
    guard start < end, let name = isTitled ? knownName(start..<end) : start..<end else {
      return max(end, first + 1)
    }
    if name.count == 1, tokens[name.lowerBound].shape.contains(.sentenceStart), !isName(name.lowerBound) {
      return end
    }
    let title = titles(before: name.lowerBound, low: range.lowerBound)
    let number = entity(name, title: title)
    if name.count > index.entities[number].name.count && classes(name.lowerBound).contains(.firstName) {
      index.entities[number].name = name
    }
    if !title.isEmpty { describe(number, by: title) }
    add(title.lowerBound..<name.upperBound, number, sentence, isName: true, title: title)
    return readApposition(after: name.upperBound, number, range)
  }

  /// In a title-case line, the longest known name in a run of capitals.
  private func knownName(_ run: Range<Int>) -> Range<Int>? {
    for start in run {
      for end in stride(from: run.upperBound, to: start, by: -1) {
        if index.byName[names.hash(of: start..<end)] != nil { return start..<end }
      }
      if index.byLastWord[names.key(of: start)] != nil || classes(start).contains(.firstName) && run.count > 1
      {
        return start..<min(run.upperBound, start + (classes(start).contains(.firstName) ? 2 : 1))
      }
    }
    return nil
  }

  /// Whether a single word at the start of a sentence is a name rather than a capitalized word.
  private func isName(_ token: Int) -> Bool {
    let key = names.key(of: token)
    return capitalized.contains(key) || index.byLastWord[key] != nil
      || lexicon.gazetteer.number(names.hash(of: token..<token + 1)) != nil
      || classes(token).contains(.firstName) || tokens[token].shape.contains(.allCapitals)
      || classes(token).isEmpty && tokens[token].word == 0
  }

  /// *President*, *Mayor*, *Mrs.* before a name; empty at the name's start when there is none.
  private func titles(before name: Int, low: Int) -> Range<Int> {
    var start = name
    var token = name - 1
    while token >= low && token > name - 6 {
      if tokens[token].kind == .punctuation {
        guard token > low, classes(token - 1).contains(.title), tokens[token].end - tokens[token].start == 1,
          !tokens[token].shape.contains(.spaceBefore)
        else { break }
        token -= 1
        continue
      }
      guard classes(token).contains(.title), tokens[token].shape.contains(.capitalized) else { break }
      start = token
      token -= 1
    }
    return start..<name
  }

  private mutating func add(
    _ tokens: Range<Int>, _ entity: Int, _ sentence: Int, isName: Bool, title: Range<Int>? = nil
  ) {
    if let last = index.mentions.last, last.tokens.upperBound > tokens.lowerBound { return }
    index.entities[entity].mentions.append(index.mentions.count)
    if isName { index.entities[entity].named += 1 }
    referents.note(entity)
    index.mentions.append(
      .init(
        tokens: tokens, entity: entity, sentence: sentence, isName: isName,
        title: title ?? tokens.lowerBound..<tokens.lowerBound))
  }

  /// Notes the nouns of a title, and the gender it tells.
  private mutating func describe(_ entity: Int, by title: Range<Int>) {
    for token in title where tokens[token].word != 0 {
      let classes = classes(token)
      if classes.contains(.male) { referents.genders[entity] = .male }
      if classes.contains(.female) { referents.genders[entity] = .female }
      referents.nouns[tokens[token].word] = entity
    }
    index.entities[entity].isPerson = true
  }

  /// *Ana Ruiz, the mayor of Vale,*: from here on *the mayor* is she. Gives the token to go on with.
  private mutating func readApposition(after end: Int, _ entity: Int, _ range: Range<Int>) -> Int {
    guard end + 2 < range.upperBound, isComma(end), classes(end + 1).contains(.determiner) else { return end }
    for token in end + 2..<min(range.upperBound, end + 8) {
      if tokens[token].kind == .punctuation || tokens[token].shape.contains(.capitalized) { return end }
      let classes = classes(token)
      if classes.contains(.preposition) || !classes.isDisjoint(with: .auxiliary) { return end }
      if !classes.isDisjoint(with: [.person, .title]), !classes.contains(.plural), tokens[token].word != 0 {
        referents.nouns[tokens[token].word] = entity
        index.entities[entity].isPerson = true
        return token + 1
      }
    }
    return end
  }

  private func isComma(_ token: Int) -> Bool {
    tokens[token].kind == .punctuation && names.bytes[Int(tokens[token].start)] == UInt8(ascii: ",")
  }

  /// A pronoun, or *the mayor*.
  private mutating func readReference(_ token: Int, _ range: Range<Int>, _ sentence: Int) -> Int {
    let classes = classes(token)
    if !classes.isDisjoint(with: [.he, .she]) {
      if let known = referents.person(classes.contains(.he) ? .male : .female, in: index) {
        add(token..<token + 1, known, sentence, isName: false)
      }
      return token + 1
    }
    if classes.contains(.determiner), tokens[token].end - tokens[token].start == 3,
      token + 1 < range.upperBound,
      let known = referents.nouns[tokens[token + 1].word], !self.classes(token + 1).contains(.plural),
      token + 2 >= range.upperBound || !names.isNameToken(tokens[token + 2])
    {
      add(token..<token + 2, known, sentence, isName: false)
      return token + 2
    }
    return token + 1
  }
}

/// Who can be meant by *he*, *she* and *the mayor*.
private struct Referents {
  /// Of each entity.
  var genders: [Gender] = []
  /// Who was last called by a noun.
  var nouns: [WordID: Int] = [:]
  /// Who was mentioned in the sentence so far and in those before it, nearest sentence first.
  private var recent: [[Int]] = [[]]
  /// Sentences that a pronoun reaches back over.
  private static let reach = 4

  mutating func begin(sentence: Int) {
    if recent[0].isEmpty && recent.count > 1 { return }
    recent.insert([], at: 0)
    if recent.count > Self.reach { recent.removeLast() }
  }

  mutating func note(_ entity: Int) {
    if recent[0].count < 16 && !recent[0].contains(entity) { recent[0].append(entity) }
  }

  /// The first person of the nearest sentence that the pronoun fits.
  func person(_ gender: Gender, in index: MentionIndex) -> Int? {
    for entities in recent {
      if let known = entities.first(where: { fits($0, gender, index) && genders[$0] == gender }) {
        return known
      }
      if let likely = entities.first(where: { fits($0, gender, index) && index.entities[$0].isPerson }) {
        return likely
      }
    }
    for entities in recent {
      if let any = entities.first(where: { fits($0, gender, index) }) { return any }
    }
    return nil
  }

  private func fits(_ entity: Int, _ gender: Gender, _ index: MentionIndex) -> Bool {
    genders[entity] == gender || genders[entity] == .unknown
  }
}
