/// Finds the encoding of input and turns it into valid UTF-8.
///
/// Order of trust: byte order mark; the NUL pattern of UTF-16; the declared encoding, unless the bytes speak
/// against it; detection between UTF-8 and Windows-1252.
struct TextDecoder {
  /// The label of an HTTP header or `<meta>`, if there is one.
  var declared: String?
  /// Whether a `<meta>` far down may tell the encoding of bytes that are no UTF-8.
  var isMarkup = false

  /// - Complexity: O(n).
  func decode(_ bytes: [UInt8], source: String) throws(LoadingError) -> DecodedText {
    if let (encoding, skip) = byteOrderMark(bytes) {
      return convert(bytes[skip...], from: encoding)
    }
    if let encoding = utf16Pattern(bytes) { return convert(bytes[...], from: encoding) }
    if let kind = BinarySignature.kind(of: bytes) {
      throw .binary(source: source, kind: kind)
    }
    let shape = UTF8Shape(bytes)
    var label = declared.map(CharacterEncoding.normalized) ?? ""
    if label.isEmpty, isMarkup, !shape.looksLikeUTF8 {
      label = FormatDetector.declaredEncoding(bytes, within: 65_536).map(CharacterEncoding.normalized) ?? ""
    }
    if let legacy = LegacyDecoder(label: label),
      legacy.shiftsWithEscapes || !shape.isASCII && !shape.looksLikeUTF8,
      let result = convert(bytes, with: legacy)
    {
      return result
    }
    return detected(bytes, shape, label: label)
  }

  private func convert(_ bytes: [UInt8], with legacy: LegacyDecoder) -> DecodedText? {
    guard let (text, broken) = legacy.utf8(from: bytes) else { return nil }
    var result = DecodedText(utf8: text, encoding: legacy.name)
    if broken > 0 { result.notes.append("\(broken) bytes are not valid \(legacy.name) and show as U+FFFD.") }
    return result
  }

  /// UTF-8 where the bytes follow its grammar, else Windows-1252.
  private func detected(_ bytes: [UInt8], _ shape: UTF8Shape, label: String) -> DecodedText {
    var wanted = CharacterEncoding(label: label)
    // Bytes that a `<meta>` can be read in are not UTF-16, whatever the `<meta>` says.
    if wanted == .utf16LittleEndian || wanted == .utf16BigEndian { wanted = .utf8 }
    let detected: CharacterEncoding = shape.looksLikeUTF8 ? .utf8 : .windows1252
    var result = convert(bytes[...], from: detected, isValid: shape.isValid)
    if let wanted, wanted != detected, !shape.isASCII {
      result.notes.append("Declared as \(wanted.name), but the bytes are \(detected.name).")
    } else if wanted == nil, !label.isEmpty, !shape.isASCII {
      result.notes.append("Declared as \"\(label)\", but read as \(detected.name).")
    }
    if detected == .utf8 && shape.invalid > 0 {
      result.notes.append(
        "\(shape.invalid) \(shape.invalid == 1 ? "byte is" : "bytes are") not valid UTF-8 and show as U+FFFD."
      )
    }
    return result
  }

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
    _ bytes: ArraySlice<UInt8>, from encoding: CharacterEncoding, isValid: Bool = false
  ) -> DecodedText {
    let utf8: [UInt8] =
      switch encoding {
      case .utf8: isValid ? Array(bytes) : repairedUTF8(bytes)
      case .windows1252: Windows1252.utf8(from: bytes)
      case .utf16LittleEndian: utf16(bytes, bigEndian: false)
      case .utf16BigEndian: utf16(bytes, bigEndian: true)
      }
    return DecodedText(utf8: utf8, encoding: encoding.name)
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

/// How far bytes follow the grammar of UTF-8.
struct UTF8Shape {
  /// Well-formed sequences of two to four bytes.
  private(set) var multibyte = 0
  /// Bytes that belong to no well-formed sequence.
  private(set) var invalid = 0
  /// NUL bytes.
  private(set) var nulls = 0

  /// Nothing to repair.
  var isValid: Bool { invalid == 0 && nulls == 0 }
  /// Every encoding that extends ASCII reads these bytes alike.
  var isASCII: Bool { multibyte == 0 && invalid == 0 }
  /// Text in another encoding hardly ever forms long runs of valid sequences by chance.
  var looksLikeUTF8: Bool { invalid == 0 || multibyte > 2 * invalid }

  /// - Complexity: O(n).
  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { scan($0) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    var at = 0
    while at < count {
      // Eight ASCII bytes without a NUL at a time.
      while at + 8 <= count {
        let word = UnsafeRawPointer(bytes.baseAddress! + at).loadUnaligned(as: UInt64.self)
        let hasNull = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
        if word & 0x8080_8080_8080_8080 != 0 || hasNull != 0 { break }
        at += 8
      }
      guard at < count else { return }
      let byte = bytes[at]
      if byte < 0x80 {
        if byte == 0 { nulls += 1 }
        at += 1
        continue
      }
      let length = Self.sequenceLength(bytes, at)
      if length == 0 {
        invalid += 1
        at += 1
      } else {
        multibyte += 1
        at += length
      }
    }
  }

  /// Length of the well-formed sequence at `at`, 0 when there is none (Unicode, Table 3-7).
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let lead = bytes[at]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xE1...0xEC, 0xEE...0xEF: length = 3
    case 0xED: (length, high) = (3, 0x9F)
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, high) = (4, 0x8F)
    default: return 0
    }
    guard at + length <= bytes.count, bytes[at + 1] >= low, bytes[at + 1] <= high else { return 0 }
    for index in at + 2..<max(at + 2, at + length) where bytes[index] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
