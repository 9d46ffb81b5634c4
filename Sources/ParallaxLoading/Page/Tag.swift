/// The elements that loading tells apart.
enum Tag: UInt8, CaseIterable {
  case text, other
  // Structure.
  case html, head, body, main, article, section, div, nav, aside, header, footer, form, fieldset, details,
    summary
  case dialog, address, center, hgroup
  // Blocks of text.
  case p, h1, h2, h3, h4, h5, h6, blockquote, pre, ul, ol, li, dl, dt, dd, hr, figure, figcaption, menu
  case table, caption, thead, tbody, tfoot, tr, td, th
  // Inline.
  case a, span, em, i, strong, b, u, q, cite, br, small, sub, sup, code, time, abbr, mark, font, label, img,
    picture
  case s, del, strike, ins, rt, rp
  // Read for what they declare.
  case title, meta, link, base, script
  // Left out with all they hold.
  case style, noscript, template, svg, math, iframe, object, embed, video, audio, canvas, select, textarea,
    button
  case input, annotation, option, datalist, noframes, noembed, xmp, map, applet, progress, meter, optgroup,
    frameset,
    frame
  // Void elements without text.
  case wbr, source, track, param, area, col, colgroup

  /// What may be done with an element while the markup is scanned.
  enum Handling: UInt8 {
    /// Goes on to the parser.
    case keep
    /// The tag is dropped, what it holds stays.
    case unwrap
    /// Dropped up to the end tag, which no other tag can hide: the content is text to HTML.
    case rawText
    /// Dropped up to its own end tag, elements of the same name counted.
    case drop
    /// Has no content.
    case void
  }

  /// What is done with the element while the markup is scanned.
  var handling: Handling {
    switch self {
    case .script, .style, .iframe, .noembed, .noframes, .xmp, .textarea, .title: .rawText
    case .template, .svg, .select, .object, .video, .audio, .canvas, .datalist, .applet, .progress,
      .meter, .map, .annotation:
      .drop
    case .meta, .link, .base, .input, .embed, .wbr, .source, .track, .param, .area, .col, .br, .hr, .img,
      .frame:
      .void
    case .html, .head, .body, .font, .option, .optgroup, .picture, .colgroup, .frameset: .unwrap
    default: .keep
    }
  }

  /// The element that stands for this one before the parser, which knows HTML 4: unknown names cost it an
  /// error message each, and it would leave a paragraph open where `<section>` begins.
  var emitted: Tag {
    switch self {
    case .main, .article, .section, .nav, .aside, .header, .footer, .form, .fieldset, .details, .summary,
      .dialog,
      .address, .center, .hgroup, .figure, .figcaption, .menu:
      .div
    case .other, .time, .mark, .label, .button, .math: .span
    case .meta: .img
    case .rt, .rp: .sub
    case .noscript: .div
    default: self
    }
  }

  /// Whether a paragraph ends where the element begins and ends.
  var isBlock: Bool { self.rawValue <= Tag.th.rawValue && self.rawValue >= Tag.html.rawValue }

  /// Whether an end tag of another element cannot close it.
  var isTablePart: Bool { self == .table || self == .td || self == .th }

  /// Level of a heading, 0 for other elements.
  var headingLevel: Int {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }

  /// Elements that divide a page into parts.
  var isSectioning: Bool {
    switch self {
    case .body, .main, .article, .section, .div, .td, .form, .center, .aside, .header, .footer, .nav,
      .details:
      true
    default: false
    }
  }
}

/// Finds an element by the bytes of its name.
struct TagTable: Sendable {
  /// The one table.
  static let shared = TagTable()

  private var keys: [UInt64]
  private var tags: [Tag]
  private var spellings: [[UInt8]]

  private init() {
    keys = [UInt64](repeating: 0, count: 512)
    tags = [Tag](repeating: .other, count: 512)
    spellings = [[UInt8]](repeating: [], count: Tag.allCases.count)
    for tag in Tag.allCases where tag != .text && tag != .other {
      let name = Array("\(tag)".utf8)
      spellings[Int(tag.rawValue)] = name
      let key = name.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      var slot = Self.slot(key)
      while keys[slot] != 0 { slot = (slot + 1) & 511 }
      keys[slot] = key
      tags[slot] = tag
    }
    spellings[Int(Tag.other.rawValue)] = Array("span".utf8)
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }

  /// The element of a name packed big-endian, its last eight bytes where it is longer.
  ///
  /// - Complexity: O(1).
  func tag(packed key: UInt64) -> Tag {
    var slot = Self.slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key { return tags[slot] }
      slot = (slot + 1) & 511
    }
    return .other
  }

  /// The element of a name in lower case that ends with NUL.
  func tag(named name: UnsafePointer<UInt8>) -> Tag {
    var key: UInt64 = 0
    var at = 0
    while name[at] != 0 {
      key = key << 8 | UInt64(name[at])
      at += 1
    }
    return tag(packed: key)
  }

  /// The name of an element.
  func name(of tag: Tag) -> [UInt8] { spellings[Int(tag.rawValue)] }
}
