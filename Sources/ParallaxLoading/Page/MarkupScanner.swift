#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads markup once and writes what the parser needs of it.
///
/// Takes out comments, scripts, styles, images' sources and every attribute, which are most of a page's bytes
/// and the cause of the parser's slow and silent failures (quadratic attributes, NULs, scripts that look like
/// markup). Attributes that matter are kept aside by number. The parser then builds the tree from what is
/// left.
///
/// - Complexity: O(n).
struct MarkupScanner {
  private let page: UnsafeBufferPointer<UInt8>
  private let attributeLimit: Int
  private var output = ScannedPage()
  private var at = 0
  /// Elements whose end tag was looked for in vain.
  private var endless: Set<Tag> = []
  private var hasEndlessComment = false
  /// For each element the start tags without an end tag so far.
  private var unclosed = [Int32](repeating: 0, count: Tag.allCases.count)
  private let tags = TagTable.shared
  /// Open elements that reach the parser as `<div>`, and the table parts around them.
  private var open: [Tag] = []

  /// - Parameter page: Valid UTF-8 without NULs.
  /// - Parameter attributeLimit: Attributes read of one tag.
  static func scan(_ page: [UInt8], attributeLimit: Int) -> ScannedPage {
    page.withUnsafeBufferPointer { bytes in
      var scanner = MarkupScanner(page: bytes, attributeLimit: attributeLimit)
      scanner.run()
      return scanner.output
    }
  }

  private init(page: UnsafeBufferPointer<UInt8>, attributeLimit: Int) {
    self.page = page
    self.attributeLimit = attributeLimit
    output.markup.reserveCapacity(page.count / 2 + 64)
    output.records.reserveCapacity(page.count / 64 + 8)
  }

  private mutating func run() {
    output.markup.append(contentsOf: "<html><body>".utf8)
    while at < page.count {
      let textStart = at
      at = Self.find(0x3C, in: page, from: at)
      emit(textStart, at)
      guard at < page.count else { return }
      markup()
    }
  }

  /// What begins with the `<` at `at`.
  private mutating func markup() {
    guard at + 1 < page.count else {
      emitLessThan()
      return
    }
    switch page[at + 1] {
    case 0x21: skipDeclaration()
    case 0x3F: skipPast(0x3E)
    case 0x2F: endTag()
    case 0x41...0x5A, 0x61...0x7A: startTag()
    default: emitLessThan()
    }
  }

  // MARK: Output

  private mutating func emit(_ start: Int, _ end: Int) {
    guard start < end else { return }
    output.markup.append(contentsOf: UnsafeBufferPointer(rebasing: page[start..<end]))
  }

  private mutating func emitLessThan() {
    output.markup.append(contentsOf: [0x26, 0x6C, 0x74, 0x3B])
    at += 1
  }

  /// `<name a=12>`
  private mutating func emitStart(_ record: TagRecord) {
    output.markup.append(0x3C)
    output.markup.append(contentsOf: tags.name(of: record.tag.emitted))
    output.markup.append(contentsOf: [0x20, 0x61, 0x3D])
    var number = output.records.count
    var divisor = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      output.markup.append(0x30 + UInt8(number / divisor))
      number %= divisor
      divisor /= 10
    }
    output.markup.append(0x3E)
    output.records.append(record)
  }

  // MARK: Declarations and end tags

  /// A comment, doctype or CDATA section.
  private mutating func skipDeclaration() {
    guard at + 3 < page.count, page[at + 2] == 0x2D, page[at + 3] == 0x2D else { return skipPast(0x3E) }
    // "<!-->" and "<!--->" are whole comments.
    var end = at + 4
    if end < page.count, page[end] == 0x3E {
      at = end + 1
      return
    }
    while end < page.count && !hasEndlessComment {
      end = Self.find(0x3E, in: page, from: end)
      guard end < page.count else { break }
      if page[end - 1] == 0x2D && page[end - 2] == 0x2D
        || page[end - 1] == 0x21 && page[end - 2] == 0x2D && page[end - 3] == 0x2D
      {
        at = end + 1
        return
      }
      end += 1
    }
    // A comment without end would hide the rest of the page: it ends with its tag instead.
    hasEndlessComment = true
    skipPast(0x3E)
  }

  private mutating func skipPast(_ byte: UInt8) {
    at = min(page.count, Self.find(byte, in: page, from: at) + 1)
  }

  private mutating func endTag() {
    guard at + 2 < page.count, (page[at + 2] | 0x20) &- 0x61 < 26 else { return skipPast(0x3E) }
    at += 2
    let tag = tagName()
    skipPast(0x3E)
    guard tag.handling == .keep, unclosed[Int(tag.rawValue)] > 0 else { return }
    unclosed[Int(tag.rawValue)] -= 1
    let emitted = tag.emitted
    guard emitted == .div || tag.isTablePart else { return emitEnd(emitted) }
    // As the parser sees one name for many, elements left open inside are closed here.
    guard let place = open.suffix(Self.reach).lastIndex(of: tag) else { return }
    if emitted == .div {
      for _ in place..<open.count { emitEnd(.div) }
    } else {
      emitEnd(tag)
    }
    open.removeSubrange(place...)
  }

  /// How far up an end tag looks for its start tag.
  private static let reach = 64

  private mutating func emitEnd(_ tag: Tag) {
    output.markup.append(contentsOf: [0x3C, 0x2F])
    output.markup.append(contentsOf: tags.name(of: tag))
    output.markup.append(0x3E)
  }

  /// Reads the name at `at` and moves behind it.
  private mutating func tagName() -> Tag {
    var key: UInt64 = 0
    while at < page.count {
      let byte = page[at]
      if byte <= 0x20 || byte == 0x3E || byte == 0x2F { break }
      key = key << 8 | UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      at += 1
    }
    return tags.tag(packed: key)
  }

  // MARK: Start tags

  private mutating func startTag() {
    at += 1
    let tag = tagName()
    var record = TagRecord(tag: tag)
    var reader = AttributeReader(page: page, at: at, limit: attributeLimit)
    let first = output.attributes.count
    let isSelfClosing = reader.read(into: &record, attributes: &output.attributes)
    at = reader.at
    record.firstAttribute = UInt32(first)
    record.attributeCount = UInt8(min(255, output.attributes.count - first))
    switch tag.handling {
    case .keep:
      emitStart(record)
      unclosed[Int(tag.rawValue)] += 1
      if tag.emitted == .div || tag.isTablePart { open.append(tag) }
    case .unwrap: unwrap(record)
    case .void: void(record)
    case .rawText: if !isSelfClosing || tag != .title { rawText(record) }
    case .drop: if !isSelfClosing { drop(tag) }
    }
  }

  /// `<html>` and `<body>` only declare: the parser gets its own.
  private mutating func unwrap(_ record: TagRecord) {
    if record.tag == .html || record.tag == .body { output.declarations.append(record) }
  }

  private mutating func void(_ record: TagRecord) {
    switch record.tag {
    case .meta:
      output.declarations.append(record)
      // Microdata belongs to the item it stands in.
      if record.flags.contains(.itemScope) || has(.itemprop, record) { emitStart(record) }
    case .link, .base: output.declarations.append(record)
    case .br, .hr, .img: emitStart(record)
    default: break
    }
  }

  private func has(_ name: AttributeName, _ record: TagRecord) -> Bool {
    let first = Int(record.firstAttribute)
    return output.attributes[first..<first + Int(record.attributeCount)].contains { $0.name == name }
  }

  /// Skips an element whose content is text to HTML, keeping JSON-LD and the title.
  private mutating func rawText(_ record: TagRecord) {
    let start = at
    let name = tags.name(of: record.tag)
    var end = at
    while true {
      end = Self.find(0x3C, in: page, from: end)
      guard end < page.count else { break }
      if isEndTag(name, at: end) { break }
      end += 1
    }
    if record.tag == .title, output.title == nil || output.title?.isEmpty == true {
      // Without an end tag the title ends with its line.
      let close = end < page.count ? end : Self.find(0x0A, in: page, from: start)
      output.title = ByteRange(start, close)
      end = close
    } else if record.tag == .script, isJSONLD(record) {
      output.jsonLD.append(ByteRange(start, end))
    }
    at = end
    if at < page.count && page[at] == 0x3C { skipPast(0x3E) }
  }

  private func isJSONLD(_ record: TagRecord) -> Bool {
    let first = Int(record.firstAttribute)
    for attribute in output.attributes[first..<first + Int(record.attributeCount)]
    where attribute.name == .type {
      let value = String(decoding: page[attribute.value.range], as: UTF8.self).lowercased()
      return value.contains("ld+json")
    }
    return false
  }

  /// Skips an element with all elements of its name inside it; keeps the content where no end tag follows.
  private mutating func drop(_ tag: Tag) {
    guard !endless.contains(tag) else { return }
    let name = tags.name(of: tag)
    // Short controls: a far end tag belongs to another one.
    let reach =
      tag == .button || tag == .progress || tag == .meter ? min(page.count, at + 20_000) : page.count
    var depth = 1
    var end = at
    while true {
      end = Self.find(0x3C, in: page, from: end)
      guard end < reach else { break }
      if isEndTag(name, at: end) {
        depth -= 1
        if depth == 0 {
          at = end
          skipPast(0x3E)
          return
        }
      } else if isStartTag(name, at: end) {
        depth += 1
      }
      end += 1
    }
    if reach == page.count { endless.insert(tag) }
  }

  private func isEndTag(_ name: [UInt8], at place: Int) -> Bool {
    place + 1 < page.count && page[place + 1] == 0x2F && isName(name, at: place + 2)
  }

  private func isStartTag(_ name: [UInt8], at place: Int) -> Bool { isName(name, at: place + 1) }

  private func isName(_ name: [UInt8], at place: Int) -> Bool {
    guard place + name.count <= page.count else { return false }
    for index in 0..<name.count where page[place + index] | 0x20 != name[index] { return false }
    guard place + name.count < page.count else { return true }
    let next = page[place + name.count]
    return next <= 0x20 || next == 0x3E || next == 0x2F
  }

  /// The first `byte` at or after `start`, else the end of the page.
  @inline(__always)
  static func find(_ byte: UInt8, in page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start < page.count, let base = page.baseAddress else { return page.count }
    guard let found = memchr(base + start, Int32(byte), page.count - start) else { return page.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
