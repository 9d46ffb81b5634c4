/// A media type with the character encoding it names: `text/html; charset=utf-8`.
///
/// - SeeAlso: RFC 9110, 8.3.1.
package struct MediaType: Equatable, Sendable {
  /// Type and subtype in lower case, without parameters.
  package var name: String
  /// Value of the parameter `charset`, as written.
  package var charset: String?

  /// Reads the value of a `Content-Type` field; nil when there is no type in it.
  package init?(_ value: String) {
    var parts = value.split(separator: ";", omittingEmptySubsequences: false)
    // A field sent twice is joined by commas; the first one counts.
    name = Self.trimmed(parts.removeFirst().prefix { $0 != "," }).lowercased()
    guard name.contains("/") else { return nil }
    for part in parts {
      guard let equals = part.firstIndex(of: "="), Self.trimmed(part[..<equals]).lowercased() == "charset"
      else {
        continue
      }
      let label = part[part.index(after: equals)...].filter { $0 != "\"" && $0 != "'" }.prefix { $0 != "," }
      if case let label = Self.trimmed(label[...]), !label.isEmpty {
        charset = label
        return
      }
    }
  }

  /// Whether it is a web page.
  package var isHTML: Bool { name == "text/html" || name == "application/xhtml+xml" }
  /// Whether it is text of any kind, pages among them.
  package var isText: Bool { isHTML || name.hasPrefix("text/") || name == "application/xml" }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.unicodeScalars.first, first.value <= 0x20 { text.removeFirst() }
    while let last = text.unicodeScalars.last, last.value <= 0x20 { text.removeLast() }
    return String(text)
  }
}
