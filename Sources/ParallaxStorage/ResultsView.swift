/// The ready-made views of a batch's database.
public enum ResultsView: String, CaseIterable, Sendable {
  /// Rates of outlets by category and voice.
  case ratesByOutlet = "rates_by_outlet"
  /// Rates by month of publication, category and voice.
  case ratesByMonth = "rates_by_month"
  /// Rates of all articles by category and voice.
  case ratesByCategory = "rates_by_category"
  /// Entries by how often they are found.
  case topEntries = "top_entries"
  /// Each finding that counts with its context.
  case kwic

  /// Name as it is typed: `rates-by-outlet`.
  public var name: String { String(rawValue.map { $0 == "_" ? "-" : $0 }) }

  /// What one row is.
  public var summary: String {
    switch self {
    case .ratesByOutlet: "findings per 1,000 words by outlet, category and voice"
    case .ratesByMonth: "findings per 1,000 words by month of publication, category and voice"
    case .ratesByCategory: "findings per 1,000 words by category and voice, all articles together"
    case .topEntries: "entries by how often they are found, in how many articles"
    case .kwic: "findings that count, each with its context"
    }
  }

  /// The statement that makes the view.
  var definition: String {
    switch self {
    case .ratesByOutlet: Self.rates(rawValue, by: "d.outlet", named: "outlet")
    case .ratesByMonth: Self.rates(rawValue, by: "substr(d.published, 1, 7)", named: "month")
    case .ratesByCategory: Self.rates(rawValue, by: nil, named: "")
    case .topEntries:
      """
      CREATE VIEW top_entries AS
      SELECT category, lexicon, entry_id, pattern, count(*) AS n, count(DISTINCT doc_id) AS articles,
        sum(voice = 'author') AS n_author, round(sum(effective_weight), 4) AS weight
      FROM findings WHERE counted
      GROUP BY category, lexicon, entry_id, pattern
      ORDER BY n DESC, weight DESC, category, lexicon, entry_id
      """
    case .kwic:
      """
      CREATE VIEW kwic AS
      SELECT f.doc_id, d.outlet, d.published, f.pre, f.text AS keyword, f.post, f.category, f.entry_id, f.pattern,
        f.voice, f.speaker, f.paragraph, f.sentence, f.start, f."end"
      FROM findings f LEFT JOIN documents d ON d.doc_id = f.doc_id
      WHERE f.counted ORDER BY f.rowid
      """
    }
  }

  /// Findings and words are added up before they are divided, so that long articles count for what they are.
  private static func rates(_ name: String, by group: String?, named column: String) -> String {
    let selected = group.map { "\($0) AS \(column), " } ?? ""
    let grouped = group.map { _ in "\(column), " } ?? ""
    return """
      CREATE VIEW \(name) AS
      SELECT \(selected)m.category, m.voice, count(*) AS articles, sum(m.n_hits) AS n_hits,
        sum(m.n_tokens) AS n_tokens, round(1000.0 * sum(m.n_hits) / nullif(sum(m.n_tokens), 0), 4) AS rate_per_1000
      FROM measures m JOIN documents d ON d.doc_id = m.doc_id
      WHERE m.level = 'document'
      GROUP BY \(grouped)m.category, m.voice
      ORDER BY \(grouped)m.category, m.voice
      """
  }
}
