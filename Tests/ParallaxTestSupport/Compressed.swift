internal import CZlib

/// Compresses test data the three ways that files and servers do.
public enum Compressed {
  /// A zlib stream, RFC 1950.
  public static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var output = [UInt8](repeating: 0, count: Int(length))
    compress2(&output, &length, bytes, UInt(bytes.count), 6)
    return Array(output.prefix(Int(length)))
  }

  /// A bare deflate stream, RFC 1951.
  public static func deflate(_ bytes: [UInt8]) -> [UInt8] { Array(zlib(bytes).dropFirst(2).dropLast(4)) }

  /// One gzip member, RFC 1952.
  public static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    let checksum = UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
    var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    member += deflate(bytes)
    for number in [checksum, UInt32(truncatingIfNeeded: bytes.count)] {
      for shift in [0, 8, 16, 24] { member.append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
    }
    return member
  }
}
