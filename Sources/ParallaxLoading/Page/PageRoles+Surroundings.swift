import ParallaxCore

/// What was cut or stands before the article and belongs to it all the same.
extension PageRoles {
  /// Promotions, ad markers, links to other stories and pull quotes that were cut out between the article's
  /// first and last words keep their place; what follows the last words does so only where it sells.
  func markFurnitureInside(_ roles: inout [Role?]) {
    guard let first = selection.blocks.first,
      let last = selection.blocks.last(where: { roles[$0]?.isEditorial == true || roles[$0] == .table }),
      first < last
    else { return }
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
    markStoryLinks(in: first...last, &roles)
  }

  /// A few links to other stories in a list between paragraphs; longer lists are indexes of the site.
  private func markStoryLinks(in range: ClosedRange<Int>, _ roles: inout [Role?]) {
    var run: [Int] = []
    for index in range {
      if roles[index] == nil, isStoryLink(page.blocks[index], cutHints(page.blocks[index])) {
        run.append(index)
        if index < range.upperBound { continue }
      }
      if run.count <= Self.fewLinks { for item in run { roles[item] = .related } }
      run.removeAll(keepingCapacity: true)
    }
  }

  private static let fewLinks = 6

  /// An item of a list of links, of which each names another story.
  private func isStoryLink(_ block: Block, _ hints: Hints) -> Bool {
    block.kind == .listItem && block.linkDensity > 0.8 && block.words >= 4
      && hints.isDisjoint(with: [.navigation, .share, .tags, .legal, .overlay, .comments, .footer, .sidebar])
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
  func markBylines(_ roles: inout [Role?], headline: Int?) {
    guard let first = selection.blocks.first(where: { roles[$0] == .body }) else { return }
    let from = headline.map { min($0, first) } ?? max(0, first - 12)
    for index in max(from, first - 25)..<max(first, from)
    where roles[index] == nil && spoken[index] == .byline {
      roles[index] = .byline
    }
  }

  /// A sentence or two between headline and text are the article's lead, wherever the page's template has
  /// them.
  func rescueLead(_ roles: inout [Role?], headline: Int?) {
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
}
