/// Notices text that was decoded wrongly before it came here; it is given as it stands.
enum MojibakeCheck {
  /// What is to be said of a text.
  ///
  /// - Parameter isNoted: Whether lost characters are explained already.
  /// - Complexity: O(n).
  static func notes(on text: [UInt8], isNoted: Bool) -> [String] {
    var notes: [String] = []
    let (doubled, example) = doubled(text)
    if let example {
      notes.append(
        "\(doubled) \(doubled == 1 ? "place looks" : "places look") like UTF-8 that was read as Windows-1252 "
          + "and saved again, as “\(example.shown)” for “\(example.meant)”; the text is given as it stands.")
    }
    let lost = isNoted ? 0 : replacements(text)
    if lost > 0 {
      notes.append(
        "\(lost) \(lost == 1 ? "character is" : "characters are") U+FFFD: the input lost what stood there.")
    }
    return notes
  }

  private static func replacements(_ text: [UInt8]) -> Int {
    var count = 0
    var at = 0
    while let place = text[at...].firstIndex(of: 0xEF) {
      if place + 2 < text.count, text[place + 1] == 0xBF, text[place + 2] == 0xBD { count += 1 }
      at = place + 1
    }
    return count
  }

  /// A doubly encoded character as it shows, and as it was meant.
  private typealias Example = (shown: String, meant: String)

  /// Counts doubly encoded characters: a letter that stands for the first byte of a UTF-8 sequence, with the
  /// characters of its further bytes behind it, where the sequence makes a character that texts hold.
  ///
  /// A sequence of two bytes counts from the second one on, as chance and capitals before a closing quotation
  /// mark make one.
  private static func doubled(_ text: [UInt8]) -> (Int, Example?) {
    var count = 0
    var isSure = false
    var example: Example?
    text.withUnsafeBufferPointer { bytes in
      var at = 0
      while at + 3 < bytes.count {
        // U+00C2 to U+00EF, as first bytes of sequences are, begin with C3 in UTF-8.
        guard bytes[at] == 0xC3, bytes[at + 1] >= 0x82, bytes[at + 1] <= 0xAF,
          let (scalar, end) = sequence(bytes, at)
        else {
          at += 1
          continue
        }
        count += 1
        if bytes[at + 1] >= 0xA0 { isSure = true }
        if example == nil {
          example = (String(decoding: bytes[at..<end], as: UTF8.self), String(Character(scalar)))
        }
        at = end
      }
    }
    return count >= 2 || isSure ? (count, example) : (0, nil)
  }

  private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Unicode.Scalar, Int)? {
    let lead = UInt32(bytes[start + 1]) + 0x40
    let length = lead < 0xE0 ? 1 : 2
    var value = lead & (lead < 0xE0 ? 0x1F : 0x0F)
    var at = start + 2
    for _ in 0..<length {
      guard let (byte, next) = windowsByte(bytes, at), byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
      at = next
    }
    switch value {
    case 0xA0...0x17F, 0x391...0x3CE, 0x400...0x45F, 0x2010...0x2026, 0x20AC, 0x2122, 0xFEFF, 0xFFFD:
      return Unicode.Scalar(value).map { ($0, at) }
    default: return nil
    }
  }

  /// The byte that Windows-1252 has for the character at a place, and where the next one begins.
  private static func windowsByte(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt8, Int)? {
    guard at + 1 < bytes.count else { return nil }
    switch bytes[at] {
    case 0xC2: return (bytes[at + 1], at + 2)
    case 0xC3: return (bytes[at + 1] + 0x40, at + 2)
    case 0xC5, 0xC6, 0xCB:
      let value = UInt16(bytes[at] & 0x1F) << 6 | UInt16(bytes[at + 1] & 0x3F)
      return place(of: value).map { ($0, at + 2) }
    case 0xE2:
      guard at + 2 < bytes.count else { return nil }
      let value = 0x2000 | UInt16(bytes[at + 1] & 0x3F) << 6 | UInt16(bytes[at + 2] & 0x3F)
      return place(of: value).map { ($0, at + 3) }
    default: return nil
    }
  }

  private static func place(of value: UInt16) -> UInt8? {
    Windows1252.upperControls.firstIndex(of: value).map { UInt8($0) + 0x80 }
  }
}
