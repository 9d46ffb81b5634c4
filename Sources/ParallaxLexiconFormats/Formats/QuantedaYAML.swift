internal import Yams

/// quanteda's YAML: names with lists of patterns, or with names below them.
///
///     tax:
///       rates: [tax*, levy]
///       __: [revenue service]
///     "no": ["no", "nope"]
///
/// Patterns of a name that also has names below it stand under the key `__`.
enum QuantedaYAML {
  /// The key under which a name with names below it has its own patterns.
  static let ownPatterns = "__"

  static func read(_ source: SourceText, _ losses: inout LossReport, _ faults: inout FaultList)
    -> TermDictionary
  {
    var reader = Reader(losses: losses, faults: faults, nodeLimit: source.bytes.count + 1)
    do {
      if let root = try Yams.compose(yaml: source.string) { reader.read(root, path: []) }
    } catch let error as YamlError {
      reader.fault(error)
    } catch {
      reader.faults.add(line: 1, text: "", "not YAML: \(error)", "write names with lists of patterns")
    }
    losses = reader.losses
    faults = reader.faults
    return reader.dictionary
  }

  private struct Reader {
    var dictionary = TermDictionary(syntax: .glob)
    var losses: LossReport
    var faults: FaultList
    private var nodes = 0
    /// Every node takes a byte; more of them come of references to references, which grow without end.
    private let nodeLimit: Int

    init(losses: LossReport, faults: FaultList, nodeLimit: Int) {
      self.losses = losses
      self.faults = faults
      self.nodeLimit = nodeLimit
    }

    mutating func fault(_ error: YamlError) {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        faults.add(
          line: mark.line, column: mark.column, text: "", "not YAML (\(problem))",
          "quote patterns that hold marks, and indent by blanks, not tabs")
      default:
        faults.add(
          line: 1, text: "", "not YAML (\(error))".split(separator: "\n").joined(separator: " "),
          "write each name once, with a list of patterns")
      }
    }

    mutating func read(_ node: Node, path: [String]) {
      nodes += 1
      guard nodes <= nodeLimit, path.count <= TermDictionary.depthLimit else {
        if faults.faults.isEmpty {
          fault(
            node, "more than \(TermDictionary.depthLimit) levels, or references to references",
            "write the patterns out")
        }
        return
      }
      switch node {
      case .mapping(let mapping): for (key, value) in mapping { readName(key, value, path: path) }
      case .sequence(let sequence):
        for item in sequence {
          nodes += 1
          guard nodes <= nodeLimit else {
            if faults.faults.isEmpty {
              fault(node, "references to references", "write the patterns out")
            }
            return
          }
          guard case .scalar = item else {
            fault(
              item, "a list or name inside a list of patterns", "write patterns alone; nest names, not lists")
            continue
          }
          readPattern(item, path: path)
        }
      case .scalar(let scalar):
        if scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null" {
          addGroup(path, node)
        } else {
          readPattern(node, path: path)
        }
      case .alias: fault(node, "a reference to nothing", "write the patterns out")
      }
    }

    private mutating func readName(_ key: Node, _ value: Node, path: [String]) {
      guard case .scalar(let scalar) = key, !scalar.string.trimmed.isEmpty else {
        fault(key, "a name that is no text", "write a word, a colon, and a list of patterns")
        return
      }
      noteReading(scalar)
      if scalar.string == ownPatterns {
        read(value, path: path)
      } else {
        let inner = path + [scalar.string.trimmed]
        addGroup(inner, key)
        read(value, path: inner)
      }
    }

    private mutating func readPattern(_ node: Node, path: [String]) {
      guard case .scalar(let scalar) = node else { return }
      guard !path.isEmpty else {
        fault(node, "a pattern without a name above it", "write a name, a colon, and a list of patterns")
        return
      }
      let text = scalar.string.trimmed
      guard !text.isEmpty else {
        fault(node, "an empty pattern", "write a word, or leave the line out")
        return
      }
      noteReading(scalar)
      let group = addGroup(path, node)
      dictionary.add(.init(text, group: group, line: node.mark?.line ?? 0), &losses)
    }

    @discardableResult
    private mutating func addGroup(_ path: [String], _ node: Node) -> Int {
      guard !path.isEmpty else { return 0 }
      return dictionary.addGroup(.init(path: path, line: node.mark?.line ?? 0))
    }

    /// Says where other programs would read something else than text.
    private mutating func noteReading(_ scalar: Node.Scalar) {
      guard scalar.style == .plain, isAmbiguous(scalar.string) else { return }
      losses.add(
        .reading, line: scalar.mark?.line ?? 0, scalar.string,
        "read as text; without quotation marks other programs read a truth value or number")
    }

    private mutating func fault(_ node: Node, _ problem: String, _ remedy: String) {
      let mark = node.mark
      let text = if case .scalar(let scalar) = node { scalar.string } else { "" }
      faults.add(line: mark?.line ?? 1, column: mark?.column ?? 1, text: text, problem, remedy)
    }
  }

  /// Whether plain YAML takes a text for a truth value, nothing or a number.
  static func isAmbiguous(_ text: String) -> Bool {
    ["yes", "no", "on", "off", "true", "false", "y", "n", "null", "~"].contains(text.lowercased())
      || NumberText.parse(text) != nil
  }

  // MARK: Writing

  /// Writes nested names with lists; what YAML could misread stands in quotation marks.
  static func write(_ dictionary: TermDictionary, _ losses: inout LossReport) -> String {
    var patterns: [[String]] = Array(repeating: [], count: dictionary.groups.count)
    for term in dictionary.terms {
      guard let text = TermSyntax.glob(term.text, dictionary.syntax) else {
        losses.add(
          .wildcard, line: term.lines.first ?? 0, term.text,
          "left out: its star or question mark is a mark, not a wildcard")
        continue
      }
      if let value = term.value, value != 1 {
        losses.add(.weight, line: term.lines.first ?? 0, term.text, "\(NumberText.of(value)) dropped")
      }
      patterns[term.group].append(text)
    }
    let nodes = GroupTree(dictionary).nodes
    var text = ""
    for (place, node) in nodes.enumerated() {
      let indent = String(repeating: "  ", count: node.path.count - 1)
      let own = node.group.map { patterns[$0] } ?? []
      let holdsOthers = place + 1 < nodes.count && nodes[place + 1].path.count > node.path.count
      text += "\(indent)\(scalar(node.path.last ?? "")):"
      if holdsOthers {
        text += "\n"
        if !own.isEmpty {
          text += "\(indent)  \(ownPatterns):\n"
          for pattern in own { text += "\(indent)    - \(scalar(pattern))\n" }
        }
      } else if own.isEmpty {
        text += " []\n"
      } else {
        text += "\n"
        for pattern in own { text += "\(indent)  - \(scalar(pattern))\n" }
      }
    }
    return text
  }

  /// A scalar, plain where nothing can be mistaken.
  static func scalar(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      ($0.value < 0x80
        ? ($0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == " " || $0 == "-" || $0 == "'")
        : $0.properties.isAlphabetic)
    }
    let first = text.unicodeScalars.first
    if isPlain, let first, first.properties.isAlphabetic, !isAmbiguous(text), text == text.trimmed {
      return text
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\t": quoted += "\\t"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F || 0x80..<0xA0 ~= scalar.value {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\x" + (digits.count < 2 ? "0" : "") + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
