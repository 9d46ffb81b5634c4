internal import CLibXML2

/// Decodes the encodings that libxml2 reads through the system's converter (iconv): East Asian, Cyrillic,
/// Central European.
struct LegacyDecoder {
  /// Name as reported in `Metadata.encoding`.
  let name: String
  private let converted: String
  private let isSingleByte: Bool

  /// The decoder of a label, nil for labels that name no such encoding.
  init?(label: String) {
    guard let found = EncodingLabels.legacy[label] else { return nil }
    name = found.reported
    converted = found.converted
    isSingleByte = found.isSingleByte
  }

  /// Whether the bytes are ASCII to look at and still not text: the encoding shifts with escapes.
  var shiftsWithEscapes: Bool { name == "iso-2022-jp" }

  private static let chunk = 16_384

  /// The bytes as UTF-8, broken sequences as U+FFFD; nil where the encoding is not there or too much is
  /// broken for it to be the right one.
  ///
  /// - Complexity: O(n).
  func utf8(from bytes: [UInt8]) -> (text: [UInt8], broken: Int)? {
    if isSingleByte, let table = Self.upperHalf(of: name) { return Self.decode(bytes, by: table) }
    return convert(bytes)
  }

  private func convert(_ bytes: [UInt8], tolerating: Int = 20) -> (text: [UInt8], broken: Int)? {
    // Errors go nowhere: libxml2 would print them.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    guard let handler = xmlFindCharEncodingHandler(converted) else { return nil }
    defer { xmlCharEncCloseFunc(handler) }
    guard let input = xmlBufferCreate(), let output = xmlBufferCreate() else { return nil }
    defer {
      xmlBufferFree(input)
      xmlBufferFree(output)
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    var broken = 0
    let tolerated = max(tolerating, bytes.count / 50)
    var at = 0
    while at < bytes.count {
      let end = min(bytes.count, at + Self.chunk)
      let isAdded = bytes[at..<end].withUnsafeBufferPointer {
        xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) == 0
      }
      guard isAdded else { return nil }
      at = end
      while xmlBufferLength(input) > 0 {
        let before = xmlBufferLength(input)
        let result = xmlCharEncInFunc(handler, output, input)
        if let content = xmlBufferContent(output) {
          text.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(output))))
          xmlBufferEmpty(output)
        }
        guard result == -2 || xmlBufferLength(input) == before else { continue }
        // A sequence that the chunk's end cuts goes on in the next one.
        if result != -2 && at < bytes.count && xmlBufferLength(input) < 8 { break }
        xmlBufferShrink(input, 1)
        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        broken += 1
        if broken > tolerated { return nil }
      }
    }
    for index in text.indices where text[index] == 0 { text[index] = 0x20 }
    return (text, broken)
  }

  // MARK: Single bytes

  /// Single bytes are looked up: some converters hold a letter back for a sign that may follow, and lose the
  /// last.
  private static func decode(
    _ bytes: [UInt8], by table: [Unicode.Scalar?]
  ) -> (text: [UInt8], broken: Int)? {
    let characters = table.map { $0.map { Array(String(Character($0)).utf8) } }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    var broken = 0
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte == 0 ? 0x20 : byte)
      } else if let character = characters[Int(byte) - 0x80] {
        text.append(contentsOf: character)
      } else {
        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        broken += 1
      }
    }
    return broken > max(20, bytes.count / 50) ? nil : (text, broken)
  }

  /// The characters of bytes 0x80 to 0xFF in a single-byte encoding, nil where there is none; nil as a whole
  /// where the system does not know the encoding.
  static func upperHalf(of name: String) -> [Unicode.Scalar?]? {
    if name == "windows-1252" {
      return (0x80...0xFF).map { byte in
        Unicode.Scalar(byte < 0xA0 ? UInt32(Windows1252.upperControls[byte - 0x80]) : UInt32(byte))
      }
    }
    guard let decoder = LegacyDecoder(label: name), decoder.isSingleByte else { return nil }
    var spaced: [UInt8] = []
    for byte in UInt8(0x80)...0xFF { spaced += [byte, 0x0A] }
    guard let text = decoder.convert(spaced, tolerating: 128)?.text else { return nil }
    let lines = String(decoding: text, as: UTF8.self).unicodeScalars.split(separator: "\n")
    guard lines.count == 128 else { return nil }
    return lines.map { line in line.first.flatMap { $0 == "\u{FFFD}" ? nil : $0 } }
  }

  // MARK: The other way

  /// A text in this encoding, nil where it holds a character that the encoding has not.
  func bytes(of text: String) -> [UInt8]? {
    guard let handler = xmlFindCharEncodingHandler(converted) else { return nil }
    defer { xmlCharEncCloseFunc(handler) }
    guard let input = xmlBufferCreate(), let output = xmlBufferCreate() else { return nil }
    defer {
      xmlBufferFree(input)
      xmlBufferFree(output)
    }
    let utf8 = Array(text.utf8)
    guard utf8.withUnsafeBufferPointer({ xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) }) == 0 else {
      return nil
    }
    while xmlBufferLength(input) > 0 {
      let before = xmlBufferLength(input)
      guard xmlCharEncOutFunc(handler, output, input) >= 0, xmlBufferLength(input) < before else {
        return nil
      }
    }
    guard let content = xmlBufferContent(output) else { return nil }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(output))))
  }
}
