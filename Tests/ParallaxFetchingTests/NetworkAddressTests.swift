import Testing

@testable import ParallaxFetching

@Suite("Which addresses are public")
struct NetworkAddressTests {
  /// First and last address of each block, with what it is.
  static let blocks: [(String, String, String)] = [
    ("0.0.0.0", "0.255.255.255", "this network"), ("10.0.0.0", "10.255.255.255", "private"),
    ("100.64.0.0", "100.127.255.255", "carrier-internal"), ("127.0.0.0", "127.255.255.255", "loopback"),
    ("169.254.0.0", "169.254.255.255", "link-local"), ("172.16.0.0", "172.31.255.255", "private"),
    ("192.0.0.0", "192.0.0.255", "reserved"), ("192.0.2.0", "192.0.2.255", "documentation"),
    ("192.88.99.0", "192.88.99.255", "reserved"), ("192.168.0.0", "192.168.255.255", "private"),
    ("198.18.0.0", "198.19.255.255", "benchmarking"), ("198.51.100.0", "198.51.100.255", "documentation"),
    ("203.0.113.0", "203.0.113.255", "documentation"), ("224.0.0.0", "239.255.255.255", "multicast"),
    ("240.0.0.0", "255.255.255.255", "reserved"), ("168.63.129.16", "168.63.129.16", "cloud metadata"),
    ("::", "::", "this network"), ("::1", "::1", "loopback"), ("::2", "::ffff:ffff", "reserved"),
    ("64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff", "private"),
    ("100::", "100::ffff:ffff:ffff:ffff", "discard-only"), ("2001::", "2001:1ff:ffff::", "reserved"),
    ("2001:db8::", "2001:db8:ffff::1", "documentation"), ("3fff::", "3fff:fff:ffff::", "documentation"),
    ("5f00::", "5f00:ffff::", "reserved"), ("fc00::", "fdff:ffff::", "private"),
    ("fe80::", "febf:ffff::", "link-local"), ("fec0::", "feff:ffff::", "private"),
    ("ff00::", "ffff:ffff::", "multicast"), ("fd00:ec2::254", "fd00:ec2::254", "private"),
  ]

  /// The addresses right before and after the blocks, and some well-known ones.
  static let open = [
    "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
    "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.1.0",
    "192.0.3.0", "192.88.98.255", "192.88.100.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
    "198.20.0.0", "198.51.99.255", "198.51.101.0", "203.0.112.255", "203.0.114.0", "223.255.255.255",
    "168.63.129.15", "168.63.129.17", "8.8.8.8", "64:ff9b:2::", "ff:ffff::", "100:0:0:1::", "101::",
    "2000:ffff::", "2001:200::", "2001:db7:ffff::", "2001:db9::", "3ffe:ffff::", "3fff:1000::", "5eff:ffff::",
    "5f01::", "fbff:ffff::", "fe00::", "fe7f:ffff::", "2606:4700::1111", "2a00:1450::1",
  ]

  @Test("Both ends of each block", arguments: blocks)
  func blocked(first: String, last: String, kind: String) throws {
    #expect(try #require(NetworkAddress(first)).restriction == kind)
    #expect(try #require(NetworkAddress(last)).restriction == kind)
  }

  @Test("Their neighbours", arguments: open)
  func neighbours(address: String) throws {
    #expect(try #require(NetworkAddress(address)).restriction == nil)
  }

  @Test("An address of IPv4 inside one of IPv6 is judged as itself")
  func embedded() throws {
    for address in Self.blocks.flatMap({ [$0.0, $0.1] }) + Self.open where !address.contains(":") {
      let four = try #require(NetworkAddress(address))
      let six = ["::ffff:\(address)", "64:ff9b::\(address)", "::ffff:0:\(address)"].map(NetworkAddress.init)
      let hex = four.bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
      let relayed = NetworkAddress("2002:\(hex[0])\(hex[1]):\(hex[2])\(hex[3])::1")
      for carrier in six + [relayed] { #expect(try #require(carrier).restriction == four.restriction) }
    }
  }

  @Test("What is no address, and how one is written")
  func texts() {
    for text in ["", "localhost", "1.2.3", "1.2.3.4.5", "256.0.0.1", ":::", "0x7f.0.0.1"] {
      #expect(NetworkAddress(text) == nil)
    }
    #expect(NetworkAddress("::FFFF:10.0.0.1")?.description == "::ffff:10.0.0.1")
    #expect(NetworkAddress([127, 0, 0, 1]).description == "127.0.0.1")
  }
}
