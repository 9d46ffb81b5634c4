internal import CLibXML2

/// Yoshikoder's `.ykd` and Lexicoder 2's `.lcd`: categories (`cnode`) and patterns (`pnode`) as nested XML.
///
///     <dictionary style="yoshikoder" patternengine="simple">
///       <cnode name="economy"><pnode name="tax*"/></cnode>
///     </dictionary>
///
/// An outermost category that wraps all others and has no pattern of its own is dropped. Read with nothing
/// fetched and no entity expanded; files with a document type declaration are refused.
enum YoshikoderXML {
  static func read(_ source: SourceText, _ losses: inout LossReport, _ faults: inout FaultList)
    -> TermDictionary
  {
    var dictionary = TermDictionary(syntax: .glob)
    if let place = source.string.firstRange(of: "<!DOCTYPE") ?? source.string.firstRange(of: "<!ENTITY") {
      let line = source.string[..<place.lowerBound].count(where: \.isNewline) + 1
      faults.add(
        line: line, text: "<!DOCTYPE", "a document type declaration", "remove it; a dictionary needs none")
      return dictionary
    }
    _ = initializeParser
    guard let context = xmlNewParserCtxt() else {
      faults.add(line: 1, text: "", "the XML parser could not start", "try again")
      return dictionary
    }
    defer { xmlFreeParserCtxt(context) }
    let first = FirstError()
    context.pointee._private = Unmanaged.passUnretained(first).toOpaque()
    context.pointee.sax.pointee.serror = { context, error in
      guard let error, let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self),
        let box = parser.pointee._private
      else { return }
      Unmanaged<FirstError>.fromOpaque(box).takeUnretainedValue().note(error.pointee)
    }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue
    // The text is UTF-8 by now, whatever its declaration says.
    let document = source.bytes.withUnsafeBytes { bytes in
      xmlCtxtReadMemory(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), nil,
        "UTF-8", Int32(options))
    }
    withExtendedLifetime(first) {}
    defer { if let document { xmlFreeDoc(document) } }
    guard let document, let root = xmlDocGetRootElement(document) else {
      faults.add(
        line: first.line, column: first.column, text: "", "not XML (\(first.message))",
        "close every element, and write & as &amp; and < as &lt;")
      return dictionary
    }
    var reader = Reader(losses: losses, faults: faults)
    reader.read(root)
    (losses, faults, dictionary) = (reader.losses, reader.faults, reader.dictionary)
    return dictionary
  }

  /// What the parser stumbled over first; what it says afterwards follows from that.
  private final class FirstError {
    private(set) var line = 1
    private(set) var column = 1
    private(set) var message = "no element"
    private var isSet = false

    func note(_ error: xmlError) {
      if isSet { return }
      isSet = true
      line = max(1, Int(error.line))
      column = max(1, Int(error.int2))
      if let text = error.message { message = String(cString: text).trimmedLine }
    }
  }

  /// Set up once, before threads use the parser.
  private static let initializeParser: Void = xmlInitParser()

  private struct Reader {
    var dictionary = TermDictionary(syntax: .glob)
    var losses: LossReport
    var faults: FaultList

    init(losses: LossReport, faults: FaultList) {
      self.losses = losses
      self.faults = faults
    }

    mutating func read(_ root: xmlNodePtr) {
      guard name(root) == "dictionary" else {
        fault(
          root, "the element “\(name(root))” around everything",
          "expected dictionary, with cnode and pnode in it")
        return
      }
      if let engine = attribute(root, "patternengine"), engine.lowercased() == "substring" {
        losses.add(
          .reading, line: line(root), "patternengine=\"substring\"",
          "patterns are looked for as whole words here, not inside words")
      }
      let outer = elements(root)
      if outer.count == 1, name(outer[0]) == "cnode",
        !elements(outer[0]).contains(where: { name($0) == "pnode" })
      {
        dictionary.title = attribute(outer[0], "name")
        for node in elements(outer[0]) { read(node, path: []) }
      } else {
        for node in outer { read(node, path: []) }
      }
    }

    /// Depth is bounded by libxml2, which refuses more than 256 levels.
    private mutating func read(_ node: xmlNodePtr, path: [String]) {
      let title = attribute(node, "name")?.trimmed ?? ""
      switch name(node) {
      case "cnode":
        guard !title.isEmpty else {
          fault(node, "a category without a name", "write <cnode name=\"…\">")
          return
        }
        let note = attribute(node, "desc")?.trimmed ?? ""
        let inner = path + [title]
        dictionary.addGroup(.init(path: inner, note: note.isEmpty ? nil : note, line: line(node)))
        for child in elements(node) { read(child, path: inner) }
      case "pnode":
        guard !title.isEmpty else {
          fault(node, "a pattern without a name", "write <pnode name=\"…\"/>")
          return
        }
        guard let group = dictionary.group(at: path) else {
          fault(node, "a pattern outside every category", "put it into a cnode")
          return
        }
        dictionary.add(.init(title, group: group, line: line(node)), &losses)
      default:
        losses.add(.detail, line: line(node), name(node), "an element of no meaning here; left out")
      }
    }

    private func elements(_ node: xmlNodePtr) -> [xmlNodePtr] {
      var found: [xmlNodePtr] = []
      var next = node.pointee.children
      while let child = next {
        if child.pointee.type == XML_ELEMENT_NODE { found.append(child) }
        next = child.pointee.next
      }
      return found
    }

    private func name(_ node: xmlNodePtr) -> String { node.pointee.name.map { String(cString: $0) } ?? "" }

    /// An attribute's text; references to characters are texts of their own.
    private func attribute(_ node: xmlNodePtr, _ name: String) -> String? {
      var next = node.pointee.properties
      while let property = next {
        if property.pointee.name.map({ String(cString: $0) }) == name {
          var text = ""
          var part = property.pointee.children
          while let one = part {
            if one.pointee.type == XML_TEXT_NODE, let content = one.pointee.content {
              text += String(cString: content)
            }
            part = one.pointee.next
          }
          return text
        }
        next = property.pointee.next
      }
      return nil
    }

    private func line(_ node: xmlNodePtr) -> Int { Int(xmlGetLineNo(node)) }

    private mutating func fault(_ node: xmlNodePtr, _ problem: String, _ remedy: String) {
      faults.add(line: line(node), text: "<\(name(node))>", problem, remedy)
    }
  }
}

extension String {
  /// Without a line end behind it.
  fileprivate var trimmedLine: String { String(prefix { !$0.isNewline }) }
}
