/// What a result keeps of a lexicon it was made with.
public struct LexiconInfo: Sendable, Equatable {
  /// Short name (`hedge`), unique in a run.
  public var name: String
  /// Semantic version of its content.
  public var version: String
  /// Language as a BCP 47 tag.
  public var language: String
  /// Number of entries, a pattern counted once.
  public var entries: Int
  /// SHA-256 of its files, in hexadecimal.
  public var sha256: String
  /// Full title.
  public var title: String
  /// SPDX identifier or name of its licence.
  public var license: String

  /// Makes the information.
  public init(
    name: String, version: String, language: String, entries: Int, sha256: String, title: String,
    license: String
  ) {
    self.name = name
    self.version = version
    self.language = language
    self.entries = entries
    self.sha256 = sha256
    self.title = title
    self.license = license
  }
}

/// The program and its version, as results name them.
public enum ParallaxVersion {
  /// Name in the data.
  public static let name = "parallax"
  /// Semantic version.
  public static let current = "0.1.0"
}
