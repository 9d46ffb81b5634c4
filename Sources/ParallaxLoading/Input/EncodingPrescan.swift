/// Finds the encoding that a page declares in its first bytes, as browsers do.
///
/// Comments are passed over whole, other tags attribute by attribute, so that a `charset` inside a comment, a
/// script's address or another tag's value declares nothing.
///
/// - SeeAlso: HTML Standard, "prescan a byte stream to determine its encoding".
struct EncodingPrescan {
  /// A declaration and where it stands.
  struct Declaration: Equatable {
    /// The label as the page writes it, in lower case.
    var label: String
    /// `meta` or `xml`.
    var place: String
  }

  private let bytes: ArraySlice<UInt8>
  private var at: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  /// The first declaration within `limit` bytes.
  ///
  /// - Parameter limit: Browsers guess after 1,024 bytes and look further as they parse.
  /// - Complexity: O(limit).
  static func declaration(in bytes: [UInt8], within limit: Int = 1024) -> Declaration? {
    var scan = EncodingPrescan(bytes.prefix(limit))
    if let label = scan.meta() { return Declaration(label: label, place: "meta") }
    return xmlDeclaration(bytes.prefix(limit)).map { Declaration(label: $0, place: "xml") }
  }

  private mutating func meta() -> String? {
    while at < bytes.endIndex {
      guard bytes[at] == 0x3C else {
        at += 1
        continue
      }
      if starts("<!--") {
        at += 2
        skip(past: "-->")
      } else if starts("<meta"), at + 5 < bytes.endIndex, Self.isSpace(bytes[at + 5]) || bytes[at + 5] == 0x2F
      {
        at += 5
        if let label = metaLabel() { return label }
      } else if at + 1 < bytes.endIndex,
        Self.isLetter(bytes[at + 1])
          || bytes[at + 1] == 0x2F && at + 2 < bytes.endIndex && Self.isLetter(bytes[at + 2])
      {
        at += 1
        while at < bytes.endIndex, !Self.isSpace(bytes[at]), bytes[at] != 0x3E { at += 1 }
        while attribute() != nil {}
        if at < bytes.endIndex { at += 1 }
      } else if starts("<!") || starts("</") || starts("<?") {
        skip(past: ">")
      } else {
        at += 1
      }
    }
    return nil
  }

  /// The label that a `<meta>` declares by `charset`, or by `http-equiv` and `content`.
  private mutating func metaLabel() -> String? {
    var seen: Set<String> = []
    var label: String?
    var needsPragma = false
    var hasPragma = false
    while let (name, value) = attribute() {
      guard seen.insert(name).inserted else { continue }
      switch name {
      case "http-equiv": hasPragma = value == "content-type"
      case "content":
        if label == nil, let found = Self.label(inContent: value) {
          label = found
          needsPragma = true
        }
      case "charset":
        label = value
        needsPragma = false
      default: break
      }
    }
    if at < bytes.endIndex { at += 1 }
    guard let label, !label.isEmpty, !needsPragma || hasPragma else { return nil }
    return label
  }

  /// The value of `charset=` in a `Content-Type`, in quotes or bare.
  static func label(inContent content: String) -> String? {
    let text = Array(content.lowercased().utf8)
    let word = Array("charset".utf8)
    var at = 0
    while at + word.count <= text.count {
      guard text[at..<at + word.count].elementsEqual(word) else {
        at += 1
        continue
      }
      at += word.count
      while at < text.count, isSpace(text[at]) { at += 1 }
      guard at < text.count, text[at] == 0x3D else { continue }
      at += 1
      while at < text.count, isSpace(text[at]) { at += 1 }
      guard at < text.count else { return nil }
      if text[at] == 0x22 || text[at] == 0x27 {
        guard let end = text[(at + 1)...].firstIndex(of: text[at]) else { return nil }
        return String(decoding: text[(at + 1)..<end], as: UTF8.self)
      }
      let end = text[at...].firstIndex { isSpace($0) || $0 == 0x3B || $0 == 0x2C } ?? text.count
      return end > at ? String(decoding: text[at..<end], as: UTF8.self) : nil
    }
    return nil
  }

  /// Reads one attribute in lower case; nil at the end of the tag, which `at` is left before, and where the
  /// bytes end within it.
  private mutating func attribute() -> (name: String, value: String)? {
    while at < bytes.endIndex, Self.isSpace(bytes[at]) || bytes[at] == 0x2F { at += 1 }
    guard at < bytes.endIndex, bytes[at] != 0x3E else { return nil }
    let start = at
    while at < bytes.endIndex, bytes[at] != 0x3E, bytes[at] != 0x2F, !Self.isSpace(bytes[at]),
      bytes[at] != 0x3D || at == start
    {
      at += 1
    }
    let name = lowercased(start..<at)
    skipSpace()
    guard at < bytes.endIndex else { return nil }
    guard bytes[at] == 0x3D else { return (name, "") }
    at += 1
    skipSpace()
    guard at < bytes.endIndex else { return nil }
    let quote = bytes[at]
    if quote == 0x22 || quote == 0x27 {
      guard let end = bytes[(at + 1)...].firstIndex(of: quote) else {
        at = bytes.endIndex
        return nil
      }
      let value = lowercased(at + 1..<end)
      at = end + 1
      return (name, value)
    }
    let valueStart = at
    while at < bytes.endIndex, bytes[at] != 0x3E, !Self.isSpace(bytes[at]) { at += 1 }
    return at < bytes.endIndex ? (name, lowercased(valueStart..<at)) : nil
  }

  /// The encoding of `<?xml version="1.0" encoding="…"?>` at the very start.
  private static func xmlDeclaration(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.starts(with: Array("<?xml".utf8)), let end = bytes.firstIndex(of: 0x3E) else { return nil }
    let words = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
      .split { $0 == "=" || $0 == "\"" || $0 == "'" || $0 == " " || $0 == "?" || $0 == "\n" }
    guard let place = words.firstIndex(of: "encoding"), place + 1 < words.count else { return nil }
    return String(words[place + 1])
  }

  // MARK: Bytes

  private func starts(_ word: StaticString) -> Bool {
    guard at + word.utf8CodeUnitCount <= bytes.endIndex else { return false }
    for index in 0..<word.utf8CodeUnitCount {
      let byte = bytes[at + index]
      if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != word.utf8Start[index] { return false }
    }
    return true
  }

  private mutating func skip(past word: StaticString) {
    while at < bytes.endIndex {
      if starts(word) {
        at += word.utf8CodeUnitCount
        return
      }
      at += 1
    }
  }

  private mutating func skipSpace() {
    while at < bytes.endIndex, Self.isSpace(bytes[at]) { at += 1 }
  }

  private func lowercased(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
