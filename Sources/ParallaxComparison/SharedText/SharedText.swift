import ParallaxCore
import ParallaxScoring

/// Passages that stand in articles of two outlets or more: wire copy, press releases, excerpts of one outlet in
/// another, the same quotation.
///
/// Words are compared without case, marks and white space, and edits of up to six words are bridged. Only
/// editorial text is looked at. What an outlet's own articles repeat is its own and no shared text.
public struct SharedText: Sendable {
  /// What a passage is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Quoted speech in all places.
    case quotation
    /// Set off or quoted as another publication's words in one place at least.
    case excerpt
    /// All other: wire copy, press releases, an outlet's words in another.
    case copied
  }

  /// A place of a passage.
  public struct Place: Sendable, Equatable {
    /// Index into the comparison's analyses.
    public var article: Int
    /// From its first word to its last, edits included.
    public var span: TextSpan
    /// The same as tokens of the segmented article.
    public var tokens: Range<Int>
    /// Words in it.
    public var words: Int
  }

  /// Text that several outlets have.
  public struct Passage: Sendable, Equatable {
    /// What it is.
    public var kind: Kind
    /// Where it stands, by article and place.
    public var places: [Place]
    /// Words of its longest place.
    public var words: Int
    /// Share of words that are equal from place to place, 0 to 1.
    public var verbatim: Double
    /// Outlets that have it, in the comparison's order.
    public var outlets: [Int]
  }

  /// How much of an outlet's text others have too.
  public struct Share: Sendable, Equatable {
    /// Editorial words.
    public var words = 0
    /// Of these, words in shared passages.
    public var shared = 0
    /// Words in the author's voice.
    public var authorWords = 0
    /// Of these, words in shared passages.
    public var authorShared = 0
    /// By other outlet, the words in passages that it has too; the most first.
    public var partners: [Partner] = []
  }

  /// An outlet that has the same text.
  public struct Partner: Sendable, Equatable {
    /// Index of the outlet.
    public var outlet: Int
    /// Words shared with it.
    public var words: Int
  }

  /// Fewest words of a passage that is no quotation.
  public static let leastWords = 12
  /// Fewest equal words of it that are not quoted; with fewer it is a quotation and no more.
  public static let leastUnquotedWords = 10
  /// Fewest words of a shared quotation.
  public static let leastQuotedWords = 5
  /// Fewest words of what is left of a passage between sentences cut out.
  public static let leastWordsBeside = 6
  /// Least share of equal words.
  public static let leastVerbatim = 0.7
  /// Passages of more outlets are shared text like others, but not counted by pair of outlets.
  public static let mostPartners = 50

  /// The longest first, then by place. A quotation inside copied text is listed for itself as well.
  public let passages: [Passage]
  /// For each analysis of the comparison what is shared, without overlaps, in order.
  public let spans: [[TextSpan]]
  /// One per outlet, in the comparison's order.
  public let shares: [Share]
  /// Shared quotations with what leads into them, in the order of `passages`.
  public let quotations: [SharedQuotation]
  /// The comparison with shared text left out of findings and words; nil where nothing is shared.
  public let leftOut: OutletComparison?

  /// Looks for shared text in the articles of a comparison.
  ///
  /// - Complexity: O(n log n) in the words of all articles.
  public init(_ comparison: OutletComparison) {
    var owners = [Int](repeating: -1, count: comparison.analyses.count)
    for (outlet, value) in comparison.outlets.enumerated() {
      for article in value.articles { owners[article] = outlet }
    }
    var information = WordInformation()
    let sequences = comparison.analyses.indices.map { article in
      owners[article] < 0
        ? WordSequence() : WordSequence(comparison.analyses[article], information: &information)
    }
    let finder = PassageReader(comparison: comparison, sequences: sequences, owners: owners)
    let passages = finder.passages(PassageFinder.links(sequences, outlets: owners))
    let spans = Self.spans(passages, of: comparison)
    self.passages = passages
    self.spans = spans
    shares = SharedWords.shares(passages, comparison, sequences: sequences, owners: owners)
    let contents = comparison.analyses.map { QuotedContents($0.voiced) }
    quotations = passages.enumerated().filter { $0.element.kind == .quotation }.map {
      SharedQuotation(passage: $0.offset, $0.element, comparison, contents: contents)
    }
    leftOut = passages.isEmpty ? nil : Self.leavingOut(spans, of: comparison)
  }

  private static func spans(_ passages: [Passage], of comparison: OutletComparison) -> [[TextSpan]] {
    var spans = [[TextSpan]](repeating: [], count: comparison.analyses.count)
    for passage in passages {
      for place in passage.places { spans[place.article].append(place.span) }
    }
    return spans.map { spans in
      var merged: [TextSpan] = []
      for span in spans.sorted() {
        if let last = merged.last, span.start <= last.end {
          merged[merged.count - 1] = TextSpan(last.start, max(last.end, span.end))
        } else {
          merged.append(span)
        }
      }
      return merged
    }
  }

  /// The same outlets and articles, measured on what is theirs alone.
  private static func leavingOut(_ spans: [[TextSpan]], of comparison: OutletComparison) -> OutletComparison {
    let analyses = zip(comparison.analyses, spans).map { $0.leavingOut($1) }
    var own = OutletComparison(analyses)
    let left = comparison.outlets.map(\.name).filter { name in !own.outlets.contains { $0.name == name } }
    own.warnings = left.map { "“\($0)” has no words of its own beside shared text." }
    return own
  }
}
