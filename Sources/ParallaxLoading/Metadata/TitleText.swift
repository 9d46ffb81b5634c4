/// Titles as pages give them, with the outlet's name behind or before them.
enum TitleText {
  /// Letters and digits in lower case, to compare titles by.
  static func key(_ title: String) -> String {
    var copy = title
    return copy.withUTF8 { key($0) }
  }

  /// The key of UTF-8 text: ASCII letters in lower case, digits, and all beyond ASCII but the common
  /// punctuation.
  static func key(_ text: some Collection<UInt8>) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(text.count)
    var skip = 0
    for (place, byte) in zip(text.indices, text) {
      if skip > 0 {
        skip -= 1
      } else if PassageShape.isLetter(byte) {
        key.append(byte | 0x20)
      } else if byte &- 0x30 < 10 {
        key.append(byte)
      } else if byte == 0xE2, text.index(after: place) < text.endIndex, text[text.index(after: place)] == 0x80
      {
        skip = 2
      } else if byte == 0xC2 {
        skip = 1
      } else if byte >= 0x80 {
        key.append(byte)
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  private static let separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " // "]

  /// The title without the part that names the site.
  ///
  /// A part goes when it is the outlet's name or the host's, or when the visible headline is the rest; else
  /// the last part goes when it is short and the rest is long enough to be a title.
  static func withoutSite(_ title: String, outlet: String?, host: String?, headlines: [String]) -> String {
    let parts = split(title)
    guard parts.count > 1 else { return title }
    let whole = key(title)
    for headline in headlines {
      let wanted = key(headline)
      // The headline as the page shows it, where it is most of a leading or trailing run of parts.
      if wanted.count >= 8, whole.hasPrefix(wanted) || whole.hasSuffix(wanted) { return headline }
    }
    let names = [outlet, host].compactMap { $0.map(key) }.filter { !$0.isEmpty }
    if let outletPlace = parts.firstIndex(where: { part in isSite(key(part.text), names) }), outletPlace > 0 {
      return trimmed(title, to: parts[outletPlace - 1].end)
    }
    if isSite(key(parts[0].text), names) { return String(title[parts[1].start...]) }
    let last = parts[parts.count - 1]
    let rest = trimmed(title, to: parts[parts.count - 2].end)
    let restWords = rest.split(separator: " ").count
    let lastWords = last.text.split(separator: " ").count
    return restWords >= 4 && lastWords <= 4 && restWords > lastWords ? rest : title
  }

  /// The site's name behind the story's own title in a page's title, where the page declares the title alone,
  /// too.
  static func site(in pageTitle: String?, beside title: String?) -> String? {
    guard let pageTitle, let title else { return nil }
    let parts = split(pageTitle)
    let own = key(title)
    guard parts.count > 1, let last = parts.last, own.utf8.count >= 8, key(pageTitle).hasPrefix(own) else {
      return nil
    }
    let name = last.text.split(separator: " ").joined(separator: " ")
    return name.isEmpty || own.hasSuffix(key(name)) || name.split(separator: " ").count > 5 ? nil : name
  }

  private static func isSite(_ part: String, _ names: [String]) -> Bool {
    guard !part.isEmpty else { return false }
    return names.contains {
      $0 == part || part.count >= 4 && ($0.hasPrefix(part) || part.hasPrefix($0) && $0.count >= 3)
    }
  }

  private struct Part {
    var text: String
    var start: String.Index
    var end: String.Index
  }

  private static func split(_ title: String) -> [Part] {
    var parts: [Part] = []
    var start = title.startIndex
    var at = title.startIndex
    while at < title.endIndex {
      if let separator = separators.first(where: { title[at...].hasPrefix($0) }) {
        parts.append(Part(text: String(title[start..<at]), start: start, end: at))
        at = title.index(at, offsetBy: separator.count)
        start = at
      } else {
        at = title.index(after: at)
      }
    }
    parts.append(Part(text: String(title[start...]), start: start, end: title.endIndex))
    return parts
  }

  private static func trimmed(_ title: String, to end: String.Index) -> String { String(title[..<end]) }
}
