import ParallaxCore

extension PageRoles {
  /// The block that shows the article's title.
  func headlineBlock() -> Int? {
    let first = selection.blocks.first { page.blocks[$0].words >= 15 } ?? selection.blocks.first ?? 0
    let keys = titles.map { TitleText.key($0) }
    var best: (index: Int, score: Int)?
    for (index, block) in page.blocks.enumerated() where block.words > 0 && block.words <= 40 {
      let element = tree.nodes[block.node]
      let isHeading = block.kind == .heading
      let isMarked = element.flags.contains(.headline) || element.hints.contains(.headline)
      guard isHeading && block.level <= 3 || isMarked || index < first + 2 else { continue }
      let key = TitleText.key(page.text[block.text])
      guard key.utf8.count >= 2 else { continue }
      var score = Self.match(key, keys)
      if score == 0 && !(isHeading && block.level == 1 && index <= first) { continue }
      if isHeading { score += block.level == 1 ? 30 : block.level == 2 ? 12 : 5 }
      if isMarked { score += 8 }
      if index > first + 3 { score -= 25 }
      if block.node >= selection.container, block.node < Int(tree.nodes[selection.container].end) {
        score += 6
      }
      if score > (best?.score ?? 20) { best = (index, score) }
    }
    return best?.index
  }

  /// How well a text agrees with one of the declared titles, 0 to 60.
  private static func match(_ key: String, _ titles: [String]) -> Int {
    var best = 0
    for title in titles where !title.isEmpty {
      if title == key { return 60 }
      let (short, long) = title.utf8.count < key.utf8.count ? (title, key) : (key, title)
      if short.utf8.count >= 8, long.hasPrefix(short) || long.hasSuffix(short) {
        best = max(best, short.utf8.count * 2 >= long.utf8.count ? 50 : 25)
      }
    }
    return best
  }

  /// The headline again, as above a sticky bar or in the article's own header, is left out.
  func dropRepeats(of headline: Int, _ roles: inout [Role?]) {
    let key = TitleText.key(page.text[page.blocks[headline].text])
    for index in roles.indices where index != headline && page.blocks[index].words <= 40 {
      guard roles[index] == .subhead || roles[index] == .body && page.blocks[index].sentenceEnds == 0 else {
        continue
      }
      if TitleText.key(page.text[page.blocks[index].text]) == key {
        roles[index] = .boilerplate
      }
    }
  }
}
