import ParallaxCore

/// What a page's JSON-LD says of its article.
///
/// - SeeAlso: schema.org, Article and its subtypes.
struct LinkedDataArticle {
  var title: String?
  var byline: String?
  var outlet: String?
  var published: String?
  var updated: String?
  var language: String?
  var url: String?
  var section: String?
  var genre: Metadata.Genre?
  /// The article's text as the page declares it, to check the extraction by.
  var body: String?

  /// Reads the scripts of a page; broken ones are passed over.
  ///
  /// - Parameter title: The page's title, to choose by where several articles are described.
  /// - Complexity: O(n).
  static func read(_ scripts: [ArraySlice<UInt8>], pageTitle: String?) -> LinkedDataArticle? {
    var nodes: [JSONValue] = []
    for script in scripts where script.count <= 2_000_000 {
      guard let value = try? JSONParser.parse(cleaned(script)) else { continue }
      collect(value, into: &nodes)
    }
    let articles = nodes.filter { rank($0) > 0 }
    guard let best = articles.map(rank).max() else { return nil }
    let candidates = articles.filter { rank($0) == best }
    let chosen = candidates.first { describes($0, pageTitle) } ?? candidates[0]
    return LinkedDataArticle(chosen, in: nodes)
  }

  /// Without comment wrappers, and with raw line ends, which JSON forbids in strings, as blanks.
  private static func cleaned(_ script: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = script.map { $0 < 0x20 ? 0x20 : $0 }
    for wrapper in ["<!--", "-->", "/*<![CDATA[*/", "/*]]>*/", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>"] {
      let mark = Array(wrapper.utf8)
      while bytes.first == 0x20 { bytes.removeFirst() }
      while let last = bytes.last, last == 0x20 || last == 0x3B { bytes.removeLast() }
      if bytes.starts(with: mark) { bytes.removeFirst(mark.count) }
      if bytes.count >= mark.count, bytes.suffix(mark.count).elementsEqual(mark) {
        bytes.removeLast(mark.count)
      }
    }
    return bytes
  }

  /// All objects that have a type, outer ones first.
  private static func collect(_ value: JSONValue, into nodes: inout [JSONValue]) {
    var pending = [value]
    while let next = pending.popLast(), nodes.count < 1_000 {
      switch next {
      case .array(let items): pending.append(contentsOf: items.reversed())
      case .object(let members):
        if next["@type"] != nil { nodes.append(next) }
        for member in members.reversed() where carriesArticles(member.key) { pending.append(member.value) }
      default: break
      }
    }
  }

  private static func carriesArticles(_ key: String) -> Bool {
    ["@graph", "mainEntity", "mainEntityOfPage", "publisher", "author", "isPartOf", "hasPart", "article"]
      .contains(key)
  }

  private static func types(_ node: JSONValue) -> [String] {
    let type = node["@type"]
    return type?.array?.compactMap(\.string) ?? type?.string.map { [$0] } ?? []
  }

  /// 3 for articles, 2 for related kinds of page, 1 for the page itself, 0 for everything else.
  private static func rank(_ node: JSONValue) -> Int {
    var best = 0
    for type in types(node) {
      let name = type.split(separator: "/").last.map(String.init) ?? type
      if name.hasSuffix("Article") || name == "BlogPosting" || name == "LiveBlogPosting" || name == "Report" {
        best = 3
      } else if ["Recipe", "Review", "QAPage", "DiscussionForumPosting", "SocialMediaPosting"].contains(name)
      {
        best = max(best, 2)
      } else if ["WebPage", "ItemPage", "AboutPage"].contains(name) {
        best = max(best, 1)
      }
    }
    return best
  }

  private static func describes(_ node: JSONValue, _ pageTitle: String?) -> Bool {
    guard let pageTitle, let headline = node["headline"]?.string ?? node["name"]?.string else { return false }
    let (title, name) = (TitleText.key(pageTitle), TitleText.key(headline))
    return !name.isEmpty && title.hasPrefix(name)
  }

  private init(_ node: JSONValue, in nodes: [JSONValue]) {
    title = Self.text(node["headline"]) ?? Self.text(node["name"])
    byline = Self.names(node["author"] ?? node["creator"], in: nodes)
    outlet = Self.names(node["publisher"] ?? node["isPartOf"], in: nodes)
    published = Self.text(node["datePublished"]) ?? Self.text(node["dateCreated"])
    updated = Self.text(node["dateModified"])
    language = Self.text(node["inLanguage"]) ?? Self.text(node["inLanguage"]?["name"])
    url =
      Self.text(node["url"]) ?? Self.text(node["mainEntityOfPage"])
      ?? Self.text(node["mainEntityOfPage"]?["@id"])
    section = Self.text(node["articleSection"]?.array?.first ?? node["articleSection"])
    body = node["articleBody"]?.string
    for type in Self.types(node) {
      guard let found = GenreRules.genre(ofType: type) else { continue }
      if found != .news || genre == nil { genre = found }
    }
  }

  /// A string with references resolved and white space folded.
  private static func text(_ value: JSONValue?) -> String? {
    guard let string = value?.string else { return nil }
    return EntityText.resolved(Array(string.utf8)[...])
  }

  /// Names of people or organizations: a string, an object with a name, a reference to one, or several of
  /// these.
  private static func names(_ value: JSONValue?, in nodes: [JSONValue]) -> String? {
    guard let value else { return nil }
    if let items = value.array {
      var found: [String] = []
      for item in items.prefix(20) {
        if let name = names(item, in: nodes), !found.contains(name) { found.append(name) }
      }
      return found.isEmpty ? nil : found.joined(separator: ", ")
    }
    if let name = text(value) { return name.hasPrefix("http") ? nil : name }
    if let name = value["name"] { return text(name) ?? names(name.array.map { .array($0) }, in: nodes) }
    guard let id = value["@id"]?.string else { return nil }
    let named = nodes.first { $0["@id"]?.string == id && $0["name"] != nil }
    return named.flatMap { text($0["name"]) }
  }
}
