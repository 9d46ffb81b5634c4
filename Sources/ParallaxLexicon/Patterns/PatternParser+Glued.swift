import ParallaxCore

// Words made of parts: brackets that touch letters.
extension PatternParser {
  /// The items of a stretch such as `battle-(tested|hardened)` or `[re]build~v`, in which brackets touch
  /// letters; nil for any other.
  mutating func gluedItem() throws(PatternError) -> [Item]? {
    let start = at
    var end = at
    var nesting = 0
    var hasGroup = false
    var touches = false
    while end < bytes.endIndex {
      let byte = bytes[end]
      if byte == Self.escape && end + 1 < bytes.endIndex {
        end += 2
        continue
      }
      if nesting == 0 && (byte == 0x20 || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "~")) { break }
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") {
        if nesting == 0 && end > start { touches = true }
        nesting += 1
        hasGroup = true
      } else if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") {
        if nesting == 0 { break }
        nesting -= 1
        if nesting == 0, end + 1 < bytes.endIndex, !Self.isBreak(bytes[end + 1]) { touches = true }
      }
      end += 1
    }
    guard hasGroup, touches, nesting == 0 else { return nil }
    at = end
    let mark = try inflectionMark()
    var texts: [[UInt8]] = [[]]
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: "[") {
        let (alternatives, next) = rawAlternatives(from: index)
        texts = texts.flatMap { text in alternatives.map { text + $0 } }
        guard texts.count <= Self.pathLimit else {
          throw error(
            "more than \(Self.pathLimit) alternatives", "split the form into several entries", at: start)
        }
        index = next
      } else {
        let length = bytes[index] == Self.escape && index + 1 < end ? 2 : 1
        for place in texts.indices { texts[place] += bytes[index..<index + length] }
        index += length
      }
    }
    var alternatives: [[Item]] = []
    for text in texts where !text.isEmpty {
      var inner = PatternParser(text[...], allowsOpenClasses: allowsOpenClasses)
      do throws(PatternError) {
        var items = try inner.sequence(until: nil)
        if let mark, let changed = inflect(items, mark) { items = changed }
        alternatives.append(items)
      } catch {
        throw self.error(error.problem, error.remedy, at: start)
      }
    }
    return [.group(Self.merged(alternatives))]
  }

  /// The texts between the bars of the bracket at `start`, and where it ends.
  func rawAlternatives(from start: Int) -> (texts: [[UInt8]], next: Int) {
    var texts: [[UInt8]] = [[]]
    var nesting = 1
    var index = start + 1
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == Self.escape && index + 1 < bytes.endIndex {
        texts[texts.count - 1] += bytes[index...index + 1]
        index += 2
        continue
      }
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { nesting += 1 }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { nesting -= 1 }
      if nesting == 0 { break }
      if byte == UInt8(ascii: "|") && nesting == 1 {
        texts.append([])
      } else {
        texts[texts.count - 1].append(byte)
      }
      index += 1
    }
    if bytes[start] == UInt8(ascii: "[") { texts.append([]) }
    return (texts, index + 1)
  }
}
