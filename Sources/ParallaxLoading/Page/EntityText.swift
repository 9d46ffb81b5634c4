internal import CLibXML2

/// Character references outside the parser: in attribute values and the title.
enum EntityText {
  /// The text with references resolved and white space folded; nil when nothing is left.
  ///
  /// Tags inside are left as they stand. Complexity: O(n).
  static func resolved(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.contains(0x26) else { return WhiteSpace.folded(String(decoding: bytes, as: UTF8.self)) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == 0x26, let (scalar, end) = reference(bytes, at) {
        text.append(contentsOf: String(Character(scalar)).utf8)
        at = end
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    return WhiteSpace.folded(String(decoding: text, as: UTF8.self))
  }

  /// The character of a reference and where the reference ends.
  private static func reference(_ bytes: ArraySlice<UInt8>, _ start: Int) -> (Unicode.Scalar, Int)? {
    var at = start + 1
    guard at < bytes.endIndex else { return nil }
    if bytes[at] == 0x23 { return number(bytes, at + 1) }
    var name: [UInt8] = []
    while at < bytes.endIndex, name.count < 10, (bytes[at] | 0x20) &- 0x61 < 26 || bytes[at] &- 0x30 < 10 {
      name.append(bytes[at])
      at += 1
    }
    guard !name.isEmpty else { return nil }
    if name == Array("apos".utf8) { return ("'", at < bytes.endIndex && bytes[at] == 0x3B ? at + 1 : at) }
    name.append(0)
    guard let entity = htmlEntityLookup(name), let scalar = Unicode.Scalar(entity.pointee.value) else {
      return nil
    }
    guard at < bytes.endIndex, bytes[at] == 0x3B else { return nil }
    return (scalar, at + 1)
  }

  private static func number(_ bytes: ArraySlice<UInt8>, _ start: Int) -> (Unicode.Scalar, Int)? {
    var at = start
    var value: UInt32 = 0
    let isHexadecimal = at < bytes.endIndex && bytes[at] | 0x20 == 0x78
    if isHexadecimal { at += 1 }
    let digits = at
    while at < bytes.endIndex, let digit = digit(bytes[at], isHexadecimal) {
      value = min(0x110000, value * (isHexadecimal ? 16 : 10) + digit)
      at += 1
    }
    guard at > digits else { return nil }
    if at < bytes.endIndex, bytes[at] == 0x3B { at += 1 }
    if value &- 0x80 < 0x20 { value = UInt32(Windows1252.upperControls[Int(value - 0x80)]) }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", at) }
    return (scalar, at)
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    if byte &- 0x30 < 10 { return UInt32(byte - 0x30) }
    let letter = (byte | 0x20) &- 0x61
    return isHexadecimal && letter < 6 ? UInt32(letter) + 10 : nil
  }
}
