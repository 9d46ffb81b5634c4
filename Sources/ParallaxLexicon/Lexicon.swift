import ParallaxCore

/// A list of patterns with provenance, as read from one lexicon folder.
public struct Lexicon: Sendable {
  /// Name, version, licence, number of entries and hash.
  public var info: LexiconInfo
  /// What the lexicon is for, in a sentence or two.
  public var summary: String
  /// Where it is kept.
  public var url: String
  /// The literature it rests on.
  public var reference: String
  /// Path of its folder as the user gave it, or `built-in/en/hedge`.
  public var path: String
  /// Entries in the order of the file.
  public var entries: [Entry]
  /// Sentences that must match, and near misses; empty unless asked for.
  public var examples: [Example]
  /// Categories that its metadata add to the codebook's, with their subcategories.
  package var ownCategories: [(name: String, subcategories: [String])] = []
  /// Lexicons (`slogan`) and entries (`hedge:ymmv`) that it switches off where it is used.
  package var switchesOff: [String] = []
  /// What its metadata say of the dictionary it was made from; nil for others.
  package var origin: JSONValue?
  /// For each entry the column of each field, in the order of `EntriesParser.columns`; empty unless checked.
  package var fieldColumns: [[Int]] = []

  /// Makes a lexicon.
  public init(
    info: LexiconInfo, summary: String = "", url: String = "", reference: String = "", path: String,
    entries: [Entry], examples: [Example] = []
  ) {
    self.info = info
    self.summary = summary
    self.url = url
    self.reference = reference
    self.path = path
    self.entries = entries
    self.examples = examples
  }
}

extension Lexicon {
  /// Path of its table of entries.
  package var entriesPath: String { isTable ? path : path + "/entries.tsv" }
  /// Path of its table of examples.
  package var examplesPath: String { isTable ? path : path + "/examples.tsv" }
  /// Whether it is a single table without metadata.
  package var isTable: Bool { path.hasSuffix(".tsv") || path.hasSuffix(".txt") }
}

/// One line of a lexicon: a pattern, what a match of it means, and where it counts.
public struct Entry: Sendable {
  /// What findings keep of it.
  public var info: EntryInfo
  /// What it matches.
  public var pattern: Pattern
  /// Where it counts.
  public var guards: Guards
  /// Line in `entries.tsv`, from 1.
  public var line: Int

  /// Makes an entry.
  public init(info: EntryInfo, pattern: Pattern, guards: Guards = Guards(), line: Int = 0) {
    self.info = info
    self.pattern = pattern
    self.guards = guards
    self.line = line
  }
}

/// A sentence of `examples.tsv`.
public struct Example: Sendable, Equatable {
  /// The sentence without its marks.
  public var text: String
  /// The spans that must be found, in order; empty for a near miss.
  public var expected: [Expectation]
  /// The form that is tested.
  public var entry: String
  /// Why the example is there.
  public var note: String?
  /// Line in the file, from 1.
  public var line: Int

  /// A span that must be found.
  public struct Expectation: Sendable, Equatable {
    /// Where, in UTF-8 bytes of the sentence.
    public var span: TextSpan
    /// The subcategory it must have, nil for any.
    public var subcategory: String?
    /// Makes an expectation.
    public init(span: TextSpan, subcategory: String?) {
      self.span = span
      self.subcategory = subcategory
    }
  }

  /// Makes an example.
  public init(text: String, expected: [Expectation], entry: String, note: String? = nil, line: Int = 0) {
    self.text = text
    self.expected = expected
    self.entry = entry
    self.note = note
    self.line = line
  }
}
