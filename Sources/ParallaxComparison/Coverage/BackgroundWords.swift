internal import CBackgroundWords

/// How often words stand in general English; see Background/README.md for the texts behind it.
public struct BackgroundWords: Sendable {
  /// Lines of form, tab, frequency per 100 million words; sorted by form.
  private let table: [UInt8]

  /// The table in the binary.
  public static let english = BackgroundWords(embedded: ())

  /// What a word that is not in the table is taken to have: half of the rarest that is.
  public static let rarest = 0.4e-6

  private init(embedded: Void) {
    var count = 0
    guard let start = parallax_background_words(&count) else {
      table = []
      return
    }
    table = Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// A table of one's own: lines of form, tab, frequency per 100 million words, sorted by form.
  public init(table: [UInt8]) { self.table = table }

  /// The share of a word, in lower case, among all words.
  ///
  /// - Returns: Above 0; `rarest` for unknown words.
  /// - Complexity: O(log n).
  public func share(of word: some StringProtocol) -> Double {
    let wanted = Array(word.utf8)
    var low = 0
    var high = table.count
    while low < high {
      var start = (low + high) / 2
      while start > low, table[start - 1] != 0x0A { start -= 1 }
      var end = start
      while end < high, table[end] != 0x0A { end += 1 }
      guard let tab = table[start..<end].firstIndex(of: 0x09) else { return Self.rarest }
      let form = table[start..<tab]
      if form.elementsEqual(wanted) {
        let digits = table[tab + 1..<end]
        let count = digits.reduce(0.0) { $0 * 10 + Double($1 &- 0x30) }
        return max(count / 1e8, Self.rarest)
      }
      if form.lexicographicallyPrecedes(wanted) { low = min(end + 1, high) } else { high = start }
    }
    return Self.rarest
  }
}
