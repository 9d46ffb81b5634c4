import ParallaxCore
import ParallaxScoring

/// How much of the words of a collection the lexicons know, and what they may lack.
///
///     var coverage = LexiconCoverage()
///     coverage.add(analysis)
public struct LexiconCoverage: Sendable {
  /// What a category finds.
  public struct Row: Sendable, Equatable {
    /// Findings.
    public var findings = 0
    /// Words that they cover.
    public var words = 0
  }

  /// Articles added.
  public private(set) var articles = 0
  /// Their words in editorial paragraphs.
  public private(set) var words = 0
  /// Of these, words that a finding other than a topic frame covers.
  public private(set) var covered = 0
  private var rows: [Category: Row] = [:]
  private var hits: [Hit: Int] = [:]
  private var strangers: [String: Int] = [:]

  /// An entry of a lexicon.
  public struct Hit: Hashable, Sendable {
    /// Name of the lexicon.
    public var lexicon: String
    /// Identifier of the entry.
    public var entry: String
    /// Makes a hit.
    public init(lexicon: String, entry: String) {
      self.lexicon = lexicon
      self.entry = entry
    }
  }

  /// An empty count.
  public init() {}

  /// Categories with what they find, by name.
  public var categories: [(category: Category, row: Row)] {
    rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Entries with their findings, most first.
  public var entries: [(hit: Hit, count: Int)] {
    hits.sorted {
      $0.value != $1.value
        ? $0.value > $1.value : ($0.key.lexicon, $0.key.entry) < ($1.key.lexicon, $1.key.entry)
    }.map { ($0.key, $0.value) }
  }

  /// Findings of an entry.
  public func count(of hit: Hit) -> Int { hits[hit] ?? 0 }

  /// Words that nothing covers although their endings are those of evaluation, most frequent first.
  public var unknown: [(word: String, count: Int)] {
    strangers.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// Counts an article in.
  ///
  /// - Complexity: O(tokens + findings).
  public mutating func add(_ analysis: Analysis) {
    articles += 1
    let segmented = analysis.voiced.segmented
    let tokens = segmented.tokens
    var isCovered = [Bool](repeating: false, count: tokens.count)
    for finding in analysis.findings {
      let entry = finding.entry
      hits[Hit(lexicon: entry.lexicon, entry: entry.id), default: 0] += 1
      var at = Self.first(in: tokens, from: finding.span.start)
      var row = rows[entry.category] ?? Row()
      row.findings += 1
      while at < tokens.count, Int(tokens[at].end) <= finding.span.end {
        if tokens[at].isCounted { row.words += 1 }
        if !entry.category.isFrame { isCovered[at] = true }
        at += 1
      }
      rows[entry.category] = row
    }
    for (paragraph, own) in zip(analysis.article.paragraphs, segmented.paragraphTokens)
    where paragraph.role.isEditorial {
      for at in own where tokens[at].isCounted {
        words += 1
        if isCovered[at] { covered += 1 } else { meet(tokens[at], in: analysis.article) }
      }
    }
  }

  private mutating func meet(_ token: Token, in article: Article) {
    guard token.kind == .word, !token.shape.contains(.capitalized), !token.shape.contains(.hasDigit) else {
      return
    }
    let word = article.string(token.span)
    if Self.looksEvaluative(word) { strangers[word, default: 0] += 1 }
  }

  /// The first token that begins at a byte or behind it.
  private static func first(in tokens: [Token], from start: Int) -> Int {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a word of lower case has the ending, or the parts, of words that praise, blame or label.
  public static func looksEvaluative(_ word: String) -> Bool {
    guard word.utf8.count >= 6 else { return false }
    if plain.contains(word) { return false }
    return endings.contains { word.hasSuffix($0) } || beginnings.contains { word.hasPrefix($0) }
  }

  private static let endings = [
    "ful", "fully", "less", "lessly", "ous", "ously", "ish", "ishly", "esque", "istic", "monger",
    "mongering", "mania", "ridden", "plagued", "prone", "hearted", "minded", "fisted", "handed", "loving",
    "hating", "bashing", "baiting", "ery", "ster", "worthy", "iness", "hood",
  ]
  private static let beginnings = [
    "anti-", "pro-", "pseudo-", "quasi-", "ultra-", "uber-", "far-", "faux-", "self-", "would-be",
  ]
  private static let plain: Set<String> = [
    "anonymous", "autonomous", "british", "childhood", "consciousness", "continuous", "continuously",
    "delivery", "discovery", "establish", "finish", "gallery", "indigenous", "likelihood", "minister",
    "neighborhood", "neighbourhood", "nervous", "numerous", "polish", "precious", "previous", "previously",
    "publish", "regardless", "religious", "robbery", "serious", "seriously", "simultaneous",
    "simultaneously", "surgery", "unless", "various", "wireless", "register", "battery", "artery",
    "nursery", "machinery", "monastery", "cemetery", "recovery", "homeless", "unanimous", "unanimously",
    "spanish", "furnish", "punish", "distinguish", "accomplish", "relinquish", "homelessness", "spiritual",
  ]
}
