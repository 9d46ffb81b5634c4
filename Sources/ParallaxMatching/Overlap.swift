import ParallaxCore

/// A candidate with what is decided on it.
struct JudgedCandidate {
  var candidate: Candidate
  /// Why it does not count; nil when it does.
  var reason: Finding.NotCounted?
}

/// Decides which of the candidates of a sentence stand, when they share words.
///
/// Inside a category of one lexicon the leftmost, then the longest wins. An offer that a detector reads whole
/// (*promo code HARBOR20*) wins over entries that hold a part of it (*use promo code*). Across categories the
/// longest wins, then the codebook's precedence, then the leftmost. Each frame and each category of a user's
/// competes only with itself. A device (`EntryFacts.Flags.device`) shares its words with what lies wholly
/// inside it, but not with what has the very same words.
///
/// Keeps its buffers from sentence to sentence.
///
/// - Complexity: O(n log n) in candidates, O(length) for each.
struct Overlap {
  private let entries: EntryTable
  /// Places of the candidates that stand so far.
  private var order: [Int] = []
  /// Ends reached in each category of each lexicon.
  private var ends: [(key: UInt32, end: UInt32)] = []
  /// Whether a token of the sentence is taken, `width` of them for each layer.
  private var taken: [Bool] = []
  private var width = 0
  /// For each token of the sentence the device that holds it, as a place; -1 for none.
  private var devices: [Int32] = []

  init(entries: EntryTable) { self.entries = entries }

  /// Sets the reason of those that lose to `overlap`.
  mutating func resolve(_ judged: inout [JudgedCandidate], in sentence: Range<Int>) {
    order.removeAll(keepingCapacity: true)
    for place in judged.indices where judged[place].reason == nil { order.append(place) }
    if order.count < 2 { return }
    leftmostLongest(&judged)
    order.removeAll { judged[$0].reason != nil }
    if order.count < 2 { return }
    let entries = self.entries
    order.sortFew { Self.ranksBefore(judged[$0].candidate, judged[$1].candidate, entries) }
    prepare(judged, sentence.count)
    for place in order where !take(place, judged, sentence) { judged[place].reason = .overlap }
    for place in order where judged[place].reason == nil { release(judged[place].candidate, sentence) }
  }

  /// Whether `a` is asked before `b`: whole offers, then the longer, then by precedence, place, lexicon and entry.
  private static func ranksBefore(_ a: Candidate, _ b: Candidate, _ entries: EntryTable) -> Bool {
    let isOffer = entries[a.entry].flags.contains(.wholeOffer)
    if isOffer != entries[b.entry].flags.contains(.wholeOffer) { return isOffer }
    let (lengthA, lengthB) = (a.end - a.start, b.end - b.start)
    if lengthA != lengthB { return lengthA > lengthB }
    let (rankA, rankB) = (entries[a.entry].precedence, entries[b.entry].precedence)
    if rankA != rankB { return rankA < rankB }
    if a.start != b.start { return a.start < b.start }
    return entries.prefers(a.entry, b.entry)
  }

  /// Leftmost, then longest, inside each category of each lexicon.
  private mutating func leftmostLongest(_ judged: inout [JudgedCandidate]) {
    let entries = self.entries
    order.sortFew {
      let (a, b) = (judged[$0].candidate, judged[$1].candidate)
      if a.start != b.start { return a.start < b.start }
      if a.end != b.end { return a.end > b.end }
      return entries.prefers(a.entry, b.entry)
    }
    ends.removeAll(keepingCapacity: true)
    for place in order {
      let candidate = judged[place].candidate
      let facts = entries[candidate.entry]
      let key = UInt32(facts.category) << 16 | UInt32(facts.lexicon)
      if let known = ends.firstIndex(where: { $0.key == key }) {
        if candidate.start < ends[known].end {
          judged[place].reason = .overlap
        } else {
          ends[known].end = candidate.end
        }
      } else {
        ends.append((key, candidate.end))
      }
    }
  }

  /// Takes the candidate's words, or says that another has them.
  private mutating func take(_ place: Int, _ judged: [JudgedCandidate], _ sentence: Range<Int>) -> Bool {
    let candidate = judged[place].candidate
    let facts = entries[candidate.entry]
    let first = Int(candidate.start) - sentence.lowerBound
    let last = Int(candidate.end) - sentence.lowerBound - 1
    let row = Int(facts.layer) * width
    for token in row + first...row + last where taken[token] { return false }
    if row == 0 {
      // Words on both sides of a device's edge, or the device's own words.
      let device = devices[first]
      if device != devices[last] { return false }
      if device >= 0 && judged[Int(device)].candidate.start == candidate.start
        && judged[Int(device)].candidate.end == candidate.end
      {
        return false
      }
    }
    if facts.flags.contains(.device) {
      for token in first...last { devices[token] = Int32(place) }
    } else {
      for token in row + first...row + last { taken[token] = true }
    }
    return true
  }

  /// Makes room for the layers of the candidates and for a sentence's tokens; all of it is free.
  private mutating func prepare(_ judged: [JudgedCandidate], _ count: Int) {
    var layers = 1
    for place in order { layers = max(layers, Int(entries[judged[place].candidate.entry].layer) + 1) }
    if count > width {
      width = count + min(count / 2, 256)
      taken = []
      devices = [Int32](repeating: -1, count: width)
    }
    if taken.count < layers * width {
      taken += [Bool](repeating: false, count: layers * width - taken.count)
    }
  }

  /// Gives the words back for the next sentence.
  private mutating func release(_ candidate: Candidate, _ sentence: Range<Int>) {
    let facts = entries[candidate.entry]
    let first = Int(candidate.start) - sentence.lowerBound
    let last = Int(candidate.end) - sentence.lowerBound
    let row = Int(facts.layer) * width
    if facts.flags.contains(.device) {
      for token in first..<last { devices[token] = -1 }
    } else {
      for token in row + first..<row + last { taken[token] = false }
    }
  }
}

extension Array {
  /// Sorts, and keeps the order of equals; made for the handful of candidates that most sentences have.
  @inline(__always)
  mutating func sortFew(_ isBefore: (Element, Element) -> Bool) {
    if count > 24 { return sort(by: isBefore) }
    guard count > 1 else { return }
    for place in 1..<count {
      let element = self[place]
      var hole = place
      while hole > 0, isBefore(element, self[hole - 1]) {
        self[hole] = self[hole - 1]
        hole -= 1
      }
      self[hole] = element
    }
  }
}
