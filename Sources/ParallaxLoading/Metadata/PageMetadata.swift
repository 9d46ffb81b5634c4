import ParallaxCore

/// Gathers what a page says of its article, each value from the source most to be trusted.
///
/// Order of trust: JSON-LD, OpenGraph, microdata, `<meta>`, what the page shows, the URL.
struct PageMetadata {
  private let tree: PageTree
  private var declared: [(key: String, value: String)] = []
  private(set) var linkedData: LinkedDataArticle?
  private var canonical: String?

  /// Reads the declarations of a page.
  init(tree: PageTree) {
    self.tree = tree
    for record in tree.page.declarations {
      if record.tag == .meta, let value = tree.attribute(.content, of: record) {
        for name in [AttributeName.property, .name, .itemprop, .httpEquiv] {
          guard let keys = tree.attribute(name, of: record) else { continue }
          for key in keys.split(separator: " ") { declared.append((key.lowercased(), value)) }
        }
      } else if record.tag == .link, tree.attribute(.rel, of: record)?.lowercased() == "canonical" {
        canonical = canonical ?? tree.attribute(.href, of: record)
      }
    }
    linkedData = LinkedDataArticle.read(tree.page.jsonLD.map { tree.source[$0.range] }, pageTitle: pageTitle)
  }

  /// Text of `<title>`.
  var pageTitle: String? { tree.page.title.flatMap { EntityText.resolved(tree.source[$0.range]) } }

  /// Titles that the page declares, the most trusted first.
  var declaredTitles: [String] { [linkedData?.title, meta("og:title"), pageTitle].compactMap { $0 } }

  /// The first declaration of these names, names in order of trust.
  private func meta(_ keys: String...) -> String? {
    for key in keys {
      if let found = declared.first(where: { $0.key == key && !$0.value.isEmpty }) { return found.value }
    }
    return nil
  }

  // MARK: Values

  /// Sets what is known.
  ///
  /// - Parameter shown: What the article itself shows.
  func describe(_ metadata: inout Metadata, shown: ShownMetadata) {
    let source = metadata.source
    func set(
      _ key: String, _ path: WritableKeyPath<Metadata, String?>, _ values: [(String?, String)],
      _ accept: (String) -> String? = { $0 }
    ) {
      for (value, provenance) in values {
        guard let value, let accepted = accept(value), !accepted.isEmpty else { continue }
        metadata[keyPath: path] = accepted
        metadata.provenance[key] = provenance
        return
      }
    }
    set("outlet", \.outlet, outlets(shown))
    set("url", \.url, urls(source, shown))
    set("title", \.title, titles(shown)) {
      [outlet = metadata.outlet, host = Self.host(metadata.url ?? source)] in
      TitleText.withoutSite($0, outlet: outlet, host: host, headlines: [shown.headline].compactMap { $0 })
    }
    set("byline", \.byline, bylines(shown), Self.authorLine)
    set("published", \.published, publishedDates(shown, metadata.url ?? source), DateText.normalized)
    set("updated", \.updated, updatedDates(shown), DateText.normalized)
    set("language", \.language, languages(shown), Self.languageTag)
    set("section", \.section, sections(shown))
    let (genre, place) = genre(metadata, shown)
    metadata.genre = genre
    if genre != .unknown { metadata.provenance["genre"] = place }
  }

  private func outlets(_ shown: ShownMetadata) -> [(String?, String)] {
    [
      (linkedData?.outlet, "json-ld"), (meta("og:site_name"), "opengraph"),
      (shown.items.publisher, "microdata"),
      (meta("application-name", "dc.publisher", "publisher", "citation_journal_title"), "meta"),
      (TitleText.site(in: pageTitle, beside: linkedData?.title ?? meta("og:title")), "title"),
      (meta("twitter:site").flatMap { $0.hasPrefix("@") ? String($0.dropFirst()) : nil }, "meta"),
    ]
  }

  /// `rel="canonical"` is HTML's own declaration of just this, and comes before all others.
  private func urls(_ source: String, _ shown: ShownMetadata) -> [(String?, String)] {
    func absolute(_ url: String?) -> String? { url.flatMap { $0.hasPrefix("http") ? $0 : nil } }
    return [
      (absolute(canonical), "link"), (absolute(linkedData?.url), "json-ld"),
      (absolute(meta("og:url")), "opengraph"), (absolute(shown.items.url), "microdata"),
      (absolute(source), "source"),
    ]
  }

  private func titles(_ shown: ShownMetadata) -> [(String?, String)] {
    [
      (linkedData?.title, "json-ld"), (meta("og:title"), "opengraph"),
      (shown.items.headline, "microdata"),
      (
        meta(
          "citation_title", "dc.title", "dcterms.title", "twitter:title", "sailthru.title", "parsely-title"),
        "meta"
      ),
      (shown.headline, "headline"), (pageTitle, "title"),
    ]
  }

  private func bylines(_ shown: ShownMetadata) -> [(String?, String)] {
    [
      (linkedData?.byline, "json-ld"), (meta("article:author", "og:article:author"), "opengraph"),
      (shown.items.author, "microdata"),
      (
        meta(
          "author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
          "citation_author",
          "article.author", "cxenseparse:author"), "meta"
      ),
      (shown.linkedAuthor, "rel-author"), (shown.byline, "byline"), (meta("twitter:creator"), "meta"),
    ]
  }

  private func publishedDates(_ shown: ShownMetadata, _ url: String) -> [(String?, String)] {
    [
      (linkedData?.published, "json-ld"), (meta("article:published_time", "og:published_time"), "opengraph"),
      (shown.items.published ?? meta("datepublished"), "microdata"),
      (
        meta(
          "pubdate", "publishdate", "publish-date", "date", "dc.date", "dc.date.issued", "dcterms.date",
          "dcterms.created", "parsely-pub-date", "sailthru.date", "article.published",
          "citation_publication_date",
          "publication_date", "cxenseparse:recs:publishtime", "created"), "meta"
      ),
      (shown.time, "time"), (shown.published, "byline"), (DateText.inURL(url), "url"),
    ]
  }

  private func updatedDates(_ shown: ShownMetadata) -> [(String?, String)] {
    [
      (linkedData?.updated, "json-ld"), (meta("article:modified_time", "og:updated_time"), "opengraph"),
      (shown.items.updated ?? meta("datemodified"), "microdata"),
      (meta("last-modified", "lastmod", "dcterms.modified", "article.updated", "revised"), "meta"),
      (shown.updated, "byline"),
    ]
  }

  /// `lang` on `<html>` is HTML's own declaration of just this, and comes before OpenGraph, whose locale many
  /// templates never set.
  private func languages(_ shown: ShownMetadata) -> [(String?, String)] {
    let html = tree.page.declarations.first { $0.tag == .html }.flatMap { tree.attribute(.lang, of: $0) }
    return [
      (linkedData?.language, "json-ld"), (html, "html"), (meta("og:locale"), "opengraph"),
      (shown.items.language ?? meta("inlanguage"), "microdata"),
      (meta("content-language", "language", "dc.language"), "meta"),
    ]
  }

  private func sections(_ shown: ShownMetadata) -> [(String?, String)] {
    [
      (linkedData?.section, "json-ld"), (meta("article:section", "og:article:section"), "opengraph"),
      (shown.items.section ?? meta("articlesection"), "microdata"),
      (meta("section", "parsely-section", "category", "cat"), "meta"),
    ]
  }

  // MARK: Genre

  /// The genre and where it was found.
  private func genre(_ metadata: Metadata, _ shown: ShownMetadata) -> (Metadata.Genre, String) {
    if let genre = linkedData?.genre, genre != .news { return (genre, "json-ld") }
    if let value = meta("article:opinion"), value.lowercased() == "true" { return (.opinion, "opengraph") }
    if let genre = shown.items.genre, genre != .news { return (genre, "microdata") }
    if let genre = metadata.section.flatMap(GenreRules.genre(ofSection:)) {
      return (genre, metadata.provenance["section"] ?? "section")
    }
    if let genre = shown.label.flatMap(GenreRules.genre(ofLabel:)), genre != .liveBlog || shown.entries >= 3 {
      return (genre, "label")
    }
    for title in declaredTitles + [shown.headline].compactMap({ $0 }) {
      if let genre = GenreRules.genre(ofTitle: title, entries: shown.entries) { return (genre, "title") }
    }
    if let genre = Self.path(metadata.url ?? metadata.source).flatMap(GenreRules.genre(ofSection:)) {
      return (genre, "url")
    }
    if let genre = linkedData?.genre { return (genre, "json-ld") }
    return shown.items.genre.map { ($0, "microdata") } ?? (.unknown, "")
  }

  // MARK: Forms

  /// Author names as one line, without "By" and without addresses.
  static func authorLine(_ text: String) -> String? {
    var line = text
    let lower = line.lowercased()
    for opening in ["by ", "written by ", "von ", "par ", "por "] where lower.hasPrefix(opening) {
      line = String(line.dropFirst(opening.count))
      break
    }
    if line.hasPrefix("@") { line = String(line.dropFirst()) }
    guard !line.contains("://"), !line.hasPrefix("www."), line.utf8.count <= 300 else { return nil }
    return WhiteSpace.folded(line)
  }

  /// `en_US` as `en-US`; nil for what is no language tag.
  static func languageTag(_ text: String) -> String? {
    let parts = text.split { $0 == "-" || $0 == "_" }.map(String.init)
    guard let first = parts.first, (2...3).contains(first.utf8.count), first.allSatisfy(\.isLetter) else {
      return nil
    }
    guard parts.count > 1, parts[1].utf8.count == 2, parts[1].allSatisfy(\.isLetter) else {
      return first.lowercased()
    }
    return first.lowercased() + "-" + parts[1].uppercased()
  }

  /// The name part of a URL's host: `example` of `www.example.co.uk`.
  static func host(_ url: String) -> String? {
    guard let scheme = url.range(of: "://") else { return nil }
    let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    let labels = host.split(separator: ".").filter { $0 != "www" && $0 != "m" && $0 != "amp" }
    return labels.max { $0.count < $1.count }.map(String.init)
  }

  private static func path(_ url: String) -> String? {
    guard let scheme = url.range(of: "://") else { return nil }
    let rest = url[scheme.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    // Folders only: the last part is the story's own name.
    return rest[slash...].split(separator: "/").dropLast().joined(separator: "/")
  }
}

/// What an article shows of itself.
struct ShownMetadata {
  var headline: String?
  var byline: String?
  var published: String?
  var updated: String?
  var time: String?
  /// Who a link with `rel="author"` names.
  var linkedAuthor: String?
  /// A label at the headline that names a genre.
  var label: String?
  /// Paragraphs that are a time of day alone.
  var entries = 0
  var items = ItemMetadata()
}

/// What microdata at the article says of it.
struct ItemMetadata {
  var headline: String?
  var author: String?
  var published: String?
  var updated: String?
  var publisher: String?
  var section: String?
  var language: String?
  var url: String?
  var genre: Metadata.Genre?
}

extension String {
  /// The first place of `word`, compared by characters.
  fileprivate func range(of word: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }
}
