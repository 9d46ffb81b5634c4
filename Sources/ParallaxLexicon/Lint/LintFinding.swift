/// Something in a lexicon that a reviewer should see, with its place.
public struct LintFinding: Sendable, Equatable, CustomStringConvertible {
  /// Where: file, line, column.
  public var place: LexiconPlace
  /// Which check found it.
  public var rule: Rule
  /// What is wrong, and what would be right.
  public var message: String

  /// The checks.
  public enum Rule: String, Sendable, CaseIterable {
    /// Two entries of one category with the same words and the same guards.
    case duplicate
    /// Words that another entry of the category finds as well.
    case overlap
    /// An entry that can never count.
    case dead
    /// An entry whose words another always wins.
    case shadowed
    /// The same words, judged differently.
    case contradiction
    /// A field that the category needs.
    case missing
    /// A subcategory, attribute or value that the codebook does not know.
    case unknown
    /// A line out of order.
    case unsorted
    /// An entry without the examples it needs, or an example without its entry.
    case example
  }

  /// Whether the lexicon does not do what its author wrote; else it is a matter of care.
  public var isError: Bool {
    switch rule {
    case .duplicate, .dead, .shadowed, .contradiction, .missing, .unknown: true
    case .overlap, .unsorted, .example: false
    }
  }

  /// `path:line:column: error (rule): message`.
  public var description: String {
    "\(place): \(isError ? "error" : "warning") (\(rule.rawValue)): \(message)"
  }
}
