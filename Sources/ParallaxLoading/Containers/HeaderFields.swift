/// The named fields at the head of an HTTP response or a WARC record.
package struct HeaderFields: Equatable, Sendable {
  /// Names as written, with their values, in order.
  package private(set) var fields: [(name: String, value: String)] = []

  package static func == (left: HeaderFields, right: HeaderFields) -> Bool {
    left.fields.elementsEqual(right.fields) { $0.name == $1.name && $0.value == $1.value }
  }

  /// Reads lines of `Name: value`; a line that begins with white space continues the one above, one without a
  /// colon is passed over.
  init(_ lines: some Sequence<ArraySlice<UInt8>>) {
    for line in lines {
      guard let first = line.first else { continue }
      if first == 0x20 || first == 0x09 {
        guard let last = fields.indices.last else { continue }
        let more = Self.trimmed(line)
        if !more.isEmpty { fields[last].value += fields[last].value.isEmpty ? more : " " + more }
      } else if let colon = line.firstIndex(of: 0x3A) {
        let name = Self.trimmed(line[..<colon])
        if !name.isEmpty { fields.append((name, Self.trimmed(line[(colon + 1)...]))) }
      }
    }
  }

  /// The first value of a field, its name being compared without regard to case.
  package subscript(name: String) -> String? {
    let wanted = name.lowercased()
    return fields.first { $0.name.lowercased() == wanted }?.value
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Where the head of a message ends and its lines are.
struct MessageHead {
  /// Whether bytes hold a whole head.
  enum Found {
    case complete(MessageHead)
    /// The bytes end before the head does.
    case incomplete
    /// No head: longer than the limit, or another message begins before it ends.
    case malformed
  }

  /// Lines without their ends, the empty one at the end left out.
  var lines: [ArraySlice<UInt8>]
  /// Index of the first byte after the empty line.
  var end: Int

  /// Looks for the empty line that ends the head beginning at `start`.
  ///
  /// - Parameter opening: How a message begins; a later line that begins so is no part of this head.
  /// - Complexity: O(n) in the length of the head.
  static func find(in bytes: [UInt8], from start: Int, limit: Int, opening: [UInt8]? = nil) -> Found {
    var lines: [ArraySlice<UInt8>] = []
    var at = start
    let last = min(bytes.count, start + limit)
    while at < last {
      if let opening, at > start, bytes[at..<last].starts(with: opening) { return .malformed }
      guard let newline = bytes[at..<last].firstIndex(of: 0x0A) else { break }
      var line = bytes[at..<newline]
      if line.last == 0x0D { line.removeLast() }
      at = newline + 1
      if line.isEmpty { return .complete(MessageHead(lines: lines, end: at)) }
      lines.append(line)
    }
    return last == start + limit ? .malformed : .incomplete
  }
}
