import ParallaxCore

/// Reads `entries.tsv`.
///
/// Works on the bytes of the file; strings that repeat from line to line (category, source) are made once.
/// A broken line is reported and left out, so that one reading finds them all.
struct EntriesParser {
  /// The columns, in the order in which they are usually written.
  static let columns = [
    "form", "category", "subcategory", "weight", "polarity", "neutral", "guard", "attributes", "source",
    "note",
  ]

  private enum Column: Int {
    case form, category, subcategory, weight, polarity, neutral, `guard`, attributes, source, note
  }

  private let path: String
  private let lexicon: String
  /// Categories of the lexicon's own, beside the codebook's.
  private let ownCategories: Set<String>
  private var table: TableReader
  /// Place of each column in the file, -1 where it is missing.
  private var places = Array(repeating: -1, count: columns.count)
  private var entries: [Entry] = []
  private var errors: [LexiconError] = []
  private var ids: [String: Int] = [:]
  /// For each entry the column of each field, in the order of `columns`; empty when nobody asks.
  private var fieldColumns: [[Int]] = []
  private let recordsColumns: Bool
  /// How often the identifier of a line read by itself was given before it.
  private var repetitionsBefore = 0
  /// False for a line read by itself, of whose pattern nobody asks but for the capitals.
  private var readsPaths = true

  private var lastCategory: (range: Range<Int>, value: Category)?
  private var lastSubcategory: (range: Range<Int>, value: String)?
  private var lastSource: (range: Range<Int>, value: String)?

  /// What was read of a table.
  struct Result {
    var entries: [Entry]
    var errors: [LexiconError]
    /// For each entry the column of each field, in the order of `columns`; empty unless asked for.
    var fieldColumns: [[Int]]
  }

  /// The entries of a table and what is wrong with it.
  ///
  /// - Complexity: O(n).
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, lexicon: String, ownCategories: Set<String> = [],
    recordsColumns: Bool = false
  ) -> Result {
    var parser = EntriesParser(
      bytes, path: path, lexicon: lexicon, ownCategories: ownCategories, recordsColumns: recordsColumns)
    parser.entries.reserveCapacity(bytes.count / 64)
    parser.read()
    return Result(entries: parser.entries, errors: parser.errors, fieldColumns: parser.fieldColumns)
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, lexicon: String, ownCategories: Set<String>,
    recordsColumns: Bool
  ) {
    self.recordsColumns = recordsColumns
    self.path = path
    self.lexicon = lexicon
    self.ownCategories = ownCategories
    table = TableReader(bytes)
  }

  /// A parser that has read the header alone, for `entry(at:repetition:)`; nil when the header is wrong.
  static func prepared(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, lexicon: String, ownCategories: Set<String>
  ) -> EntriesParser? {
    var parser = EntriesParser(
      bytes, path: path, lexicon: lexicon, ownCategories: ownCategories, recordsColumns: false)
    return parser.table.advance() && parser.readHeader() ? parser : nil
  }

  /// The entry of the line that begins at a byte, but for its line number and the paths of its pattern; nil
  /// when it cannot be read.
  ///
  /// - Parameter repetition: 1 for the first entry of the table with its form, 2 for the next and so on.
  func entry(at lineStart: Int, repetition: Int) -> Entry? {
    var parser = self
    parser.repetitionsBefore = repetition - 1
    parser.readsPaths = false
    parser.table.move(to: lineStart)
    // The line was read without an error when the lexicon was compiled.
    return parser.table.advance() ? try? parser.readEntry() : nil
  }

  private mutating func read() {
    guard table.advance() else { return }
    guard readHeader() else { return }
    while table.advance() {
      do throws(LexiconError) {
        entries.append(try readEntry())
        if recordsColumns {
          fieldColumns.append(
            (0..<Self.columns.count).map { column in
              Column(rawValue: column).map { table.column(of: field($0).lowerBound) } ?? 1
            })
        }
      } catch {
        errors.append(error)
      }
    }
  }

  private func error(_ problem: String, _ remedy: String, at byte: Int) -> LexiconError {
    .line(
      LexiconPlace(path: path, line: table.line, column: table.column(of: byte)),
      text: table.string(table.lineRange), problem: problem, remedy: remedy)
  }

  private mutating func readHeader() -> Bool {
    for (place, field) in table.fields.enumerated() {
      let name = table.string(table.trimmed(field))
      if let column = Self.columns.firstIndex(of: name), places[column] < 0 {
        places[column] = place
      } else if !name.isEmpty {
        errors.append(
          error(
            place == 0 ? "no header" : "an unknown or repeated column \"\(name)\"",
            "the first line names the columns: \(Self.columns.joined(separator: ", "))", at: field.lowerBound)
        )
        return false
      }
    }
    for column in [Column.form, .category, .weight] where places[column.rawValue] < 0 {
      errors.append(
        error(
          "no column \"\(Self.columns[column.rawValue])\"",
          "the first line names the columns: \(Self.columns.joined(separator: ", "))",
          at: table.lineRange.lowerBound))
      return false
    }
    return true
  }

  private func field(_ column: Column) -> Range<Int> {
    let place = places[column.rawValue]
    guard place >= 0, place < table.fields.count else {
      let end = table.lineRange.upperBound
      return end..<end
    }
    return table.trimmed(table.fields[place])
  }

  private func optional(_ column: Column) -> String? {
    let range = field(column)
    return range.isEmpty ? nil : table.string(range)
  }

  // MARK: One line

  private mutating func readEntry() throws(LexiconError) -> Entry {
    if table.fields.count > Self.columns.count {
      throw error(
        "\(table.fields.count) fields", "a line has at most \(Self.columns.count), with one tab between them",
        at: table.fields[Self.columns.count].lowerBound)
    }
    let formRange = field(.form)
    guard !formRange.isEmpty else {
      throw error("no form", "write what the entry matches", at: formRange.lowerBound)
    }
    let form = table.string(formRange)
    var pattern = Pattern(paths: [])
    do throws(PatternError) {
      if readsPaths || table.mayHoldCapitals(formRange) {
        pattern = try PatternParser.parse(bytes: slice(formRange))
      }
    } catch {
      throw self.error(error.problem, error.remedy, at: formRange.lowerBound + error.offset)
    }
    var guards = Guards()
    let guardRange = field(.guard)
    if !guardRange.isEmpty {
      do throws(PatternError) {
        guards = try GuardParser.parse(bytes: slice(guardRange))
      } catch {
        throw self.error(error.problem, error.remedy, at: guardRange.lowerBound + error.offset)
      }
    }
    let info = EntryInfo(
      lexicon: lexicon, id: makeID(form), form: form, category: try category(), subcategory: subcategory(),
      weight: try weight(), polarity: try polarity(), neutral: optional(.neutral), note: optional(.note),
      source: source(), attributes: try attributes())
    return Entry(info: info, pattern: pattern, guards: guards, line: table.line)
  }

  private func slice(_ range: Range<Int>) -> ArraySlice<UInt8> { ArraySlice(table.bytes[range]) }

  private mutating func category() throws(LexiconError) -> Category {
    let range = field(.category)
    if let last = lastCategory, table.equals(last.range, range) { return last.value }
    let name = table.string(range)
    let category = Category(name)
    guard Codebook.subcategories(of: category) != nil || ownCategories.contains(name) else {
      let known = Category.codebook.map(\.name).joined(separator: ", ")
      throw error(
        name.isEmpty ? "no category" : "an unknown category \"\(name)\"",
        "write one of \(known), a frame such as frame.economic, or list it under \"categories\" in lexicon.json",
        at: range.lowerBound)
    }
    lastCategory = (range, category)
    return category
  }

  private mutating func subcategory() -> String {
    let range = field(.subcategory)
    if let last = lastSubcategory, table.equals(last.range, range) { return last.value }
    let name = table.string(range)
    lastSubcategory = (range, name)
    return name
  }

  private mutating func source() -> String? {
    let range = field(.source)
    if range.isEmpty { return nil }
    if let last = lastSource, table.equals(last.range, range) { return last.value }
    let name = table.string(range)
    lastSource = (range, name)
    return name
  }

  private func weight() throws(LexiconError) -> Double {
    let range = field(.weight)
    guard let value = Self.decimal(table.bytes[range]) else {
      throw error(
        range.isEmpty ? "no weight" : "a weight that is not a number, \"\(table.string(range))\"",
        "write a number from 0 to 1, such as 0.4", at: range.lowerBound)
    }
    guard value <= 1 else {
      throw error("a weight above 1", "write a number from 0 to 1, such as 0.4", at: range.lowerBound)
    }
    return value
  }

  /// A decimal number without sign or exponent, rounded correctly up to 15 digits.
  static func decimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    var value = 0.0
    var scale = 1.0
    var seenPoint = false
    var count = 0
    for byte in digits {
      if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
      } else if byte &- 48 < 10, count < 15 {
        value = value * 10 + Double(byte - 48)
        if seenPoint { scale *= 10 }
        count += 1
      } else {
        return nil
      }
    }
    return count > 0 ? value / scale : nil
  }

  private func polarity() throws(LexiconError) -> Polarity {
    let range = field(.polarity)
    if range.isEmpty { return .neutral }
    switch table.bytes[range.lowerBound] {
    case UInt8(ascii: "n") where range.count == 8:
      let name = table.string(range)
      if let polarity = Polarity(rawValue: name) { return polarity }
    case UInt8(ascii: "n"):
      if table.string(range) == "neutral" { return .neutral }
    default:
      if table.string(range) == "positive" { return .positive }
    }
    throw error(
      "an unknown polarity \"\(table.string(range))\"", "write negative, neutral or positive",
      at: range.lowerBound)
  }

  private func attributes() throws(LexiconError) -> [(key: String, value: String)] {
    let range = field(.attributes)
    guard !range.isEmpty else { return [] }
    var attributes: [(key: String, value: String)] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = table.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: ";")) ?? range.upperBound
      let part = table.trimmed(start..<end)
      if !part.isEmpty {
        guard let equals = table.bytes[part].firstIndex(of: UInt8(ascii: "=")), equals > part.lowerBound
        else {
          throw error(
            "an attribute without a value, \"\(table.string(part))\"",
            "write key=value, separated by semicolons",
            at: part.lowerBound)
        }
        attributes.append(
          (
            table.string(table.trimmed(part.lowerBound..<equals)),
            table.string(table.trimmed(equals + 1..<part.upperBound))
          ))
      }
      start = end + 1
    }
    return attributes
  }

  // MARK: Identifiers

  /// The form without markup, in lower case, made unique with `#2`, `#3` and so on.
  private mutating func makeID(_ form: String) -> String {
    let base = Self.identifier(form)
    let seen = ids[base, default: repetitionsBefore] + 1
    ids[base] = seen
    return seen == 1 ? base : "\(base)#\(seen)"
  }

  /// *lean~v hard on* gives *lean hard on*, *(pipe|pie in the sky) dream~n* *pipe/pie in the sky dream*.
  static func identifier(_ form: String) -> String {
    var isASCII = true
    var isPlain = true
    for byte in form.utf8 {
      if byte >= 0x80 { isASCII = false }
      if byte &- 97 >= 26 && byte != 0x20 && byte != 0x2D { isPlain = false }
    }
    if isPlain { return form }
    if isASCII { return asciiIdentifier(form) }
    var text = ""
    var skipsLetter = false
    for scalar in form.unicodeScalars {
      if skipsLetter {
        skipsLetter = false
        continue
      }
      switch scalar {
      case "~": skipsLetter = true
      case "(", ")", "[", "]", "=", "\\": continue
      case "|": text.append("/")
      case "<": text.append("…")
      case ">": continue
      default:
        if text.hasSuffix("…"), "0"..."9" ~= scalar { continue }
        text += WordForm.normalize(String(scalar))
      }
    }
    return text
  }

  /// The same for ASCII, by bytes.
  private static func asciiIdentifier(_ form: String) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(form.utf8.count)
    var skipsLetter = false
    var inGap = false
    for byte in form.utf8 {
      if skipsLetter {
        skipsLetter = false
        continue
      }
      switch byte {
      case UInt8(ascii: "~"): skipsLetter = true
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "="),
        UInt8(ascii: "\\"):
        continue
      case UInt8(ascii: "|"): text.append(UInt8(ascii: "/"))
      case UInt8(ascii: "<"):
        text.append(contentsOf: "…".utf8)
        inGap = true
      case UInt8(ascii: ">"): inGap = false
      default: if !inGap { text.append(byte &- 65 < 26 ? byte | 32 : byte) }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
