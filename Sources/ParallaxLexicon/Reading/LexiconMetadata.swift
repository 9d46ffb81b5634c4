import ParallaxCore

/// What `lexicon.json` says of a lexicon.
struct LexiconMetadata {
  var name = ""
  var title = ""
  var summary = ""
  var url = ""
  var reference = ""
  var license = ""
  var version = ""
  var language = "en"
  /// Categories of its own with their subcategories, which the codebook need not know.
  var ownCategories: [(name: String, subcategories: [String])] = []
  /// Lexicons and entries that it switches off.
  var switchesOff: [String] = []
  /// What it says of the dictionary it was made from.
  var origin: JSONValue?

  /// Fields that must be there and not empty.
  static let required = ["name", "title", "description", "license", "version", "language"]

  /// Reads the JSON of a lexicon.
  static func parse(_ bytes: some Sequence<UInt8>, path: String) throws(LexiconError) -> LexiconMetadata {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.parse(bytes)
    } catch {
      throw .metadata(
        LexiconPlace(path: path, line: error.line, column: error.column),
        problem: "not JSON: \(error.message)",
        remedy: "write one object with the fields \(required.joined(separator: ", "))")
    }
    guard case .object = value else {
      throw .metadata(
        LexiconPlace(path: path, line: 1), problem: "not a JSON object",
        remedy: "write one object with the fields \(required.joined(separator: ", "))")
    }
    func text(_ key: String) throws(LexiconError) -> String {
      let text = value[key]?.string ?? ""
      if text.isEmpty && required.contains(key) {
        throw .metadata(
          LexiconPlace(path: path, line: 1), problem: "no \"\(key)\"",
          remedy: "add \"\(key)\": \"…\" (\(required.joined(separator: ", ")) are required)")
      }
      return text
    }
    var metadata = LexiconMetadata()
    metadata.name = try text("name")
    metadata.title = try text("title")
    metadata.summary = try text("description")
    metadata.url = try text("url")
    metadata.reference = try text("reference")
    metadata.license = try text("license")
    metadata.version = try text("version")
    metadata.language = try text("language")
    for member in value["categories"]?.members ?? [] {
      metadata.ownCategories.append((member.key, (member.value.array ?? []).compactMap(\.string)))
    }
    metadata.switchesOff = (value["switchesOff"]?.array ?? []).compactMap(\.string)
    metadata.origin = value["origin"]
    return metadata
  }
}
