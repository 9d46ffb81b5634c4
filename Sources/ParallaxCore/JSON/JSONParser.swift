/// Why a text is not JSON, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong and what would be right.
  public var message: String
  /// Line, from 1.
  public var line: Int
  /// Column in bytes, from 1.
  public var column: Int

  /// Message with its place.
  public var description: String { "line \(line), column \(column): \(message)" }
}

/// Reads JSON (RFC 8259) from UTF-8 bytes.
///
/// Broken UTF-8 and lone surrogates become U+FFFD, so that one bad letter does not lose a record; everything
/// else that the grammar forbids is an error with its place. Depth is limited to 256.
///
/// - Complexity: O(n).
public struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private static let depthLimit = 256

  /// Parses one value and nothing after it but white space.
  public static func parse(_ bytes: some Sequence<UInt8>) throws(JSONError) -> JSONValue {
    let copy = ContiguousArray(bytes)
    var result: Result<JSONValue, JSONError> = .success(.null)
    copy.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer)
      do throws(JSONError) {
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        if parser.at < buffer.count { throw parser.error("more text after the end of the value") }
        result = .success(value)
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func error(_ message: String) -> JSONError {
    var line = 1
    var lineStart = 0
    for index in 0..<min(at, bytes.count) where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    return JSONError(message: message, line: line, column: at - lineStart + 1)
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
      at += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    guard at < bytes.count else { throw error("the text ends where a value should stand") }
    guard depth <= Self.depthLimit else { throw error("nested more than \(Self.depthLimit) deep") }
    switch bytes[at] {
    case 0x7B: return try object(depth: depth)
    case 0x5B: return try array(depth: depth)
    case 0x22: return .string(try string())
    case 0x74: return try literal("true", .bool(true))
    case 0x66: return try literal("false", .bool(false))
    case 0x6E: return try literal("null", .null)
    case 0x2D, 0x30...0x39: return try number()
    default: throw error("expected a value, found \"\(shown(bytes[at]))\"")
    }
  }

  private func shown(_ byte: UInt8) -> String {
    byte >= 0x20 && byte < 0x7F ? String(Unicode.Scalar(byte)) : "byte \(byte)"
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count else { throw error("expected \(word)") }
    for index in 0..<count where bytes[at + index] != word.utf8Start[index] {
      throw error("expected \(word)")
    }
    at += count
    return value
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    at += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if at < bytes.count, bytes[at] == 0x7D {
      at += 1
      return .object(members)
    }
    while true {
      skipSpace()
      guard at < bytes.count, bytes[at] == 0x22 else { throw error("expected a name in quotation marks") }
      let key = try string()
      skipSpace()
      guard at < bytes.count, bytes[at] == 0x3A else { throw error("expected \":\" after a name") }
      at += 1
      members.append(.init(key: key, value: try value(depth: depth + 1)))
      skipSpace()
      guard at < bytes.count else { throw error("the text ends inside an object") }
      if bytes[at] == 0x2C {
        at += 1
      } else if bytes[at] == 0x7D {
        at += 1
        return .object(members)
      } else {
        throw error("expected \",\" or \"}\"")
      }
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    at += 1
    var items: [JSONValue] = []
    skipSpace()
    if at < bytes.count, bytes[at] == 0x5D {
      at += 1
      return .array(items)
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      guard at < bytes.count else { throw error("the text ends inside an array") }
      if bytes[at] == 0x2C {
        at += 1
      } else if bytes[at] == 0x5D {
        at += 1
        return .array(items)
      } else {
        throw error("expected \",\" or \"]\"")
      }
    }
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = at
    func isDigit(_ index: Int) -> Bool { index < bytes.count && bytes[index] &- 0x30 < 10 }
    if bytes[at] == 0x2D { at += 1 }
    guard isDigit(at) else { throw error("expected a digit") }
    if bytes[at] == 0x30 && isDigit(at + 1) { throw error("a number may not begin with 0") }
    while isDigit(at) { at += 1 }
    if at < bytes.count, bytes[at] == 0x2E {
      at += 1
      guard isDigit(at) else { throw error("expected a digit after the decimal point") }
      while isDigit(at) { at += 1 }
    }
    if at < bytes.count, bytes[at] | 32 == 0x65 {
      at += 1
      if at < bytes.count, bytes[at] == 0x2B || bytes[at] == 0x2D { at += 1 }
      guard isDigit(at) else { throw error("expected a digit in the exponent") }
      while isDigit(at) { at += 1 }
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard let value = Double(text), value.isFinite else { throw error("a number out of range") }
    return .number(value)
  }

  private mutating func string() throws(JSONError) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] >= 0x20 { at += 1 }
    if at < bytes.count, bytes[at] == 0x22 {
      at += 1
      return String(decoding: bytes[start..<at - 1], as: UTF8.self)
    }
    var text = [UInt8](bytes[start..<at])
    while true {
      let runStart = at
      while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] >= 0x20 { at += 1 }
      text.append(contentsOf: bytes[runStart..<at])
      guard at < bytes.count else { throw error("the text ends inside a string") }
      if bytes[at] == 0x22 {
        at += 1
        return String(decoding: text, as: UTF8.self)
      }
      guard bytes[at] == 0x5C else { throw error("a control character inside a string; write it as \\u00XX") }
      at += 1
      guard at < bytes.count else { throw error("the text ends inside a string") }
      try escape(into: &text)
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    let byte = bytes[at]
    at += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: text.append(byte)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75:
      var value = try hexadecimal()
      if value & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
        let back = at
        at += 2
        let low = try hexadecimal()
        if low & 0xFC00 == 0xDC00 {
          value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
        } else {
          at = back
        }
      }
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      text.append(contentsOf: String(Character(scalar)).utf8)
    default:
      at -= 1
      throw error("unknown escape \"\\\(shown(byte))\"")
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard at + 4 <= bytes.count else { throw error("the text ends inside \\u") }
    var value: UInt32 = 0
    for index in at..<at + 4 {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 32) - 0x57)
      default: throw error("\\u needs four hexadecimal digits")
      }
    }
    at += 4
    return value
  }
}
