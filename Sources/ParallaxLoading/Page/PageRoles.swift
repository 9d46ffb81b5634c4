import ParallaxCore

/// Gives the blocks of a page's article their roles and puts them in order.
///
/// What is cut out of the article but stands inside it keeps its place when it is a promotion, an ad marker or a
/// list of other stories; other furniture is boilerplate.
struct PageRoles {
  let tree: PageTree
  let page: PageBlocks
  let selection: ContentSelector.Selection
  /// What the words of each block give away.
  let spoken: [Role?]
  let shapes: [PassageShape]
  /// Titles that the page declares, the most trusted first.
  let titles: [String]
  /// For each node, the words of kept blocks before it.
  private let keptWords: [Int]
  /// For each node, the pictures before it, and the words of all blocks before it.
  private let pictures: [Int32]
  private let allWords: [Int32]
  /// Finds repeated passages; nil where no block is a quotation.
  private let repeats: RepeatFinder?

  init(
    tree: PageTree, page: PageBlocks, selection: ContentSelector.Selection, spoken: [Role?],
    shapes: [PassageShape],
    titles: [String]
  ) {
    self.tree = tree
    self.page = page
    self.selection = selection
    self.spoken = spoken
    self.shapes = shapes
    self.titles = titles
    var words = [Int](repeating: 0, count: tree.nodes.count + 1)
    for index in selection.blocks { words[page.blocks[index].node + 1] += page.blocks[index].words }
    for node in 1..<words.count { words[node] += words[node - 1] }
    keptWords = words
    var pictures = [Int32](repeating: 0, count: tree.nodes.count + 1)
    for (node, element) in tree.nodes.enumerated() {
      pictures[node + 1] = pictures[node] + (element.tag == .img ? 1 : 0)
    }
    self.pictures = pictures
    var all = [Int32](repeating: 0, count: tree.nodes.count + 1)
    for block in page.blocks { all[block.node + 1] += Int32(block.words) }
    for node in 1..<all.count { all[node] += all[node - 1] }
    allWords = all
    let hasQuotation = tree.nodes.contains { $0.tag == .blockquote }
    repeats = hasQuotation ? RepeatFinder(page: page, blocks: selection.blocks) : nil
  }

  /// The article's passages in reading order and what they show of its metadata.
  func passages() -> (passages: [Passage], shown: ShownMetadata) {
    var roles = rolesOfKept()
    let headline = headlineBlock()
    EdgeTrimmer(page: page, selection: selection, shapes: shapes).trim(&roles)
    markFurnitureInside(&roles)
    markBylines(&roles, headline: headline)
    rescueLead(&roles, headline: headline)
    let others = roles.indices.contains { $0 != headline && (roles[$0] == .body || roles[$0] == .listItem) }
    if let headline, others {
      roles[headline] = .headline
      dropRepeats(of: headline, &roles)
    }
    var order = roles.indices.filter { roles[$0] != nil }
    if let headline, let place = order.firstIndex(of: headline), place > 0,
      !order[..<place].contains(where: { roles[$0] == .body })
    {
      order.remove(at: place)
      order.insert(headline, at: 0)
    }
    var sources: [Int: String] = [:]
    let passages = order.map { passage($0, roles[$0] ?? .body, &sources) }
    return (passages, shown(headline, roles))
  }

  private func passage(_ index: Int, _ role: Role, _ sources: inout [Int: String]) -> Passage {
    let block = page.blocks[index]
    let level =
      role == .headline ? max(1, Int(block.level)) : role == .subhead ? max(2, Int(block.level)) : nil
    var via: String?
    if role == .excerpt, let quotation = surroundings(block).quotation {
      let known = sources[quotation] ?? source(ofQuotation: quotation) ?? ""
      sources[quotation] = known
      via = known.isEmpty ? nil : known
    }
    return Passage(text: page.bytes(block), role: role, level: level, via: via, marks: block.marks)
  }

  // MARK: What was kept

  private func rolesOfKept() -> [Role?] {
    var roles = [Role?](repeating: nil, count: page.blocks.count)
    for index in selection.blocks { roles[index] = role(of: index) }
    // Where much of the text stands with pictures, as in instructions, it is no caption.
    let pictured = selection.blocks.filter {
      page.blocks[$0].kind == .paragraph && isUnderPicture(page.blocks[$0])
    }
    let words = pictured.reduce(0) { $0 + page.blocks[$1].words }
    if words * 6 < keptWords[tree.nodes.count] {
      for index in pictured where roles[index] == .body { roles[index] = .caption }
    }
    return roles
  }

  private func role(of index: Int) -> Role {
    let block = page.blocks[index]
    let place = surroundings(block)
    if let quoted = quotationRole(index, place) { return quoted }
    if let spoken = spoken[index], spoken != .byline || block.words < 20 { return spoken }
    if place.flags.contains(.caption) || block.kind == .caption
      || place.tags.contains(.figure) && block.words < 60
    {
      if block.kind != .heading && block.kind != .listItem {
        return place.hints.contains(.credit) && block.words <= 12 ? .credit : .caption
      }
    }
    if place.near.contains(.caption) && block.words < 60 && block.kind == .paragraph {
      return place.near.contains(.credit) && block.words <= 12 ? .credit : .caption
    }
    if place.near.contains(.credit) && block.words <= 12 && block.sentenceEnds == 0 { return .credit }
    if place.hints.contains(.note) && block.words <= 150 && block.kind != .heading { return .editorNote }
    switch block.kind {
    case .heading: return block.linkDensity > 0.8 && block.words >= 8 ? .related : .subhead
    case .listItem: return .listItem
    case .caption: return .caption
    case .tableRow: return .table
    case .paragraph, .preformatted, .term: break
    }
    if block.linkDensity > 0.6 && block.kind == .paragraph {
      return block.words >= 3 ? .related : block.sentenceEnds == 0 ? .boilerplate : .body
    }
    if isAllEmphasis(block) && block.words <= 12 && block.sentenceEnds == 0 { return .subhead }
    if place.near.contains(.byline) && block.words <= 12 && block.sentenceEnds == 0 { return .byline }
    return .body
  }

  /// Bold from its first letter to its last: a heading without a heading's element.
  private func isAllEmphasis(_ block: Block) -> Bool {
    block.kind == .paragraph
      && block.marks.contains {
        $0.kind == .emphasis && $0.span.start == 0 && $0.span.end + 1 >= block.length
      }
  }

  /// Whether a block stands with a picture and next to nothing else in an element of its own.
  private func isUnderPicture(_ block: Block) -> Bool {
    guard block.words <= 45 else { return false }
    var node = block.node
    for _ in 0..<4 where node > selection.container {
      let element = tree.nodes[node]
      let end = Int(element.end)
      guard allWords[end] - allWords[node] <= 45, element.tag != .li, element.tag != .article else {
        return false
      }
      if pictures[end] > pictures[node] {
        return
          (element.tag == .div || element.tag == .figure || element.tag == .td || element.tag == .section)
          && keptWords[tree.nodes.count] > 150
      }
      node = Int(element.parent)
    }
    return false
  }

  /// The elements around a block inside the article.
  private struct Surroundings {
    var hints: Hints = []
    /// Hints of the nearest three elements.
    var near: Hints = []
    var flags: TagFlags = []
    var tags: Set<Tag> = []
    var quotation: Int?
  }

  private func surroundings(_ block: Block) -> Surroundings {
    var found = Surroundings()
    var node = block.node
    var steps = 0
    while node > selection.container, node >= 0, steps < 64 {
      let element = tree.nodes[node]
      found.hints.formUnion(element.hints)
      if steps < 3 { found.near.formUnion(element.hints) }
      found.flags.formUnion(element.flags)
      found.tags.insert(element.tag)
      if element.tag == .blockquote && found.quotation == nil { found.quotation = node }
      node = Int(element.parent)
      steps += 1
    }
    return found
  }

  // MARK: Quotations

  /// Excerpt or pull quote, nil for a block outside of quotations.
  private func quotationRole(_ index: Int, _ place: Surroundings) -> Role? {
    let block = page.blocks[index]
    if place.hints.contains(.pullQuote), block.words <= 60 { return .pullQuote }
    guard let quotation = place.quotation else { return nil }
    let text = page.text[block.text]
    if block.words <= 20, text.starts(with: [0xE2, 0x80, 0x94]) || text.starts(with: [0xE2, 0x80, 0x93]) {
      return .credit
    }
    // A quotation that is most of the article is only markup.
    let end = Int(tree.nodes[quotation].end)
    let inside = wordsBefore(node: end) - wordsBefore(node: quotation)
    if inside * 10 >= wordsBefore(node: tree.nodes.count) * 7 { return nil }
    return repeats?.isRepeated(index) == true ? .pullQuote : .excerpt
  }

  /// Words of kept blocks held by nodes before `node`.
  private func wordsBefore(node: Int) -> Int { keptWords[node] }

  /// The publication that a quotation names: `<cite>` inside it or beside it, a signature after a dash, else the
  /// host of its `cite` attribute.
  private func source(ofQuotation quotation: Int) -> String? {
    let parent = max(0, Int(tree.nodes[quotation].parent))
    let figure = tree.nodes[parent].tag == .figure ? parent : quotation
    for node in figure..<Int(tree.nodes[figure].end) where tree.nodes[node].tag == .cite {
      if let name = tree.text(of: node, limit: 200) { return name }
    }
    for other in blocks(inside: figure) {
      let text = page.text[other.text]
      guard other.words <= 20,
        text.starts(with: [0xE2, 0x80, 0x94]) || text.starts(with: [0xE2, 0x80, 0x93])
      else {
        continue
      }
      // A signature's link is its date.
      let end = other.marks.first { $0.kind == .link && $0.span.start > 4 }?.span.start ?? text.count
      return WhiteSpace.folded(String(decoding: text.prefix(end).dropFirst(3), as: UTF8.self))
    }
    return tree.attribute(.cite, of: quotation).flatMap { url in
      url.split(separator: "/").dropFirst().first.map {
        $0.hasPrefix("www.") ? String($0.dropFirst(4)) : String($0)
      }
    }
  }

  /// Blocks that begin inside a node.
  private func blocks(inside node: Int) -> ArraySlice<Block> {
    let end = Int(tree.nodes[node].end)
    let first = page.blocks.partitioningIndex { $0.nodes.lowerBound >= node }
    let last = page.blocks.partitioningIndex { $0.nodes.lowerBound >= end }
    return page.blocks[first..<max(first, last)]
  }

  // MARK: Headline

  /// The block that shows the article's title.
  private func headlineBlock() -> Int? {
    let first = selection.blocks.first { page.blocks[$0].words >= 15 } ?? selection.blocks.first ?? 0
    let keys = titles.map(TitleText.key)
    var best: (index: Int, score: Int)?
    for (index, block) in page.blocks.enumerated() where block.words > 0 && block.words <= 40 {
      let element = tree.nodes[block.node]
      let isHeading = block.kind == .heading
      let isMarked = element.flags.contains(.headline) || element.hints.contains(.headline)
      guard isHeading && block.level <= 3 || isMarked || index < first + 2 else { continue }
      let key = TitleText.key(String(decoding: page.text[block.text], as: UTF8.self))
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
  private func dropRepeats(of headline: Int, _ roles: inout [Role?]) {
    let key = TitleText.key(String(decoding: page.text[page.blocks[headline].text], as: UTF8.self))
    for index in roles.indices where index != headline && page.blocks[index].words <= 40 {
      guard roles[index] == .subhead || roles[index] == .body && page.blocks[index].sentenceEnds == 0 else {
        continue
      }
      if TitleText.key(String(decoding: page.text[page.blocks[index].text], as: UTF8.self)) == key {
        roles[index] = .boilerplate
      }
    }
  }

  // MARK: Furniture inside the article

  private func markFurnitureInside(_ roles: inout [Role?]) {
    guard let first = selection.blocks.first, let last = selection.blocks.last, first < last else { return }
    for index in first...last where roles[index] == nil {
      switch spoken[index] {
      case .promotion: roles[index] = .promotion
      case .advertisement: roles[index] = .advertisement
      case .related: roles[index] = .related
      default:
        let hints = cutHints(page.blocks[index])
        if hints.contains(.pullQuote) && page.blocks[index].words >= 4 {
          roles[index] = .pullQuote
        } else if hints.contains(.related) && page.blocks[index].linkBytes > 0 {
          roles[index] = .related
        } else if hints.contains(.promotion) && page.blocks[index].words >= 3 && spoken[index] == nil {
          roles[index] = .promotion
        }
      }
    }
  }

  /// Hints of the elements between a cut block and the article's container.
  private func cutHints(_ block: Block) -> Hints {
    var hints: Hints = []
    var node = block.node
    while node > selection.container {
      hints.formUnion(tree.nodes[node].hints)
      node = Int(tree.nodes[node].parent)
    }
    return hints
  }

  /// Author and date lines between headline and text belong to the article wherever they stand.
  private func markBylines(_ roles: inout [Role?], headline: Int?) {
    guard let first = selection.blocks.first(where: { roles[$0] == .body }) else { return }
    let from = headline.map { min($0, first) } ?? max(0, first - 12)
    for index in max(from, first - 25)..<max(first, from)
    where roles[index] == nil && spoken[index] == .byline {
      roles[index] = .byline
    }
  }

  /// A sentence or two between headline and text are the article's lead, wherever the page's template has them.
  private func rescueLead(_ roles: inout [Role?], headline: Int?) {
    guard let headline, let first = selection.blocks.first(where: { roles[$0] == .body }), headline < first,
      first - headline < 40
    else { return }
    for index in headline + 1..<first where roles[index] == nil && spoken[index] == nil {
      let block = page.blocks[index]
      guard block.words >= 9, block.linkDensity < 0.3,
        block.sentenceEnds + block.commas > 0 || block.words >= 14,
        block.kind != .listItem, block.kind != .caption, block.kind != .tableRow
      else { continue }
      let place = hints(around: block)
      guard place.isDisjoint(with: Self.neverLead) else { continue }
      roles[index] = .body
    }
  }

  private static let neverLead: Hints = [
    .navigation, .related, .comments, .promotion, .advertisement, .legal, .overlay, .authorBox, .sidebar,
    .footer,
    .caption, .credit, .byline, .screenReader, .tags,
  ]

  /// Hints of the nearest four elements around a block.
  private func hints(around block: Block) -> Hints {
    var hints: Hints = []
    var node = block.node
    for _ in 0..<4 where node >= 0 {
      hints.formUnion(tree.nodes[node].hints)
      node = Int(tree.nodes[node].parent)
    }
    return hints
  }

  // MARK: Metadata that the page shows

  private func shown(_ headline: Int?, _ roles: [Role?]) -> ShownMetadata {
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

extension Array {
  /// The first index at which `belongs` holds, given that it holds from there on.
  ///
  /// - Complexity: O(log n).
  func partitioningIndex(_ belongs: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
