/// A list of plain values in one block of memory that its owner frees.
///
/// Copies share the block: what costs an array its reference counts and uniqueness checks in the parser's
/// inner loops costs nothing here. Every access is checked against `count`.
struct FlatList<Element: BitwiseCopyable> {
  private var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  /// An empty list with room for `capacity` values; `free()` gives it back.
  init(capacity: Int = 64) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  /// Frees the memory. The list and its copies must not be used again.
  func free() { base.deallocate() }

  var indices: Range<Int> { 0..<count }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count, "index out of range")
      return base[index]
    }
    nonmutating _modify {
      precondition(index >= 0 && index < count, "index out of range")
      yield &base[index]
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count += 1
  }

  mutating func removeAll() { count = 0 }

  /// Keeps the first `length` values.
  mutating func truncate(to length: Int) { count = min(count, max(0, length)) }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }

  /// Sorts the values from `start` on.
  func sort(from start: Int, by areInOrder: (Element, Element) -> Bool) {
    var values = UnsafeMutableBufferPointer(start: base + start, count: count - start)
    values.sort(by: areInOrder)
  }
}
