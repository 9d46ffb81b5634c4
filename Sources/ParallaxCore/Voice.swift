/// Whose words a stretch of text is.
public enum Voice: String, Hashable, Sendable, CaseIterable {
  /// The article's own words.
  case author
  /// Words inside quotation marks that belong to a speaker.
  case direct
  /// A paraphrase attributed to a source.
  case indirect
  /// Words of another publication quoted at block length.
  case excerpt
}

/// What kind of act the cue of an attribution reports.
public enum AttributionKind: String, Hashable, Sendable, CaseIterable {
  /// Something said or written.
  case speech
  /// Something thought, known, expected or feared.
  case belief
  /// Something wanted, planned or promised.
  case intention
  /// Something a study, a poll or a document shows.
  case evidence
}

/// How far a reader can check who is speaking.
public enum SourceKind: String, Hashable, Sendable, CaseIterable {
  /// A person, organization or office named in the article.
  case named
  /// One or more people whom the article does not name.
  case anonymous
  /// A group spoken of as one (*critics*, *Republicans*, *the Russians*).
  case collective
  /// A report, statement, court filing, poll or other text.
  case document
}
