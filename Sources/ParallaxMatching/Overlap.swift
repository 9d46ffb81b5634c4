import ParallaxCore

/// Decides which of the candidates of a sentence stand, when they share words.
///
/// Inside a category of one lexicon the leftmost, then the longest wins. An offer that a
/// detector reads whole (*promo code HARBOR20*) wins over entries that hold a part of it (*use promo code*). Across
/// categories the longest wins, then the codebook's precedence, then the leftmost. Each frame and each category of a user's competes only
/// with itself. A device (`CompiledEntry.isDevice`) shares its words with what lies wholly inside it, but not
/// with what has the very same words.
///
/// - Complexity: O(n log n) in candidates, O(length) for each.
struct Overlap {
  private let entries: [CompiledEntry]
  /// Tokens that candidates hold, by layer.
  private var owned: Set<Place> = []
  /// The device that holds each token.
  private var devices: [Int: Int] = [:]

  private struct Place: Hashable {
    var layer: Int
    var token: Int
  }

  init(entries: [CompiledEntry]) { self.entries = entries }

  /// For each candidate, whether it stands.
  mutating func resolve(_ candidates: [Candidate]) -> [Bool] {
    owned = []
    devices = [:]
    var stands = leftmostLongest(candidates)
    let order = candidates.indices.filter { stands[$0] }.sorted {
      ranksBefore(candidates[$0], candidates[$1])
    }
    for index in order where !take(index, candidates) { stands[index] = false }
    return stands
  }

  /// Whether `a` is asked before `b`: whole offers, then the longer, then by precedence, place, lexicon, entry.
  private func ranksBefore(_ a: Candidate, _ b: Candidate) -> Bool {
    let (offerA, offerB) = (entries[Int(a.entry)].isWholeOffer, entries[Int(b.entry)].isWholeOffer)
    if offerA != offerB { return offerA }
    let (lengthA, lengthB) = (a.end - a.start, b.end - b.start)
    if lengthA != lengthB { return lengthA > lengthB }
    let (entryA, entryB) = (entries[Int(a.entry)], entries[Int(b.entry)])
    if entryA.precedence != entryB.precedence { return entryA.precedence < entryB.precedence }
    if a.start != b.start { return a.start < b.start }
    return prefers(a, b)
  }

  /// Whether `a` is the better of two on the same words: guarded before unguarded, then the heavier, then the
  /// earlier entry.
  private func prefers(_ a: Candidate, _ b: Candidate) -> Bool {
    let (entryA, entryB) = (entries[Int(a.entry)], entries[Int(b.entry)])
    if (entryA.guards != nil) != (entryB.guards != nil) { return entryA.guards != nil }
    if entryA.info.weight != entryB.info.weight { return entryA.info.weight > entryB.info.weight }
    return a.entry < b.entry
  }

  /// Leftmost, then longest, inside each category of each lexicon.
  private func leftmostLongest(_ candidates: [Candidate]) -> [Bool] {
    struct Key: Hashable {
      var category: Int
      var lexicon: Int
    }
    var stands = [Bool](repeating: true, count: candidates.count)
    let order = candidates.indices.sorted {
      let (a, b) = (candidates[$0], candidates[$1])
      if a.start != b.start { return a.start < b.start }
      if a.end != b.end { return a.end > b.end }
      return prefers(a, b)
    }
    var lastEnd: [Key: UInt32] = [:]
    for index in order {
      let entry = entries[Int(candidates[index].entry)]
      let key = Key(category: entry.category, lexicon: entry.lexicon)
      if let end = lastEnd[key], candidates[index].start < end {
        stands[index] = false
      } else {
        lastEnd[key] = candidates[index].end
      }
    }
    return stands
  }

  /// Takes the candidate's words, or says that another has them.
  private mutating func take(_ index: Int, _ candidates: [Candidate]) -> Bool {
    let candidate = candidates[index]
    let entry = entries[Int(candidate.entry)]
    let tokens = Int(candidate.start)..<Int(candidate.end)
    if tokens.contains(where: { owned.contains(Place(layer: entry.layer, token: $0)) }) { return false }
    if entry.layer == 0 {
      let first = devices[tokens.lowerBound]
      let last = devices[tokens.upperBound - 1]
      // Words on both sides of a device's edge, or the device's own words.
      if first != last { return false }
      if let first, candidates[first].start == candidate.start, candidates[first].end == candidate.end {
        return false
      }
    }
    if entry.isDevice {
      for token in tokens { devices[token] = index }
    } else {
      for token in tokens { owned.insert(Place(layer: entry.layer, token: token)) }
    }
    return true
  }
}
