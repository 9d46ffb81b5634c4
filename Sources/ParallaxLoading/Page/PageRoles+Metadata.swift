import ParallaxCore

/// What the article shows of its author and dates.
extension PageRoles {
  func shown(_ headline: Int?, _ roles: [Role?]) -> ShownMetadata {
    var shown = ShownMetadata()
    shown.headline = headline.map { String(decoding: page.text[page.blocks[$0].text], as: UTF8.self) }
    for index in roles.indices where roles[index] == .byline {
      let text = String(decoding: page.text[page.blocks[index].text], as: UTF8.self)
      let lower = text.lowercased()
      if shown.byline == nil, lower.hasPrefix("by ") || lower.hasPrefix("written by ") {
        shown.byline = text.split { $0 == "|" || $0 == "•" || $0 == "·" }.first.flatMap {
          WhiteSpace.folded(String($0))
        }
      }
      let date = DateText.find(in: text)
      if lower.contains("updated") || lower.contains("modified") {
        shown.updated = shown.updated ?? date
      } else {
        shown.published = shown.published ?? date
      }
    }
    itemMetadata(&shown, headline)
    return shown
  }

  private func itemMetadata(_ shown: inout ShownMetadata, _ headline: Int?) {
    for (index, node) in tree.nodes.enumerated() where node.record >= 0 {
      if node.tag == .time, shown.time == nil, node.hints.isDisjoint(with: [.related, .comments]),
        isNearArticle(index, headline)
      {
        shown.time = tree.attribute(.datetime, of: index) ?? tree.text(of: index, limit: 100)
      }
      if node.flags.contains(.author), node.tag != .link, shown.itemAuthor == nil,
        isNearArticle(index, headline)
      {
        let name = tree.attribute(.content, of: index) ?? tree.text(of: index, limit: 200)
        if let name, name.split(separator: " ").count <= 8 { shown.itemAuthor = name }
      }
      if node.flags.contains(.date), shown.itemPublished == nil,
        tree.attribute(.itemprop, of: index)?.lowercased().contains("published") == true
      {
        shown.itemPublished =
          tree.attribute(.content, of: index) ?? tree.attribute(.datetime, of: index)
          ?? tree.text(of: index, limit: 100)
      }
    }
  }

  /// Inside the article or between its headline and its text.
  private func isNearArticle(_ node: Int, _ headline: Int?) -> Bool {
    let container = tree.nodes[selection.container]
    if node >= selection.container && node < Int(container.end) { return true }
    guard let headline else { return false }
    let place = page.blocks[headline].nodes.lowerBound
    return node > place - 40 && node < max(selection.container, place + 60)
  }
}
