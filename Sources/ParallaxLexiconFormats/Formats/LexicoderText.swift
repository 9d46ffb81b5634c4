/// Lexicoder 3, `.lc3`: a line that begins with `+` opens a category, every other line is a pattern.
///
///     +negative
///     harm*
///     left out
enum LexicoderText {
  static func read(_ source: SourceText, _ losses: inout LossReport, _ faults: inout FaultList)
    -> TermDictionary
  {
    var dictionary = TermDictionary(syntax: .glob)
    var group: Int?
    for line in source.lines {
      let text = line.text.trimmed
      if text.isEmpty { continue }
      if text.hasPrefix("+") {
        let name = text.dropFirst().trimmed
        guard !name.isEmpty else {
          faults.add(line, "a category without a name", "write +name")
          continue
        }
        group = dictionary.addGroup(.init(path: [name], line: line.number))
      } else if let group {
        dictionary.add(.init(text, group: group, line: line.number), &losses)
      } else {
        faults.add(line, "a pattern before the first category", "open a category above it with +name")
      }
    }
    return dictionary
  }
}
