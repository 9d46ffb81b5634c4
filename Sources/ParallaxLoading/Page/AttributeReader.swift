/// Reads the attributes of one start tag.
struct AttributeReader {
  let page: UnsafeBufferPointer<UInt8>
  /// Where reading goes on; behind the `>` when it is done.
  var at: Int
  /// Attributes that are looked at; further ones are passed over.
  let limit: Int

  /// Notes what matters in `record` and appends values worth keeping to `attributes`.
  ///
  /// - Returns: Whether the tag closes itself with `/>`.
  /// - Complexity: O(n).
  mutating func read(into record: inout TagRecord, attributes: inout [Attribute]) -> Bool {
    defaults(&record)
    var seen = 0
    var isSelfClosing = false
    while at < page.count {
      let byte = page[at]
      if byte == 0x3E {
        at += 1
        break
      }
      if byte <= 0x20 || byte == 0x2F {
        isSelfClosing = byte == 0x2F
        at += 1
        continue
      }
      isSelfClosing = false
      let nameStart = at
      let name = attributeName()
      if at == nameStart { at += 1 }
      let value = attributeValue()
      seen += 1
      if let name, seen <= limit { note(name, value, in: &record, &attributes) }
    }
    return isSelfClosing
  }

  // MARK: Names and values

  private static let names: [UInt64: AttributeName] = {
    let spelled: [(String, AttributeName)] = [
      ("href", .href), ("cite", .cite), ("datetime", .datetime), ("content", .content), ("name", .name),
      ("property", .property), ("itemprop", .itemprop), ("itemtype", .itemtype), ("lang", .lang),
      ("xml:lang", .lang), ("rel", .rel), ("type", .type), ("charset", .charset), ("http-equiv", .httpEquiv),
      ("class", .class), ("id", .id), ("style", .style), ("hidden", .hidden), ("aria-hidden", .ariaHidden),
      ("aria-label", .ariaLabel), ("role", .role), ("data-testid", .testID), ("data-component", .testID),
      ("data-qa", .testID), ("data-module", .testID), ("itemscope", .itemscope),
    ]
    var names: [UInt64: AttributeName] = [:]
    for (name, value) in spelled { names[name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) }] = value }
    return names
  }()

  private mutating func attributeName() -> AttributeName? {
    let start = at
    var key: UInt64 = 0
    while at < page.count {
      let byte = page[at]
      if byte <= 0x20 || byte == 0x3E || byte == 0x3D || byte == 0x2F && at > start { break }
      key = key &* 31 &+ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      at += 1
    }
    guard at - start <= 16 else { return nil }
    return Self.names[key]
  }

  private mutating func attributeValue() -> ByteRange {
    let back = at
    skipSpace()
    guard at < page.count, page[at] == 0x3D else {
      at = back
      return .empty
    }
    at += 1
    skipSpace()
    guard at < page.count else { return .empty }
    let quote = page[at]
    if quote == 0x22 || quote == 0x27 {
      let start = at + 1
      let end = MarkupScanner.find(quote, in: page, from: start)
      at = min(page.count, end + 1)
      return ByteRange(start, end)
    }
    let start = at
    while at < page.count, page[at] > 0x20, page[at] != 0x3E { at += 1 }
    return ByteRange(start, at)
  }

  private mutating func skipSpace() {
    while at < page.count, page[at] <= 0x20 { at += 1 }
  }

  // MARK: Meaning

  private func defaults(_ record: inout TagRecord) {
    switch record.tag {
    case .main: record.flags.insert(.mainLandmark)
    case .article: record.flags.insert(.articleLandmark)
    case .nav: record.hints.insert(.navigation)
    case .aside: record.hints.insert(.sidebar)
    case .footer: record.hints.insert(.footer)
    case .header: record.hints.insert(.header)
    case .dialog: record.hints.insert(.overlay)
    case .noscript: record.flags.insert(.hidden)
    default: break
    }
  }

  private func note(
    _ name: AttributeName, _ value: ByteRange, in record: inout TagRecord, _ attributes: inout [Attribute]
  ) {
    switch name {
    case .class:
      guard record.classHash == 0 else { return }
      let bytes = UnsafeBufferPointer(rebasing: page[value.range])
      record.hints.formUnion(HintWords.shared.hints(UnsafeBufferPointer(rebasing: bytes.prefix(512))))
      record.classHash = Self.hash(bytes)
    case .id, .testID:
      let bytes = UnsafeBufferPointer(rebasing: page[value.range].prefix(128))
      record.hints.formUnion(HintWords.shared.hints(bytes, wordLimit: 3))
    case .style: if isHiddenStyle(value) { record.flags.insert(.hidden) }
    case .hidden: if !contains("until-found", value) { record.flags.insert(.hidden) }
    case .ariaHidden: if contains("true", value) { record.flags.insert(.hidden) }
    case .ariaLabel:
      if value.count <= 40 {
        record.hints.formUnion(HintWords.shared.hints(UnsafeBufferPointer(rebasing: page[value.range])))
      }
    case .role: noteRole(value, in: &record)
    case .itemscope: record.flags.insert(.itemScope)
    case .itemprop:
      noteItemProperty(value, in: &record)
      keep(name, value, &attributes)
    case .rel:
      if contains("tag", value) && record.tag == .a { record.flags.insert(.relTag) }
      if contains("author", value) { record.flags.insert(.author) }
      keep(name, value, &attributes)
    case .content, .name, .property, .itemtype, .type, .charset, .httpEquiv, .href, .cite, .datetime, .lang,
      .src,
      .title, .alt:
      keep(name, value, &attributes)
    }
  }

  private func keep(_ name: AttributeName, _ value: ByteRange, _ attributes: inout [Attribute]) {
    attributes.append(Attribute(name: name, value: value))
  }

  private func noteRole(_ value: ByteRange, in record: inout TagRecord) {
    if contains("navigation", value) || contains("menu", value) { record.hints.insert(.navigation) }
    if contains("complementary", value) { record.hints.insert(.sidebar) }
    if contains("contentinfo", value) { record.hints.insert(.footer) }
    if contains("banner", value) { record.hints.insert(.header) }
    if contains("dialog", value) || contains("tooltip", value) { record.hints.insert(.overlay) }
    if contains("search", value) { record.hints.insert(.widget) }
    if contains("main", value) { record.flags.insert(.mainLandmark) }
    if contains("article", value) { record.flags.insert(.articleLandmark) }
  }

  private func noteItemProperty(_ value: ByteRange, in record: inout TagRecord) {
    if contains("articlebody", value) || contains("blogpost", value) && !contains("blogposts", value) {
      record.flags.insert(.articleBody)
    }
    if contains("headline", value) { record.flags.insert(.headline) }
    if contains("author", value) || contains("creator", value) { record.flags.insert(.author) }
    if contains("datepublished", value) || contains("datemodified", value) || contains("datecreated", value) {
      record.flags.insert(.date)
    }
    if contains("comment", value) { record.flags.insert(.comment) }
    if contains("caption", value) { record.flags.insert(.caption) }
  }

  /// `display: none` or `visibility: hidden`.
  private func isHiddenStyle(_ value: ByteRange) -> Bool {
    guard value.count >= 12 else { return false }
    return contains("display:none", value) || contains("visibility:hidden", value)
  }

  /// Whether the value holds `word`, upper and lower case alike, blanks passed over.
  private func contains(_ word: StaticString, _ value: ByteRange) -> Bool {
    let count = word.utf8CodeUnitCount
    let end = min(value.range.upperBound, value.range.lowerBound + 1024)
    var start = value.range.lowerBound
    while start < end {
      var place = start
      var matched = 0
      while place < end && matched < count {
        let byte = page[place]
        if byte != 0x20 || matched == 0 {
          if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != word.utf8Start[matched] { break }
          matched += 1
        }
        place += 1
      }
      if matched == count { return true }
      start += 1
    }
    return false
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes.prefix(512) { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash | 1
  }
}
