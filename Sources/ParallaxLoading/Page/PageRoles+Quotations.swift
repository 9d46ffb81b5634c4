import ParallaxCore

extension PageRoles {
  /// Excerpt or pull quote, nil for a block outside of quotations.
  func quotationRole(_ index: Int, _ place: Surroundings) -> Role? {
    let block = page.blocks[index]
    if place.hints.contains(.pullQuote), block.words <= 60 { return .pullQuote }
    guard let quotation = place.quotation else { return nil }
    let text = page.text[block.text]
    if block.words <= 20, Self.isSignature(text) { return .credit }
    // A quotation that is most of the article is only markup.
    let end = Int(tree.nodes[quotation].end)
    let inside = keptWords[end] - keptWords[quotation]
    if inside * 10 >= keptWords[tree.nodes.count] * 7 { return nil }
    return repeats?.isRepeated(index) == true ? .pullQuote : .excerpt
  }

  /// A dash before a name.
  private static func isSignature(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: [0xE2, 0x80, 0x94]) || text.starts(with: [0xE2, 0x80, 0x93])
  }

  /// The publication that a quotation names: `<cite>` inside it or beside it, a signature after a dash, else
  /// the host of its `cite` attribute.
  func source(ofQuotation quotation: Int) -> String? {
    let parent = max(0, Int(tree.nodes[quotation].parent))
    let figure = tree.nodes[parent].tag == .figure ? parent : quotation
    for node in figure..<Int(tree.nodes[figure].end) where tree.nodes[node].tag == .cite {
      if let name = tree.text(of: node, limit: 200) { return name }
    }
    for other in blocks(inside: figure) {
      let text = page.text[other.text]
      guard other.words <= 20, Self.isSignature(text) else { continue }
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
