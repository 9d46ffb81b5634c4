import ParallaxCore

/// A table of one row per term and category: `term,category,weight[,lang,note]`, in any order of columns.
///
/// `word`, `token`, `pattern` or `feature` name the term too, `sentiment` the category, `value` or `score` the
/// weight. A category of several levels is written `outer > inner`; a table with both a category and a sentiment
/// has two levels.
enum TidyTermTable {
  private static let names: [(column: String, names: [String])] = [
    ("term", ["term", "word", "token", "pattern", "feature", "entry"]),
    ("category", ["category", "dimension"]),
    ("sentiment", ["sentiment"]), ("weight", ["weight", "value", "score", "valence"]),
    ("lang", ["lang", "language"]),
    ("note", ["note", "notes", "comment"]),
  ]

  static func read(_ source: SourceText, _ losses: inout LossReport, _ faults: inout FaultList)
    -> TermDictionary
  {
    var dictionary = TermDictionary(syntax: .glob)
    let rows = CSVReader.rows(source, &faults)
    guard faults.faults.isEmpty, let header = rows.first else { return dictionary }
    var columns: [String: Int] = [:]
    var spare: [Int] = []
    for (place, cell) in header.cells.enumerated() {
      let name = cell.trimmed.lowercased()
      if let known = names.first(where: { $0.names.contains(name) })?.column, columns[known] == nil {
        columns[known] = place
      } else {
        spare.append(place)
        losses.add(.detail, line: header.line, cell, "no column of ours; its cells are left out")
      }
    }
    guard let termColumn = columns["term"],
      columns["category"] ?? columns["sentiment"] ?? columns["weight"] != nil
    else {
      faults.add(
        header.source, columns["term"] == nil ? "no column “term”" : "neither a category nor a weight",
        "name the columns in the first row: term,category,weight")
      return dictionary
    }
    for row in rows.dropFirst() {
      guard row.cells.count <= header.cells.count else {
        faults.add(
          row.source, "\(row.cells.count) cells under \(header.cells.count) columns",
          "put a cell that holds a comma in quotation marks")
        continue
      }
      readRow(row, termColumn, columns, &dictionary, &losses, &faults)
    }
    dictionary.hasGenericGroups = columns["category"] == nil
    return dictionary
  }

  private static func readRow(
    _ row: CSVReader.Row, _ termColumn: Int, _ columns: [String: Int], _ dictionary: inout TermDictionary,
    _ losses: inout LossReport, _ faults: inout FaultList
  ) {
    func cell(_ name: String) -> String {
      guard let place = columns[name], place < row.cells.count else { return "" }
      return row.cells[place].trimmed
    }
    let term = termColumn < row.cells.count ? row.cells[termColumn].trimmed : ""
    guard !term.isEmpty else {
      faults.add(row.source, "a row without a term", "write the term, or leave the row out")
      return
    }
    var value: Double?
    let weight = cell("weight")
    if !weight.isEmpty {
      guard let number = NumberText.parse(weight) else {
        faults.add(row.source, "a weight “\(weight)”", "write a decimal number with a point, or nothing")
        return
      }
      value = number
    }
    let path = GroupPath.names(cell("category")) + GroupPath.names(cell("sentiment"))
    let group: Int
    if !path.isEmpty {
      group = dictionary.addGroup(.init(path: path, line: row.line))
    } else if columns["category"] == nil && columns["sentiment"] == nil, let value {
      group = ValenceGroups.group(of: value, &dictionary)
    } else {
      faults.add(row.source, "a row without a category", "write the category of the term")
      return
    }
    let language = cell("lang")
    let note = cell("note")
    dictionary.add(
      .init(
        term, group: group, value: value == 1 ? nil : value, language: language.isEmpty ? nil : language,
        note: note.isEmpty ? nil : note, line: row.line), &losses)
  }

  /// Writes all five columns.
  static func write(_ dictionary: TermDictionary, _ losses: inout LossReport) -> String {
    var text = "term,category,weight,lang,note\n"
    for term in dictionary.terms {
      guard let pattern = TermSyntax.glob(term.text, dictionary.syntax) else {
        losses.add(
          .wildcard, line: term.lines.first ?? 0, term.text,
          "left out: its star or question mark is a mark, not a wildcard")
        continue
      }
      let category = dictionary.groups[term.group].path.joined(separator: GroupPath.separator)
      let cells = [
        pattern, category, term.value.map(NumberText.of) ?? "1", term.language ?? "", term.note ?? "",
      ]
      text += cells.map(CSVReader.cell).joined(separator: ",") + "\n"
    }
    return text
  }
}
