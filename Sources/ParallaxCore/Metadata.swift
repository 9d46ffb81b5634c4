/// What is known of an article beside its text.
public struct Metadata: Sendable, Equatable {
  /// The form the input came in.
  public enum Format: String, Sendable {
    /// Plain text.
    case text
    /// A web page.
    case html
    /// Markdown.
    case markdown
  }

  /// What sort of article the page declares itself to be.
  public enum Genre: String, Sendable, CaseIterable {
    /// A news report.
    case news
    /// Opinion, editorial, column.
    case opinion
    /// News analysis.
    case analysis
    /// A live blog.
    case liveBlog
    /// Paid for by a sponsor.
    case sponsored
    /// Not declared.
    case unknown
  }

  /// Path or URL exactly as it was given.
  public var source: String
  /// The form the input came in.
  public var format: Format
  /// Encoding the bytes were read as, in lower case (`utf-8`, `windows-1252`).
  public var encoding: String
  /// Title of the article without the site's suffix.
  public var title: String?
  /// The publication.
  public var outlet: String?
  /// Who wrote it, as one line.
  public var byline: String?
  /// ISO 8601 date, or date and time, of publication.
  public var published: String?
  /// ISO 8601 date, or date and time, of the last change.
  public var updated: String?
  /// ISO 8601 date and time of retrieval, when an archive says.
  public var retrieved: String?
  /// Language as a BCP 47 tag (`en`, `en-GB`).
  public var language: String?
  /// The page's canonical URL.
  public var url: String?
  /// The section it stands in.
  public var section: String?
  /// What sort of article it is.
  public var genre: Genre
  /// The event it covers, when the input says.
  public var event: String?
  /// Where each value was found (`title`: `json-ld`), sorted by key on output.
  public var provenance: [String: String]

  /// Makes metadata with nothing known but where the text came from.
  public init(source: String, format: Format, encoding: String = "utf-8") {
    self.source = source
    self.format = format
    self.encoding = encoding
    self.genre = .unknown
    self.provenance = [:]
  }
}
