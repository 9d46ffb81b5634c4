import ParallaxCore

/// Decides which part of a page is its article.
///
/// Every block has a score, positive for prose and negative for what looks like furniture. An element's value is the
/// sum over what it holds, where a part may be cut out at a small price; the element of the highest value is the
/// article. So furniture between two halves of an article is cut, and a container that adds more furniture than
/// text loses against the one inside it. Found in one pass from the leaves to the root.
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
  }

  private let tree: PageTree
  private let page: PageBlocks
  private let scores: [Float]
  private let favor: Favor

  init(tree: PageTree, page: PageBlocks, scores: [Float], favor: Favor) {
    self.tree = tree
    self.page = page
    self.scores = scores
    self.favor = favor
  }

  /// - Complexity: O(nodes + blocks).
  func select(ignoringHints: Bool = false) -> Selection? {
    let count = tree.nodes.count
    guard count > 0 else { return nil }
    var value = [Float](repeating: 0, count: count)
    var isCut = [Bool](repeating: false, count: count)
    for (index, block) in page.blocks.enumerated() { value[block.node] += scores[index] }
    var best = -1
    var bestValue: Float = 0
    for node in stride(from: count - 1, through: 0, by: -1) {
      let element = tree.nodes[node]
      guard element.tag != .text else { continue }
      if !ignoringHints { value[node] = adjusted(value[node], element) }
      if element.tag.isSectioning && value[node] > bestValue {
        best = node
        bestValue = value[node]
      }
      guard element.parent >= 0 else { continue }
      var gain = value[node]
      if Self.isCuttable(element.tag), gain < -price(element) {
        isCut[node] = true
        gain = -price(element)
      }
      value[Int(element.parent)] += gain
    }
    guard best >= 0 else { return nil }
    return Selection(container: best, blocks: kept(in: best, isCut), isCut: isCut)
  }

  private static func isCuttable(_ tag: Tag) -> Bool {
    tag.isSectioning || tag == .ul || tag == .ol || tag == .table || tag == .dl || tag == .figure
      || tag == .fieldset
      || tag == .menu
  }

  /// What it costs to cut an element out of the article around it.
  private func price(_ element: PageTree.Node) -> Float {
    element.hints.isDisjoint(with: .furniture) ? 2 : 0.5
  }

  /// What an element declares of itself moves its value.
  private func adjusted(_ value: Float, _ element: PageTree.Node) -> Float {
    let hints = element.hints
    if element.flags.contains(.articleBody) { return value > 0 ? value * 1.1 + 10 : value }
    if element.tag == .nav || element.tag == .footer || element.tag == .aside { return value * 0.2 - 10 }
    if element.flags.contains(.comment) || hints.contains(.comments) { return value * 0.1 - 10 }
    if !hints.isDisjoint(with: .furniture), hints.isDisjoint(with: [.content, .article]) {
      return value > 0 ? value * 0.3 - 10 : value
    }
    return value
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
