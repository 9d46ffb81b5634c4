import ParallaxCore

/// Loads a web page: tree, blocks, article, roles, metadata.
struct PageLoader {
  let options: LoadingOptions

  /// Passages of a page's article; sets what the page says of it.
  ///
  /// - Parameter utf8: Valid UTF-8 without NULs.
  func load(_ utf8: [UInt8], source: String, metadata: inout Metadata) throws(LoadingError) -> [Passage] {
    let tree = try parse(utf8, source: source)
    let declared = PageMetadata(tree: tree)
    let result = article(of: tree, declared)
    declared.describe(&metadata, shown: result.shown)
    return result.passages
  }

  private func article(_ page: PageBlocks, of tree: PageTree, _ titles: [String]) -> (
    passages: [Passage], shown: ShownMetadata
  )? {
    let shapes = page.blocks.map { PassageShape(page.bytes($0)) }
    let spoken = shapes.map { FurnitureRules.role(of: $0) }
    let scores = page.blocks.indices.map { BlockScore.score(page.blocks[$0], role: spoken[$0]) }
    let selector = ContentSelector(tree: tree, page: page, scores: scores, favor: options.favor)
    guard let selection = selector.select() ?? selector.select(ignoringHints: true) else { return nil }
    return PageRoles(
      tree: tree, page: page, selection: selection, spoken: spoken, shapes: shapes, titles: titles
    ).passages()
  }

  private func article(of tree: PageTree, _ declared: PageMetadata) -> (
    passages: [Passage], shown: ShownMetadata
  ) {
    let titles = declared.declaredTitles
    if let found = article(BlockCollector.collect(tree), of: tree, titles) { return found }
    // A page that hides all its text, as some do until their script has run.
    return article(BlockCollector.collect(tree, skipsHidden: false), of: tree, titles) ?? (
      [], ShownMetadata()
    )
  }

  private func parse(_ utf8: [UInt8], source: String) throws(LoadingError) -> PageTree {
    do throws(PageTree.Failure) {
      return try PageTree.parse(utf8, limits: options.limits)
    } catch {
      switch error {
      case .tooDeep: throw .tooDeep(source: source, limit: options.limits.depth)
      case .tooManyNodes: throw .tooManyNodes(source: source, limit: options.limits.nodes)
      case .parser: throw .parserFailed(source: source)
      }
    }
  }
}
