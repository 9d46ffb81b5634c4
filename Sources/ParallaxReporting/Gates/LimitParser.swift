import ParallaxCore

/// Why a limit cannot be read, and where.
public struct LimitError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The limit as it was written.
  public var text: String
  /// Column in characters, from 1.
  public var column: Int
  /// What is wrong and what would be right.
  public var message: String

  /// The message with the place shown.
  public var description: String {
    "“\(text)”, column \(column): \(message)\n  \(text)\n  \(String(repeating: " ", count: column - 1))^"
  }
}

extension Limit {
  /// Reads a limit.
  public init(_ text: String) throws(LimitError) {
    var parser = LimitParser(text)
    self = try parser.limit()
  }
}

private struct LimitParser {
  private let text: String
  private let characters: [Character]
  private var at = 0
  private static let voices = Voice.allCases.map(\.rawValue) + ["all"]

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  mutating func limit() throws(LimitError) -> Limit {
    let names = try path()
    let quantity = try quantity(names)
    let comparison = try comparison()
    let bound = try number()
    skipSpace()
    if at < characters.count {
      throw error(at, "the limit ends here; give several limits with --fail-on each")
    }
    return Limit(quantity: quantity, comparison: comparison, bound: bound, description: text)
  }

  private func error(_ place: Int, _ message: String) -> LimitError {
    LimitError(text: text, column: place + 1, message: message)
  }

  private mutating func skipSpace() { while at < characters.count, characters[at].isWhitespace { at += 1 } }

  /// Names between dots, each with its place.
  private mutating func path() throws(LimitError) -> [(name: String, place: Int)] {
    skipSpace()
    var names: [(name: String, place: Int)] = []
    repeat {
      if !names.isEmpty { at += 1 }
      let start = at
      while at < characters.count,
        characters[at].isLetter || characters[at].isNumber || "_-".contains(characters[at])
      {
        at += 1
      }
      guard at > start else {
        throw error(start, "expected a name, as in promotional.author.per1000.low > 5")
      }
      names.append((String(characters[start..<at]), start))
    } while at < characters.count && characters[at] == "."
    return names
  }

  private func quantity(_ names: [(name: String, place: Int)]) throws(LimitError) -> Limit.Quantity {
    if names.count == 1, names[0].name == "new" { return .new }
    guard let voicePlace = names.firstIndex(where: { Self.voices.contains($0.name) }), voicePlace > 0 else {
      let place = names.count > 1 ? names[1].place : at
      throw error(place, "expected a voice after the category: \(Self.voices.joined(separator: ", "))")
    }
    let category = names[..<voicePlace].map(\.name).joined(separator: ".")
    let voice = names[voicePlace].name
    let rest = names[(voicePlace + 1)...]
    if category == "words" {
      if let more = rest.first { throw error(more.place, "words have no measure") }
      return .words(voice: voice)
    }
    guard let measure = rest.first else {
      throw error(
        at, "expected .\(category == "framing" ? "index" : "count, .weight or .per1000") after the voice")
    }
    let isFraming = category == "framing"
    if isFraming, voice != "author", voice != "all" {
      throw error(names[voicePlace].place, "the framing index is of author or all")
    }
    let rated = isFraming ? "index" : "per1000"
    let known = isFraming ? ["index"] : ["count", "weight", "per1000"]
    guard known.contains(measure.name) else {
      throw error(
        measure.place, "unknown measure “\(measure.name)”; known are \(known.joined(separator: ", "))")
    }
    var name = measure.name
    if let end = rest.dropFirst().first {
      guard name == rated else { throw error(end.place, "only \(rated) has an interval") }
      guard end.name == "low" || end.name == "high" else {
        throw error(end.place, "expected low or high, the bounds of the interval")
      }
      name = end.name
    }
    if let more = rest.dropFirst(2).first { throw error(more.place, "expected >, >=, <, <=, == or !=") }
    return isFraming
      ? .framing(voice: voice, name: name) : .measure(category: category, voice: voice, name: name)
  }

  private mutating func comparison() throws(LimitError) -> Limit.Comparison {
    skipSpace()
    let rest = String(characters[at...].prefix(2))
    guard let found = Limit.Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) }) else {
      throw error(at, "expected >, >=, <, <=, == or !=")
    }
    at += found.rawValue.count
    return found
  }

  private mutating func number() throws(LimitError) -> Double {
    skipSpace()
    let start = at
    while at < characters.count, characters[at].isNumber || "+-.eE".contains(characters[at]) { at += 1 }
    guard let number = Double(String(characters[start..<at])), number.isFinite else {
      throw error(start, "expected a number")
    }
    return number
  }
}
