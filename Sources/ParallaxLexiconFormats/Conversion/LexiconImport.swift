import ParallaxCore
import ParallaxLexicon

/// Makes a lexicon of a dictionary: the texts of `lexicon.json` and `entries.tsv`, and what they cannot hold.
///
/// Categories keep their names; the levels below the first become the subcategory (`inner > innermost`). A list
/// that only tells good from bad gets the lexicon's name for its category, so that two such lists in one run
/// stay apart. Entries count inside names too (`name-ok`), as in the programs they come from; where a dictionary
/// only counts, negation changes nothing (`no-negation`).
public struct LexiconImport: Sendable {
  /// What to call the lexicon and what to write beside it.
  public struct Description: Sendable, Equatable {
    /// Short name, unique in a run.
    public var name: String
    /// Full title; the file's or the name where empty.
    public var title: String
    /// Name of its licence.
    public var license: String
    /// Version of its content.
    public var version: String
    /// BCP 47 tag.
    public var language: String
    /// What goes before each category's name.
    public var prefix: String

    /// Makes a description.
    public init(
      name: String, title: String = "", license: String = "unknown", version: String = "0",
      language: String = "en",
      prefix: String = ""
    ) {
      self.name = name
      self.title = title
      self.license = license
      self.version = version
      self.language = language
      self.prefix = prefix
    }
  }

  /// `lexicon.json`.
  public var metadata: [UInt8]
  /// `entries.tsv`.
  public var entries: [UInt8]
  /// Number of entries.
  public var count: Int
  /// What a lexicon cannot hold.
  public var losses: LossReport

  /// Converts a dictionary.
  ///
  /// - Parameters:
  ///   - format: Where it comes from, for the record.
  ///   - path: The file as the user gave it; its name goes into every entry's source.
  ///   - sha256: Hash of the file.
  /// - Complexity: O(n log n).
  public init(
    _ dictionary: TermDictionary, format: DictionaryFormat, path: String, sha256: String,
    _ description: Description
  ) {
    var maker = Maker(dictionary, description, file: path.split(separator: "/").last.map(String.init) ?? path)
    maker.addTerms()
    entries = maker.table
    count = maker.rows.count
    losses = maker.losses
    metadata = maker.metadata(format: format, sha256: sha256)
  }

  /// The lexicon itself, as if it stood at `path`.
  public func lexicon(path: String) throws(LexiconError) -> Lexicon {
    try LexiconFolder.lexicon(path, metadata: metadata, entries: entries)
  }

  /// A name for a lexicon after its file: `MFD 2.0.dic` gives `mfd-2.0`.
  public static func name(for path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.lastIndex(of: ".").map { $0 > file.startIndex ? String(file[..<$0]) : file } ?? file
    var name = ""
    for scalar in stem.lowercased().unicodeScalars {
      let isKept = scalar.properties.isAlphabetic || "0"..."9" ~= scalar || scalar == "."
      if isKept { name.unicodeScalars.append(scalar) } else if !name.hasSuffix("-") { name += "-" }
    }
    let trimmed = name.drop { $0 == "-" || $0 == "." }
    return trimmed.isEmpty ? "imported" : String(trimmed.hasSuffix("-") ? trimmed.dropLast() : trimmed)
  }
}

/// Collects the rows of the table.
private struct Maker {
  let dictionary: TermDictionary
  let description: LexiconImport.Description
  let file: String
  var losses = LossReport()
  /// Lines of the table with the form they sort by.
  var rows: [(form: String, line: String)] = []
  private var categories: [(name: String, subcategories: [String])] = []
  private var categoryPlaces: [String: Int] = [:]
  private var names: [(category: String, subcategory: String)] = []
  private let scale: Double
  private let countsOnly: Bool

  init(_ dictionary: TermDictionary, _ description: LexiconImport.Description, file: String) {
    self.dictionary = dictionary
    self.description = description
    self.file = file
    let largest = dictionary.terms.reduce(0) { max($0, abs($1.value ?? 0)) }
    scale = max(1, dictionary.scale ?? largest)
    countsOnly = !dictionary.terms.contains { ($0.value ?? 1) < 0 || $0.polarity != nil }
    for group in dictionary.groups { addName(group) }
  }

  private mutating func addName(_ group: TermDictionary.Group) {
    var path = group.path.map { Self.cell($0) }
    if dictionary.hasGenericGroups { path.insert(description.name, at: 0) }
    let category = description.prefix + (path.first ?? description.name)
    let subcategory = path.dropFirst().joined(separator: GroupPath.separator)
    names.append((category, subcategory))
    let place = categoryPlaces[category] ?? categories.count
    if place == categories.count {
      categoryPlaces[category] = place
      categories.append((category, []))
    }
    if !subcategory.isEmpty { categories[place].subcategories.append(subcategory) }
    if Codebook.subcategories(of: Category(category)) != nil {
      losses.add(
        .reading, line: group.line, category,
        "is a category of the codebook too and is measured together with it; --prefix keeps it apart")
    }
  }

  mutating func addTerms() {
    var seen: [String: Int] = [:]
    for term in dictionary.terms {
      let line = term.lines.first ?? 0
      let form: FormText.Form
      do throws(FormText.Refusal) {
        form = try FormText.form(of: term.text, dictionary.syntax)
      } catch {
        losses.add(.wildcard, line: line, term.text, "left out: \(error.reason)")
        continue
      }
      let key = WordForm.normalize(form.text) + "\t\(term.group)"
      if let first = seen[key] {
        losses.add(
          .duplicate, line: line, term.text,
          "differs from line \(first) only as capitals or marks do; left out")
        continue
      }
      seen[key] = line
      rows.append((form.text, row(term, form)))
    }
    rows.sort {
      $0.form == $1.form
        ? $0.line < $1.line : Array($0.form.utf8).lexicographicallyPrecedes(Array($1.form.utf8))
    }
  }

  private func row(_ term: TermDictionary.Term, _ form: FormText.Form) -> String {
    let value = term.value
    let weight = min(1, abs(value ?? 1) / scale)
    var guards = form.isTight ? ["tight", "name-ok"] : ["name-ok"]
    if let part = term.partOfSpeech { guards.append("pos:\(part)") }
    if countsOnly { guards.append("no-negation") }
    var attributes = value.map { ["value=\(NumberText.of($0))"] } ?? []
    for attribute in term.attributes {
      attributes.append("\(attribute.key)=\(Self.cell(attribute.value).filter { $0 != ";" })")
    }
    if let language = term.language { attributes.append("lang=\(Self.cell(language).filter { $0 != ";" })") }
    let lines = term.lines.map(String.init).joined(separator: ",")
    let cells = [
      inflected(form.text, term), names[term.group].category, names[term.group].subcategory,
      Self.weight(weight), polarity(term), "", guards.joined(separator: " "),
      attributes.joined(separator: ";"),
      lines.isEmpty ? file : "\(file):\(lines)", Self.cell(term.note ?? ""),
    ]
    return cells.joined(separator: "\t")
  }

  private func polarity(_ term: TermDictionary.Term) -> String {
    if let polarity = term.polarity { return polarity }
    if let value = term.value, !countsOnly, value != 0 { return value < 0 ? "negative" : "positive" }
    let name = dictionary.groups[term.group].path.last?.lowercased() ?? ""
    return name == "negative" || name == "positive" ? name : "neutral"
  }

  /// The form with the inflections of the parts of speech it is meant as.
  private func inflected(_ form: String, _ term: TermDictionary.Term) -> String {
    guard term.isStem, form.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic }) else { return form }
    let marks = (term.partOfSpeech ?? "noun|verb").split(separator: "|").compactMap { part in
      switch part {
      case "verb": "~v"
      case "noun": "~n"
      case "adj": "~a"
      default: nil as String?
      }
    }
    if marks.isEmpty { return form }
    return marks.count == 1 ? form + marks[0] : "(" + marks.map { form + $0 }.joined(separator: "|") + ")"
  }

  /// A number from 0 to 1 with at most four decimals.
  private static func weight(_ value: Double) -> String { NumberText.of((value * 10_000).rounded() / 10_000) }

  /// Text that a cell can hold.
  private static func cell(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 }).trimmed
  }

  // MARK: Files

  var table: [UInt8] {
    var text = "form\tcategory\tsubcategory\tweight\tpolarity\tneutral\tguard\tattributes\tsource\tnote\n"
    for row in rows { text += row.line + "\n" }
    return Array(text.utf8)
  }

  func metadata(format: DictionaryFormat, sha256: String) -> [UInt8] {
    var json = JSONWriter()
    let title = description.title.isEmpty ? dictionary.title ?? file : description.title
    json.object { json in
      json.field("name", description.name)
      json.field("title", title)
      json.field("description", "Imported from \(file), a \(format.title).")
      json.field("license", description.license)
      json.field("version", description.version)
      json.field("language", description.language)
      json.object("categories") { json in
        for category in categories {
          json.key(category.name)
          json.array { json in for name in category.subcategories { json.value(name) } }
        }
      }
      json.object("origin") { json in
        json.field("format", format.rawValue)
        json.field("file", file)
        json.field("sha256", sha256)
        json.array("groups") { json in
          for (index, group) in dictionary.groups.enumerated() {
            json.object { json in
              json.array("path") { json in for name in group.path { json.value(name) } }
              if let id = group.id { json.field("id", id) }
              json.field("category", names[index].category)
              json.field("subcategory", names[index].subcategory)
            }
          }
        }
      }
    }
    json.newline()
    return json.bytes
  }
}
