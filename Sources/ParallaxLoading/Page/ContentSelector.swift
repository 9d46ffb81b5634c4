import ParallaxCore

/// Decides which part of a page is its article.
///
/// Every block has a score, positive for prose and negative for what looks like furniture. An element's value
/// is the sum over what it holds, where a part may be cut out at a small price; the element of the highest
/// value is the article. So furniture between two halves of an article is cut, and a container that adds more
/// furniture than text loses against the one inside it. Found in one pass from the leaves to the root.
///
/// - SeeAlso: Pasternack and Roth (2009), "Extracting article text from the web with maximum subsequence
///   segmentation", doi:10.1145/1526709.1526840, for the sum of signed local scores.
struct ContentSelector {
  /// The choice.
  struct Selection {
    /// The element that holds the article.
    var container: Int
    /// Numbers of blocks that belong to it, in order.
    var blocks: [Int]
    /// For each node, whether it was cut out.
    var isCut: [Bool]
    /// For each node, its value.
    var value: [Float]
  }

  private let tree: PageTree
  private let page: PageBlocks
  private let scores: [Float]
  private let favor: Favor
  /// For each element, its children with text, and those of them that are teasers.
  private let parts: [Int32]
  private let cards: [Int32]
  /// For each element, its words where they end in a link to the rest; else 0.
  private let teaserWords: [Int32]

  init(tree: PageTree, page: PageBlocks, scores: [Float], shapes: [PassageShape], favor: Favor) {
    self.tree = tree
    self.page = page
    self.scores = scores
    self.favor = favor
    (parts, cards) = Self.countCards(tree, page)
    teaserWords = Self.countTeasers(tree, page, shapes)
  }

  /// Finds elements whose last block is "Read more".
  private static func countTeasers(_ tree: PageTree, _ page: PageBlocks, _ shapes: [PassageShape]) -> [Int32]
  {
    let ends = page.blocks.indices.filter {
      page.blocks[$0].linkDensity > 0.9 && page.blocks[$0].words <= 5 && SectionLabels.isReadMore(shapes[$0])
    }
    guard !ends.isEmpty else { return [] }
    var words = [Int32](repeating: 0, count: tree.nodes.count)
    var last = [Int](repeating: -1, count: tree.nodes.count)
    for (index, block) in page.blocks.enumerated() {
      words[block.node] += Int32(block.words)
      last[block.node] = index
    }
    for node in stride(from: tree.nodes.count - 1, to: 0, by: -1) {
      let parent = Int(tree.nodes[node].parent)
      words[parent] += words[node]
      last[parent] = max(last[parent], last[node])
    }
    let isEnd = Set(ends)
    return tree.nodes.indices.map { isEnd.contains(last[$0]) ? words[$0] : 0 }
  }

  /// A few lines on another story that end in a link to it.
  private func isTeaser(_ node: Int) -> Bool {
    guard !teaserWords.isEmpty, teaserWords[node] > 5, teaserWords[node] <= 90 else { return false }
    return Self.isCuttable(tree.nodes[node].tag) || tree.nodes[node].tag == .li
  }

  /// Counts for each element the children that hold text, and how many of them are teasers.
  private static func countCards(_ tree: PageTree, _ page: PageBlocks) -> (parts: [Int32], cards: [Int32]) {
    let count = tree.nodes.count
    var words = [Int32](repeating: 0, count: count)
    var links = [Int32](repeating: 0, count: count)
    for block in page.blocks {
      let isFirst = words[block.node] == 0
      words[block.node] += Int32(block.words)
      guard block.linkDensity > 0.5, block.words >= 2 else { continue }
      if isFirst || block.kind == .heading { links[block.node] += 1 }
    }
    var parts = [Int32](repeating: 0, count: count)
    var cards = [Int32](repeating: 0, count: count)
    for node in stride(from: count - 1, to: 0, by: -1) where words[node] > 0 {
      let parent = Int(tree.nodes[node].parent)
      let tag = tree.nodes[node].tag
      parts[parent] += 1
      if links[node] > 0, links[node] <= 4, words[node] <= 90,
        tag == .li || tag == .div || tag == .article || tag == .section || tag == .td
      {
        cards[parent] += 1
      }
      words[parent] += words[node]
      links[parent] += links[node]
    }
    return (parts, cards)
  }

  /// - Complexity: O(nodes + blocks).
  func select(trustingHints: Bool = true) -> Selection? {
    let count = tree.nodes.count
    guard count > 0 else { return nil }
    let trust = trustingHints ? trusts() : [Trust](repeating: Trust(), count: count)
    var value = [Float](repeating: 0, count: count)
    var isCut = [Bool](repeating: false, count: count)
    for (index, block) in page.blocks.enumerated() { value[block.node] += scores[index] }
    for node in stride(from: count - 1, through: 0, by: -1) {
      let element = tree.nodes[node]
      guard element.tag != .text else { continue }
      let own = trust[node].own
      if own != 1, value[node] > 0 {
        value[node] = own > 0.5 ? value[node] * own - 4 : min(-3, value[node] * own - 10)
      }
      if isCardList(node) || isTeaser(node), value[node] > -3 { value[node] = -3 }
      if element.flags.contains(.articleBody), value[node] > 0 { value[node] = value[node] * 1.1 + 10 }
      guard element.parent >= 0 else { continue }
      var gain = value[node]
      let price: Float = own == 1 ? 2 : 0.5
      if Self.isCuttable(element.tag), gain < (own == 1 ? leastWorth : -price) {
        isCut[node] = true
        gain = -price
      }
      value[Int(element.parent)] += gain
    }
    var best = -1
    var bestValue: Float = 0
    for node in stride(from: count - 1, through: 0, by: -1) where tree.nodes[node].tag.isSectioning {
      // A part of what looks like furniture is no article, however long.
      let worth = value[node] * trust[node].around
      if worth > bestValue { (best, bestValue) = (node, worth) }
    }
    guard best >= 0 else { return nil }
    return Selection(container: best, blocks: kept(in: best, isCut), isCut: isCut, value: value)
  }

  /// All blocks that are not links, or all, for a page without any prose; nil when there are none.
  func everything() -> Selection? {
    var blocks = page.blocks.indices.filter { page.blocks[$0].linkDensity < 0.5 && page.blocks[$0].words > 0 }
    if blocks.isEmpty { blocks = page.blocks.indices.filter { page.blocks[$0].words > 0 } }
    guard !blocks.isEmpty else { return nil }
    let count = tree.nodes.count
    return Selection(
      container: 0, blocks: blocks, isCut: [Bool](repeating: false, count: count),
      value: [Float](repeating: 0, count: count))
  }

  /// How far an element is trusted to hold the article, by its own declarations and by those around it.
  private struct Trust {
    var own: Float = 1
    var around: Float = 1
  }

  private func trusts() -> [Trust] {
    // Words of prose in each element, to see past a hint on what holds nearly all of the page.
    var prose = [Float](repeating: 0, count: tree.nodes.count)
    for (index, block) in page.blocks.enumerated() where scores[index] > 0 {
      prose[block.node] += scores[index]
    }
    for node in stride(from: tree.nodes.count - 1, to: 0, by: -1) {
      prose[Int(tree.nodes[node].parent)] += prose[node]
    }
    var trust = [Trust](repeating: Trust(), count: tree.nodes.count)
    for node in tree.nodes.indices where tree.nodes[node].tag != .text {
      let parent = Int(tree.nodes[node].parent)
      if parent >= 0 { trust[node].around = trust[parent].around }
      let own = self.trust(
        tree.nodes[node], share: prose[0] > 0 ? prose[node] / prose[0] : 0, outside: prose[0] - prose[node])
      trust[node].own = own
      trust[node].around *= own
    }
    return trust
  }

  /// The value below which an element of unknown purpose is cut out, in words of prose.
  private var leastWorth: Float {
    switch favor {
    case .precision: 1.5
    case .balanced: -2
    case .recall: -6
    }
  }

  private func trust(_ element: PageTree.Node, share: Float, outside: Float) -> Float {
    guard Self.isCuttable(element.tag) || element.tag == .li else { return 1 }
    if element.flags.contains(.articleBody) { return 1 }
    if element.flags.contains(.comment) || element.hints.contains(.comments) { return share > 0.95 ? 1 : 0.1 }
    if share > 0.9 || share > 0.7 && outside < 150 { return 1 }
    if element.tag == .nav || element.tag == .footer || element.tag == .aside { return 0.2 }
    let hints = element.hints.intersection(.furniture)
    if hints.isEmpty || share > 0.25 && !element.hints.isDisjoint(with: [.content, .article]) { return 1 }
    if share > 0.2 && hints.isSubset(of: .wordless) { return 1 }
    if favor == .recall { return 0.6 }
    return hints.isSubset(of: .doubtful) && favor == .balanced ? 0.6 : 0.3
  }

  /// Whether an element is a list of teasers: four or more parts alike, nearly each of them short and with a
  /// line that is all link.
  private func isCardList(_ node: Int) -> Bool {
    let element = tree.nodes[node]
    switch element.tag {
    case .ul, .ol, .div, .section, .main, .td, .tr, .tbody, .table, .article: break
    default: return false
    }
    guard cards[node] >= 3 else { return false }
    return cards[node] * 10 >= parts[node] * 7
  }

  private static func isCuttable(_ tag: Tag) -> Bool {
    tag.isSectioning || tag == .ul || tag == .ol || tag == .table || tag == .dl || tag == .figure
      || tag == .fieldset
      || tag == .menu
  }

  private func kept(in container: Int, _ isCut: [Bool]) -> [Int] {
    let end = Int(tree.nodes[container].end)
    // A node is out when it or an element around it, inside the container, is cut.
    var isOut = [Bool](repeating: false, count: end - container)
    if container + 1 < end {
      for node in container + 1..<end {
        let parent = Int(tree.nodes[node].parent)
        isOut[node - container] = isCut[node] || parent > container && isOut[parent - container]
      }
    }
    return page.blocks.indices.filter {
      let node = page.blocks[$0].node
      return node >= container && node < end && !isOut[node - container]
    }
  }
}
