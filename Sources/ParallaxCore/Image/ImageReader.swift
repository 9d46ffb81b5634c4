/// Reads the sections of an image in the order in which `ImageWriter` got them, in place.
package struct ImageReader {
  private let bytes: UnsafeRawBufferPointer
  private let base: UnsafeRawPointer
  private let count: Int
  private var next = 0

  /// Opens an image; nil when it is no image, was made of something else than `key` says, or is not as it was
  /// written.
  ///
  /// - Parameter bytes: Aligned to 16 bytes; must outlive what is read.
  /// - Complexity: O(n), a pass of the fingerprint over all bytes.
  package init?(_ bytes: UnsafeRawBufferPointer, key: UInt64) {
    guard let base = bytes.baseAddress, bytes.count >= ImageLayout.head,
      UInt(bitPattern: base) % UInt(ImageLayout.alignment) == 0
    else { return nil }
    func number(_ place: Int) -> UInt64 { bytes.load(fromByteOffset: place, as: UInt64.self) }
    guard number(0) == ImageLayout.magic, number(8) == key, number(16) == UInt64(bytes.count),
      number(32) <= UInt64(ImageLayout.mostSections)
    else { return nil }
    count = Int(number(32))
    guard ImageLayout.head + count * 16 <= bytes.count,
      number(24) == Fingerprint.of(UnsafeRawBufferPointer(rebasing: bytes[(ImageLayout.head - 8)...]))
    else { return nil }
    self.bytes = bytes
    self.base = base
  }

  /// The next section as values of a type; nil when there is none or it does not hold a whole number of them.
  package mutating func read<Element: BitwiseCopyable>(_ type: Element.Type) -> FlatArray<Element>? {
    guard next < count else { return nil }
    let place = ImageLayout.head + next * 16
    next += 1
    let offset = bytes.load(fromByteOffset: place, as: UInt64.self)
    let size = bytes.load(fromByteOffset: place + 8, as: UInt64.self)
    guard offset % UInt64(ImageLayout.alignment) == 0, offset <= UInt64(bytes.count),
      size <= UInt64(bytes.count) - offset, Int(size) % MemoryLayout<Element>.stride == 0
    else { return nil }
    let values = Int(size) / MemoryLayout<Element>.stride
    return FlatArray(
      start: (base + Int(offset)).bindMemory(to: Element.self, capacity: values), count: values)
  }

  /// The next section as texts.
  package mutating func readStrings() -> [String]? {
    guard let counts = read(UInt32.self), let text = read(UInt8.self) else { return nil }
    var strings: [String] = []
    var start = 0
    for count in counts.buffer {
      guard Int(count) <= text.count - start else { return nil }
      strings.append(String(decoding: text.buffer[start..<start + Int(count)], as: UTF8.self))
      start += Int(count)
    }
    return strings
  }
}
