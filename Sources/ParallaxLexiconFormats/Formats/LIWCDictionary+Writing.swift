extension LIWCDictionary {
  /// Writes categories with their numbers, nested by tabs, and one line per term with all its numbers.
  static func write(_ dictionary: TermDictionary, _ losses: inout LossReport) -> String {
    let tree = GroupTree(dictionary)
    let ids = numbers(tree)
    var text = "%\n"
    for node in tree.nodes {
      text += String(repeating: "\t", count: node.path.count - 1)
      text += "\(ids[node.path] ?? "")\t\(node.path.last.map(oneLine) ?? "")\n"
    }
    text += "%\n"
    for merged in MergedTerm.all(dictionary) {
      guard let pattern = TermSyntax.trailingStar(merged.text, dictionary.syntax) else {
        losses.add(
          .wildcard, line: merged.line, merged.text, "left out: only a star at the end is known here")
        continue
      }
      for part in merged.parts where part.value != nil && part.value != 1 {
        losses.add(.weight, line: merged.line, merged.text, "\(part.value.map(NumberText.of) ?? "") dropped")
      }
      let numbers = merged.parts.compactMap { ids[dictionary.groups[$0.group].path] }
      text += "\(oneLine(pattern))\t\(numbers.joined(separator: "\t"))\n"
    }
    return text
  }

  /// The numbers that the file gave where they are numbers and differ; others follow the highest.
  private static func numbers(_ tree: GroupTree) -> [[String]: String] {
    var ids: [[String]: String] = [:]
    var used: Set<Int> = []
    for node in tree.nodes {
      guard let id = node.id, let number = Int(id), number >= 0, used.insert(number).inserted else {
        continue
      }
      ids[node.path] = id
    }
    var next = (used.max() ?? 0) + 1
    for node in tree.nodes where ids[node.path] == nil {
      ids[node.path] = "\(next)"
      next += 1
    }
    return ids
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
