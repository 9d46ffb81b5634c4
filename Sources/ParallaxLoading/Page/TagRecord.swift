/// A stretch of bytes of the page.
struct ByteRange: Sendable, Equatable {
  var start: UInt32
  var end: UInt32

  init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: max(start, end))
  }

  static let empty = ByteRange(0, 0)
  var isEmpty: Bool { start == end }
  var count: Int { Int(end - start) }
  var range: Range<Int> { Int(start)..<Int(end) }
}

/// The attributes whose values loading reads.
enum AttributeName: UInt8, Sendable {
  case href, cite, datetime, content, name, property, itemprop, itemtype, lang, rel, type, charset, httpEquiv,
    src
  case title, alt
  // Read at once and not kept.
  case `class`, id, style, hidden, ariaHidden, ariaLabel, role, testID, itemscope
}

/// An attribute and where its value stands in the page, entities not yet resolved.
struct Attribute: Sendable {
  var name: AttributeName
  var value: ByteRange
}

/// What an element declares of itself without words.
struct TagFlags: OptionSet, Sendable {
  let rawValue: UInt16
  static let hidden = TagFlags(rawValue: 1 << 0)
  /// `role="main"` or `<main>`.
  static let mainLandmark = TagFlags(rawValue: 1 << 1)
  /// `role="article"` or `<article>`.
  static let articleLandmark = TagFlags(rawValue: 1 << 2)
  /// `itemprop="articleBody"` and its kin.
  static let articleBody = TagFlags(rawValue: 1 << 3)
  static let headline = TagFlags(rawValue: 1 << 4)
  static let author = TagFlags(rawValue: 1 << 5)
  static let date = TagFlags(rawValue: 1 << 6)
  static let comment = TagFlags(rawValue: 1 << 7)
  static let relTag = TagFlags(rawValue: 1 << 8)
  static let itemScope = TagFlags(rawValue: 1 << 9)
  static let caption = TagFlags(rawValue: 1 << 10)
}

/// A start tag as the scanner saw it.
struct TagRecord: Sendable {
  var tag: Tag
  var flags: TagFlags = []
  var hints: Hints = []
  /// Hash of the class attribute: equal for elements that a template repeats.
  var classHash: UInt32 = 0
  /// First of its attributes in `ScannedPage.attributes`.
  var firstAttribute: UInt32 = 0
  var attributeCount: UInt8 = 0
}

/// A page after the scan: markup that the parser cannot stumble over, and what was taken out of it.
struct ScannedPage: Sendable {
  /// Markup of kept elements; each start tag carries its record's number as attribute `a`.
  var markup: [UInt8] = []
  var records: [TagRecord] = []
  var attributes: [Attribute] = []
  /// Void elements that only declare: `<meta>`, `<link>`.
  var declarations: [TagRecord] = []
  /// Bodies of JSON-LD scripts.
  var jsonLD: [ByteRange] = []
  /// Text of `<title>`, entities not yet resolved.
  var title: ByteRange?
}
