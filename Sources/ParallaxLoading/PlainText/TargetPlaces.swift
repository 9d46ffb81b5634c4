import ParallaxCore

/// Carries places given in an input text over to the article's text.
///
/// Loading changes nothing but white space and drops whole passages, so a place is found again by counting
/// the characters before it that are no white space.
struct TargetPlaces {
  private let input: [UInt8]

  /// - Parameter input: The text as it was given, valid UTF-8.
  init(input: [UInt8]) { self.input = input }

  /// Sets the span of each target that is given by place.
  ///
  /// - Parameter passages: All passages of the input in order, also those that are dropped.
  /// - Complexity: O(n · targets given by place).
  func place(_ targets: [TargetRequest], in passages: [Passage]) -> [TargetRequest] {
    targets.map { target in
      guard let start = target.start, let end = target.end, start < end else { return target }
      var placed = target
      placed.span = span(from: start, to: end, in: passages)
      return placed
    }
  }

  private func span(from start: Int, to end: Int, in passages: [Passage]) -> TextSpan? {
    let (before, inside) = inkCounts(start, end)
    guard inside > 0 else { return nil }
    var ink = 0
    var offset = 0
    var first: Int?
    for passage in passages {
      let isKept = passage.role != .boilerplate && !passage.text.isEmpty
      if isKept && offset > 0 { offset += 2 }
      for (index, byte) in passage.text.enumerated() where byte != 0x20 && byte & 0xC0 != 0x80 {
        if ink == before { first = isKept ? offset + index : nil }
        ink += 1
        guard ink == before + inside else { continue }
        guard isKept, let first else { return nil }
        var last = index + 1
        while last < passage.text.count && passage.text[last] & 0xC0 == 0x80 { last += 1 }
        return TextSpan(first, offset + last)
      }
      if isKept { offset += passage.text.count }
    }
    return nil
  }

  /// Characters that are no white space before code point `start`, and from there to `end`.
  private func inkCounts(_ start: Int, _ end: Int) -> (before: Int, inside: Int) {
    var before = 0
    var inside = 0
    var place = 0
    input.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count && place < end {
        let space = WhiteSpace.length(bytes, at: at)
        if space == 0 {
          if place < start { before += 1 } else { inside += 1 }
        }
        at += max(1, space)
        while at < bytes.count && bytes[at] & 0xC0 == 0x80 { at += 1 }
        place += 1
      }
    }
    return (before, inside)
  }
}
