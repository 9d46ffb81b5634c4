/// The elements and texts of a page in the order they begin, as one flat array.
///
/// Children of node `i` are `i + 1`, then the node at its `end`, and so on up to `nodes[i].end`. Walks are
/// loops, so that no depth can exhaust the stack, and a subtree is a range.
struct PageTree {
  /// An element or a text.
  struct Node {
    var tag: Tag
    var flags: TagFlags
    var hints: Hints
    var parent: Int32
    /// One past the last node inside.
    var end: Int32
    /// Number of its start tag among the records; -1 where the parser implied the element.
    var record: Int32
    /// Of a text: where it stands in `characters`.
    var textStart: UInt32 = 0
    var textEnd: UInt32 = 0
  }

  var nodes: [Node] = []
  /// Texts one after another, entities resolved.
  var characters: [UInt8] = []
  /// What the scanner kept aside.
  var page = ScannedPage()
  /// The page's bytes, which attribute values point into.
  var source: [UInt8] = []

  // MARK: Reading

  /// The record of a node, nil for texts and implied elements.
  func record(of node: Int) -> TagRecord? {
    let number = Int(nodes[node].record)
    return number < 0 ? nil : page.records[number]
  }

  /// The value of an attribute, entities resolved and white space folded.
  func attribute(_ name: AttributeName, of node: Int) -> String? {
    record(of: node).flatMap { attribute(name, of: $0) }
  }

  /// The value of an attribute, entities resolved and white space folded; nil when it is missing or empty.
  func attribute(_ name: AttributeName, of record: TagRecord) -> String? {
    let first = Int(record.firstAttribute)
    for attribute in page.attributes[first..<first + Int(record.attributeCount)] where attribute.name == name
    {
      return EntityText.resolved(source[attribute.value.range])
    }
    return nil
  }

  /// The raw bytes of an attribute's value.
  func rawAttribute(_ name: AttributeName, of node: Int) -> ArraySlice<UInt8>? {
    guard let record = record(of: node) else { return nil }
    let first = Int(record.firstAttribute)
    for attribute in page.attributes[first..<first + Int(record.attributeCount)] where attribute.name == name
    {
      return source[attribute.value.range]
    }
    return nil
  }

  /// All text inside a node, white space folded; nil when there is none.
  func text(of node: Int, limit: Int = 2_000) -> String? {
    var bytes: [UInt8] = []
    var at = node
    while at < Int(nodes[node].end), bytes.count < limit {
      let current = nodes[at]
      if current.tag == .text {
        bytes.append(contentsOf: characters[Int(current.textStart)..<Int(current.textEnd)])
      } else if current.tag.isBlock || current.tag == .br {
        bytes.append(0x20)
      }
      at += 1
    }
    return WhiteSpace.folded(String(decoding: bytes.prefix(limit), as: UTF8.self))
  }

  /// The nodes around a node, nearest first.
  func ancestors(of node: Int) -> [Int] {
    var found: [Int] = []
    var at = Int(nodes[node].parent)
    while at >= 0 {
      found.append(at)
      at = Int(nodes[at].parent)
    }
    return found
  }
}
