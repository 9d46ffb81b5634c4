/// Phrases to look for in folded text, found by their first two bytes.
///
///     static let openings: PhraseList = ["photo by", "image credit"]
///
/// A phrase matches where words begin and end with it. Kept in `static let`s: building one costs more than
/// using it.
struct PhraseList: Sendable, ExpressibleByArrayLiteral {
  private var buckets: [[StaticString]] = Array(repeating: [], count: 512)
  private var isUsed: [Bool] = Array(repeating: false, count: 512)

  /// - Parameter phrases: Lower case, straight quotation marks and hyphens, two bytes or more each.
  init(_ phrases: [StaticString]) {
    for phrase in phrases {
      let slot = Self.slot(phrase.utf8Start[0], phrase.utf8Start[1])
      buckets[slot].append(phrase)
      isUsed[slot] = true
    }
  }

  init(arrayLiteral elements: StaticString...) { self.init(elements) }

  @inline(__always)
  private static func slot(_ first: UInt8, _ second: UInt8) -> Int { (Int(first) &* 31 &+ Int(second)) & 511 }

  /// The first phrase, in the order given, that stands at a place in folded text.
  @inline(__always)
  func match(_ text: [UInt8], at place: Int) -> StaticString? {
    guard place >= 0, place + 1 < text.count else { return nil }
    let slot = Self.slot(text[place], text[place + 1])
    guard isUsed[slot] else { return nil }
    return buckets[slot].first { PassageShape.stands($0, in: text, at: place) }
  }

  /// Whether folded text is a phrase, a full stop, colon or exclamation mark behind it aside.
  func isWhole(_ text: [UInt8]) -> Bool {
    guard text.count > 1 else { return false }
    let slot = Self.slot(text[0], text[1])
    guard isUsed[slot] else { return false }
    return buckets[slot].contains { phrase in
      PassageShape.stands(phrase, in: text, at: 0)
        && text[phrase.utf8CodeUnitCount...].allSatisfy { $0 == 0x2E || $0 == 0x3A || $0 == 0x21 }
    }
  }

  /// How many places in folded text have a phrase.
  ///
  /// - Complexity: O(n).
  func count(in text: [UInt8]) -> Int {
    var found = 0
    text.withUnsafeBufferPointer { bytes in
      isUsed.withUnsafeBufferPointer { isUsed in
        var wasLetter = false
        for place in 0..<max(0, bytes.count - 1) {
          let isLetter = PassageShape.isLetter(bytes[place])
          // Most places are inside a word, and most others begin no phrase.
          if !(wasLetter && isLetter), isUsed[Self.slot(bytes[place], bytes[place + 1])],
            match(text, at: place) != nil
          {
            found += 1
          }
          wasLetter = isLetter
        }
      }
    }
    return found
  }

  /// Whether a phrase stands anywhere in folded text.
  func occurs(in text: [UInt8]) -> Bool { count(in: text) > 0 }
}
