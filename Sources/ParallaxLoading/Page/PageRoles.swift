import ParallaxCore

/// Gives the blocks of a page's article their roles and puts them in order.
///
/// What is cut out of the article but stands inside it keeps its place when it is a promotion, an ad marker
/// or a list of other stories; other furniture is boilerplate.
struct PageRoles {
  let tree: PageTree
  let page: PageBlocks
  let selection: ContentSelector.Selection
  /// What the words of each block give away.
  let spoken: [Role?]
  let shapes: [PassageShape]
  /// Titles that the page declares, the most trusted first.
  let titles: [String]
  let favor: Favor
  /// For each node, the words of kept blocks before it.
  let keptWords: [Int]
  /// For each node, the pictures before it, and the words of all blocks before it.
  private let pictures: [Int32]
  private let allWords: [Int32]
  /// Finds repeated passages; nil where no block is a quotation.
  let repeats: RepeatFinder?

  init(
    tree: PageTree, page: PageBlocks, selection: ContentSelector.Selection, spoken: [Role?],
    shapes: [PassageShape],
    titles: [String], favor: Favor
  ) {
    self.tree = tree
    self.page = page
    self.selection = selection
    self.spoken = spoken
    self.shapes = shapes
    self.titles = titles
    self.favor = favor
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
    EdgeTrimmer(page: page, selection: selection, shapes: shapes, favor: favor).trim(&roles)
    // A page of nothing but links or labels: they are its text.
    if !selection.blocks.contains(where: { roles[$0]?.isEditorial == true || roles[$0] == .table }) {
      for index in selection.blocks where spoken[index] == nil { roles[index] = .body }
    }
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
    if place.tags.contains(.figcaption) && block.kind != .heading {
      return place.near.contains(.credit) && block.words <= 12 ? .credit : .caption
    }
    if place.flags.contains(.caption) || block.kind == .caption
      || place.tags.contains(.figure) && block.words < 60
    {
      if block.kind != .heading && (block.kind != .listItem || place.isPictureItem) {
        return place.hints.contains(.credit) && block.words <= 12 ? .credit : .caption
      }
    }
    let mayBeCaption = block.kind == .paragraph || place.isPictureItem
    if place.near.contains(.caption) || block.namesCaption && place.isPictureItem,
      block.words < 60 && mayBeCaption
    {
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
  struct Surroundings {
    var hints: Hints = []
    /// Hints of the nearest three elements.
    var near: Hints = []
    var flags: TagFlags = []
    var tags: Set<Tag> = []
    var quotation: Int?
    /// Whether the block stands in a list item that holds a picture.
    var isPictureItem = false
  }

  func surroundings(_ block: Block) -> Surroundings {
    var found = Surroundings()
    var isInItem = false
    var node = block.node
    var steps = 0
    while node > selection.container, node >= 0, steps < 64 {
      let element = tree.nodes[node]
      found.hints.formUnion(element.hints)
      if steps < 3 { found.near.formUnion(element.hints) }
      found.flags.formUnion(element.flags)
      found.tags.insert(element.tag)
      if element.tag == .blockquote && found.quotation == nil { found.quotation = node }
      if element.tag == .li, !isInItem {
        isInItem = true
        found.isPictureItem = pictures[Int(element.end)] > pictures[node]
      }
      node = Int(element.parent)
      steps += 1
    }
    return found
  }

}
