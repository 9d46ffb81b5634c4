/// A stretch of two articles in which the same words stand in the same order, small edits bridged.
struct PassageMatch: Equatable {
  /// Words side by side.
  struct Block: Equatable {
    var first: Int
    var second: Int
    var count: Int
  }

  /// Runs of equal words, in order.
  var blocks: [Block]

  /// Words of the first article, edits included.
  var first: Range<Int> { range(\.first) }
  /// Words of the second article, edits included.
  var second: Range<Int> { range(\.second) }
  /// Words that are equal.
  var same: Int { blocks.reduce(0) { $0 + $1.count } }
  /// Words of the longer side.
  var length: Int { max(first.count, second.count) }
  /// `same` ÷ `length`.
  var verbatim: Double { length > 0 ? Double(same) / Double(length) : 0 }

  /// The match without what lies outside a range of words of either article.
  func clamped(first bounds: Range<Int>, second others: Range<Int>) -> PassageMatch {
    PassageMatch(
      blocks: blocks.compactMap { block in
        let skip = max(0, bounds.lowerBound - block.first, others.lowerBound - block.second)
        let end = min(block.count, bounds.upperBound - block.first, others.upperBound - block.second)
        return skip < end
          ? Block(first: block.first + skip, second: block.second + skip, count: end - skip) : nil
      })
  }

  private func range(_ side: KeyPath<Block, Int>) -> Range<Int> {
    guard let head = blocks.first, let tail = blocks.last else { return 0..<0 }
    return head[keyPath: side]..<tail[keyPath: side] + tail.count
  }

  /// The longest edit that is bridged, in words of either side.
  static let longestEdit = 6

  /// Makes a match of its blocks.
  init(blocks: [Block]) { self.blocks = blocks }

  /// Extends two equal words forward and backward.
  ///
  /// Where the words part, the nearest place is sought at which they go on together, up to `longestEdit` words
  /// on; what follows an edit must hold more than twice its words, or the stretch ends before it.
  ///
  /// - Complexity: O(n) in the words of the match.
  init(_ a: [UInt64], _ b: [UInt64], at anchor: (first: Int, second: Int)) {
    let ahead = Self.steps(a, b, anchor, direction: 1)
    let behind = Self.steps(a, b, (anchor.first - 1, anchor.second - 1), direction: -1).reversed().map {
      Block(first: $0.first - $0.count + 1, second: $0.second - $0.count + 1, count: $0.count)
    }
    blocks = Array(behind)
    for block in ahead {
      if let last = blocks.last, last.first + last.count == block.first,
        last.second + last.count == block.second
      {
        blocks[blocks.count - 1].count += block.count
      } else {
        blocks.append(block)
      }
    }
  }

  /// Runs of equal words in one direction, each with the place where it begins.
  private static func steps(
    _ a: [UInt64], _ b: [UInt64], _ start: (first: Int, second: Int), direction: Int
  ) -> [Block] {
    func isEqual(_ x: Int, _ y: Int) -> Bool {
      x >= 0 && y >= 0 && x < a.count && y < b.count && a[x] == b[y]
    }
    var found: [Block] = []
    var (x, y) = start
    var score = 0
    var best = (score: 0, blocks: 0)
    while true {
      var count = 0
      while isEqual(x + direction * count, y + direction * count) { count += 1 }
      if count > 0 { found.append(Block(first: x, second: y, count: count)) }
      x += direction * count
      y += direction * count
      score += count
      if score > best.score { best = (score, found.count) }
      guard let edit = edit(from: (x, y), direction, isEqual) else { break }
      x += direction * edit.first
      y += direction * edit.second
      score -= 2 * max(edit.first, edit.second)
      if score < best.score - 2 * longestEdit { break }
    }
    return Array(found.prefix(best.blocks))
  }

  /// The smallest edit after which words go on together: two after a change of one or two words, else three.
  private static func edit(
    from place: (first: Int, second: Int), _ direction: Int, _ isEqual: (Int, Int) -> Bool
  ) -> (first: Int, second: Int)? {
    for edit in edits {
      let x = place.first + direction * edit.first
      let y = place.second + direction * edit.second
      let needed = edit.first + edit.second < 3 ? 2 : 3
      if (0..<needed).allSatisfy({ isEqual(x + direction * $0, y + direction * $0) }) { return edit }
    }
    return nil
  }

  /// Edits from the smallest on, a word for a word before words left out or put in.
  private static let edits: [(first: Int, second: Int)] = (1...2 * longestEdit).flatMap { total in
    (max(0, total - longestEdit)...min(total, longestEdit)).map { ($0, total - $0) }.sorted {
      (abs($0.0 - $0.1), $0.0) < (abs($1.0 - $1.1), $1.0)
    }.map { (first: $0.0, second: $0.1) }
  }
}
