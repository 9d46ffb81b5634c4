/// A loaded article: its text once, and what each paragraph of it is.
public struct Article: Sendable {
  /// The identifier given with the input, else its source.
  public var id: String
  /// What is known of the article beside its text.
  public var metadata: Metadata
  /// All paragraphs joined by one blank line, as UTF-8. Spans index into this.
  public var text: [UInt8]
  /// Paragraphs in reading order; their spans do not overlap.
  public var paragraphs: [Paragraph]
  /// Whom stance is to be measured toward, when the input names them.
  public var targets: [TargetRequest]
  /// Oddities met while loading, in plain words, for the reader of the report.
  public var notes: [String]

  /// Makes an article of parts that fit together.
  public init(
    id: String, metadata: Metadata, text: [UInt8], paragraphs: [Paragraph], targets: [TargetRequest] = [],
    notes: [String] = []
  ) {
    self.id = id
    self.metadata = metadata
    self.text = text
    self.paragraphs = paragraphs
    self.targets = targets
    self.notes = notes
  }

  /// The text of a span.
  public func string(_ span: TextSpan) -> String { String(decoding: text[span.range], as: UTF8.self) }
}

/// A paragraph: a stretch of `Article.text` with one role.
public struct Paragraph: Sendable, Equatable {
  /// What the paragraph is.
  public var role: Role
  /// Where it stands, without surrounding white space.
  public var span: TextSpan
  /// Heading level 1 to 6 for headlines and subheads, else nil.
  public var level: Int?
  /// For excerpts: the publication or document the passage is taken from, when the page names it.
  public var via: String?
  /// Inline markup that later stages use, in order of start.
  public var marks: [InlineMark]

  /// Makes a paragraph.
  public init(role: Role, span: TextSpan, level: Int? = nil, via: String? = nil, marks: [InlineMark] = []) {
    self.role = role
    self.span = span
    self.level = level
    self.via = via
    self.marks = marks
  }
}

/// A stretch of inline markup inside a paragraph.
public struct InlineMark: Sendable, Equatable {
  /// What the markup says of the text.
  public enum Kind: String, Sendable {
    /// A hyperlink.
    case link
    /// `<q>`: a quotation without marks of its own.
    case quotation
    /// `<em>`, `<i>`, `<strong>`, `<b>`.
    case emphasis
    /// `<cite>`: a title.
    case title
  }
  /// What the markup says of the text.
  public var kind: Kind
  /// Where it stands.
  public var span: TextSpan

  /// Makes a mark.
  public init(kind: Kind, span: TextSpan) {
    self.kind = kind
    self.span = span
  }
}

/// Whom stance is to be measured toward, as the input names it.
public struct TargetRequest: Sendable, Equatable {
  /// The name to report.
  public var name: String?
  /// Other words that mean the same target.
  public var aliases: [String]
  /// A place in the text as given, in code points of the input text.
  public var start: Int?
  /// End of that place, half open.
  public var end: Int?
  /// Where that place stands in `Article.text`; set by loading, nil when the place was left out of the text.
  public var span: TextSpan?

  /// Makes a request.
  public init(name: String? = nil, aliases: [String] = [], start: Int? = nil, end: Int? = nil) {
    self.name = name
    self.aliases = aliases
    self.start = start
    self.end = end
  }
}
