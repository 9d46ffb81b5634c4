/// What a run leaves out.
///
/// Everything is matched all the same, so that leaving out one category does not change which words another
/// one gets; what is left out comes back as not counted (`suppressed`).
public struct MatchingOptions: Sendable, Equatable {
  /// Names of categories (`hedge`, `frame` for all frames) or of a category with a subcategory
  /// (`irony.scareQuote`) that count; empty for all.
  public var only: Set<String>
  /// Entries that do not count, by identifier (`ymmv`) or lexicon and identifier (`hedge:ymmv`).
  public var suppressed: Set<String>

  /// Makes options.
  public init(only: Set<String> = [], suppressed: Set<String> = []) {
    self.only = only
    self.suppressed = suppressed
  }
}
