/// VADER's list: `token⇥mean⇥deviation⇥[ten ratings]`, from −4 to 4.
///
/// Tokens may be emoticons and are taken as they stand. Boosters, negation and idioms of VADER live in its code
/// and are no part of the list.
enum VADERLexicon {
  static func read(_ source: SourceText, _ losses: inout LossReport, _ faults: inout FaultList)
    -> TermDictionary
  {
    var dictionary = TermDictionary(syntax: .literal)
    dictionary.hasGenericGroups = true
    dictionary.scale = 4
    for line in source.lines where !line.text.trimmed.isEmpty {
      let fields = line.text.tabFields
      guard fields.count >= 2, !fields[0].trimmed.isEmpty else {
        faults.add(line, "a line without a number", "write the token, a tab, and its mean from -4 to 4")
        continue
      }
      guard let mean = NumberText.parse(fields[1]), abs(mean) <= 4 else {
        faults.add(
          line, "a mean “\(fields[1].trimmed)”", "write a number from -4 to 4",
          column: fields[0].unicodeScalars.count + 2)
        continue
      }
      var term = TermDictionary.Term(
        fields[0].trimmed, group: ValenceGroups.group(of: mean, &dictionary), value: mean, line: line.number)
      if fields.count > 2 { term.attributes.append(.init("sd", fields[2].trimmed)) }
      if fields.count > 3 {
        term.attributes.append(.init("ratings", fields[3].filter { "0123456789- ".contains($0) }.trimmed))
      }
      dictionary.add(term, &losses)
    }
    return dictionary
  }
}

/// AFINN: `word or phrase⇥whole number`, from −5 to 5.
enum AFINNList {
  static func read(_ source: SourceText, _ losses: inout LossReport, _ faults: inout FaultList)
    -> TermDictionary
  {
    var dictionary = TermDictionary(syntax: .literal)
    dictionary.hasGenericGroups = true
    dictionary.scale = 5
    for line in source.lines where !line.text.trimmed.isEmpty {
      let fields = line.text.tabFields
      guard fields.count == 2, !fields[0].trimmed.isEmpty else {
        faults.add(
          line, fields.count == 1 ? "no tab" : "\(fields.count) fields",
          "write the word or phrase, one tab, and a number from -5 to 5")
        continue
      }
      guard let value = Int(fields[1].trimmed), abs(value) <= 5 else {
        faults.add(
          line, "a value “\(fields[1].trimmed)”", "write a whole number from -5 to 5",
          column: fields[0].unicodeScalars.count + 2)
        continue
      }
      dictionary.add(
        .init(
          fields[0].trimmed, group: ValenceGroups.group(of: Double(value), &dictionary), value: Double(value),
          line: line.number), &losses)
    }
    return dictionary
  }
}

/// The groups of a list that has only numbers.
enum ValenceGroups {
  /// The group of a number's sign.
  static func group(of value: Double, _ dictionary: inout TermDictionary) -> Int {
    dictionary.addGroup(.init(path: [value > 0 ? "positive" : value < 0 ? "negative" : "neutral"]))
  }
}
