/// Which words of two sentences are the same, by the longest common subsequence.
enum WordDiff {
  /// Sentences of more words are taken as different throughout.
  static let mostWords = 300

  /// For each word of either side whether it stands in the other in the same order.
  ///
  /// - Complexity: O(n · m), at most `mostWords`².
  static func common(_ a: [UInt64], _ b: [UInt64]) -> (first: [Bool], second: [Bool]) {
    var first = [Bool](repeating: false, count: a.count)
    var second = [Bool](repeating: false, count: b.count)
    guard !a.isEmpty, !b.isEmpty, a.count <= mostWords, b.count <= mostWords else { return (first, second) }
    let width = b.count + 1
    // Length of the longest common subsequence of what follows each pair of places.
    var lengths = [Int16](repeating: 0, count: (a.count + 1) * width)
    for x in a.indices.reversed() {
      for y in b.indices.reversed() {
        lengths[x * width + y] =
          a[x] == b[y]
          ? lengths[(x + 1) * width + y + 1] + 1
          : max(lengths[(x + 1) * width + y], lengths[x * width + y + 1])
      }
    }
    var (x, y) = (0, 0)
    while x < a.count, y < b.count {
      if a[x] == b[y] {
        first[x] = true
        second[y] = true
        x += 1
        y += 1
      } else if lengths[(x + 1) * width + y] >= lengths[x * width + y + 1] {
        x += 1
      } else {
        y += 1
      }
    }
    return (first, second)
  }
}
