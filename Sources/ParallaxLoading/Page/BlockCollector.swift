import ParallaxCore

/// Reads the tree once and writes its text as a row of blocks.
struct BlockCollector {
  private let tree: PageTree
  private let skipsHidden: Bool
  private var result = PageBlocks()

  // The block under way.
  private var start = 0
  private var firstNode = 0
  private var lastNode = 0
  private var pendingSpace = false
  private var breaks = 0
  private var linkBytes = 0
  private var marks: [InlineMark] = []
  private var seams: [Int] = []
  private var isBylineish = false
  private var namesAuthor = false
  private var namesCaption = false

  /// Elements around the current node, outermost first.
  private var open: [Open] = []
  private var linkDepth = 0
  private var table: TableState?

  private struct Open {
    var node: Int
    var end: Int
    var tag: Tag
    /// Place of the text when an inline element began.
    var markStart: Int
    var isLink: Bool
  }

  /// A data table whose rows become blocks.
  private struct TableState {
    var end: Int
    var cells = 0
  }

  private init(_ tree: PageTree, skipsHidden: Bool) {
    self.tree = tree
    self.skipsHidden = skipsHidden
    result.text.reserveCapacity(tree.characters.count)
  }

  /// Blocks of the page in order.
  ///
  /// - Parameter skipsHidden: Whether to leave out what the page hides.
  /// - Complexity: O(n).
  static func collect(_ tree: PageTree, skipsHidden: Bool = true) -> PageBlocks {
    var collector = BlockCollector(tree, skipsHidden: skipsHidden)
    collector.run()
    return collector.result
  }

  private mutating func run() {
    var at = 0
    while at < tree.nodes.count {
      while let last = open.last, last.end <= at { leave() }
      let node = tree.nodes[at]
      if node.tag == .text {
        append(node, at)
        at += 1
      } else if isLeftOut(node) {
        if node.tag.isBlock || node.tag == .noscript { flush() }
        at = Int(node.end)
      } else {
        enter(node, at)
        at += 1
      }
    }
    while !open.isEmpty { leave() }
    flush()
  }

  private func isLeftOut(_ node: PageTree.Node) -> Bool {
    if node.tag == .rt || node.tag == .rp { return true }
    // A button is a control, but a heading may be one that opens its part.
    if node.tag == .button { return !open.suffix(4).contains { $0.tag.headingLevel > 0 || $0.tag == .dt } }
    guard skipsHidden else { return false }
    if node.flags.contains(.hidden) { return true }
    return node.hints.contains(.screenReader) && !node.tag.isSectioning
  }

  // MARK: Elements

  private mutating func enter(_ node: PageTree.Node, _ at: Int) {
    switch node.tag {
    case .br: lineBreak()
    case .hr: flush()
    case .time: pendingSpace = true
    case .table:
      flush()
      if table == nil, DataTable.isData(tree, at) { table = TableState(end: Int(node.end)) }
    case .td, .th:
      if table != nil { cell() } else { flush() }
    default:
      if node.tag.isBlock && (table == nil || node.tag == .tr || node.tag == .caption) {
        flush()
      } else if node.tag.isBlock {
        pendingSpace = true
      } else {
        seam()
      }
    }
    if !node.hints.isDisjoint(with: [.byline, .author]) || node.tag == .time
      || !node.flags.isDisjoint(with: [.author, .date])
    {
      isBylineish = true
      if node.hints.contains(.author) || node.flags.contains(.author) { namesAuthor = true }
    }
    if node.hints.contains(.caption) && !node.tag.isBlock { namesCaption = true }
    guard Int(node.end) > at + 1 else { return }
    let isLink = node.tag == .a && leadsElsewhere(at)
    if isLink { linkDepth += 1 }
    open.append(
      Open(node: at, end: Int(node.end), tag: node.tag, markStart: result.text.count - start, isLink: isLink))
  }

  private mutating func leave() {
    guard let last = open.last else { return }
    defer {
      open.removeLast()
      if last.isLink { linkDepth -= 1 }
    }
    if let state = table, last.end >= state.end, last.tag == .table {
      flush()
      table = nil
    } else if last.tag.isBlock && (table == nil || last.tag == .tr || last.tag == .caption) {
      flush()
    } else {
      if !last.tag.isBlock { seam() }
      if let kind = Self.markKind(last.tag, isLink: last.isLink) {
        mark(kind, from: last.markStart)
      } else if last.tag == .time {
        pendingSpace = true
      }
    }
  }

  /// An inline element begins or ends here.
  private mutating func seam() {
    let place = result.text.count - start
    guard place > 0, seams.count < Self.mostSeams, seams.last != place else { return }
    seams.append(place)
  }

  /// A line with more elements is no byline.
  private static let mostSeams = 24

  private static func markKind(_ tag: Tag, isLink: Bool) -> InlineMark.Kind? {
    switch tag {
    case .a: isLink ? .link : nil
    case .q: .quotation
    case .em, .i, .strong, .b: .emphasis
    case .cite: .title
    default: nil
    }
  }

  private mutating func mark(_ kind: InlineMark.Kind, from place: Int) {
    let count = result.text.count - start
    var from = min(place, count)
    if from < count, result.text[start + from] == 0x20 { from += 1 }
    guard from < count else { return }
    marks.append(InlineMark(kind: kind, span: TextSpan(from, count)))
  }

  /// A link within the page, as to a footnote, is no way out of the text.
  private func leadsElsewhere(_ node: Int) -> Bool {
    guard let target = tree.rawAttribute(.href, of: node) else { return false }
    return target.first != 0x23
  }

  private mutating func lineBreak() {
    breaks += 1
    pendingSpace = true
    if breaks >= 2 && table == nil { flush() }
  }

  private mutating func cell() {
    guard result.text.count > start else { return }
    if result.text.last != 0x7C { result.text.append(contentsOf: [0x20, 0x7C]) }
    pendingSpace = true
  }

  // MARK: Text

  private mutating func append(_ node: PageTree.Node, _ at: Int) {
    let isPreformatted = open.last?.tag == .pre
    tree.characters.withUnsafeBufferPointer { characters in
      let bytes = UnsafeBufferPointer(rebasing: characters[Int(node.textStart)..<Int(node.textEnd)])
      if isPreformatted {
        appendPreformatted(bytes, at)
      } else {
        appendFolded(bytes, at)
      }
    }
  }

  /// Blank lines separate paragraphs of preformatted text.
  private mutating func appendPreformatted(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
    var from = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0A {
        var next = index + 1
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D {
          next += 1
        }
        if next < bytes.count, bytes[next] == 0x0A {
          appendFolded(UnsafeBufferPointer(rebasing: bytes[from..<index]), at)
          flush()
          from = next
          index = next
          continue
        }
      }
      index += 1
    }
    appendFolded(UnsafeBufferPointer(rebasing: bytes[from...]), at)
  }

  private mutating func appendFolded(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
    var index = 0
    while index < bytes.count {
      let space = WhiteSpace.length(bytes, at: index)
      if space > 0 {
        pendingSpace = true
        index += space
        continue
      }
      let invisible = WhiteSpace.invisibleLength(bytes, at: index)
      if invisible > 0 {
        index += invisible
        continue
      }
      var end = index + 1
      while end < bytes.count && WhiteSpace.length(bytes, at: end) == 0
        && WhiteSpace.invisibleLength(bytes, at: end) == 0
      {
        end += 1
      }
      if result.text.count == start {
        firstNode = at
      } else if pendingSpace {
        result.text.append(0x20)
        if linkDepth > 0 { linkBytes += 1 }
      }
      result.text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
      if linkDepth > 0 { linkBytes += end - index }
      pendingSpace = false
      breaks = 0
      lastNode = at
      index = end
    }
  }

  // MARK: Blocks

  /// Ends the block under way, if it has text.
  private mutating func flush() {
    defer {
      pendingSpace = false
      breaks = 0
    }
    if table != nil {
      while let last = result.text.last, result.text.count > start, last == 0x7C || last == 0x20 {
        result.text.removeLast()
      }
    }
    guard result.text.count > start else { return }
    // Inline elements that the block ends inside of are marked up to here and go on in the next block.
    for index in open.indices.suffix(Self.reach) {
      if let kind = Self.markKind(open[index].tag, isLink: open[index].isLink) {
        mark(kind, from: open[index].markStart)
      }
      open[index].markStart = 0
    }
    let holder = open.last(where: { $0.tag.isBlock })?.node ?? 0
    var block = Block(
      kind: .paragraph, text: start..<result.text.count, node: holder, nodes: firstNode..<lastNode + 1)
    block.linkBytes = linkBytes
    block.namesCaption = namesCaption
    // A row's last bar was taken off after the marks were set.
    let length = result.text.count - start
    block.marks =
      marks.map { InlineMark(kind: $0.kind, span: TextSpan($0.span.start, min($0.span.end, length))) }
      .filter { !$0.span.isEmpty }.sorted { $0.span < $1.span }
    count(&block)
    setKind(&block)
    separate(&block)
    result.blocks.append(block)
    start = result.text.count
    linkBytes = 0
    marks.removeAll(keepingCapacity: true)
    seams.removeAll(keepingCapacity: true)
    isBylineish = false
    namesAuthor = false
    namesCaption = false
  }

  /// In lines of author and date, sets the parts of elements apart and leaves out counters: pages set such
  /// parts apart by their style.
  private mutating func separate(_ block: inout Block) {
    guard block.words <= 30, block.kind == .paragraph || block.kind == .listItem, table == nil else { return }
    let around = open.suffix(3).reduce(into: Hints()) { $0.formUnion(tree.nodes[$1.node].hints) }
    block.namesAuthor = namesAuthor || around.contains(.author)
    // Scripts without blanks between words set parts apart by punctuation.
    guard !result.text[block.text].contains(where: { $0 >= 0xE3 && $0 <= 0xE9 }) else { return }
    guard seams.count < Self.mostSeams, isBylineish || !around.isDisjoint(with: [.byline, .author]) else {
      return
    }
    block.seams = seams
    let parts = BylineText.parts(result.text[block.text], seams: seams)
    guard parts.count > 1, let kept = BylineText.cleaned(parts), !kept.isEmpty else { return }
    var text: [UInt8] = []
    var places: [Int] = []
    for part in kept {
      if !text.isEmpty {
        // A comma or full stop belongs to the part before it.
        if let first = part.utf8.first, first != 0x2C, first != 0x2E, first != 0x29 { text.append(0x20) }
        places.append(text.count)
      }
      text.append(contentsOf: part.utf8)
    }
    guard text[...] != result.text[block.text] else { return }
    result.text.replaceSubrange(block.text, with: text)
    block.text = start..<result.text.count
    block.linkBytes = min(block.linkBytes, text.count)
    block.seams = places
    block.marks = []
    (block.words, block.sentenceEnds, block.commas) = (0, 0, 0)
    count(&block)
  }

  /// How many open elements are looked at from the inside out, so that depth costs nothing.
  private static let reach = 32

  private func setKind(_ block: inout Block) {
    if table != nil {
      block.kind = .tableRow
      return
    }
    // The nearest element that says what its text is.
    var divisions = 0
    for element in open.suffix(Self.reach).reversed() {
      switch element.tag {
      case .h1, .h2, .h3, .h4, .h5, .h6:
        // An element left open, or one used for size, holds what is no heading.
        if block.words > 40 || block.words > 20 && block.sentenceEnds > 1 { return }
        block.kind = .heading
        block.level = UInt8(element.tag.headingLevel)
        return
      case .li: block.kind = .listItem
      case .dt: block.kind = .term
      case .figcaption, .caption: block.kind = .caption
      case .pre: block.kind = .preformatted
      case .div:
        divisions += 1
        if divisions < 3 { continue }
      case .section, .article, .main, .body, .td, .figure, .aside: break
      default: continue
      }
      return
    }
  }

  private func count(_ block: inout Block) {
    var isInWord = false
    var wide = 0
    for index in block.text {
      let byte = result.text[index]
      switch byte {
      case 0x20: isInWord = false
      case 0x2E, 0x21, 0x3F:
        if index + 1 == block.text.upperBound || result.text[index + 1] == 0x20
          || result.text[index + 1] == 0x22
          || result.text[index + 1] >= 0x80
        {
          block.sentenceEnds += 1
        }
      case 0x2C, 0x3B, 0x3A: block.commas += 1
      default:
        // Ideographs and kana: E3 to E9 begin three bytes; Hangul has blanks of its own.
        if byte >= 0xE3 && byte <= 0xE9 { wide += 1 }
        if byte == 0xE3, index + 2 < block.text.upperBound, result.text[index + 1] == 0x80 {
          if result.text[index + 2] == 0x82 { block.sentenceEnds += 1 }
          if result.text[index + 2] == 0x81 { block.commas += 1 }
        }
        if byte == 0xEF, index + 2 < block.text.upperBound, result.text[index + 1] == 0xBC {
          if result.text[index + 2] == 0x8C { block.commas += 1 }
          if result.text[index + 2] == 0x81 || result.text[index + 2] == 0x9F { block.sentenceEnds += 1 }
        }
        if !isInWord {
          isInWord = true
          block.words += 1
        }
      }
    }
    block.words += wide / 2
  }
}
