/// Writes HTML into a byte buffer; every text and every attribute value is escaped, there is no other way in.
///
///     var html = HTMLWriter()
///     html.block("p", .class("lead")) { html in
///       html.text("Profits & losses")
///     }
///
/// Element and attribute names are literals of the program. Addresses enter through `SafeLink` alone, and
/// there is no way to write an event handler or a `style` attribute.
struct HTMLWriter: Sendable {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// Starts with an empty buffer.
  init(capacity: Int = 65_536) { bytes.reserveCapacity(capacity) }

  // MARK: Elements

  /// Writes an element and what `body` writes inside it.
  mutating func element(
    _ name: StaticString, _ attributes: Attribute?..., body: (inout HTMLWriter) -> Void = { _ in }
  ) {
    open(name, attributes)
    body(&self)
    close(name)
  }

  /// Writes an element without content.
  mutating func element(_ name: StaticString, _ attributes: [Attribute]) {
    open(name, attributes)
    close(name)
  }

  /// Writes an element that holds one escaped text.
  mutating func element(_ name: StaticString, _ attributes: Attribute?..., text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// Writes an element and ends the line, for elements that stand on their own.
  mutating func block(
    _ name: StaticString, _ attributes: Attribute?..., body: (inout HTMLWriter) -> Void = { _ in }
  ) {
    open(name, attributes)
    body(&self)
    close(name)
    newline()
  }

  /// Writes an element that holds one escaped text and ends the line.
  mutating func block(_ name: StaticString, _ attributes: Attribute?..., text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
    newline()
  }

  /// Writes an element that has no content and no end tag.
  mutating func void(_ name: StaticString, _ attributes: Attribute?...) { open(name, attributes) }

  /// Writes a shape of a drawing, which has no content.
  mutating func shape(_ name: StaticString, _ attributes: Attribute?...) {
    open(name, attributes)
    bytes.removeLast()
    append("/>")
  }

  /// Writes a start tag; the caller writes the end tag with `close`.
  mutating func open(_ name: StaticString, _ attributes: [Attribute?] = []) {
    append("<")
    append(name)
    for case .some(let attribute) in attributes {
      append(" ")
      append(attribute.name)
      guard let value = attribute.value else { continue }
      append("=\"")
      escape(value, quotes: true)
      append("\"")
    }
    append(">")
  }

  /// Writes an end tag.
  mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    append(">")
  }

  /// Ends a line of the source.
  mutating func newline() { bytes.append(0x0A) }

  // MARK: Content

  /// Writes a text, escaped.
  mutating func text(_ string: String) { escape(string, quotes: false) }

  /// Writes a piece of an article, escaped; broken UTF-8 becomes U+FFFD.
  mutating func text(utf8 slice: ArraySlice<UInt8>) {
    escape(String(decoding: slice, as: UTF8.self), quotes: false)
  }

  /// Writes markup that is part of the program.
  mutating func markup(_ literal: StaticString) { append(literal) }

  /// Writes what another writer has written.
  mutating func append(_ other: HTMLWriter) { bytes.append(contentsOf: other.bytes) }

  /// Writes the content of a `<style>` or `<script>` that is part of the program.
  ///
  /// - Precondition: holds no `</`, which would end the element early.
  mutating func trusted(_ content: [UInt8]) { bytes.append(contentsOf: content) }

  /// Writes JSON as the content of a data block; `<`, `>`, `&` and directional characters become `\u` escapes,
  /// which mean the same to a reader of JSON.
  mutating func json(_ json: [UInt8]) {
    var index = 0
    while index < json.count {
      let byte = json[index]
      switch byte {
      case 0x3C: append("\\u003c")
      case 0x3E: append("\\u003e")
      case 0x26: append("\\u0026")
      case 0xE2 where index + 2 < json.count && Self.isDirectional(json[index + 1], json[index + 2]):
        // E2 80 AA to AE, E2 81 A6 to A9: U+202A to 202E, U+2066 to 2069.
        let digits = Array("0123456789abcdef".utf8)
        let low = json[index + 1] == 0x80 ? json[index + 2] - 0x80 : json[index + 2] - 0x80 + 0x40
        append("\\u20")
        bytes.append(digits[Int(low >> 4)])
        bytes.append(digits[Int(low & 15)])
        index += 2
      default: bytes.append(byte)
      }
      index += 1
    }
  }

  // MARK: Bytes

  private mutating func append(_ literal: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Escapes a text for content or a double-quoted attribute value.
  ///
  /// Control characters become U+FFFD. Characters that change the direction of what follows (U+202A to 202E,
  /// 2066 to 2069) are left out: they cannot be seen, and in a title they could reorder the page around them.
  private mutating func escape(_ string: String, quotes: Bool) {
    var copy = string
    copy.withUTF8 { text in
      var runStart = 0
      var index = 0
      func flush(_ bytes: inout [UInt8]) {
        if index > runStart {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
        }
      }
      while index < text.count {
        let byte = text[index]
        var length = 1
        let replacement: StaticString
        switch byte {
        case 0x26: replacement = "&amp;"
        case 0x3C: replacement = "&lt;"
        case 0x3E: replacement = "&gt;"
        case 0x22 where quotes: replacement = "&quot;"
        case 0x09, 0x0A:
          index += 1
          continue
        case 0x00..<0x20, 0x7F: replacement = "\u{FFFD}"
        case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0 && text[index + 1] != 0x85:
          replacement = "\u{FFFD}"
          length = 2
        case 0xE2 where index + 2 < text.count && Self.isDirectional(text[index + 1], text[index + 2]):
          replacement = ""
          length = 3
        default:
          index += 1
          continue
        }
        flush(&bytes)
        append(replacement)
        index += length
        runStart = index
      }
      flush(&bytes)
    }
  }

  /// Whether E2 and these two bytes encode U+202A to U+202E or U+2066 to U+2069.
  private static func isDirectional(_ second: UInt8, _ third: UInt8) -> Bool {
    (second == 0x80 && (0xAA...0xAE).contains(third)) || (second == 0x81 && (0xA6...0xA9).contains(third))
  }
}

/// A name and value inside a start tag.
struct Attribute: Sendable {
  fileprivate let name: StaticString
  fileprivate let value: String?

  /// An attribute without a rule of its own.
  ///
  /// - Precondition: not one that holds an address, a style or a script.
  init(_ name: StaticString, _ value: String?) {
    assert(!Self.isReserved(name), "\(name) cannot be written freely")
    self.name = name
    self.value = value
  }

  private init(reserved name: StaticString, _ value: String) {
    self.name = name
    self.value = value
  }

  private static func isReserved(_ name: StaticString) -> Bool {
    let text = "\(name)"
    return text.hasPrefix("on") || ["href", "src", "style", "srcdoc", "action", "formaction"].contains(text)
  }

  /// `id`
  static func id(_ value: String) -> Attribute { Attribute("id", value) }
  /// `class`
  static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
  /// `title`, the tooltip.
  static func title(_ value: String) -> Attribute { Attribute("title", value) }
  /// `aria-label`
  static func label(_ value: String) -> Attribute { Attribute("aria-label", value) }
  /// An attribute without a value.
  static func flag(_ name: StaticString) -> Attribute { Attribute(name, nil) }
  /// A link to a place on the same page.
  static func href(fragment: String) -> Attribute { Attribute(reserved: "href", "#" + fragment) }
  /// A link that leaves the page.
  static func href(_ link: SafeLink) -> Attribute { Attribute(reserved: "href", link.address) }
}
