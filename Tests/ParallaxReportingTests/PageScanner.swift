/// A reader of the HTML that reports write: tags with their attributes, and the text between them.
///
/// It knows the writer's own syntax only (lower-case names, double-quoted values), so anything that article
/// text could smuggle in as markup shows up as a tag or attribute that no report has.
struct PageScanner {
  struct Tag: Equatable {
    var name: String
    var attributes: [(name: String, value: String?)]

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value ?? nil }

    static func == (a: Tag, b: Tag) -> Bool {
      a.name == b.name && a.attributes.map(\.name) == b.attributes.map(\.name)
    }
  }

  /// Start tags in order.
  private(set) var tags: [Tag] = []
  /// What stands between tags, without style and script.
  private(set) var text = ""
  /// End tags without a start tag, or the other way round.
  private(set) var faults: [String] = []

  private static let void: Set<String> = ["meta", "br", "input"]

  init(_ bytes: [UInt8]) {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    var open: [String] = []
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else {
        faults.append("a tag without an end")
        break
      }
      let inside = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if inside.hasPrefix("!") { continue }
      if inside.hasPrefix("/") {
        if open.popLast() != String(inside.dropFirst()) { faults.append("</\(inside.dropFirst())>") }
        continue
      }
      let tag = Self.tag(inside)
      tags.append(tag)
      let isEmpty = inside.hasSuffix("/")
      if !isEmpty && !Self.void.contains(tag.name) { open.append(tag.name) }
      if tag.name == "style" || tag.name == "script" {
        guard let close = rest.firstRange(of: "</\(tag.name)>") else {
          faults.append("an endless \(tag.name)")
          break
        }
        rest = rest[close.lowerBound...]
      }
    }
    text += rest
    faults += open.map { "<\($0)> is never closed" }
  }

  private static func tag(_ inside: Substring) -> Tag {
    let name = inside.prefix { $0 != " " && $0 != "/" }
    var rest = inside.dropFirst(name.count)
    var attributes: [(String, String?)] = []
    while true {
      rest = rest.drop { $0 == " " || $0 == "/" }
      guard !rest.isEmpty else { break }
      let key = rest.prefix { $0 != "=" && $0 != " " }
      rest = rest.dropFirst(key.count)
      guard rest.hasPrefix("=\"") else {
        attributes.append((String(key), nil))
        continue
      }
      rest = rest.dropFirst(2)
      let value = rest.prefix { $0 != "\"" }
      attributes.append((String(key), String(value)))
      rest = rest.dropFirst(value.count + 1)
    }
    return Tag(name: String(name), attributes: attributes)
  }

  /// Values of `id`, in order.
  var ids: [String] { tags.compactMap { $0["id"] } }
  /// Values of `href`, in order.
  var links: [String] { tags.compactMap { $0["href"] } }
  /// Names of all attributes.
  var attributeNames: Set<String> { Set(tags.flatMap { $0.attributes.map(\.name) }) }
}
