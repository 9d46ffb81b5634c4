/// Writes JSON into a byte buffer, keys in the order of the calls, so the same data give the same bytes.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.field("id", "a1")
///       json.array("spans") { json in json.value(3) }
///     }
///
/// Foundation's encoder keeps no key order and is an order of magnitude slower. A writer owns its buffer and is
/// not copied.
public struct JSONWriter: ~Copyable {
  @usableFromInline var buffer: ByteBuffer
  @usableFromInline var needsComma = false

  /// Starts with an empty buffer.
  public init(capacity: Int = 4096) { buffer = ByteBuffer(capacity: capacity) }

  /// What was written so far.
  ///
  /// - Complexity: O(n), a copy.
  public var bytes: [UInt8] { buffer.bytes }

  /// What was written, as text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Empties the buffer and keeps its storage.
  public mutating func removeAll() {
    buffer.removeAll()
    needsComma = false
  }

  /// Ends a line of NDJSON.
  public mutating func newline() {
    buffer.append(0x0A)
    needsComma = false
  }

  // MARK: Values

  /// Writes an object as the next value.
  @inlinable @inline(__always)
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    buffer.append(0x7B)
    needsComma = false
    body(&self)
    buffer.append(0x7D)
    needsComma = true
  }

  /// Writes an array as the next value.
  @inlinable @inline(__always)
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    buffer.append(0x5B)
    needsComma = false
    body(&self)
    buffer.append(0x5D)
    needsComma = true
  }

  /// Writes a string.
  public mutating func value(_ string: String) {
    separate()
    var copy = string
    copy.withUTF8 { buffer.appendQuoted($0) }
    needsComma = true
  }

  /// Writes UTF-8 bytes as a string.
  public mutating func value(utf8: ArraySlice<UInt8>) {
    separate()
    utf8.withUnsafeBufferPointer { buffer.appendQuoted($0) }
    needsComma = true
  }

  /// Writes a whole number.
  @inlinable
  public mutating func value(_ number: Int) {
    separate()
    buffer.append(number: number)
    needsComma = true
  }

  /// Writes a number rounded to `decimals` places; null when it is not finite.
  @inlinable
  public mutating func value(_ number: Double, decimals: Int = 4) {
    separate()
    buffer.append(number: number, decimals: decimals)
    needsComma = true
  }

  /// Writes `true` or `false`.
  @inlinable
  public mutating func value(_ flag: Bool) {
    separate()
    if flag { buffer.append("true") } else { buffer.append("false") }
    needsComma = true
  }

  /// Writes `null`.
  @inlinable
  public mutating func null() {
    separate()
    buffer.append("null")
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
        buffer.append(text: "\(number)")
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
    copy.withUTF8 { buffer.appendQuoted($0) }
    buffer.append(0x3A)
    needsComma = false
  }

  /// Writes a key that is plain ASCII without escapes.
  @inlinable @inline(__always)
  public mutating func key(_ name: StaticString) {
    buffer.append(key: name, behindComma: needsComma)
    needsComma = false
  }

  /// Writes a string member, or null.
  @inlinable
  public mutating func field(_ name: StaticString, _ string: String?) {
    key(name)
    if let string { value(string) } else { null() }
  }

  /// Writes a whole number member, or null.
  @inlinable
  public mutating func field(_ name: StaticString, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// Writes a number member rounded to `decimals` places, or null.
  @inlinable
  public mutating func field(_ name: StaticString, _ number: Double?, decimals: Int = 4) {
    key(name)
    if let number { value(number, decimals: decimals) } else { null() }
  }

  /// Writes a truth value member.
  @inlinable
  public mutating func field(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// Writes an object member.
  @inlinable @inline(__always)
  public mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// Writes an array member.
  @inlinable @inline(__always)
  public mutating func array(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }

  @inlinable @inline(__always)
  mutating func separate() {
    if needsComma { buffer.append(0x2C) }
  }
}
