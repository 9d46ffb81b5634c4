/// LIWC 2001, 2007 and 2015, `.dic`; also the published Moral Foundations Dictionaries 1 and 2.
///
///     %
///     1⇥care.virtue
///     2⇥care.vice
///     %
///     shelter*⇥1
///     left out in the cold⇥2
///
/// Tabs, blanks and runs of both part the fields in the wild; ids may have leading zeros. Tabs before a
/// category nest it under the one above. Conditions of the oldest files (`(02 134)125/464`, `<of>131/125`) are
/// dropped with what hangs on them, and the plain numbers of their line are kept.
enum LIWCDictionary {
  static func read(_ source: SourceText, _ losses: inout LossReport, _ faults: inout FaultList)
    -> TermDictionary
  {
    var dictionary = TermDictionary(syntax: .trailingStar)
    var groups: [Int: Int] = [:]
    var marks = 0
    var parents: [(depth: Int, group: Int)] = []
    for line in source.lines {
      let text = line.text.trimmed
      if text.isEmpty { continue }
      if text == "%" && marks < 2 {
        marks += 1
      } else if marks == 0 {
        faults.add(
          line, "text before the categories", "the first line is a % alone, then one category a line")
        return dictionary
      } else if marks == 1 {
        readCategory(line, &dictionary, &groups, &parents, &faults)
      } else {
        readEntry(line, &dictionary, groups, &losses, &faults)
      }
    }
    if marks < 2 {
      faults.add(
        line: max(1, source.lines.count), text: "",
        marks == 0 ? "no category list" : "no end of the categories",
        "put a line with % alone before and after the categories")
    }
    return dictionary
  }

  // MARK: Categories

  private static func readCategory(
    _ line: SourceLine, _ dictionary: inout TermDictionary, _ groups: inout [Int: Int],
    _ parents: inout [(depth: Int, group: Int)], _ faults: inout FaultList
  ) {
    let depth = line.text.prefix { $0 == "\t" || $0 == " " }.count { $0 == "\t" }
    let text = line.text.trimmed
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let name = text[digits.endIndex...].trimmed
    guard let number = Int(digits), !name.isEmpty, text.dropFirst(digits.count).first?.isWhitespace == true
    else {
      faults.add(
        line, "a category without a \(digits.isEmpty ? "number" : "name")", "write a number, a tab and a name"
      )
      return
    }
    while let last = parents.last, last.depth >= depth { parents.removeLast() }
    guard parents.count < TermDictionary.depthLimit else {
      faults.add(line, "more than \(TermDictionary.depthLimit) levels of categories", "nest them less deeply")
      return
    }
    let path = (parents.last.map { dictionary.groups[$0.group].path } ?? []) + [name]
    if let known = groups[number] {
      if dictionary.groups[known].path != path {
        faults.add(
          line, "number \(number) is “\(dictionary.groups[known].path.last ?? "")” already",
          "give it another number")
      }
      return
    }
    if dictionary.group(at: path) != nil {
      faults.add(line, "a second category “\(name)”", "give it another name, or leave it out")
      return
    }
    let group = dictionary.addGroup(.init(path: path, id: String(digits), line: line.number))
    groups[number] = group
    parents.append((depth, group))
  }

  // MARK: Entries

  private static func readEntry(
    _ line: SourceLine, _ dictionary: inout TermDictionary, _ groups: [Int: Int], _ losses: inout LossReport,
    _ faults: inout FaultList
  ) {
    let (term, fields) = parts(of: line.text.trimmed)
    guard !term.isEmpty, !fields.isEmpty else {
      faults.add(line, "an entry without category numbers", "write the word, a tab, and its numbers")
      return
    }
    var found = false
    var undefined: [String] = []
    var conditions: [String] = []
    for field in fields {
      if isCondition(field) {
        conditions.append(field)
      } else if let number = Int(field), field.utf8.allSatisfy({ $0 &- 48 < 10 }) {
        if let group = groups[number] {
          found = true
          dictionary.add(.init(term, group: group, line: line.number), &losses)
        } else {
          undefined.append(field)
        }
      } else {
        faults.add(line, "“\(field)” is no category number", "write numbers of the list at the top")
        return
      }
    }
    let rest = found ? "its other categories are kept" : "the entry is left out"
    let shown = String(line.text.trimmed.prefix(80))
    for field in conditions {
      losses.add(.rule, line: line.number, shown, "\(field) dropped; \(rest)")
    }
    for field in undefined {
      losses.add(.undefinedCategory, line: line.number, shown, "\(field) dropped; \(rest)")
    }
  }

  private static func isCondition(_ field: String) -> Bool {
    field.hasPrefix("(") || field.hasPrefix("<") || (field.contains("/") && field.first?.isNumber == true)
  }

  /// The pattern and the fields behind it. A tab ends the pattern; without one the fields are what reads as
  /// numbers and conditions from the right.
  static func parts(of line: String) -> (term: String, fields: [String]) {
    if let tab = line.firstIndex(of: "\t") {
      let rest = fields(of: line[line.index(after: tab)...])
      if rest.allSatisfy({ isCondition($0) || Int($0) != nil }) {
        let term = line[..<tab].trimmed
        return term.isEmpty ? ("", rest) : (term, rest)
      }
    }
    var fields = fields(of: line[...])
    var behind: [String] = []
    while fields.count > 1, let last = fields.last, isCondition(last) || Int(last) != nil {
      behind.append(fields.removeLast())
    }
    behind.reverse()
    return (fields.joined(separator: " "), behind)
  }

  /// Parts at white space, a bracketed condition with what touches it as one.
  private static func fields(of text: Substring) -> [String] {
    var fields: [String] = []
    var field = ""
    var close: Character?
    // What opens behind the last closing mark never closes.
    let lastRound = text.lastIndex(of: ")") ?? text.startIndex
    let lastAngle = text.lastIndex(of: ">") ?? text.startIndex
    for (place, character) in zip(text.indices, text) {
      if let end = close {
        field.append(character)
        if character == end { close = nil }
      } else if character == " " || character == "\t" {
        if !field.isEmpty { fields.append(field) }
        field = ""
      } else {
        if field.isEmpty && opensCondition(text[place...]) {
          if character == "(" && place < lastRound { close = ")" }
          if character == "<" && place < lastAngle { close = ">" }
        }
        field.append(character)
      }
    }
    if !field.isEmpty { fields.append(field) }
    return fields
  }

  /// `(02 134)…` or `<of>…`, and no emoticon.
  private static func opensCondition(_ text: Substring) -> Bool {
    guard let first = text.first, let second = text.dropFirst().first else { return false }
    if first == "(" { return second.isNumber }
    guard first == "<", second.isLetter else { return false }
    // The word of a condition is short; a text that goes on is none.
    let word = text.prefix(64)
    guard let end = word.firstIndex(of: ">") else { return false }
    return text[text.index(after: end)...].first?.isNumber == true
  }
}
