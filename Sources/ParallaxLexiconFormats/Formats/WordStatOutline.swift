/// WordStat's `.cat`: an outline indented by tabs, whose entries end in a weight.
///
///     TAXES
///     ⇥RATES
///     ⇥⇥TAX_RATE* (1)
///     ⇥⇥LEVY (2)
///
/// Depth is the number of tabs before the text, whatever blanks stand among them. `_` joins the words of a
/// phrase. Rules (`@…`) are not read.
enum WordStatOutline {
  static func read(_ source: SourceText, _ losses: inout LossReport, _ faults: inout FaultList)
    -> TermDictionary
  {
    var dictionary = TermDictionary(syntax: .glob)
    var path: [String] = []
    for line in source.lines {
      let text = line.text.trimmed
      if text.isEmpty { continue }
      let depth = line.text.prefix { $0 == "\t" || $0 == " " }.count { $0 == "\t" }
      guard depth <= path.count else {
        faults.add(
          line, "indented by \(depth) tabs under \(path.count) categories",
          "indent one tab more than the category above")
        continue
      }
      let (body, weight) = entry(text)
      if text.hasPrefix("@") {
        losses.add(.rule, line: line.number, text, "left out: rules on other categories are not read")
      } else if let weight {
        guard let value = NumberText.parse(weight), !body.isEmpty else {
          faults.add(
            line, body.isEmpty ? "a weight without a word" : "a weight “\(weight)”", "write WORD (1)")
          continue
        }
        guard depth > 0 else {
          faults.add(line, "a word outside every category", "indent it by a tab under its category")
          continue
        }
        path.removeLast(path.count - depth)
        guard let group = dictionary.group(at: path) else { continue }
        let words = body.split(separator: "_").joined(separator: " ").trimmed
        guard !words.isEmpty else {
          faults.add(line, "a weight without a word", "write WORD (1)")
          continue
        }
        dictionary.add(
          .init(words, group: group, value: value == 1 ? nil : value, line: line.number), &losses)
      } else {
        guard depth < TermDictionary.depthLimit else {
          faults.add(line, "more than \(TermDictionary.depthLimit) levels", "nest categories less deeply")
          continue
        }
        path.removeLast(path.count - depth)
        path.append(text)
        dictionary.addGroup(.init(path: path, line: line.number))
      }
    }
    return dictionary
  }

  /// The word and its weight; nil where the line ends in none and is a category.
  private static func entry(_ text: String) -> (body: String, weight: String?) {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
      return (text, nil)
    }
    let before = text[..<open]
    let inside = text[text.index(after: open)...].dropLast()
    guard before.last == " " || before.last == "\t", inside.contains(where: \.isNumber) else {
      return (text, nil)
    }
    return (before.trimmed, String(inside))
  }
}
