import ParallaxCore
import ParallaxLexicon

/// Makes a dictionary of a lexicon, for the formats of other programs.
///
/// Inflections and alternatives are written out as terms of their own. A lexicon that was imported gives its
/// groups, numbers and values back as they were.
public enum LexiconExport {
  /// Most terms that one entry is written out as.
  public static let termLimit = 512

  /// The dictionary of a lexicon and what no format holds of it.
  ///
  /// - Parameter format: The format it is meant for; decides what of weights and notes is lost.
  /// - Complexity: O(n) in terms written out.
  public static func dictionary(
    of lexicon: Lexicon, for format: DictionaryFormat
  ) -> (dictionary: TermDictionary, losses: LossReport) {
    var dictionary = TermDictionary(syntax: .glob)
    var losses = LossReport()
    dictionary.title = lexicon.info.title
    let origin = OriginGroups(lexicon.origin)
    for group in origin.groups { dictionary.addGroup(group) }
    for entry in lexicon.entries {
      let info = entry.info
      let (terms, outcome) = Self.terms(of: entry)
      if let outcome { losses.add(.pattern, line: entry.line, info.form, outcome) }
      if terms.isEmpty { continue }
      report(entry, format, isImported: lexicon.origin != nil, &losses)
      let group = dictionary.addGroup(
        origin.group(of: info) ?? .init(path: path(info.category.name, info.subcategory)))
      let given = info.attributes.first { $0.key == "value" }.flatMap { NumberText.parse($0.value) }
      let value = given ?? (lexicon.origin == nil && info.weight != 1 ? info.weight : nil)
      for text in terms {
        var term = TermDictionary.Term(text, group: group, value: value, note: info.note, line: entry.line)
        term.language = info.attributes.first { $0.key == "lang" }?.value
        if term.language == nil && lexicon.origin == nil { term.language = lexicon.info.language }
        dictionary.add(term)
      }
    }
    return (dictionary, losses)
  }

  private static func path(_ category: String, _ subcategory: String) -> [String] {
    subcategory.isEmpty ? [category] : [category] + GroupPath.names(subcategory)
  }

  private static func report(
    _ entry: Entry, _ format: DictionaryFormat, isImported: Bool, _ losses: inout LossReport
  ) {
    // What only tells our matcher to do as other programs do is no loss.
    var guards = entry.guards
    guards.allowsNames = false
    guards.ignoresNegation = false
    guards.isTight = false
    if !guards.isEmpty {
      losses.add(.guarded, line: entry.line, entry.info.form, "is found everywhere there")
    }
    var lost: [String] = []
    if entry.info.polarity != .neutral && !isImported { lost.append("polarity") }
    if entry.info.neutral != nil { lost.append("neutral word") }
    if entry.info.note != nil && format != .csv { lost.append("note") }
    lost += entry.info.attributes.map(\.key).filter { $0 != "value" && $0 != "lang" }
    if !lost.isEmpty {
      losses.add(.detail, line: entry.line, entry.info.form, "without \(lost.joined(separator: ", "))")
    }
  }

  // MARK: Terms

  /// The terms an entry stands for, and what of it no term can say.
  static func terms(of entry: Entry) -> (terms: [String], outcome: String?) {
    if let (text, hasLiteralStar) = FormText.plainText(of: entry.info.form) {
      return hasLiteralStar
        ? ([], "left out: its star or question mark is a mark, not a wildcard") : ([text], nil)
    }
    var terms: [String] = []
    var seen: Set<String> = []
    var outcome: String?
    for path in entry.pattern.paths {
      guard let written = written(path, room: termLimit - terms.count, &outcome) else {
        outcome = outcome ?? "written out in part: more than \(termLimit) terms"
        continue
      }
      for term in written where seen.insert(term).inserted { terms.append(term) }
    }
    return (terms, outcome)
  }

  /// All ways to read a path; nil where it has a step that no term can say, or there is no room.
  private static func written(_ path: [PatternStep], room: Int, _ outcome: inout String?) -> [String]? {
    var texts = [""]
    for step in path {
      let words: [String]
      switch step {
      case .words(let forms): words = forms
      case .exact(let word):
        words = [word]
        outcome = outcome ?? "found in small letters there too"
      case .gap, .number, .name, .wordClass:
        outcome = "left out in part: a gap or a class of words"
        return nil
      }
      guard !words.contains("*"), texts.count * words.count <= room else { return nil }
      texts = texts.flatMap { text in words.map { join(text, $0) } }
    }
    return texts
  }

  private static func join(_ text: String, _ word: String) -> String {
    text.isEmpty || WordForm.clitics.contains(word) ? text + word : text + " " + word
  }
}

/// The groups that an imported lexicon had in its file.
private struct OriginGroups {
  private(set) var groups: [TermDictionary.Group] = []
  private var places: [[String]: Int] = [:]

  init(_ origin: JSONValue?) {
    for item in origin?["groups"]?.array ?? [] {
      let path = (item["path"]?.array ?? []).compactMap(\.string)
      guard !path.isEmpty, let category = item["category"]?.string else { continue }
      places[[category, item["subcategory"]?.string ?? ""]] = groups.count
      groups.append(.init(path: path, id: item["id"]?.string))
    }
  }

  func group(of info: EntryInfo) -> TermDictionary.Group? {
    places[[info.category.name, info.subcategory]].map { groups[$0] }
  }
}
