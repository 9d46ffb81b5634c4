/// An address on the web, as far as it must be understood before it is asked for.
struct WebAddress: Equatable {
  /// The address in ASCII, as it is asked for.
  let text: String

  /// Why an address is not read.
  struct Refusal: Error, Equatable { var reason: String }

  /// Checks an address.
  init(_ address: String) throws(Refusal) {
    let lowercased = address.lowercased()
    guard let scheme = ["http://", "https://"].first(where: lowercased.hasPrefix) else {
      let name = lowercased.prefix { $0 != ":" }
      throw Refusal(
        reason: "addresses of the kind “\(name.prefix(20)):” are not read; only http and https are")
    }
    let bytes = Array(address.utf8)
    let rest = bytes[scheme.utf8.count...]
    let authority = rest.prefix { !"/?#\\".utf8.contains($0) }
    guard !authority.isEmpty else { throw Refusal(reason: "the address names no server") }
    guard !authority.contains(UInt8(ascii: "@")) else {
      throw Refusal(
        reason: "addresses with a user name or password are not read; it would show in the results")
    }
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw Refusal(reason: "the address holds a control character")
    }
    text =
      scheme + String(decoding: authority, as: UTF8.self)
      + Self.escaped(rest.dropFirst(authority.count).prefix { $0 != UInt8(ascii: "#") })
  }

  /// The path and query with blanks and letters outside ASCII written as `%20`, `%C3%A9`.
  private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in bytes {
      if byte > 0x20 && byte < 0x7F {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
