/// MPQA subjectivity clues, `.tff`: `key=value` pairs between blanks.
///
///     type=weaksubj len=1 word1=abandoned pos1=adj stemmed1=n priorpolarity=negative
///
/// Read by key, since a few lines of the published file have stray characters.
enum MPQAClues {
  private static let types = ["weaksubj", "strongsubj"]
  private static let partsOfSpeech = [
    "adj": "adj", "noun": "noun", "verb": "verb", "adverb": "adv", "anypos": "",
  ]
  private static let polarities = ["negative", "positive", "neutral", "both", "weakneg", "weakpos"]

  static func read(_ source: SourceText, _ losses: inout LossReport, _ faults: inout FaultList)
    -> TermDictionary
  {
    var dictionary = TermDictionary(syntax: .literal)
    dictionary.hasGenericGroups = true
    for line in source.lines where !line.text.trimmed.isEmpty {
      var values: [String: String] = [:]
      for part in line.text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        if let equals = part.firstIndex(of: "="), equals > part.startIndex {
          values[String(part[..<equals])] = String(part[part.index(after: equals)...])
        } else {
          losses.add(.reading, line: line.number, String(part), "no key=value pair; passed over")
        }
      }
      readClue(line, values, &dictionary, &losses, &faults)
    }
    return dictionary
  }

  private static func readClue(
    _ line: SourceLine, _ values: [String: String], _ dictionary: inout TermDictionary,
    _ losses: inout LossReport,
    _ faults: inout FaultList
  ) {
    func known(_ key: String, _ allowed: [String]) -> String? {
      guard let value = values[key], allowed.contains(value) else {
        faults.add(
          line, values[key].map { "\(key)=\($0)" } ?? "no \(key)",
          "write \(key)= and one of \(allowed.joined(separator: ", "))")
        return nil
      }
      return value
    }
    guard let word = values["word1"], !word.isEmpty else {
      faults.add(line, "no word1", "write word1= and the word")
      return
    }
    guard let type = known("type", types), let polarity = known("priorpolarity", polarities),
      let part = known("pos1", partsOfSpeech.keys.sorted()), let stemmed = known("stemmed1", ["n", "y"])
    else { return }
    let group = dictionary.addGroup(.init(path: [type, polarity], line: line.number))
    var term = TermDictionary.Term(word, group: group, line: line.number)
    term.value = type == "strongsubj" ? nil : 0.5
    term.isStem = stemmed == "y"
    term.polarity =
      polarity.hasSuffix("neg") || polarity == "negative"
      ? "negative"
      : polarity.hasSuffix("pos") || polarity == "positive" ? "positive" : "neutral"
    let name = partsOfSpeech[part] ?? ""
    term.partOfSpeech = name.isEmpty ? nil : name
    // The same word counts once for each part of speech.
    term.attributes = [.init("pos", part), .init("stemmed", stemmed)]
    dictionary.addClue(term, &losses)
  }
}

extension TermDictionary {
  /// Adds a clue; a word of two parts of speech in one group is found as either.
  fileprivate mutating func addClue(_ term: Term, _ losses: inout LossReport) {
    guard let known = index(of: term.text, group: term.group) else {
      add(term, &losses)
      return
    }
    if terms[known].partOfSpeech == term.partOfSpeech && terms[known].isStem == term.isStem {
      add(term, &losses)
      return
    }
    if terms[known].isStem != term.isStem {
      losses.add(
        .pattern, line: term.lines.first ?? 0, term.text,
        "its inflections are found in all its parts of speech")
    }
    widen(known, with: term)
  }
}
