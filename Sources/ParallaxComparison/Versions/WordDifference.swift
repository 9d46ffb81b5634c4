/// What differs between two rows of tokens: the shortest edit script (Myers 1986, doi:10.1007/BF01840446).
///
/// Beyond `editLimit` edits or `stepLimit` steps what is not common at both ends counts as replaced whole.
struct WordDifference {
  /// A stretch that was replaced, inserted (`old` empty) or deleted (`new` empty); offsets into the two rows.
  struct Edit: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Most insertions and deletions that are looked for.
  static let editLimit = 800
  /// Most tokens that are compared.
  static let stepLimit = 20_000_000

  /// In order; never adjacent to each other.
  private(set) var edits: [Edit] = []

  init(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) {
    let (a, b) = (Array(old), Array(new))
    var head = 0
    while head < a.count, head < b.count, a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < a.count - head, tail < b.count - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] {
      tail += 1
    }
    let oldMiddle = head..<a.count - tail
    let newMiddle = head..<b.count - tail
    guard !oldMiddle.isEmpty || !newMiddle.isEmpty else { return }
    let whole = [Edit(old: oldMiddle, new: newMiddle)]
    if oldMiddle.isEmpty || newMiddle.isEmpty {
      edits = whole
    } else {
      edits = Self.shortest(a[oldMiddle], b[newMiddle], at: head) ?? whole
    }
  }

  /// The edits between two rows that have neither end in common; nil beyond the limits.
  private static func shortest(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>, at head: Int) -> [Edit]? {
    let (a, b) = (Array(old), Array(new))
    let limit = min(editLimit, a.count + b.count)
    // How far down each diagonal k = x − y the furthest path of d edits reaches; k at limit + k.
    var reach = [Int](repeating: 0, count: 2 * limit + 3)
    var history: [[Int]] = []
    var steps = 0
    for edits in 0...limit {
      history.append(Array(reach[limit + 1 - edits...limit + 1 + edits]))
      for k in stride(from: -edits, through: edits, by: 2) {
        let at = limit + 1 + k
        let isDown = k == -edits || (k != edits && reach[at - 1] < reach[at + 1])
        var x = isDown ? reach[at + 1] : reach[at - 1] + 1
        while x < a.count, x - k < b.count, a[x] == b[x - k] {
          x += 1
          steps += 1
        }
        reach[at] = x
        if x >= a.count, x - k >= b.count { return trace(history, a.count, b.count, at: head) }
      }
      steps += edits
      if steps > stepLimit { return nil }
    }
    return nil
  }

  /// Walks back from the end and joins single steps into stretches.
  private static func trace(_ history: [[Int]], _ oldCount: Int, _ newCount: Int, at head: Int) -> [Edit] {
    var (x, y) = (oldCount, newCount)
    var found: [Edit] = []
    for edits in stride(from: history.count - 1, to: 0, by: -1) {
      let reach = history[edits]
      // `history[d]` begins at diagonal −d, before the d-th step was made.
      func value(_ k: Int) -> Int { reach.indices.contains(k + edits) ? reach[k + edits] : 0 }
      let k = x - y
      let isDown = k == -edits || (k != edits && value(k - 1) < value(k + 1))
      let before = isDown ? k + 1 : k - 1
      let (beforeX, beforeY) = (value(before), value(before) - before)
      let step = Edit(
        old: head + beforeX..<head + beforeX + (isDown ? 0 : 1),
        new: head + beforeY..<head + beforeY + (isDown ? 1 : 0))
      if let last = found.last, step.old.upperBound == last.old.lowerBound,
        step.new.upperBound == last.new.lowerBound
      {
        found[found.count - 1] = Edit(
          old: step.old.lowerBound..<last.old.upperBound, new: step.new.lowerBound..<last.new.upperBound)
      } else {
        found.append(step)
      }
      (x, y) = (beforeX, beforeY)
    }
    return found.reversed()
  }

  /// Joins edits between which a single token stands that says little, so that a phrase is replaced as one.
  mutating func joinAcross(_ saysLittle: (Int) -> Bool) {
    var joined: [Edit] = []
    for edit in edits {
      if let last = joined.last, edit.old.lowerBound - last.old.upperBound == 1,
        saysLittle(last.old.upperBound), !last.old.isEmpty || !edit.old.isEmpty,
        !last.new.isEmpty || !edit.new.isEmpty
      {
        joined[joined.count - 1] = Edit(
          old: last.old.lowerBound..<edit.old.upperBound, new: last.new.lowerBound..<edit.new.upperBound)
      } else {
        joined.append(edit)
      }
    }
    edits = joined
  }
}
