/// Bytes that grow at the end, for `JSONWriter`: most of a batch's time is spent on what is written here.
@usableFromInline
struct ByteBuffer: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var count = 0

  init(capacity: Int) {
    self.capacity = max(64, capacity)
    start = .allocate(capacity: self.capacity)
  }

  @inlinable deinit { start.deallocate() }

  /// A copy of what is held.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Empties the buffer and keeps its room.
  mutating func removeAll() { count = 0 }

  /// Makes room for more bytes.
  @inlinable @inline(__always)
  mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @usableFromInline @inline(never)
  mutating func grow(_ more: Int) {
    let larger = max(count + more, capacity * 2)
    let place = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    place.update(from: start, count: count)
    start.deallocate()
    start = place
    capacity = larger
  }

  // MARK: Text

  @inlinable @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  @inlinable @inline(__always)
  mutating func append(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    put(text.utf8Start, text.utf8CodeUnitCount)
  }

  mutating func append(text: String) {
    var text = text
    text.withUTF8 { bytes in
      guard let first = bytes.baseAddress else { return }
      reserve(bytes.count)
      put(first, bytes.count)
    }
  }

  /// A key in quotation marks and its colon, of plain ASCII without escapes.
  @inlinable @inline(__always)
  mutating func append(key: StaticString, behindComma: Bool) {
    let length = key.utf8CodeUnitCount
    reserve(length + 4)
    if behindComma {
      start[count] = 0x2C
      count += 1
    }
    start[count] = 0x22
    count += 1
    put(key.utf8Start, length)
    start[count] = 0x22
    start[count + 1] = 0x3A
    count += 2
  }

  /// Copies bytes for which there is room.
  @inlinable @inline(__always)
  mutating func put(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    (start + count).update(from: bytes, count: length)
    count += length
  }

  /// UTF-8 in quotation marks, with escapes where JSON wants them.
  mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    reserve(text.count + 2)
    start[count] = 0x22
    count += 1
    if let first = text.baseAddress {
      var at = 0
      while at < text.count {
        let end = Self.endOfPlain(text, from: at)
        reserve(end - at + 7)
        put(first + at, end - at)
        at = end
        if at < text.count {
          appendEscape(of: text[at])
          at += 1
        }
      }
    }
    append(0x22)
  }

  /// One past the last byte from `at` on that needs no escape.
  private static func endOfPlain(_ text: UnsafeBufferPointer<UInt8>, from at: Int) -> Int {
    var at = at
    let bytes = UnsafeRawBufferPointer(text)
    while at + 8 <= text.count, !holdsEscape(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) {
      at += 8
    }
    while at < text.count, text[at] >= 0x20, text[at] != 0x22, text[at] != 0x5C { at += 1 }
    return at
  }

  /// Whether one of eight bytes needs an escape: a control, a quotation mark or a backslash.
  @inline(__always)
  private static func holdsEscape(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let controls = (word &- ones &* 0x20) & ~word
    let quotes = word ^ (ones &* 0x22)
    let slashes = word ^ (ones &* 0x5C)
    return (controls | ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)) & (ones &* 0x80) != 0
  }

  private mutating func appendEscape(of byte: UInt8) {
    append(0x5C)
    switch byte {
    case 0x22, 0x5C: append(byte)
    case 0x0A: append(0x6E)
    case 0x0D: append(0x72)
    case 0x09: append(0x74)
    default:
      append("u00")
      for digit in [byte >> 4, byte & 15] { append(digit < 10 ? digit + 0x30 : digit + 0x57) }
    }
  }

  // MARK: Numbers

  @usableFromInline
  mutating func append(number: Int) {
    if number < 0 { append(0x2D) }
    append(magnitude: UInt64(number.magnitude))
  }

  @inline(__always)
  private mutating func append(magnitude: UInt64) {
    if magnitude < 10 { return append(0x30 + UInt8(magnitude)) }
    var digits = 2
    var bound: UInt64 = 100
    while digits < 19, magnitude >= bound {
      digits += 1
      bound &*= 10
    }
    if digits == 19, magnitude >= 10_000_000_000_000_000_000 { digits = 20 }
    append(magnitude, digits: digits)
  }

  /// The last digits of a number, with zeros before it where it has fewer.
  @inline(__always)
  private mutating func append(_ number: UInt64, digits: Int) {
    reserve(digits)
    var rest = number
    for place in stride(from: count + digits - 1, through: count, by: -1) {
      start[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }

  /// A number rounded to `decimals` places, without zeros at its end; `null` when it is not finite.
  @usableFromInline
  mutating func append(number: Double, decimals: Int) {
    guard number.isFinite else { return append("null") }
    var unit: UInt64 = 1
    for _ in 0..<decimals { unit &*= 10 }
    let scaled = (number * Double(unit)).rounded()
    guard abs(scaled) < 9e15 else { return append(text: "\(number)") }
    if scaled < 0 { append(0x2D) }
    let whole = UInt64(abs(scaled))
    // Nearly all numbers have four places; division by a constant is several times faster.
    append(magnitude: decimals == 4 ? whole / 10_000 : whole / unit)
    var fraction = decimals == 4 ? whole % 10_000 : whole % unit
    guard fraction > 0 else { return }
    var places = decimals
    while fraction % 10 == 0 {
      fraction /= 10
      places -= 1
    }
    append(0x2E)
    append(fraction, digits: places)
  }
}
