import ParallaxCore

/// Reads the form of an entry (see `Lexicons/README.md`, Patterns).
///
///     (pipe|pie in the sky) dream~n    bend~v <3> to @poss will    anti-*    =May
///
/// A form of plain words takes a short way; the rest is parsed into items whose alternatives are then written
/// out as paths. Alternatives of one word each stay one step, so few forms have more than a handful.
package struct PatternParser {
  /// Most paths one form may have.
  package static let pathLimit = 512
  /// Most words a gap may hold.
  package static let gapLimit = 10
  /// Most steps of a path.
  package static let stepLimit = 32

  let bytes: ArraySlice<UInt8>
  /// The next byte to read.
  var at: Int
  /// Whether open classes (`@ing`, `@start`) may stand here: in guards they may.
  let allowsOpenClasses: Bool
  private var depth = 0

  /// The pattern of a form.
  ///
  /// - Complexity: O(length), times the number of paths written out.
  package static func parse(_ form: String) throws(PatternError) -> Pattern {
    try parse(bytes: Array(form.utf8)[...])
  }

  /// The pattern of a form given as UTF-8.
  package static func parse(bytes: ArraySlice<UInt8>) throws(PatternError) -> Pattern {
    if let plain = plainPath(bytes) { return plain }
    var parser = PatternParser(bytes, allowsOpenClasses: false)
    let items = try parser.sequence(until: nil)
    var pattern = Pattern(paths: try parser.paths(of: items))
    pattern.capitals = capitals(in: bytes)
    return pattern
  }

  /// The paths of an item of a guard list, in which blanks have taken the place of `_`.
  static func guardPaths(bytes: ArraySlice<UInt8>) throws(PatternError) -> [[PatternStep]] {
    if let plain = plainPath(bytes) { return plain.paths }
    var parser = PatternParser(bytes, allowsOpenClasses: true)
    return try parser.paths(of: try parser.sequence(until: nil))
  }

  init(_ bytes: ArraySlice<UInt8>, allowsOpenClasses: Bool) {
    self.bytes = bytes
    self.allowsOpenClasses = allowsOpenClasses
    at = bytes.startIndex
  }

  // MARK: Items

  /// A part of a form: a step, or alternatives (an empty one for what may be left out).
  enum Item {
    case step(PatternStep)
    case group([[Item]])
  }

  func error(_ problem: String, _ remedy: String, at offset: Int? = nil) -> PatternError {
    PatternError(offset: (offset ?? at) - bytes.startIndex, problem: problem, remedy: remedy)
  }

  var byte: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  /// Items up to `|` or the closing bracket, or to the end of the form.
  mutating func sequence(until close: UInt8?) throws(PatternError) -> [Item] {
    var items: [Item] = []
    while let next = byte {
      switch next {
      case UInt8(ascii: " "):
        at += 1
      case UInt8(ascii: "|"):
        if close != nil { return items }
        throw error(
          "a bar outside brackets", "write alternatives in round brackets, (a|b), or as entries of their own")
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if next == close { return items }
        throw error(
          "a closing bracket \"\(Character(Unicode.Scalar(next)))\" that closes nothing",
          "open it before, or remove it")
      default:
        items += try item()
      }
    }
    if let close {
      throw error(
        "a bracket is not closed", "add \"\(Character(Unicode.Scalar(close)))\" after the last alternative")
    }
    return items
  }

  /// One item with its inflection mark: what stands up to the next blank, bar or bracket.
  mutating func item() throws(PatternError) -> [Item] {
    guard let next = byte else { return [] }
    switch next {
    case UInt8(ascii: "("), UInt8(ascii: "["):
      if let glued = try gluedItem() { return glued }
      return [try group()]
    case UInt8(ascii: "<"): return [.step(try gap())]
    case UInt8(ascii: "="): return try exact()
    case UInt8(ascii: "@"): return [.step(try wordClass())]
    case UInt8(ascii: "~"):
      throw error("an inflection mark without a word", "write it right after the word it inflects, slam~v")
    default:
      if let glued = try gluedItem() { return glued }
      return try literal()
    }
  }

  mutating func group() throws(PatternError) -> Item {
    let start = at
    let isOptional = bytes[at] == UInt8(ascii: "[")
    let close = isOptional ? UInt8(ascii: "]") : UInt8(ascii: ")")
    depth += 1
    guard depth <= 8 else {
      throw error("brackets nested more than 8 deep", "split the form into several entries")
    }
    at += 1
    var alternatives: [[Item]] = []
    while true {
      let alternative = try sequence(until: close)
      if alternative.isEmpty {
        throw error(
          "an empty alternative", "write what may be left out in square brackets, [so|ever so]", at: start)
      }
      alternatives.append(alternative)
      let end = bytes[at]
      at += 1
      if end == close { break }
    }
    depth -= 1
    if let inflection = try inflectionMark() {
      for index in alternatives.indices {
        guard let changed = inflect(alternatives[index], inflection) else {
          throw error(
            "an alternative that cannot be inflected", "mark single words inside the brackets instead",
            at: start)
        }
        alternatives[index] = changed
      }
    }
    if isOptional { alternatives.append([]) }
    return .group(Self.merged(alternatives))
  }

  /// Alternatives of one word each as one step, in the place of the first of them.
  static func merged(_ alternatives: [[Item]]) -> [[Item]] {
    var words: [String] = []
    var seen: Set<String> = []
    var place: Int?
    var rest: [[Item]] = []
    for alternative in alternatives {
      if alternative.count == 1, case .step(.words(let more)) = alternative[0] {
        if place == nil {
          place = rest.count
          rest.append([])
        }
        for word in more where seen.insert(word).inserted { words.append(word) }
      } else {
        rest.append(alternative)
      }
    }
    if let place { rest[place] = [.step(.words(words))] }
    return rest
  }

  /// The items with the last word inflected; nil when it is no single word.
  func inflect(_ items: [Item], _ inflection: Inflection) -> [Item]? {
    guard let last = items.last else { return nil }
    var changed = items
    switch last {
    case .step(.words(let words)):
      var forms = inflection.forms(of: words[0])
      for word in words.dropFirst() {
        for form in inflection.forms(of: word) where !forms.contains(form) { forms.append(form) }
      }
      changed[changed.count - 1] = .step(.words(forms))
    case .group(let alternatives):
      var inner: [[Item]] = []
      for alternative in alternatives {
        guard !alternative.isEmpty, let one = inflect(alternative, inflection) else { return nil }
        inner.append(one)
      }
      changed[changed.count - 1] = .group(Self.merged(inner))
    default:
      return nil
    }
    return changed
  }

  mutating func inflectionMark() throws(PatternError) -> Inflection? {
    guard byte == UInt8(ascii: "~") else { return nil }
    guard at + 1 < bytes.endIndex, let inflection = Inflection(letter: bytes[at + 1]) else {
      throw error("an unknown inflection mark", "write ~v for verbs, ~n for nouns, ~a for adjectives")
    }
    at += 2
    if let next = byte, !Self.isBreak(next) {
      throw error("letters after an inflection mark", "put a blank between the words")
    }
    return inflection
  }

  mutating func gap() throws(PatternError) -> PatternStep {
    let start = at
    at += 1
    var value = 0
    while let digit = byte, digit &- 48 < 10, value < 1000 {
      value = value * 10 + Int(digit - 48)
      at += 1
    }
    guard byte == UInt8(ascii: ">"), (1...Self.gapLimit).contains(value) else {
      throw error(
        "a gap that is not a number", "write <1> to <\(Self.gapLimit)>, at most so many words", at: start)
    }
    at += 1
    return .gap(value)
  }

  mutating func exact() throws(PatternError) -> [Item] {
    let start = at
    at += 1
    let text = takeLiteral()
    let words = PatternWords.split(text)
    guard words.count == 1 else {
      throw error(
        "exact case of other than one word", "write =Word, each word with a mark of its own", at: start)
    }
    guard let inflection = try inflectionMark() else { return [.step(.exact(text))] }
    let forms = inflection.forms(of: words[0]).map { form -> [Item] in
      let suffix = form.hasPrefix(words[0]) ? text + form.dropFirst(words[0].count) : nil
      return [.step(.exact(suffix ?? form.prefix(1).uppercased() + form.dropFirst()))]
    }
    return [.group(forms)]
  }

  mutating func wordClass() throws(PatternError) -> PatternStep {
    let start = at
    at += 1
    let name = takeLiteral()
    guard let wordClass = WordClass(rawValue: name) else {
      throw error(
        "an unknown class \"@\(name)\"",
        "write one of \(WordClass.allCases.map { "@" + $0.rawValue }.joined(separator: " "))", at: start)
    }
    switch wordClass {
    case .number: return .number
    case .name: return .name
    default: break
    }
    if wordClass.isClosed {
      return .words(wordClass.words + (allowsOpenClasses ? wordClass.negatedWords : []))
    }
    guard allowsOpenClasses else {
      throw error("the class \"@\(name)\" in a form", "use it in a guard, or list the words", at: start)
    }
    return .wordClass(wordClass)
  }

  // MARK: Words

  /// Takes its meaning from the mark behind it: `\(` is a bracket of the text.
  static let escape = UInt8(ascii: "\\")

  /// The text of a word without its escapes.
  static func unescaped(_ word: ArraySlice<UInt8>) -> String {
    guard word.contains(escape) else { return String(decoding: word, as: UTF8.self) }
    var text: [UInt8] = []
    var at = word.startIndex
    while at < word.endIndex {
      if word[at] == escape && at + 1 < word.endIndex { at += 1 }
      text.append(word[at])
      at += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func isBreak(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  mutating func takeLiteral() -> String {
    let start = at
    while let next = byte, !Self.isBreak(next) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  mutating func literal() throws(PatternError) -> [Item] {
    let start = at
    var isPlain = true
    var star: Int?
    while let next = byte, !Self.isBreak(next) {
      if next == UInt8(ascii: "*") { star = star ?? at }
      if !Self.isAlphanumeric(next) { isPlain = false }
      at += next == Self.escape && at + 1 < bytes.endIndex ? 2 : 1
    }
    guard at > start else {
      throw error("a stray \"\(Character(Unicode.Scalar(bytes[at])))\"", "see Patterns in Lexicons/README.md")
    }
    // A star at one end of a word is a wildcard; elsewhere (sh*t, * gasp *) it is a mark like others.
    if let star, at - start > 1, star == start || star == at - 1 {
      return [.step(try wildcard(Self.unescaped(bytes[start..<at]), at: start))]
    }
    let words =
      isPlain
      ? [Self.lowercased(bytes[start..<at])]
      : PatternWords.split(Self.unescaped(bytes[start..<at]))
    guard !words.isEmpty else { throw error("a word of invisible characters", "remove it", at: start) }
    let items = words.map { Item.step(.words([$0])) }
    if let inflection = try inflectionMark(), let changed = inflect(items, inflection) { return changed }
    return items
  }

  func wildcard(_ text: String, at start: Int) throws(PatternError) -> PatternStep {
    let word = WordForm.normalize(text)
    let isPrefix = word.hasSuffix("*")
    let rest = isPrefix ? word.dropLast() : word.dropFirst()
    guard !rest.contains("*") else {
      throw error(
        "two stars in a word", "a star stands at the end (anti-*) or the beginning (*-style)", at: start)
    }
    guard rest.unicodeScalars.count >= 3 else {
      throw error("a wildcard of fewer than three letters", "list the words that are meant", at: start)
    }
    if byte == UInt8(ascii: "~") { throw error("an inflection mark on a wildcard", "remove it") }
    return .words([word])
  }
}

extension Inflection {
  /// The inflection of a mark's letter.
  init?(letter: UInt8) { self.init(rawValue: Character(Unicode.Scalar(letter))) }
}
