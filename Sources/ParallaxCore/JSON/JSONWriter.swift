/// Writes JSON into a byte buffer, keys in the order of the calls, so the same data give the same bytes.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.field("id", "a1")
///       json.array("spans") { json in json.value(3) }
///     }
///
/// Foundation's encoder keeps no key order and is an order of magnitude slower.
public struct JSONWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Starts with an empty buffer.
  public init(capacity: Int = 4096) { bytes.reserveCapacity(capacity) }

  /// What was written, as text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Empties the buffer and keeps its storage.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Ends a line of NDJSON.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  // MARK: Values

  /// Writes an object as the next value.
  @inline(__always)
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(0x7B)
    needsComma = false
    body(&self)
    bytes.append(0x7D)
    needsComma = true
  }

  /// Writes an array as the next value.
  @inline(__always)
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(0x5B)
    needsComma = false
    body(&self)
    bytes.append(0x5D)
    needsComma = true
  }

  /// Writes a string.
  public mutating func value(_ string: String) {
    separate()
    var copy = string
    copy.withUTF8 { appendQuoted($0) }
    needsComma = true
  }

  /// Writes UTF-8 bytes as a string.
  public mutating func value(utf8: ArraySlice<UInt8>) {
    separate()
    utf8.withUnsafeBufferPointer { appendQuoted($0) }
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func value(_ number: Int) {
    separate()
    appendInteger(number)
    needsComma = true
  }

  /// Writes a number rounded to `decimals` places; null when it is not finite.
  public mutating func value(_ number: Double, decimals: Int = 4) {
    separate()
    appendNumber(number, decimals: decimals)
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func value(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: flag ? Self.trueBytes : Self.falseBytes)
    needsComma = true
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: Self.nullBytes)
    needsComma = true
  }

  /// Writes a parsed value again.
  public mutating func value(_ json: JSONValue) {
    switch json {
    case .null: null()
    case .bool(let flag): value(flag)
    case .number(let number):
      if number.rounded() == number && abs(number) < 9e15 {
        value(Int(number))
      } else {
        separate()
        bytes.append(contentsOf: "\(number)".utf8)
        needsComma = true
      }
    case .string(let string): value(string)
    case .array(let items): array { json in for item in items { json.value(item) } }
    case .object(let members):
      object { json in
        for member in members {
          json.key(member.key)
          json.value(member.value)
        }
      }
    }
  }

  // MARK: Fields

  /// Writes a key; the next call must write its value.
  public mutating func key(_ name: String) {
    separate()
    var copy = name
    copy.withUTF8 { appendQuoted($0) }
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes a key that is plain ASCII without escapes.
  @inline(__always)
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes a string member, or null.
  public mutating func field(_ name: StaticString, _ string: String?) {
    key(name)
    if let string { value(string) } else { null() }
  }

  /// Writes a whole number member, or null.
  public mutating func field(_ name: StaticString, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// Writes a number member rounded to `decimals` places, or null.
  public mutating func field(_ name: StaticString, _ number: Double?, decimals: Int = 4) {
    key(name)
    if let number { value(number, decimals: decimals) } else { null() }
  }

  /// Writes a truth value member.
  public mutating func field(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// Writes an object member.
  @inline(__always)
  public mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// Writes an array member.
  @inline(__always)
  public mutating func array(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }

  // MARK: Bytes

  private static let trueBytes = Array("true".utf8)
  private static let falseBytes = Array("false".utf8)
  private static let nullBytes = Array("null".utf8)
  private static let hexadecimal = Array("0123456789abcdef".utf8)

  @inline(__always)
  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
  }

  private mutating func appendInteger(_ number: Int) {
    if number >= 0 && number < 10 {
      bytes.append(0x30 + UInt8(number))
      return
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var rest = number.magnitude
      var at = 24
      repeat {
        at -= 1
        digits[at] = 0x30 + UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      if number < 0 {
        at -= 1
        digits[at] = 0x2D
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[at..<24]))
    }
  }

  private mutating func appendNumber(_ number: Double, decimals: Int) {
    guard number.isFinite else {
      bytes.append(contentsOf: Self.nullBytes)
      return
    }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (number * scale).rounded()
    guard abs(scaled) < 9e15 else {
      bytes.append(contentsOf: "\(number)".utf8)
      return
    }
    var whole = Int(scaled)
    if whole < 0 {
      bytes.append(0x2D)
      whole = -whole
    }
    let unit = Int(scale)
    appendInteger(whole / unit)
    var fraction = whole % unit
    guard fraction > 0 else { return }
    var places = decimals
    while fraction % 10 == 0 {
      fraction /= 10
      places -= 1
    }
    bytes.append(0x2E)
    var digits: [UInt8] = []
    for _ in 0..<places {
      digits.append(0x30 + UInt8(fraction % 10))
      fraction /= 10
    }
    bytes.append(contentsOf: digits.reversed())
  }

  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(0x22)
    var runStart = 0
    for index in 0..<text.count {
      let byte = text[index]
      if byte >= 0x20 && byte != 0x22 && byte != 0x5C { continue }
      if index > runStart { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index])) }
      runStart = index + 1
      bytes.append(0x5C)
      switch byte {
      case 0x22, 0x5C: bytes.append(byte)
      case 0x0A: bytes.append(0x6E)
      case 0x0D: bytes.append(0x72)
      case 0x09: bytes.append(0x74)
      default:
        bytes.append(contentsOf: [0x75, 0x30, 0x30])
        bytes.append(Self.hexadecimal[Int(byte >> 4)])
        bytes.append(Self.hexadecimal[Int(byte & 15)])
      }
    }
    if runStart < text.count { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...])) }
    bytes.append(0x22)
  }
}
