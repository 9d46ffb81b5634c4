/// Finds the encoding of input and turns it into valid UTF-8.
///
/// Order of trust: byte order mark; the NUL pattern of UTF-16; bytes that follow the grammar of UTF-8; the
/// encoding that the HTTP header declares, then `<meta>`, unless the bytes speak against it; what the bytes
/// speak for. Where a declaration is set aside, nothing is declared, or characters are lost, a note says so.
struct TextDecoder {
  /// The label of an HTTP header, if there is one.
  var declared: String?
  /// Whether a `<meta>` may tell the encoding.
  var isMarkup = false

  /// - Complexity: O(n).
  func decode(_ bytes: [UInt8], source: String) throws(LoadingError) -> DecodedText {
    if let (encoding, skip) = byteOrderMark(bytes) {
      return convert(bytes[skip...], from: encoding, isFound: "byte order mark")
    }
    if let encoding = utf16Pattern(bytes) { return convert(bytes[...], from: encoding) }
    if let kind = BinarySignature.kind(of: bytes) {
      throw .binary(source: source, kind: kind)
    }
    let shape = UTF8Shape(bytes)
    let declaration = declaration(in: bytes, isUTF8: shape.looksLikeUTF8)
    if shape.isASCII {
      let label = declaration.label == "iso-2022-jp" || Self.hasJapaneseEscapes(bytes) ? "iso-2022-jp" : ""
      let found = declaration.label == label ? declaration.place : "bytes"
      if let decoder = LegacyDecoder(label: label), let text = convert(bytes, with: decoder, isFound: found) {
        return text
      }
    }
    return shape.looksLikeUTF8 ? utf8(bytes, shape, declaration) : legacy(bytes, declaration)
  }

  // MARK: Declarations

  /// A label in its normal form and where it was found; no label where nothing is declared.
  private struct Declaration {
    var label = ""
    var place = "bytes"

    /// The encoding that the label stands for, by the name it is reported by; nil for unknown labels.
    var name: String? {
      LegacyDecoder(label: label)?.name ?? CharacterEncoding(label: label)?.name
    }
  }

  private func declaration(in bytes: [UInt8], isUTF8: Bool) -> Declaration {
    if let declared {
      let header = Declaration(label: CharacterEncoding.normalized(declared), place: "http")
      if header.name != nil || !isMarkup { return header }
    }
    guard isMarkup else { return Declaration() }
    // Browsers guess after the first bytes and begin anew when a declaration comes later.
    guard
      let found = EncodingPrescan.declaration(in: bytes)
        ?? (isUTF8 ? nil : EncodingPrescan.declaration(in: bytes, within: 65_536))
    else { return Declaration(label: declared.map(CharacterEncoding.normalized) ?? "", place: "http") }
    var label = CharacterEncoding.normalized(found.label)
    // Bytes that a `<meta>` can be read in are not UTF-16, whatever the `<meta>` says.
    if label.hasPrefix("utf-16") || label == "utf16" || label == "unicode" { label = "utf-8" }
    return Declaration(label: label, place: found.place)
  }

  // MARK: UTF-8

  private func utf8(_ bytes: [UInt8], _ shape: UTF8Shape, _ declaration: Declaration) -> DecodedText {
    let isDeclared = declaration.name == "utf-8"
    var result = convert(
      bytes[...], from: .utf8, isValid: shape.isValid, isFound: isDeclared ? declaration.place : "bytes")
    if !shape.isASCII, !isDeclared, !declaration.label.isEmpty {
      result.notes.append(Self.setAside(declaration, for: "utf-8"))
    }
    if shape.invalid > 0 {
      result.notes.append(
        "\(shape.invalid) \(shape.invalid == 1 ? "byte is" : "bytes are") not valid UTF-8 and show as U+FFFD."
      )
    }
    return result
  }

  private static func setAside(_ declaration: Declaration, for name: String) -> String {
    guard let declared = declaration.name else {
      return "Declared as \"\(declaration.label.prefix(40))\", but read as \(name)."
    }
    return "Declared as \(declared), but the bytes are \(name)."
  }

  // MARK: Legacy encodings

  /// Bytes that are no UTF-8: as declared, unless that cannot be, else as detected.
  private func legacy(_ bytes: [UInt8], _ declaration: Declaration) -> DecodedText {
    let name = declaration.name
    var detection: EncodingDetector.Detection?
    if let name, name != "utf-8", !name.hasPrefix("utf-16") {
      detection = EncodingDetector.contradiction(of: name, bytes)
      if detection == nil {
        if name == "windows-1252" {
          return convert(bytes[...], from: .windows1252, isFound: declaration.place)
        }
        if let decoder = LegacyDecoder(label: name),
          let text = convert(bytes, with: decoder, isFound: declaration.place)
        {
          return text
        }
      }
    }
    let found = detection ?? EncodingDetector.detect(bytes)
    var result = read(bytes, as: found)
    if declaration.label.isEmpty {
      result.notes.append("No encoding is declared, and the bytes are not UTF-8; read as \(result.encoding).")
    } else {
      result.notes.append(Self.setAside(declaration, for: result.encoding))
    }
    return result
  }

  private func read(_ bytes: [UInt8], as found: EncodingDetector.Detection) -> DecodedText {
    guard let decoder = LegacyDecoder(label: found.name),
      var result = convert(Array(bytes[found.skip...]), with: decoder, isFound: "bytes")
    else { return convert(bytes[...], from: .windows1252) }
    if found.skip > 0 {
      result.utf8.insert(contentsOf: [0xEF, 0xBF, 0xBD], at: 0)
      result.notes.append("The input begins in the middle of a character, which shows as U+FFFD.")
    }
    return result
  }

  private func convert(_ bytes: [UInt8], with legacy: LegacyDecoder, isFound: String) -> DecodedText? {
    guard let (text, broken) = legacy.utf8(from: bytes) else { return nil }
    var result = DecodedText(utf8: text, encoding: legacy.name, isFound: isFound)
    if broken > 0 {
      result.notes.append(
        "\(broken) \(broken == 1 ? "byte is" : "bytes are") not valid \(legacy.name) and "
          + "\(broken == 1 ? "shows" : "show") as U+FFFD.")
    }
    return result
  }

  /// Escapes to the Japanese character sets and nothing beyond seven bits.
  private static func hasJapaneseEscapes(_ bytes: [UInt8]) -> Bool {
    var at = bytes.startIndex
    while let escape = bytes[at...].firstIndex(of: 0x1B) {
      if escape + 2 < bytes.endIndex, bytes[escape + 1] == 0x24,
        bytes[escape + 2] == 0x42 || bytes[escape + 2] == 0x40
      {
        return true
      }
      at = escape + 1
    }
    return false
  }

  // MARK: Unicode

  private func byteOrderMark(_ bytes: [UInt8]) -> (CharacterEncoding, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 without a mark: in Western text nearly every second byte is NUL.
  private func utf16Pattern(_ bytes: [UInt8]) -> CharacterEncoding? {
    let pairs = min(bytes.count, 1024) / 2
    guard pairs >= 2 else { return nil }
    var even = 0
    var odd = 0
    for pair in 0..<pairs {
      if bytes[2 * pair] == 0 { even += 1 }
      if bytes[2 * pair + 1] == 0 { odd += 1 }
    }
    if odd * 10 >= pairs * 7 && even * 20 <= pairs { return .utf16LittleEndian }
    if even * 10 >= pairs * 7 && odd * 20 <= pairs { return .utf16BigEndian }
    return nil
  }

  private func convert(
    _ bytes: ArraySlice<UInt8>, from encoding: CharacterEncoding, isValid: Bool = false,
    isFound: String = "bytes"
  ) -> DecodedText {
    let utf8: [UInt8] =
      switch encoding {
      case .utf8: isValid ? Array(bytes) : repairedUTF8(bytes)
      case .windows1252: Windows1252.utf8(from: bytes)
      case .utf16LittleEndian: utf16(bytes, bigEndian: false)
      case .utf16BigEndian: utf16(bytes, bigEndian: true)
      }
    return DecodedText(utf8: utf8, encoding: encoding.name, isFound: isFound)
  }

  /// Replaces broken sequences and NULs by U+FFFD.
  private func repairedUTF8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    if text.contains(0) {
      text = text.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
    }
    return text
  }

  private func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      let unit = bigEndian ? first << 8 | second : second << 8 | first
      units.append(unit == 0 ? 0xFFFD : unit)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
