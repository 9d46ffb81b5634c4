import ParallaxCore

/// Which quotation marks are open in the paragraph.
struct OpenQuotes {
  var double = false
  var single = false
  /// „ and ‚ are closed by “ and ‘.
  var low = false
}

extension TokenScanner {
  /// Whether a double mark opens or closes, by its form, else by its surroundings, else by what is open.
  mutating func doubleQuote(at index: Int, length: Int, curly: UInt32 = 0) -> Token.Shape {
    switch curly {
    case 0x201E, 0x201A:  // „ ‚
      quotes.low = true
      return .openingQuote
    case 0x201C where quotes.low:
      quotes.low = false
      return .closingQuote
    case 0x201C, 0x201F, 0x300C, 0x300E: return .openingQuote
    case 0x201D, 0x300D, 0x300F: return .closingQuote
    case 0xAB, 0x2039:
      return isClosedBefore(index) && isOpenAfter(index + length) ? .closingQuote : .openingQuote
    case 0xBB, 0x203A:
      return isClosedBefore(index) || !quotes.double ? guillemetEnd(index, length) : .closingQuote
    default: break
    }
    let before = isClosedBefore(index)
    let after = isOpenAfter(index + length)
    if before && after {
      // After a figure and with nothing open it is an inch mark.
      if !quotes.double && classAt(index - 1) & ByteClass.digit != 0 { return [] }
      quotes.double = false
      return .closingQuote
    }
    if !before && !after {
      quotes.double = true
      return .openingQuote
    }
    quotes.double.toggle()
    return quotes.double ? .openingQuote : .closingQuote
  }

  private func guillemetEnd(_ index: Int, _ length: Int) -> Token.Shape {
    !isClosedBefore(index) && !isOpenAfter(index + length) ? .openingQuote : .closingQuote
  }

  /// Whether a single mark opens or closes; an apostrophe does neither.
  mutating func singleQuote(at index: Int, length: Int, curly: UInt32 = 0) -> Token.Shape {
    let before = isClosedBefore(index)
    let next = index + length
    if curly == 0x2018 || curly == 0x201B {
      if quotes.low && before {
        quotes.low = false
        return .closingQuote
      }
      if isElision(at: next) { return [] }
      quotes.single = true
      return .openingQuote
    }
    if curly == 0x2019 || (before && isOpenAfter(next)) {
      guard quotes.single, before, !isPluralPossessive(index, next) else { return [] }
      quotes.single = false
      return .closingQuote
    }
    if !before && classAt(next) & ByteClass.space == 0 && !isElision(at: next) {
      quotes.single = true
      return .openingQuote
    }
    return []
  }

  /// *the players’ union*: an *s* before the mark and a small letter after it.
  private func isPluralPossessive(_ index: Int, _ next: Int) -> Bool {
    byteAt(index - 1) | 32 == UInt8(ascii: "s") && byteAt(next) == UInt8(ascii: " ")
      && classAt(next + 1) & ByteClass.lower != 0
  }

  /// Whether something that a mark could close stands before `index`.
  private func isClosedBefore(_ index: Int) -> Bool {
    let bits = classAt(index - 1)
    if bits & ByteClass.space != 0 { return false }
    if bits & ByteClass.high != 0 {
      var first = index - 1
      while first > start && bytes[first] & 0xC0 == 0x80 { first -= 1 }
      switch decode(at: first).scalar.value {
      // – — “ ‘ « ‹ and spaces.
      case 0x2013, 0x2014, 0x201C, 0x2018, 0xAB, 0x2039, 0xA0, 0x2000...0x200B, 0x202F, 0x3000: return false
      default: return true
      }
    }
    switch byteAt(index - 1) {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "/"), UInt8(ascii: "="),
      UInt8(ascii: ":"):
      return false
    case UInt8(ascii: "-"): return byteAt(index - 2) != UInt8(ascii: "-")
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return !(tokens.last?.shape.contains(.openingQuote) ?? false)
    default: return true
    }
  }

  /// Whether what stands at `index` leaves a mark before it nothing to open.
  private func isOpenAfter(_ index: Int) -> Bool {
    let bits = classAt(index)
    if bits & ByteClass.space != 0 { return true }
    if bits & ByteClass.high != 0 {
      switch decode(at: index).scalar.value {
      // – — … ” ’ » › and spaces.
      case 0x2013, 0x2014, 0x2026, 0x201D, 0x2019, 0xBB, 0x203A, 0xA0, 0x2000...0x200B, 0x202F, 0x3000:
        return true
      default: return false
      }
    }
    switch byteAt(index) {
    case UInt8(ascii: "."): return byteAt(index + 1) != UInt8(ascii: ".")
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "-"), UInt8(ascii: "/"):
      return true
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return classAt(index + 1) & ByteClass.alphanumeric == 0
    default: return false
    }
  }

  /// Whether an apostrophe before `index` stands for letters left out: *’80s*, *’em*, *’til*.
  private func isElision(at index: Int) -> Bool {
    if classAt(index) & ByteClass.digit != 0 {
      return classAt(index + 1) & ByteClass.digit != 0 && classAt(index + 2) & ByteClass.digit == 0
    }
    var stop = index
    while stop < index + 6 && classAt(stop) & ByteClass.letter != 0 { stop += 1 }
    switch stop - index {
    case 1: return byteAt(index) | 32 == UInt8(ascii: "n")
    case 2...5: return Self.elisions.contains(text(index, stop).lowercased())
    default: return false
    }
  }

  private static let elisions: Set<String> = ["em", "til", "till", "tis", "twas", "cause", "cuz", "bout"]
}
