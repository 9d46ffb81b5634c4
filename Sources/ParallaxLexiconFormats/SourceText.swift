import ParallaxCore

/// A line of a file.
struct SourceLine: Equatable {
  /// From 1.
  var number: Int
  /// Without its end.
  var text: String
}

/// The text of a dictionary file, whatever program wrote it.
///
/// A byte order mark tells UTF-8 and UTF-16; other files are UTF-8 where they are valid UTF-8, else
/// Windows-1252. Lines end in LF, CRLF or a bare CR.
struct SourceText {
  /// Largest file that is read, in bytes.
  static let sizeLimit = 64 << 20

  /// The text as UTF-8 without a byte order mark.
  let bytes: [UInt8]
  /// Whether it had to be read as Windows-1252.
  let isLegacy: Bool

  init(_ file: [UInt8], path: String) throws(LexiconFormatError) {
    guard file.count <= Self.sizeLimit else {
      throw .tooLarge(path: path, bytes: file.count, limit: Self.sizeLimit)
    }
    var isLegacy = false
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes = Array(String(decoding: file.dropFirst(3), as: UTF8.self).utf8)
    } else if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
      bytes = Self.fromUTF16(file.dropFirst(2), isBigEndian: file[0] == 0xFE)
    } else if String(validating: file, as: UTF8.self) != nil {
      bytes = file
    } else {
      bytes = Self.fromWindows1252(file)
      isLegacy = true
    }
    self.isLegacy = isLegacy
    if let place = bytes.firstIndex(of: 0) {
      let line = bytes[..<place].count { $0 == 0x0A } + 1
      throw .notText(path: path, reason: "a NUL byte in line \(line); is it a binary or a spreadsheet file?")
    }
  }

  /// The text as one string.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// All lines with their numbers.
  ///
  /// - Complexity: O(n).
  var lines: [SourceLine] {
    var lines: [SourceLine] = []
    var start = 0
    var at = 0
    func close() {
      lines.append(
        SourceLine(number: lines.count + 1, text: String(decoding: bytes[start..<at], as: UTF8.self)))
    }
    while at < bytes.count {
      guard bytes[at] == 0x0A || bytes[at] == 0x0D else {
        at += 1
        continue
      }
      close()
      at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
      start = at
    }
    if start < bytes.count { close() }
    return lines
  }

  /// Reports the change of encoding where there was one.
  func report(to losses: inout LossReport) {
    if isLegacy {
      losses.add(.reading, line: 0, "", "the file is not UTF-8 and was read as Windows-1252")
    }
  }

  private static func fromUTF16(_ file: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    let file = Array(file)
    let units = stride(from: 0, to: file.count - file.count % 2, by: 2).map { place in
      let (first, second) = (UInt16(file[place]), UInt16(file[place + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The WHATWG's table: 0x80 to 0x9F differ from Latin-1.
  private static func fromWindows1252(_ file: [UInt8]) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    for byte in file {
      let value = 0x80..<0xA0 ~= byte ? windows1252[Int(byte - 0x80)] : UInt32(byte)
      scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return Array(String(scalars).utf8)
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

extension StringProtocol {
  /// Without blanks and tabs around it.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, Self.isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, Self.isBlank(last) { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{FEFF}"
  }

  /// The parts between tabs, empty ones among them.
  var tabFields: [String] {
    unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map {
      String(String.UnicodeScalarView($0))
    }
  }
}

/// Numbers as files write them.
enum NumberText {
  /// A decimal number with an optional sign; nil for anything else, also `nan`, `0x10` and `1e999`.
  static func parse(_ text: some StringProtocol) -> Double? {
    let text = text.trimmed
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 &- 48 < 10 || "+-.eE".utf8.contains($0) }),
      let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  /// The shortest text that reads back as the same number, without an exponent.
  static func of(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return "\(Int(value))" }
    let text = "\(value)"
    guard text.contains("e") else { return text }
    // Below 0.0001 Swift writes an exponent; so many decimals hold what matters of any weight.
    let scaled = (abs(value) * 1e12).rounded()
    guard scaled < 9e15 else { return text }
    var digits = String(Int(scaled))
    digits = String(repeating: "0", count: max(0, 13 - digits.count)) + digits
    var decimals = digits.suffix(12)
    while decimals.hasSuffix("0") { decimals = decimals.dropLast() }
    return (value < 0 ? "-" : "") + digits.dropLast(12) + (decimals.isEmpty ? "" : "." + decimals)
  }
}
