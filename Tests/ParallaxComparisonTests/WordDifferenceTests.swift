import Testing

@testable import ParallaxComparison

@Suite("Differences of words")
struct WordDifferenceTests {
  private struct Draws {
    var state: UInt64 = 5
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  /// Length of the longest common subsequence, by the whole table.
  private func common(_ a: [Int32], _ b: [Int32]) -> Int {
    var row = Array(repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = x == y ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return row[b.count]
  }

  private func apply(_ edits: [WordDifference.Edit], _ a: [Int32], _ b: [Int32]) -> [Int32] {
    var made: [Int32] = []
    var at = 0
    for edit in edits {
      made += a[at..<edit.old.lowerBound]
      made += b[edit.new]
      at = edit.old.upperBound
    }
    return made + a[at...]
  }

  @Test("edits make the one of the other, and none would do with fewer")
  func shortest() {
    var draws = Draws()
    for _ in 0..<600 {
      let letters = 1 + draws.next(5)
      let a = (0..<draws.next(14)).map { _ in Int32(draws.next(letters)) }
      let b = (0..<draws.next(14)).map { _ in Int32(draws.next(letters)) }
      let edits = WordDifference(a[...], b[...]).edits
      #expect(apply(edits, a, b) == b, "\(a) \(b) \(edits)")
      let steps = edits.reduce(0) { $0 + $1.old.count + $1.new.count }
      #expect(steps == a.count + b.count - 2 * common(a, b), "\(a) \(b) \(edits)")
      for (one, next) in zip(edits, edits.dropFirst()) { #expect(one.old.upperBound < next.old.lowerBound) }
    }
  }

  @Test("beyond the limit what lies between the common ends is replaced whole")
  func limit() {
    let a = [7] + (0..<2_000).map { Int32(10 + $0) } + [8]
    let b = [7] + (0..<2_000).map { Int32(5_000 + $0) } + [8]
    #expect(WordDifference(a[...], b[...]).edits == [.init(old: 1..<2_001, new: 1..<2_001)])
  }

  @Test("a phrase is replaced as one although a function word in it stays")
  func joined() {
    var difference = WordDifference([1, 2, 0, 3, 4][...], [1, 5, 0, 6, 4][...])
    #expect(difference.edits.count == 2)
    difference.joinAcross { $0 == 2 }
    #expect(difference.edits == [.init(old: 1..<4, new: 1..<4)])
  }

  @Test("the heaviest chain is as heavy as the best of all subsets")
  func chains() {
    var draws = Draws()
    for _ in 0..<200 {
      var places = Array(0..<(1 + draws.next(8)))
      for index in places.indices { places.swapAt(index, draws.next(places.count)) }
      let elements = places.map { (place: $0, weight: 1 + draws.next(9)) }
      let chosen = zip(elements, SentenceAlignment.heaviestChain(elements)).filter(\.1).map(\.0)
      #expect(zip(chosen, chosen.dropFirst()).allSatisfy { $0.place < $1.place })
      var best = 0
      for subset in 0..<(1 << elements.count) {
        let picked = elements.indices.filter { subset >> $0 & 1 == 1 }.map { elements[$0] }
        if zip(picked, picked.dropFirst()).allSatisfy({ $0.place < $1.place }) {
          best = max(best, picked.reduce(0) { $0 + $1.weight })
        }
      }
      #expect(chosen.reduce(0) { $0 + $1.weight } == best)
    }
    #expect(SentenceAlignment.heaviestChain([]).isEmpty)
  }

  @Test("Levenshtein's distance", arguments: [("", "ab", 2), ("Halvorsen", "Halverson", 2), ("a", "a", 0)])
  func distance(_ a: String, _ b: String, _ steps: Int) { #expect(PlainChanges.distance(a, b) == steps) }
}
