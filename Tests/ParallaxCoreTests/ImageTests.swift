import Testing

@testable import ParallaxCore

/// Bytes at an address that images need, for the time of a test.
func withAligned<Result>(_ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
  -> Result
{
  let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
  defer { memory.deallocate() }
  memory.copyBytes(from: bytes)
  return try body(UnsafeRawBufferPointer(rebasing: memory[..<bytes.count]))
}

@Suite("Images")
struct ImageTests {
  private static let image: [UInt8] = {
    var writer = ImageWriter()
    writer.append([UInt32](0..<7))
    writer.append(strings: ["", "naïve", "a"])
    writer.append([UInt64]())
    writer.append([UInt8(9)])
    return writer.image(key: 5)
  }()

  @Test("sections come back in order, aligned")
  func sections() throws {
    try withAligned(Self.image) { bytes in
      var reader = try #require(ImageReader(bytes, key: 5))
      let first = reader.read(UInt32.self)
      let numbers = try #require(first)
      #expect(Array(numbers.buffer) == Array(0..<7))
      #expect(UInt(bitPattern: numbers.start) % 16 == 0)
      let strings = reader.readStrings()
      #expect(strings == ["", "naïve", "a"])
      #expect(reader.read(UInt64.self)?.isEmpty == true)
      #expect(reader.read(UInt8.self).map { Array($0.buffer) } == [9])
      #expect(reader.read(UInt8.self) == nil, "no more sections")
    }
  }

  @Test("a section that is no whole number of values is not read")
  func oddSize() throws {
    try withAligned(Self.image) { bytes in
      var reader = try #require(ImageReader(bytes, key: 5))
      #expect(reader.read(UInt64.self) == nil)
    }
  }

  @Test("any byte that changed, any missing end, another key: no image")
  func damage() {
    for place in Self.image.indices {
      var damaged = Self.image
      damaged[place] ^= 1 << UInt8(place % 8)
      #expect(withAligned(damaged) { ImageReader($0, key: 5) == nil }, "byte \(place)")
    }
    for count in Self.image.indices {
      #expect(withAligned(Array(Self.image[..<count])) { ImageReader($0, key: 5) == nil })
    }
    #expect(withAligned(Self.image) { ImageReader($0, key: 6) == nil })
    #expect(withAligned([0] + Self.image) { ImageReader(.init(rebasing: $0[1...]), key: 5) == nil })
  }

  @Test("a fingerprint tells order, length and every bit")
  func fingerprints() {
    var seen: Set<UInt64> = []
    let text = (0..<100).map { UInt8($0) }
    for place in text.indices {
      for bit in 0..<8 {
        var other = text
        other[place] ^= 1 << UInt8(bit)
        seen.insert(other.withUnsafeBytes { Fingerprint.of($0) })
      }
    }
    for count in 0...text.count { seen.insert(text[..<count].withUnsafeBytes { Fingerprint.of($0) }) }
    seen.insert(text.reversed().withUnsafeBytes { Fingerprint.of($0) })
    #expect(seen.count == 800 + 101 + 1)
  }
}
