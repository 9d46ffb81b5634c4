import ParallaxCore
import ParallaxScoring

/// A number, date or name that one outlet alone has of an event.
public struct LoneFact: Sendable, Equatable {
  /// What it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// An amount: four or more, or broken.
    case number
    /// A month with a day or year.
    case date
    /// One or more capitalized words inside a sentence.
    case name
  }

  /// What it is.
  public var kind: Kind
  /// Index of the outlet.
  public var outlet: Int
  /// Index into the comparison's analyses.
  public var article: Int
  /// Where it first stands.
  public var span: TextSpan
  /// The sentence that holds it.
  public var sentence: TextSpan
}

/// Finds what stands in the articles of one outlet and in no other's.
enum LoneFacts {
  /// Facts in order of outlets and places, each once.
  ///
  /// - Complexity: O(n) in the terms of all sentences.
  static func facts(
    items: [SentenceAligner.Item], terms: [[SentenceTerms.Term]], _ comparison: OutletComparison
  ) -> [LoneFact] {
    // The outlet that has a key; −1 when several have.
    var owners: [String: Int] = [:]
    for (item, list) in zip(items, terms) {
      for term in list {
        if let owner = owners[term.key] {
          if owner != item.outlet { owners[term.key] = -1 }
        } else {
          owners[term.key] = item.outlet
        }
      }
    }
    var seen: Set<String> = []
    var facts: [LoneFact] = []
    for (item, list) in zip(items, terms) {
      let segmented = comparison.analyses[item.article].voiced.segmented
      for (kind, tokens, keys) in found(list, segmented)
      where keys.contains(where: { owners[$0] == item.outlet }) {
        guard seen.insert("\(item.outlet) \(kind.rawValue) \(keys.joined(separator: " "))").inserted else {
          continue
        }
        facts.append(
          LoneFact(
            kind: kind, outlet: item.outlet, article: item.article,
            span: TextSpan(
              Int(segmented.tokens[tokens.lowerBound].start), Int(segmented.tokens[tokens.upperBound - 1].end)
            ),
            sentence: segmented.sentences[item.sentence].span))
      }
    }
    return facts
  }

  /// Numbers, dates and names of a sentence with the keys of which one must be the outlet's alone.
  private static func found(
    _ terms: [SentenceTerms.Term], _ segmented: SegmentedArticle
  ) -> [(kind: LoneFact.Kind, tokens: Range<Int>, keys: [String])] {
    var found: [(kind: LoneFact.Kind, tokens: Range<Int>, keys: [String])] = []
    for term in terms {
      switch term.kind {
      case .number:
        let before = term.tokens.lowerBound - 1
        if before >= 0, isMonth(segmented, before) {
          found.append((.date, before..<term.tokens.upperBound, [term.key]))
        } else if term.weight >= SentenceTerms.numberWeights.middle {
          found.append((.number, sign(term.tokens, segmented), [term.key]))
        }
      case .name:
        // A name of several words is one; its last word decides, as that is how it is taken up again.
        if isMonth(segmented, term.tokens.lowerBound) || isDay(segmented, term.tokens.lowerBound) { continue }
        if let last = found.last, last.kind == .name, last.tokens.upperBound == term.tokens.lowerBound {
          found[found.count - 1] = (.name, last.tokens.lowerBound..<term.tokens.upperBound, [term.key])
        } else if found.last?.tokens != term.tokens {
          found.append((.name, term.tokens, [term.key]))
        }
      case .word: break
      }
    }
    return found
  }

  /// A number with its currency sign and unit of share.
  private static func sign(_ tokens: Range<Int>, _ segmented: SegmentedArticle) -> Range<Int> {
    var (start, end) = (tokens.lowerBound, tokens.upperBound)
    if start > 0, segmented.tokens[start - 1].kind == .symbol,
      segmented.tokens[start - 1].end == segmented.tokens[start].start
    {
      start -= 1
    }
    if end < segmented.tokens.count,
      ["percent", "per"].contains(segmented.string(segmented.tokens[end]).lowercased())
    {
      end += 1
    }
    return start..<end
  }

  private static func isMonth(_ segmented: SegmentedArticle, _ token: Int) -> Bool {
    let shape = segmented.tokens[token].shape
    return shape.contains(.capitalized)
      && months.contains(segmented.string(segmented.tokens[token]).lowercased())
  }

  private static func isDay(_ segmented: SegmentedArticle, _ token: Int) -> Bool {
    days.contains(segmented.string(segmented.tokens[token]).lowercased())
  }

  private static let months = Set(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul \
    aug sep sept oct nov dec
    """.split(separator: " ").map(String.init))
  private static let days = Set(
    "monday tuesday wednesday thursday friday saturday sunday".split(separator: " ").map(String.init))
}
