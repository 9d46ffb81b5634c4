/// The groups of a dictionary with all groups above them, each behind the one it belongs to.
struct GroupTree {
  /// A group; its index is nil where it only holds others.
  struct Node {
    var path: [String]
    var id: String?
    var group: Int?
  }

  private(set) var nodes: [Node] = []

  init(_ dictionary: TermDictionary) {
    var children: [[String]: [[String]]] = [:]
    var seen: Set<[String]> = []
    var groups: [[String]: Int] = [:]
    for (index, group) in dictionary.groups.enumerated() {
      groups[group.path] = index
      for length in 1...max(1, group.path.count) where length <= group.path.count {
        let path = Array(group.path.prefix(length))
        if seen.insert(path).inserted { children[Array(path.dropLast()), default: []].append(path) }
      }
    }
    var pending = Array((children[[]] ?? []).reversed())
    while let path = pending.popLast() {
      let group = groups[path]
      nodes.append(Node(path: path, id: group.flatMap { dictionary.groups[$0].id }, group: group))
      pending += (children[path] ?? []).reversed()
    }
  }
}

/// A term with all groups it is in.
struct MergedTerm {
  var text: String
  /// Its first line in the source, 0 for none.
  var line: Int
  var parts: [(group: Int, value: Double?)]

  /// The terms of a dictionary in order of first sight.
  static func all(_ dictionary: TermDictionary) -> [MergedTerm] {
    var merged: [MergedTerm] = []
    var places: [String: Int] = [:]
    for term in dictionary.terms {
      if let known = places[term.text] {
        merged[known].parts.append((term.group, term.value))
      } else {
        places[term.text] = merged.count
        merged.append(.init(text: term.text, line: term.lines.first ?? 0, parts: [(term.group, term.value)]))
      }
    }
    return merged
  }
}

/// Translates a term from one meaning of stars to another.
enum TermSyntax {
  /// The term where a star at the end alone is a wildcard; nil where that cannot say it.
  static func trailingStar(_ text: String, _ syntax: TermDictionary.Syntax) -> String? {
    switch syntax {
    case .trailingStar: text
    case .literal: text.hasSuffix("*") ? nil : text
    case .glob: text.dropLast().contains("*") || text.contains("?") ? nil : text
    }
  }

  /// The term where `*` and `?` are wildcards; nil where that cannot say it.
  static func glob(_ text: String, _ syntax: TermDictionary.Syntax) -> String? {
    switch syntax {
    case .glob: text
    case .literal: text.contains("*") || text.contains("?") ? nil : text
    case .trailingStar: text.dropLast().contains("*") || text.contains("?") ? nil : text
    }
  }
}
