#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An IP address, and whether it is one of the public internet.
///
/// - SeeAlso: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890).
struct NetworkAddress: Equatable, Sendable {
  /// 4 or 16 bytes, most significant first.
  let bytes: [UInt8]

  /// Makes an address of 4 or 16 bytes.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads `192.0.2.1` or `2001:db8::1`; nil when it is neither.
  init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      self.init(withUnsafeBytes(of: four) { Array($0) })
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      self.init(withUnsafeBytes(of: six) { Array($0) })
    } else {
      return nil
    }
  }

  /// Reads the address of a socket; nil when it is no IP address.
  init?(_ socket: UnsafeRawBufferPointer) {
    guard socket.count >= MemoryLayout<sockaddr>.size else { return nil }
    switch Int32(socket.loadUnaligned(as: sockaddr.self).sa_family) {
    case AF_INET where socket.count >= MemoryLayout<sockaddr_in>.size:
      let address = socket.loadUnaligned(as: sockaddr_in.self).sin_addr
      self.init(withUnsafeBytes(of: address) { Array($0) })
    case AF_INET6 where socket.count >= MemoryLayout<sockaddr_in6>.size:
      let address = socket.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      self.init(withUnsafeBytes(of: address) { Array($0) })
    default: return nil
    }
  }

  /// What sort of network the address belongs to when it is none of the public internet, else nil.
  var restriction: String? {
    bytes.count == 4 ? Self.restriction(ofFour: bytes[...]) : Self.restriction(ofSix: bytes)
  }

  /// The address as it is usually written.
  var description: String {
    var text = [CChar](repeating: 0, count: 64)
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "?" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private struct Block {
    let prefix: [UInt8]
    let length: Int
    let name: String

    init(_ prefix: [UInt8], _ length: Int, _ name: String) {
      self.prefix = prefix
      self.length = length
      self.name = name
    }

    func contains(_ bytes: ArraySlice<UInt8>) -> Bool {
      var rest = length
      for (byte, wanted) in zip(bytes, prefix) {
        guard rest > 0 else { return true }
        let mask = rest >= 8 ? 0xFF : ~(UInt8(0xFF) >> UInt8(rest))
        if byte & mask != wanted & mask { return false }
        rest -= 8
      }
      return true
    }
  }

  private static let fourBlocks = [
    Block([0], 8, "this network"), Block([10], 8, "private"), Block([100, 64], 10, "carrier-internal"),
    Block([127], 8, "loopback"), Block([169, 254], 16, "link-local"), Block([172, 16], 12, "private"),
    Block([192, 0, 0], 24, "reserved"), Block([192, 0, 2], 24, "documentation"),
    Block([192, 88, 99], 24, "reserved"), Block([192, 168], 16, "private"),
    Block([198, 18], 15, "benchmarking"), Block([198, 51, 100], 24, "documentation"),
    Block([203, 0, 113], 24, "documentation"), Block([224], 4, "multicast"), Block([240], 4, "reserved"),
    // A public number that clouds answer with the metadata of the machine.
    Block([168, 63, 129, 16], 32, "cloud metadata"),
  ]

  private static let sixBlocks = [
    Block([0x01, 0, 0, 0, 0, 0, 0, 0], 64, "discard-only"),
    Block([0x00, 0x64, 0xFF, 0x9B, 0, 1], 48, "private"),
    Block([0x20, 0x01, 0], 23, "reserved"), Block([0x20, 0x01, 0x0D, 0xB8], 32, "documentation"),
    Block([0x3F, 0xFF, 0], 20, "documentation"), Block([0x5F, 0], 16, "reserved"),
    Block([0xFC], 7, "private"), Block([0xFE, 0x80], 10, "link-local"), Block([0xFE, 0xC0], 10, "private"),
    Block([0xFF], 8, "multicast"),
  ]

  private static func restriction(ofFour bytes: ArraySlice<UInt8>) -> String? {
    fourBlocks.first { $0.contains(bytes) }?.name
  }

  private static func restriction(ofSix bytes: [UInt8]) -> String? {
    guard bytes.count == 16 else { return "unknown" }
    let zeros = bytes.prefix { $0 == 0 }.count
    if zeros == 16 { return "this network" }
    if zeros == 15, bytes[15] == 1 { return "loopback" }
    // Addresses that carry one of IPv4: mapped, translated, compatible, 6to4.
    let isMapped = zeros >= 10 && bytes[10] == 0xFF && bytes[11] == 0xFF
    let isTranslated = zeros == 8 && bytes[8] == 0xFF && bytes[9] == 0xFF && bytes[10] == 0 && bytes[11] == 0
    let isNAT64 = bytes[..<12].elementsEqual([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0])
    if isMapped || isTranslated || isNAT64 { return restriction(ofFour: bytes[12...]) }
    if zeros >= 12 { return "reserved" }
    if bytes[0] == 0x20, bytes[1] == 0x02 { return restriction(ofFour: bytes[2..<6]) }
    return sixBlocks.first { $0.contains(bytes[...]) }?.name
  }
}
