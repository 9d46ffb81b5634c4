import ParallaxCore

/// Loads a web page: tree, blocks, article, roles, metadata.
struct PageLoader {
  let options: LoadingOptions
  let deadline: Deadline

  /// Passages of a page's article; sets what the page says of it.
  ///
  /// - Parameter utf8: Valid UTF-8 without NULs.
  func load(
    _ utf8: [UInt8], source: String, metadata: inout Metadata, notes: inout [String]
  ) throws(LoadingError) -> [Passage] {
    let tree = try parse(utf8, source: source)
    try deadline.check(source)
    let declared = PageMetadata(tree: tree)
    let result = try article(of: tree, declared, source, &notes)
    try deadline.check(source)
    declared.describe(&metadata, shown: result.shown)
    return result.passages
  }

  /// A page's article as one reading of the page sees it.
  private struct Reading {
    var passages: [Passage]
    var shown: ShownMetadata
    /// Words of running text.
    var words: Int
  }

  private func article(
    of tree: PageTree, _ declared: PageMetadata, _ source: String, _ notes: inout [String]
  ) throws(LoadingError) -> (passages: [Passage], shown: ShownMetadata) {
    let titles = declared.declaredTitles
    var best = try reading(of: tree, titles, source, skipsHidden: true)
    if best.words < Self.few {
      // The text may stand where the page hides it until a script has run, or in <noscript>.
      let hidden = try reading(of: tree, titles, source, skipsHidden: false)
      if hidden.words > 3 * best.words + 20 {
        best = hidden
        notes.append("The page hides its text until a script has run; read from what it hides.")
      }
    }
    if best.words < 2 * Self.few, let body = declared.linkedData?.body {
      let passages = passages(ofDeclared: body)
      let words = passages.reduce(0) { $0 + PassageShape($1.text).words }
      if words > 2 * best.words + 20 {
        notes.append("The page shows little text; read from the text that its JSON-LD declares.")
        return (passages, best.shown)
      }
    }
    return (best.passages, best.shown)
  }

  /// The paragraphs of an article's text as JSON-LD holds it, plain or with tags.
  private func passages(ofDeclared body: String) -> [Passage] {
    let utf8 = Array(body.utf8).map { $0 == 0 ? 0x20 : $0 }
    // What cannot be parsed is read as plain text; a deadline that has passed is met by the caller's next check.
    if body.contains("</"), let tree = try? PageTree.parse(utf8, limits: options.limits, deadline: deadline) {
      let page = BlockCollector.collect(tree)
      return page.blocks.map { Passage(text: page.bytes($0)) }
    }
    return PlainText(utf8, limit: options.limits.nodes).paragraphs() ?? []
  }

  /// A reading with fewer words is doubted.
  private static let few = 60

  private func reading(
    of tree: PageTree, _ titles: [String], _ source: String, skipsHidden: Bool
  ) throws(LoadingError) -> Reading {
    let page = BlockCollector.collect(tree, skipsHidden: skipsHidden)
    try deadline.check(source)
    let shapes = page.blocks.map { PassageShape(page.text[$0.text]) }
    let spoken = shapes.map { FurnitureRules.role(of: $0) }
    let scores = page.blocks.indices.map { BlockScore.score(page.blocks[$0], role: spoken[$0]) }
    let selector = ContentSelector(
      tree: tree, page: page, scores: scores, shapes: shapes, favor: options.favor)
    guard var selection = choose(selector, page) else {
      return Reading(passages: [], shown: ShownMetadata(), words: 0)
    }
    if options.favor == .recall {
      // To prefer recall may add to the article, not find another one.
      let balanced = ContentSelector(tree: tree, page: page, scores: scores, shapes: shapes, favor: .balanced)
      if let usual = choose(balanced, page), !holdsMost(of: usual, selection, page) { selection = usual }
    }
    try deadline.check(source)
    let (passages, shown) = PageRoles(
      tree: tree, page: page, selection: selection, spoken: spoken, shapes: shapes, titles: titles,
      favor: options.favor
    ).passages()
    return Reading(passages: passages, shown: shown, words: words(selection, page))
  }

  /// Whether a selection keeps nine tenths of the words of another.
  private func holdsMost(
    of usual: ContentSelector.Selection, _ selection: ContentSelector.Selection, _ page: PageBlocks
  ) -> Bool {
    let kept = Set(selection.blocks)
    let common = usual.blocks.reduce(0) { $0 + (kept.contains($1) ? page.blocks[$1].words : 0) }
    return common * 10 >= usual.blocks.reduce(0) { $0 + page.blocks[$1].words } * 9
  }

  private func words(_ selection: ContentSelector.Selection, _ page: PageBlocks) -> Int {
    selection.blocks.reduce(0) { $0 + (page.blocks[$1].kind == .heading ? 0 : page.blocks[$1].words) }
  }

  /// The selection by hints, unless they cost most of the text.
  private func choose(_ selector: ContentSelector, _ page: PageBlocks) -> ContentSelector.Selection? {
    guard let trusting = selector.select() else {
      return selector.select(trustingHints: false) ?? selector.everything()
    }
    let kept = words(trusting, page)
    guard kept < 250, let bare = selector.select(trustingHints: false) else { return trusting }
    return words(bare, page) > 3 * kept + 60 ? bare : trusting
  }

  private func parse(_ utf8: [UInt8], source: String) throws(LoadingError) -> PageTree {
    do throws(PageTree.Failure) {
      return try PageTree.parse(utf8, limits: options.limits, deadline: deadline)
    } catch {
      switch error {
      case .tooDeep: throw .tooDeep(source: source, limit: options.limits.depth)
      case .tooManyNodes: throw .tooManyNodes(source: source, limit: options.limits.nodes)
      case .tooSlow: throw .timedOut(source: source, seconds: options.limits.seconds)
      case .parser: throw .parserFailed(source: source)
      }
    }
  }
}
