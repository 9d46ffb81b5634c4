import ParallaxCore
import ParallaxLoading

/// A record of an NDJSON input: an identifier, a text or a page, and what is known beside it.
public struct Record: Sendable {
  /// What is to be analyzed.
  public enum Content: Sendable {
    /// Plain text.
    case text(String)
    /// A web page.
    case html(String)
  }

  /// Identifier, given back with the result.
  public var id: String
  /// What is to be analyzed.
  public var content: Content
  /// The record's URL, else its identifier.
  public var source: String
  /// What the record says beside the text.
  public var hints: RecordHints

  /// Reads a record from one line of NDJSON.
  ///
  /// - Throws: `RecordError`, with the record's `id` where one could be read.
  public init(line: some Sequence<UInt8>) throws(RecordError) {
    let json: JSONValue
    do throws(JSONError) {
      json = try JSONParser.parse(line)
    } catch {
      throw RecordError(
        id: nil, code: "invalid-json", message: "not a JSON object: column \(error.column): \(error.message)")
    }
    try self.init(json: json)
  }

  /// Reads a record from a parsed value.
  public init(json: JSONValue) throws(RecordError) {
    guard json.members != nil else {
      throw RecordError(
        id: nil, code: "invalid-json", message: "expected an object such as {\"id\": …, \"text\": …}")
    }
    guard let identifier = Self.identifier(of: json) else {
      if json["id"].map(\.isNull) ?? true {
        throw RecordError(id: nil, code: "missing-id", message: "a record needs an \"id\"")
      }
      throw RecordError(id: nil, code: "wrong-type", message: "\"id\" must be a string or a number")
    }
    id = identifier
    let fields = Fields(id: id, json: json)
    let text = try fields.string("text")
    let html = try fields.string("html")
    switch (text, html) {
    case (let text?, nil): content = .text(text)
    case (nil, let html?): content = .html(html)
    case (nil, nil):
      throw RecordError(id: id, code: "missing-text", message: "a record needs \"text\" or \"html\"")
    case (.some, .some):
      throw RecordError(
        id: id, code: "two-texts", message: "a record has either \"text\" or \"html\", not both")
    }
    let url = try fields.string("url")
    source = url ?? id
    hints = RecordHints(
      title: try fields.string("title"), outlet: try fields.string("outlet"),
      byline: try fields.string("byline"), published: try fields.string("published"),
      event: try fields.string("event"), language: try fields.string("language"), url: url,
      targets: try fields.targets())
  }
}

extension Record {
  /// The identifier of a record, a string or a number; nil when it has none.
  public static func identifier(of json: JSONValue) -> String? {
    switch json["id"] {
    case .string(let value): value
    case .number(let value): Int(exactly: value).map { "\($0)" } ?? "\(value)"
    default: nil
    }
  }

  /// Loads the record's text or page.
  public func load(with loader: Loader) throws(LoadingError) -> Article {
    switch content {
    case .text(let text): try loader.load(text: text, id: id, source: source, hints: hints)
    case .html(let html): try loader.load(html: html, id: id, source: source, hints: hints)
    }
  }
}

/// Why a record cannot be analyzed.
public struct RecordError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The record's identifier, nil where none could be read.
  public var id: String?
  /// A short code for programs.
  public var code: String
  /// What is wrong and what would be right.
  public var message: String

  /// Makes an error.
  public init(id: String?, code: String, message: String) {
    self.id = id
    self.code = code
    self.message = message
  }

  /// Code and message.
  public var description: String { "\(code): \(message)" }
}

/// Typed access to a record's members.
private struct Fields {
  let id: String
  let json: JSONValue

  func string(_ key: String) throws(RecordError) -> String? {
    guard let value = json[key], !value.isNull else { return nil }
    guard let string = value.string else {
      throw RecordError(id: id, code: "wrong-type", message: "\"\(key)\" must be a string")
    }
    return string
  }

  func targets() throws(RecordError) -> [TargetRequest] {
    guard let value = json["targets"], !value.isNull else { return [] }
    guard let items = value.array else {
      throw RecordError(id: id, code: "wrong-type", message: "\"targets\" must be a list")
    }
    var targets: [TargetRequest] = []
    for item in items {
      let name = item["name"]?.string
      let start = item["start"]?.integer
      let end = item["end"]?.integer
      guard name != nil || (start != nil && end != nil) else {
        throw RecordError(
          id: id, code: "wrong-type", message: "a target needs a \"name\", or a \"start\" and an \"end\"")
      }
      targets.append(
        TargetRequest(
          name: name, aliases: (item["aliases"]?.array ?? []).compactMap(\.string), start: start, end: end))
    }
    return targets
  }
}
