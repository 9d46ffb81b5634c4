/// Empath's categories: one line each, `category⇥term⇥term…`; `_` stands for a blank.
enum EmpathTable {
  static func read(_ source: SourceText, _ losses: inout LossReport, _ faults: inout FaultList)
    -> TermDictionary
  {
    var dictionary = TermDictionary(syntax: .literal)
    for line in source.lines where !line.text.trimmed.isEmpty {
      let fields = line.text.tabFields.map(\.trimmed)
      guard !fields[0].isEmpty, fields.dropFirst().contains(where: { !$0.isEmpty }) else {
        faults.add(
          line, fields[0].isEmpty ? "a line without a category" : "a category without terms",
          "write the category, a tab, and its terms with tabs between them")
        continue
      }
      if dictionary.group(at: [fields[0]]) != nil {
        faults.add(line, "a second category “\(fields[0])”", "put all its terms on one line")
        continue
      }
      let group = dictionary.addGroup(.init(path: [fields[0]], line: line.number))
      for field in fields.dropFirst() where !field.isEmpty {
        let words = field.split(separator: "_").joined(separator: " ")
        if words.isEmpty {
          losses.add(.reading, line: line.number, field, "no word; passed over")
        } else {
          dictionary.add(.init(words, group: group, line: line.number), &losses)
        }
      }
    }
    return dictionary
  }
}
