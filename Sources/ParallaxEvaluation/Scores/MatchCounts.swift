/// What precision and recall are made of.
///
/// Found and wanted are counted from either side, since one span may overlap two.
struct MatchCounts: Sendable, Equatable {
  /// Predictions that are right.
  var hits = 0
  /// Predictions.
  var predicted = 0
  /// Gold annotations that are found.
  var found = 0
  /// Gold annotations.
  var gold = 0

  static func += (a: inout MatchCounts, b: MatchCounts) {
    a.hits += b.hits
    a.predicted += b.predicted
    a.found += b.found
    a.gold += b.gold
  }

  /// Share of predictions that are right; nil without predictions.
  var precision: Double? { predicted > 0 ? Double(hits) / Double(predicted) : nil }
  /// Share of gold annotations that are found; nil without gold.
  var recall: Double? { gold > 0 ? Double(found) / Double(gold) : nil }
  /// Harmonic mean of both; 0 where one of them is missing or 0; nil without anything.
  var f1: Double? {
    if gold == 0 && predicted == 0 { return nil }
    let (precision, recall) = (precision ?? 0, recall ?? 0)
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
}
