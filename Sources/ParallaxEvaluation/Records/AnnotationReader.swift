import ParallaxCore

/// What an annotator, or a program, says of documents: labels or spans.
public struct Annotations: Sendable, Equatable {
  /// A span with its category; offsets are Unicode code points, half open.
  public struct Span: Sendable, Hashable {
    /// Its first code point.
    public var start: Int
    /// One past its last.
    public var end: Int
    /// What it is; `any` where nothing is said.
    public var category: String
    /// Makes a span.
    public init(start: Int, end: Int, category: String = "any") {
      self.start = start
      self.end = end
      self.category = category
    }
  }

  /// What is said of a document.
  public enum Content: Sendable, Equatable {
    /// Its labels.
    case labels(Set<String>)
    /// Its spans.
    case spans([Span])
  }

  /// Identifiers of documents in the order of the file.
  public private(set) var ids: [String] = []
  /// What is said, by identifier.
  public private(set) var content: [String: Content] = [:]
  /// Whether spans are said, not labels.
  public var isSpans: Bool {
    ids.contains { if case .spans = content[$0] { true } else { false } }
  }

  /// Makes annotations of nothing.
  public init() {}

  /// Adds what is said of a document to what is known; nil when labels and spans are mixed.
  mutating func add(_ new: Content, to id: String) -> Bool {
    switch (content[id], new) {
    case (nil, _):
      ids.append(id)
      content[id] = new
    case (.labels(let old), .labels(let more)): content[id] = .labels(old.union(more))
    case (.spans(let old), .spans(let more)): content[id] = .spans(old + more)
    default: return false
    }
    return true
  }
}

extension Annotations {
  /// Reads a file of gold or predicted annotations.
  ///
  /// One record a line (NDJSON) or row (CSV). A record has `id` (or `doc_id`) and either `label` or `labels`, or
  /// `start` and `end` with a `category`, or a list `spans` (or `findings`, so that analyses of Parallax are read
  /// as they are). A record with an `id` alone says that the document has no span.
  ///
  /// - Throws: `EvaluationError` with the line.
  /// - Complexity: O(n).
  public static func read(_ bytes: [UInt8], path: String) throws(EvaluationError) -> Annotations {
    var annotations = Annotations()
    for record in try Records.read(bytes, path: path) {
      func fault(_ problem: String, _ remedy: String) -> EvaluationError {
        .line(path: path, line: record.line, problem: problem, remedy: remedy)
      }
      guard let id = record.text("id", "doc_id") else {
        throw fault("a record without an id", "give every record the document's \"id\"")
      }
      if record.value["error"] != nil && record.value["findings"] == nil { continue }
      let content: Content
      if let labels = record.value["labels"]?.array {
        content = .labels(Set(labels.compactMap(\.string)))
      } else if let label = record.text("label") {
        content = .labels([label])
      } else {
        content = .spans(try spans(of: record, fault))
      }
      guard annotations.add(content, to: id) else {
        throw fault("labels and spans of one document, “\(id)”", "keep them in files of their own")
      }
    }
    if annotations.ids.isEmpty { throw .unusable("\(path): holds no records") }
    return annotations
  }

  private static func spans(
    of record: Records.Record, _ fault: (String, String) -> EvaluationError
  ) throws(EvaluationError) -> [Span] {
    func span(_ item: Records.Record) throws(EvaluationError) -> Span {
      guard let start = item.integer("start"), let end = item.integer("end"), 0 <= start, start < end else {
        throw fault("a span without whole “start” and “end”", "count code points from 0, end behind start")
      }
      return Span(start: start, end: end, category: item.text("category") ?? "any")
    }
    if let items = record.value["spans"]?.array ?? record.value["findings"]?.array {
      var spans: [Span] = []
      for item in items where item["counted"]?.bool != false {
        spans.append(try span(.init(line: record.line, value: item)))
      }
      return spans
    }
    if record.value["start"] == nil && record.value["end"] == nil { return [] }
    if record.text("start") == nil && record.text("end") == nil { return [] }
    return [try span(record)]
  }
}
