import ParallaxCore

/// Reads the guard column of an entry (see `Lexicons/README.md`, Guards).
///
///     not-before:department|supreme_court after:@det pos:noun name-ok
package struct GuardParser {
  private let bytes: ArraySlice<UInt8>
  private var guards = Guards()

  /// The guards of a field.
  ///
  /// - Complexity: O(length).
  package static func parse(_ text: String) throws(PatternError) -> Guards {
    try parse(bytes: Array(text.utf8)[...])
  }

  /// The guards of a field given as UTF-8.
  package static func parse(bytes: ArraySlice<UInt8>) throws(PatternError) -> Guards {
    var parser = GuardParser(bytes: bytes)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == 0x20 {
        at += 1
        continue
      }
      let start = at
      while at < bytes.endIndex, bytes[at] != 0x20 { at += 1 }
      try parser.read(start..<at)
    }
    return parser.guards
  }

  private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func error(_ problem: String, _ remedy: String, at offset: Int) -> PatternError {
    PatternError(offset: offset - bytes.startIndex, problem: problem, remedy: remedy)
  }

  private mutating func read(_ range: Range<Int>) throws(PatternError) {
    guard let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) else { return try flag(range) }
    let key = text(range.lowerBound..<colon)
    let list = items(colon + 1..<range.upperBound)
    guard !list.isEmpty else {
      throw error("the guard \"\(key)\" without a list", "write \(key):LIST", at: colon)
    }
    switch key {
    case "after": guards.after += try context(list)
    case "before": guards.before += try context(list)
    case "not-after": guards.notAfter += try context(list)
    case "not-before": guards.notBefore += try context(list)
    case "except":
      for item in list { guards.exceptions += try phrases(item) }
    case "role":
      var roles: Set<Role> = guards.roles ?? []
      for item in list { roles.insert(try named(item, "role")) }
      guards.roles = roles
    case "not-role":
      for item in list { guards.excludedRoles.insert(try named(item, "role")) }
    case "voice":
      var voices: Set<Voice> = guards.voices ?? []
      for item in list { voices.insert(try named(item, "voice")) }
      guards.voices = voices
    case "pos":
      for item in list { guards.partsOfSpeech.insert(try named(item, "part of speech")) }
    default: throw unknown(key, at: range.lowerBound)
    }
  }

  private mutating func flag(_ range: Range<Int>) throws(PatternError) {
    switch text(range) {
    case "start": guards.sentenceStart = true
    case "not-start": guards.sentenceStart = false
    case "cue": guards.cue = true
    case "not-cue": guards.cue = false
    case "name-ok": guards.allowsNames = true
    case "no-negation": guards.ignoresNegation = true
    case "tight": guards.isTight = true
    case let other: throw unknown(other, at: range.lowerBound)
    }
  }

  private func unknown(_ key: String, at offset: Int) -> PatternError {
    error(
      "an unknown guard \"\(key)\"",
      "write one of after: before: not-after: not-before: except: start not-start role: not-role: voice: pos: "
        + "cue not-cue name-ok no-negation tight", at: offset)
  }

  /// The items between bars.
  private func items(_ range: Range<Int>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    var nesting = 0
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): nesting += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): nesting -= 1
      case UInt8(ascii: "|") where nesting == 0:
        if index > start { items.append(start..<index) }
        start = index + 1
      default: break
      }
    }
    if range.upperBound > start { items.append(start..<range.upperBound) }
    return items
  }

  private func named<Name: RawRepresentable & CaseIterable>(
    _ item: Range<Int>, _ what: String
  ) throws(PatternError) -> Name where Name.RawValue == String {
    if let name = Name(rawValue: text(item)) { return name }
    let known = Name.allCases.map(\.rawValue).joined(separator: ", ")
    throw error("an unknown \(what) \"\(text(item))\"", "write one of \(known)", at: item.lowerBound)
  }

  /// The paths of one item, blanks written as `_`.
  private func phrases(_ item: Range<Int>) throws(PatternError) -> [[PatternStep]] {
    let spaced = bytes[item].map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
    do throws(PatternError) {
      let paths = try PatternParser.guardPaths(bytes: spaced[...])
      for path in paths {
        for case .gap in path {
          throw PatternError(offset: 0, problem: "a gap in a guard", remedy: "list the phrases")
        }
      }
      return paths
    } catch {
      throw self.error(error.problem, error.remedy, at: item.lowerBound + error.offset)
    }
  }

  /// What may stand beside a match; single words are gathered into one item.
  private func context(_ list: [Range<Int>]) throws(PatternError) -> [ContextItem] {
    var words: [String] = []
    var found: [ContextItem] = []
    for item in list {
      if bytes[item.lowerBound] == UInt8(ascii: "@"),
        let wordClass = WordClass(rawValue: String(text(item).dropFirst()))
      {
        found.append(.wordClass(wordClass))
        continue
      }
      for path in try phrases(item) {
        if path.count == 1, case .words(let more) = path[0] {
          words += more
        } else {
          found.append(.phrase(path))
        }
      }
    }
    if !words.isEmpty { found.append(.phrase([.words(words)])) }
    return found
  }
}
