/// An array of plain values that others keep: in a `FlatMemory`, or in an image.
package struct FlatArray<Element: BitwiseCopyable>: @unchecked Sendable {
  // Sendable although it holds a pointer: what it leads to is only read.
  package let start: UnsafePointer<Element>
  package let count: Int

  package init(start: UnsafePointer<Element>, count: Int) {
    self.start = start
    self.count = count
  }

  package var isEmpty: Bool { count == 0 }

  @inline(__always)
  package subscript(index: Int) -> Element { start[index] }

  package var buffer: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }
}

/// Flat arrays that stay where they are until their owner goes, for tables that threads read by pointer.
package final class FlatMemory: @unchecked Sendable {
  // Sendable although it holds pointers: filled by the one who makes it, then only read.
  private var blocks: [UnsafeMutableRawPointer] = []

  package init() {}

  /// A copy of an array.
  package func copy<Element: BitwiseCopyable>(_ array: [Element]) -> FlatArray<Element> {
    let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(1, array.count))
    pointer.initialize(from: array, count: array.count)
    blocks.append(UnsafeMutableRawPointer(pointer))
    return FlatArray(start: UnsafePointer(pointer), count: array.count)
  }

  deinit {
    for block in blocks { block.deallocate() }
  }
}
