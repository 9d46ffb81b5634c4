import ParallaxCore

extension TokenScanner {
  /// Longest address that is looked for ahead of a word; keeps the look ahead bounded.
  private static let reach = 256

  mutating func emitAddress(from: Int, to stop: Int) {
    at = stop
    var hash = Vocabulary.hashSeed
    var isASCII = true
    var hasDigit = false
    for index in from..<stop {
      let byte = bytes[index]
      hash = Vocabulary.extend(hash, by: lowered[Int(byte)])
      if byte >= 0x80 { isASCII = false }
      if classes[Int(byte)] & ByteClass.digit != 0 { hasDigit = true }
    }
    var shape: Token.Shape = isASCII ? [] : .nonASCII
    if hasDigit { shape.formUnion(.hasDigit) }
    emit(from, .address, shape, isASCII ? id(from, stop, hash: hash) : normalizedID(from, stop))
    scanClitic()
  }

  /// End of the handle or hashtag at `index`, nil when it is a bare sign.
  func tagEnd(at index: Int) -> Int? {
    guard classAt(index - 1) & ByteClass.alphanumeric == 0 else { return nil }
    var stop = index + 1
    var hasLetter = false
    while stop < end {
      let bits = classes[Int(bytes[stop])]
      if bits & ByteClass.word != 0 {
        if bits & ByteClass.digit == 0 { hasLetter = true }
        stop += 1
      } else if bits & ByteClass.high != 0 && isLetter(at: stop) {
        hasLetter = true
        stop += decode(at: stop).length
      } else {
        break
      }
    }
    return hasLetter ? stop : nil
  }

  /// End of `https://…` whose scheme stands before `colon`.
  func schemeURLEnd(from: Int, colon: Int) -> Int? {
    guard byteAt(colon + 1) == UInt8(ascii: "/"), byteAt(colon + 2) == UInt8(ascii: "/"), colon - from <= 5
    else { return nil }
    switch text(from, colon).lowercased() {
    case "http", "https", "ftp": break
    default: return nil
    }
    let stop = pathEnd(from: colon + 3)
    return stop > colon + 3 ? stop : nil
  }

  /// End of an e-mail address or a bare domain (with its path) that begins at `from`, nil when there is none.
  func addressEnd(from: Int) -> Int? {
    let limit = min(end, from + Self.reach)
    var index = from
    var labelStart = from
    var labels = 0
    while index < limit {
      let byte = bytes[index]
      let bits = classes[Int(byte)]
      if bits & ByteClass.word != 0 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
        index += 1
      } else if byte == UInt8(ascii: "."), index > labelStart,
        classAt(index + 1) & ByteClass.alphanumeric != 0
      {
        labels += 1
        index += 1
        labelStart = index
      } else {
        break
      }
    }
    if index > from && index < limit && bytes[index] == UInt8(ascii: "@") { return mailEnd(at: index) }
    guard labels > 0, index > labelStart else { return nil }
    let isWWW = index - from > 4 && text(from, from + 4).lowercased() == "www."
    let hasPath = byteAt(index) == UInt8(ascii: "/") && classAt(index + 1) & ByteClass.alphanumeric != 0
    let domain = text(labelStart, index)
    let isKnown = Self.domains.contains(domain)
    guard isWWW || isKnown || (hasPath && Self.shortDomains.contains(domain)) else { return nil }
    return byteAt(index) == UInt8(ascii: "/") ? pathEnd(from: index) : index
  }

  private func mailEnd(at sign: Int) -> Int? {
    var index = sign + 1
    var dots = 0
    while index < end && index < sign + Self.reach {
      let byte = bytes[index]
      if classes[Int(byte)] & ByteClass.alphanumeric != 0 {
        index += 1
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-"), index > sign + 1,
        classAt(index + 1) & ByteClass.alphanumeric != 0
      {
        if byte == UInt8(ascii: ".") { dots += 1 }
        index += 1
      } else {
        break
      }
    }
    return dots > 0 ? index : nil
  }

  /// End of a URL's path: up to a space, a quotation mark or a bracket, without marks that end a sentence.
  private func pathEnd(from: Int) -> Int {
    var stop = from
    while stop < end {
      let byte = bytes[stop]
      if classes[Int(byte)] & ByteClass.space != 0 { break }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") { break }
      if byte >= 0x80 {
        guard isLetter(at: stop) else { break }
        stop += decode(at: stop).length
      } else {
        stop += 1
      }
    }
    trim: while stop > from {
      switch bytes[stop - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "'"):
        stop -= 1
      default: break trim
      }
    }
    return stop
  }

  /// Last labels that make a domain without further signs.
  private static let domains: Set<String> = [
    "com", "org", "net", "gov", "edu", "mil", "int", "io", "info", "tv", "uk", "eu", "ly", "ai", "news",
    "biz",
  ]
  /// Last labels that are words too, and make a domain only with a path behind them.
  private static let shortDomains: Set<String> = [
    "co", "us", "me", "in", "de", "fr", "ru", "ca", "au", "gd", "gl", "it", "be", "app", "link", "to", "is",
  ]
}
