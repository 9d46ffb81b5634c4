import ParallaxCore

/// LIWC-22, `.dicx`: a table with a column per category.
///
///     DicTerm,care,harm
///     shelter*,1,
///     left out in the cold,,X
///
/// A cell holds `1` or `X`, a weight, or nothing (`0` is nothing too). Rows that repeat a term are taken together.
enum LIWCTable {
  static func read(_ source: SourceText, _ losses: inout LossReport, _ faults: inout FaultList)
    -> TermDictionary
  {
    var dictionary = TermDictionary(syntax: .trailingStar)
    let rows = CSVReader.rows(source, &faults)
    guard faults.faults.isEmpty, let header = rows.first else { return dictionary }
    guard header.cells.count > 1 else {
      faults.add(
        header.source, "a header without categories", "write DicTerm and one column for each category")
      return dictionary
    }
    for name in header.cells.dropFirst() {
      let name = name.trimmed
      if name.isEmpty || dictionary.group(at: [name]) != nil {
        faults.add(
          header.source, name.isEmpty ? "a column without a name" : "two columns “\(name)”",
          "give every category a name of its own")
        return dictionary
      }
      dictionary.addGroup(.init(path: [name], line: header.line))
    }
    for row in rows.dropFirst() { readRow(row, &dictionary, &losses, &faults) }
    return dictionary
  }

  private static func readRow(
    _ row: CSVReader.Row, _ dictionary: inout TermDictionary, _ losses: inout LossReport,
    _ faults: inout FaultList
  ) {
    let term = row.cells[0].trimmed
    guard !term.isEmpty else {
      faults.add(row.source, "a row without a term", "write the term in the first column")
      return
    }
    guard row.cells.count <= dictionary.groups.count + 1 else {
      faults.add(
        row.source, "\(row.cells.count) cells under \(dictionary.groups.count + 1) columns",
        "put a term that holds a comma in quotation marks")
      return
    }
    var found = false
    for (group, cell) in row.cells.dropFirst().enumerated() {
      let cell = cell.trimmed
      if cell.isEmpty || cell == "0" { continue }
      let value = cell == "X" || cell == "x" ? 1 : NumberText.parse(cell)
      guard let value else {
        faults.add(row.source, "a cell “\(cell)”", "write 1, X, a weight, or nothing")
        return
      }
      found = true
      dictionary.add(.init(term, group: group, value: value == 1 ? nil : value, line: row.line), &losses)
    }
    if !found { losses.add(.detail, line: row.line, term, "is in no category and left out") }
  }

  /// Writes one row per term.
  static func write(_ dictionary: TermDictionary, _ losses: inout LossReport) -> String {
    var names: Set<String> = []
    var header = "DicTerm"
    for group in dictionary.groups {
      var name = group.path.joined(separator: GroupPath.separator)
      if group.path.count > 1 {
        losses.add(.hierarchy, line: group.line, name, "became one name: categories do not nest here")
      }
      while !names.insert(name).inserted { name += "'" }
      header += "," + CSVReader.cell(name)
    }
    var text = header + "\n"
    for merged in MergedTerm.all(dictionary) {
      guard let pattern = TermSyntax.trailingStar(merged.text, dictionary.syntax) else {
        losses.add(
          .wildcard, line: merged.line, merged.text, "left out: only a star at the end is known here")
        continue
      }
      var cells = Array(repeating: "", count: dictionary.groups.count)
      for part in merged.parts { cells[part.group] = part.value.map(NumberText.of) ?? "1" }
      if merged.parts.contains(where: { $0.value == 0 }) {
        losses.add(.weight, line: merged.line, merged.text, "a weight of 0 reads as no membership here")
      }
      text += CSVReader.cell(pattern) + "," + cells.joined(separator: ",") + "\n"
    }
    return text
  }
}

/// A group's path as one name.
enum GroupPath {
  /// What stands between the names of a path where one cell holds it.
  static let separator = " > "

  /// The names of a path that one cell holds.
  static func names(_ text: String) -> [String] {
    var names: [String] = []
    var rest = text[...]
    while let range = rest.firstRange(of: separator) {
      names.append(rest[..<range.lowerBound].trimmed)
      rest = rest[range.upperBound...]
    }
    names.append(rest.trimmed)
    return names.filter { !$0.isEmpty }
  }
}
