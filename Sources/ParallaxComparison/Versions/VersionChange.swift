import ParallaxCore

/// One thing that differs between two versions of an article.
public struct VersionChange: Sendable, Equatable {
  /// What happened, in the order in which summaries count it.
  public enum Kind: String, Sendable, CaseIterable {
    /// The headline has other words.
    case headline
    /// An editor's note, correction or update stands there now.
    case noteAdded
    /// One stands there no more.
    case noteRemoved
    /// Sentences or paragraphs that the old version lacks.
    case inserted
    /// Sentences or paragraphs that the new version lacks.
    case deleted
    /// Sentences that stand elsewhere now.
    case moved
    /// Words of a speaker that were not quoted before.
    case quotationAdded
    /// Words of a speaker that are quoted no more.
    case quotationRemoved
    /// The same words in another voice: quoted, reported, or the author's own.
    case voice
    /// Another word reports what somebody says.
    case attribution
    /// Wording of the author or of a source was replaced by weaker wording, or by plain wording.
    case softened
    /// Wording was replaced by stronger wording, or plain wording by one that is measured.
    case sharpened
    /// Wording was replaced by other wording that weighs the same.
    case exchanged
    /// A finding where nothing stood.
    case findingAdded
    /// A finding that is gone with nothing in its place.
    case findingRemoved
    /// A hedge came in.
    case hedgeAdded
    /// A hedge went out.
    case hedgeRemoved
    /// A name is spelled another way; no change of framing.
    case name
    /// A number is another; no change of framing.
    case figure
    /// Other plain words; no change of framing.
    case words
    /// Marks alone; no change of framing.
    case marks

    /// Whether it changes what is measured or heard, and not only what is told.
    public var isFraming: Bool {
      switch self {
      case .headline, .noteAdded, .noteRemoved, .inserted, .deleted, .moved, .name, .figure, .words, .marks:
        false
      default: true
      }
    }
  }

  /// A finding on one side of a change.
  public struct Measured: Sendable, Equatable {
    /// Category, with its subcategory where it has one.
    public var kind: String
    /// The entry's identifier.
    public var entry: String
    /// Slant weight by entry, negation, intensity and category, whatever the voice and however often; 0 for
    /// findings that are no slant.
    public var strength: Double
    /// Whose words.
    public var voice: Voice
  }

  /// What happened.
  public var kind: Kind
  /// Where in the old version; nil where nothing stood.
  public var old: TextSpan?
  /// Where in the new version; nil where nothing stands.
  public var new: TextSpan?
  /// The finding before.
  public var before: Measured?
  /// The finding after.
  public var after: Measured?
  /// How often the very same change was made; above 1 for names alone.
  public var count = 1

  init(
    _ kind: Kind, old: TextSpan? = nil, new: TextSpan? = nil, before: Measured? = nil, after: Measured? = nil
  ) {
    self.kind = kind
    self.old = old
    self.new = new
    self.before = before
    self.after = after
  }
}

/// A passage in which two versions differ, with what differs in it.
public struct VersionPassage: Sendable, Equatable {
  /// A stretch of words that was replaced, inserted (`old` empty) or deleted (`new` empty).
  public struct Edit: Sendable, Equatable {
    /// Where in the old version.
    public var old: TextSpan
    /// Where in the new version.
    public var new: TextSpan
  }

  /// The passage before; nil for one that was inserted.
  public var old: TextSpan?
  /// The passage after; nil for one that was deleted.
  public var new: TextSpan?
  /// Index of its first paragraph in the old version.
  public var oldParagraph: Int?
  /// Index of its first paragraph in the new version.
  public var newParagraph: Int?
  /// What the paragraph is.
  public var role: Role
  /// Stretches of words that differ; empty for passages inserted, deleted or only moved.
  public var edits: [Edit]
  /// What happened; never empty.
  public var changes: [VersionChange]
}
