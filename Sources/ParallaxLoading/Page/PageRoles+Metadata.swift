import ParallaxCore

/// What the article shows of its author, dates and genre.
extension PageRoles {
  func shown(_ headline: Int?, _ roles: [Role?]) -> ShownMetadata {
    var shown = ShownMetadata()
    shown.headline = headline.map { String(decoding: page.text[page.blocks[$0].text], as: UTF8.self) }
    readBylines(roles, &shown)
    shown.label = label(headline)
    shown.entries = roles.indices.count { roles[$0] != nil && isTimeOfDay(page.blocks[$0]) }
    for (index, node) in tree.nodes.enumerated() where node.record >= 0 {
      if node.tag == .time, shown.time == nil, node.hints.isDisjoint(with: [.related, .comments]),
        isNearArticle(index, headline)
      {
        shown.time = tree.attribute(.datetime, of: index) ?? tree.text(of: index, limit: 100)
      }
      if node.flags.contains(.author), node.tag == .a, shown.linkedAuthor == nil,
        isNearArticle(index, headline),
        tree.rawAttribute(.itemprop, of: index) == nil, let name = tree.text(of: index, limit: 200),
        name.split(separator: " ").count <= 8
      {
        shown.linkedAuthor = name
      }
    }
    shown.items = items(headline)
    return shown
  }

  // MARK: Lines of author and date

  private func readBylines(_ roles: [Role?], _ shown: inout ShownMetadata) {
    let firstText = roles.indices.first { roles[$0] == .body } ?? 0
    var named: String?
    for index in roles.indices where roles[index] == .byline {
      let block = page.blocks[index]
      let text = String(decoding: page.text[block.text], as: UTF8.self)
      let parts = BylineText.parts(page.text[block.text], seams: block.seams)
      shown.byline = shown.byline ?? BylineText.authors(parts)
      if named == nil, index < firstText, block.namesAuthor { named = parts.first(where: BylineText.isName) }
      let lower = text.lowercased()
      let date = DateText.find(in: text)
      if lower.contains("updated") || lower.contains("modified") {
        shown.updated = shown.updated ?? date
      } else {
        shown.published = shown.published ?? date
      }
    }
    shown.byline = shown.byline ?? named
  }

  /// "18:40", "6.40 p.m.": what stands over an entry of a live blog.
  private func isTimeOfDay(_ block: Block) -> Bool {
    guard block.length >= 4, block.length <= 12 else { return false }
    let text = page.text[block.text]
    let digits = text.count { $0 &- 0x30 < 10 }
    let first = text.prefix { $0 &- 0x30 < 10 }.count
    guard (1...2).contains(first), digits == first + 2, let mark = text.dropFirst(first).first else {
      return false
    }
    return (mark == 0x3A || mark == 0x2E || mark == 0x68) && block.words <= 3
  }

  /// A short line at the headline that names a genre, and stands in no menu.
  private func label(_ headline: Int?) -> String? {
    guard let headline else { return nil }
    for index in stride(from: min(page.blocks.count - 1, headline + 2), through: max(0, headline - 4), by: -1)
    where index != headline {
      let block = page.blocks[index]
      guard block.words > 0, block.words <= 8, block.sentenceEnds == 0 else { continue }
      let text = String(decoding: page.text[block.text], as: UTF8.self)
      guard GenreRules.genre(ofLabel: text) != nil else { continue }
      let around = [index - 2, index - 1, index + 1, index + 2].filter { page.blocks.indices.contains($0) }
      let isMenu =
        block.linkDensity > 0.9 && around.count { isMenuItem(page.blocks[$0], beside: headline, $0) } >= 2
      guard !isMenu, isLabelPlace(block) else { continue }
      return text
    }
    return nil
  }

  private func isMenuItem(_ block: Block, beside headline: Int, _ index: Int) -> Bool {
    index != headline && block.words <= 4 && block.linkDensity > 0.9
  }

  private func isLabelPlace(_ block: Block) -> Bool {
    var node = block.node
    for _ in 0..<5 where node >= 0 {
      let element = tree.nodes[node]
      if element.tag == .nav || element.tag == .aside || element.tag == .footer { return false }
      if !element.hints.isDisjoint(with: [.navigation, .sidebar, .related, .comments, .share, .footer]) {
        return false
      }
      node = Int(element.parent)
    }
    return true
  }

  // MARK: Microdata

  /// - SeeAlso: HTML Standard, "Microdata"; schema.org, Article.
  private func items(_ headline: Int?) -> ItemMetadata {
    var found = ItemMetadata()
    var authors: [String] = []
    var end = 0
    for (index, node) in tree.nodes.enumerated() where node.record >= 0 {
      if node.flags.contains(.itemScope), let type = tree.attribute(.itemtype, of: index),
        let genre = GenreRules.genre(ofType: type), found.genre == nil || found.genre == .news,
        index <= selection.container || isNearArticle(index, headline)
      {
        found.genre = found.genre == nil || genre != .news ? genre : found.genre
      }
      guard let raw = tree.rawAttribute(.itemprop, of: index), isNearArticle(index, headline) else {
        continue
      }
      let names = String(decoding: raw, as: UTF8.self).split(separator: " ")
      func value(_ limit: Int = 300) -> String? {
        tree.attribute(.content, of: index) ?? tree.attribute(.datetime, of: index) ?? nameInside(index)
          ?? tree.text(of: index, limit: limit)
      }
      for name in names {
        switch name {
        case "headline": found.headline = found.headline ?? value()
        case "author", "creator":
          if index >= end, let name = value(), name.split(separator: " ").count <= 8, authors.count < 20 {
            end = Int(node.end)
            if !authors.contains(name) { authors.append(name) }
          }
        case "datePublished": found.published = found.published ?? value(100)
        case "dateModified": found.updated = found.updated ?? value(100)
        case "publisher": found.publisher = found.publisher ?? value()
        case "articleSection": found.section = found.section ?? value()
        case "inLanguage": found.language = found.language ?? value()
        case "mainEntityOfPage", "url":
          let isPage = name == "mainEntityOfPage"
          if isPage || node.tag == .meta {
            found.url = found.url ?? tree.attribute(.content, of: index) ?? tree.attribute(.href, of: index)
          }
        default: break
        }
      }
    }
    found.author = authors.isEmpty ? nil : authors.joined(separator: ", ")
    return found
  }

  /// The `name` of an item inside another.
  private func nameInside(_ node: Int) -> String? {
    guard tree.nodes[node].flags.contains(.itemScope) else { return nil }
    for inner in node + 1..<max(node + 1, Int(tree.nodes[node].end)) {
      guard let raw = tree.rawAttribute(.itemprop, of: inner), raw.elementsEqual("name".utf8) else {
        continue
      }
      return tree.attribute(.content, of: inner) ?? tree.text(of: inner, limit: 200)
    }
    return nil
  }

  /// Inside the article, around it as an item that holds both headline and text, or between the two.
  private func isNearArticle(_ node: Int, _ headline: Int?) -> Bool {
    let container = tree.nodes[selection.container]
    if node >= selection.container && node < Int(container.end) { return true }
    guard let headline else { return false }
    let place = page.blocks[headline].nodes.lowerBound
    return node > place - 40 && node < max(selection.container, place + 60)
  }
}
