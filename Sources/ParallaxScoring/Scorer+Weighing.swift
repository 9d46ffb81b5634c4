import ParallaxCore

extension Scorer {
  /// The findings with the factors of `SlantFactors` in their effective weights.
  ///
  /// - Parameter findings: Those that count, in order of place, as the matcher gave them.
  /// - Complexity: O(n).
  static func weighed(_ findings: [Finding]) -> [Finding] {
    var seen: [Wording: Int] = [:]
    return findings.map { finding in
      let entry = finding.entry
      guard entry.isSlant else { return finding }
      let wording = Wording(entry: ObjectIdentifier(entry), voice: finding.voice)
      let count = (seen[wording] ?? 0) + 1
      seen[wording] = count
      var finding = finding
      finding.factors = .init(
        category: SlantFactors.category(entry.category, subcategory: entry.subcategory),
        voice: SlantFactors.voice(finding.voice), repetition: SlantFactors.repetition(count))
      finding.effectiveWeight *= finding.factors.product
      return finding
    }
  }

  /// An entry in somebody's mouth.
  private struct Wording: Hashable {
    var entry: ObjectIdentifier
    var voice: Voice
  }

  /// Weight per 1,000 words of a sentence or paragraph, taken as no shorter than `shortest` words.
  ///
  /// One weak word in a sentence of four would otherwise outweigh three strong ones in a sentence of forty.
  static func rate(_ weight: Double, words: Int) -> Double? {
    words > 0 ? 1_000 * weight / Double(max(words, shortest)) : nil
  }

  /// The fewest words that a sentence or paragraph is divided by: about two sentences of news.
  static let shortest = 50
}
