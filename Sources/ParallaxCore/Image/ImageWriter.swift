/// The layout that `ImageWriter` and `ImageReader` share: a head, a table of sections, the sections.
///
/// All numbers are 64 bits wide, in the byte order of the machine; sections begin at multiples of 16.
///
/// | place | holds |
/// |---|---|
/// | 0 | `magic`, which also tells the byte order |
/// | 8 | the key: what the image was made of |
/// | 16 | number of bytes of the whole image |
/// | 24 | fingerprint of everything behind the head |
/// | 32 | number of sections |
/// | 40 | offset and number of bytes of each section |
enum ImageLayout {
  static let magic: UInt64 = 0x3158_4C50_4741_4D49
  static let head = 40
  static let alignment = 16
  /// More sections than any image has.
  static let mostSections = 256
}

/// Writes flat arrays one after the other into an image that `ImageReader` reads in place.
package struct ImageWriter {
  private var sections: [[UInt8]] = []

  package init() {}

  /// Adds an array of plain values without padding.
  package mutating func append<Element: BitwiseCopyable>(_ values: some Sequence<Element>) {
    var bytes: [UInt8] = []
    Array(values).withUnsafeBytes { bytes = Array($0) }
    sections.append(bytes)
  }

  /// Adds an array that lies elsewhere.
  package mutating func append<Element: BitwiseCopyable>(_ values: FlatArray<Element>) {
    append(values.buffer)
  }

  /// Adds texts.
  package mutating func append(strings: [String]) {
    append(strings.map { UInt32($0.utf8.count) })
    append(strings.flatMap { Array($0.utf8) })
  }

  /// The image. The same sections and key give the same bytes.
  package func image(key: UInt64) -> [UInt8] {
    var table: [UInt64] = [UInt64(sections.count)]
    var offset = Self.aligned(ImageLayout.head + sections.count * 16)
    for section in sections {
      table += [UInt64(offset), UInt64(section.count)]
      offset = Self.aligned(offset + section.count)
    }
    var body: [UInt8] = []
    body.reserveCapacity(offset)
    table.withUnsafeBytes { body.append(contentsOf: $0) }
    let start = ImageLayout.head - 8
    for section in sections {
      body += [UInt8](repeating: 0, count: Self.aligned(body.count + start) - start - body.count)
      body += section
    }
    body += [UInt8](repeating: 0, count: offset - start - body.count)
    let fingerprint = body.withUnsafeBytes { Fingerprint.of($0) }
    var image: [UInt8] = []
    image.reserveCapacity(offset)
    [ImageLayout.magic, key, UInt64(offset), fingerprint].withUnsafeBytes { image.append(contentsOf: $0) }
    return image + body
  }

  private static func aligned(_ offset: Int) -> Int {
    (offset + ImageLayout.alignment - 1) / ImageLayout.alignment * ImageLayout.alignment
  }
}
