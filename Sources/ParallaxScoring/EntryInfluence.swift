import ParallaxCore

/// What one entry of a lexicon does to an article's numbers, found by leaving it out.
///
/// “Without *could* the hedge rate falls by 30%.” A figure that hangs on one entry is as good as that entry.
public struct EntryInfluence: Sendable {
  /// The entry.
  public var entry: EntryInfo
  /// Its findings in the author's words.
  public var count: Int
  /// Their summed effective weight.
  public var weight: Double
  /// Its part of the author's findings of its category, 0 to 1: by so much the category's rate falls without it.
  public var share: Double
  /// The author's framing index without it; the same as with it for entries that are no slant.
  public var index: Double
  /// How far the index falls without it, 0 or more.
  public var fall: Double
}

extension Analysis {
  /// The entries that the author's numbers hang on most.
  ///
  /// First those of slant by how far the index falls without them; then, of each category that the index does
  /// not hold, the entry found most, where it was found more than once. Topic frames are left out. Findings
  /// that would take the place of those left out are not followed.
  ///
  /// - Parameter limit: How many entries of slant.
  /// - Complexity: O(n log n) in findings.
  public func influence(limit: Int = 10) -> [EntryInfluence] {
    guard let framing = framing.author, framing.words > 0 else { return [] }
    var places: [ObjectIdentifier: Int] = [:]
    var found: [EntryInfluence] = []
    var totals: [Category: Int] = [:]
    for finding in findings where finding.voice == .author && !finding.entry.category.isFrame {
      totals[finding.entry.category, default: 0] += 1
      let key = ObjectIdentifier(finding.entry)
      let place = places[key] ?? found.count
      if place == found.count {
        places[key] = place
        found.append(
          EntryInfluence(
            entry: finding.entry, count: 0, weight: 0, share: 0, index: framing.index, fall: 0))
      }
      found[place].count += 1
      found[place].weight += finding.effectiveWeight
    }
    for place in found.indices {
      let entry = found[place].entry
      found[place].share = Double(found[place].count) / Double(totals[entry.category] ?? 1)
      guard entry.isSlant else { continue }
      let rate = 1_000 * max(0, framing.weight - found[place].weight) / Double(framing.words)
      found[place].index = min(framing.index, FramingIndex.index(rate: rate))
      found[place].fall = framing.index - found[place].index
    }
    found.sort(by: Self.hangsMore)
    var others: Set<Category> = []
    return found.filter { $0.fall > 0 }.prefix(limit)
      + found.filter { one in
        let isSlant = one.entry.isSlant
        return !isSlant && one.count > 1 && others.insert(one.entry.category).inserted
      }
  }

  private static func hangsMore(_ a: EntryInfluence, _ b: EntryInfluence) -> Bool {
    if a.fall != b.fall { return a.fall > b.fall }
    if a.count != b.count { return a.count > b.count }
    if a.entry.lexicon != b.entry.lexicon { return a.entry.lexicon < b.entry.lexicon }
    return a.entry.id < b.entry.id
  }
}
