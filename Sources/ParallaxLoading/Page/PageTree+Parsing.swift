internal import CLibXML2

extension PageTree {
  /// Why a page has no tree.
  enum Failure: Error {
    case tooDeep
    case tooManyNodes
    case tooSlow
    case parser
  }

  /// Builds the tree of a page with libxml2's HTML parser.
  ///
  /// The parser reports elements and texts one by one and builds no tree of its own; nothing it could fetch
  /// or expand is left in the markup.
  ///
  /// - Parameter source: Valid UTF-8 without NULs.
  /// - Complexity: O(n · depth) at worst, the depth being limited; O(n) on real pages.
  static func parse(
    _ source: [UInt8], limits: LoadingLimits, deadline: Deadline
  ) throws(Failure) -> PageTree {
    initializeParser
    let page = MarkupScanner.scan(source, attributeLimit: limits.attributesPerTag)
    let builder = TreeBuilder(page: page, source: source, limits: limits, deadline: deadline)
    let isParsed = page.markup.withUnsafeBytes { markup in
      run(markup.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(markup.count), builder)
    }
    guard isParsed else { throw .parser }
    if let failure = builder.failure { throw failure }
    return builder.finish()
  }

  /// Set up once, before threads use the parser.
  private static let initializeParser: Void = xmlInitParser()

  private static func run(_ markup: UnsafePointer<CChar>?, _ count: Int32, _ builder: TreeBuilder) -> Bool {
    guard let context = htmlCreateMemoryParserCtxt(markup, count) else { return false }
    defer { htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_NOIMPLIED.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(context, Int32(options))
    if let utf8 = xmlFindCharEncodingHandler("UTF-8") { xmlSwitchToEncoding(context, utf8) }
    guard let handlers = context.pointee.sax else { return false }
    handlers.pointee.startDocument = nil
    handlers.pointee.endDocument = nil
    handlers.pointee.setDocumentLocator = nil
    handlers.pointee.internalSubset = nil
    handlers.pointee.comment = nil
    handlers.pointee.processingInstruction = nil
    handlers.pointee.cdataBlock = nil
    handlers.pointee.reference = nil
    handlers.pointee.getEntity = nil
    handlers.pointee.error = nil
    handlers.pointee.warning = nil
    handlers.pointee.serror = nil
    handlers.pointee.startElement = { context, name, attributes in
      builderOf(context)?.start(name, attributes)
    }
    handlers.pointee.endElement = { context, _ in builderOf(context)?.end() }
    handlers.pointee.characters = { context, text, count in builderOf(context)?.text(text, count) }
    handlers.pointee.ignorableWhitespace = { context, text, count in builderOf(context)?.text(text, count) }
    return withExtendedLifetime(builder) {
      builder.parser = context
      context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
      htmlParseDocument(context)
      builder.parser = nil
      return true
    }
  }
}

@inline(__always)
private func builderOf(_ context: UnsafeMutableRawPointer?) -> TreeBuilder? {
  context.map { Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
}

/// Takes the parser's reports and lays the tree out flat.
private final class TreeBuilder {
  private var tree = PageTree()
  private var open: [Int32] = []
  private let limits: LoadingLimits
  private let deadline: Deadline
  private var started = 0
  var failure: PageTree.Failure?
  var parser: htmlParserCtxtPtr?

  init(page: ScannedPage, source: [UInt8], limits: LoadingLimits, deadline: Deadline) {
    tree.page = page
    tree.source = source
    self.limits = limits
    self.deadline = deadline
    tree.nodes.reserveCapacity(page.records.count * 2 + 16)
    tree.characters.reserveCapacity(page.markup.count / 2 + 16)
  }

  func start(_ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard failure == nil else { return }
    guard open.count < limits.depth else { return stop(.tooDeep) }
    guard tree.nodes.count < limits.nodes else { return stop(.tooManyNodes) }
    started += 1
    if started & 0x3FF == 0, deadline.isPassed { return stop(.tooSlow) }
    let number = recordNumber(attributes)
    var node = PageTree.Node(
      tag: .other, flags: [], hints: [], parent: open.last ?? -1, end: 0, record: Int32(number))
    if number >= 0 {
      let record = tree.page.records[number]
      node.tag = record.tag
      node.flags = record.flags
      node.hints = record.hints
    } else if let name {
      node.tag = TagTable.shared.tag(named: name)
    }
    open.append(Int32(tree.nodes.count))
    tree.nodes.append(node)
  }

  /// The number that the scanner wrote into the start tag, -1 where the parser made the element up.
  private func recordNumber(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> Int {
    guard let attributes, attributes[0] != nil, let digits = attributes[1] else { return -1 }
    var number = 0
    var at = 0
    while digits[at] != 0 {
      number = number * 10 + Int(digits[at] &- 0x30)
      at += 1
    }
    return number < tree.page.records.count ? number : -1
  }

  func end() {
    guard failure == nil, let last = open.popLast() else { return }
    tree.nodes[Int(last)].end = Int32(tree.nodes.count)
  }

  func text(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard failure == nil, let text, count > 0 else { return }
    let start = tree.characters.count
    if count == 2, text[0] == 0xC2, text[1] < 0xA0 {
      // "&#146;" and its like mean Windows-1252, as browsers read them.
      Windows1252.append(Windows1252.upperControls[Int(text[1] - 0x80)], to: &tree.characters)
    } else {
      tree.characters.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(count)))
    }
    if let last = tree.nodes.indices.last, tree.nodes[last].tag == .text,
      tree.nodes[last].parent == open.last ?? -1
    {
      tree.nodes[last].textEnd = UInt32(tree.characters.count)
      return
    }
    guard tree.nodes.count < limits.nodes else { return stop(.tooManyNodes) }
    tree.nodes.append(
      PageTree.Node(
        tag: .text, flags: [], hints: [], parent: open.last ?? -1, end: Int32(tree.nodes.count + 1),
        record: -1,
        textStart: UInt32(start), textEnd: UInt32(tree.characters.count)))
  }

  private func stop(_ failure: PageTree.Failure) {
    self.failure = failure
    if let parser { xmlStopParser(parser) }
  }

  func finish() -> PageTree {
    while let last = open.popLast() { tree.nodes[Int(last)].end = Int32(tree.nodes.count) }
    return tree
  }
}
