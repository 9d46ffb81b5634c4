/// A fast 64-bit hash of bytes, to notice that a file changed; no defence against who wants to deceive.
package struct Fingerprint: Sendable {
  private var lanes: (UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB, 0x2545_F491_4F6C_DD1D
  )

  package init() {}

  /// The fingerprint of some bytes.
  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    return fingerprint.value
  }

  /// Adds bytes and their number.
  ///
  /// - Complexity: O(n), 32 bytes a step.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var (a, b, c, d) = lanes
    var offset = 0
    while offset + 32 <= bytes.count {
      a = Self.mix(a, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      b = Self.mix(b, bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
      c = Self.mix(c, bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
      d = Self.mix(d, bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
      offset += 32
    }
    while offset < bytes.count {
      a = Self.mix(a, UInt64(bytes[offset]))
      offset += 1
    }
    lanes = (Self.mix(a, UInt64(bytes.count)), b, c, d)
  }

  /// Adds a number.
  package mutating func add(_ number: UInt64) { lanes.0 = Self.mix(lanes.0, number) }

  /// The fingerprint of everything added, in order.
  package var value: UInt64 {
    var value = lanes.0
    for lane in [lanes.1, lanes.2, lanes.3] { value = Self.mix(value, lane) }
    return value ^ value >> 32
  }

  @inline(__always)
  private static func mix(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let product = (lane ^ word) &* 0x9FB2_1C65_1E98_DF25
    return product ^ product >> 29
  }
}
