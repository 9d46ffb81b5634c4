/// Decompresses whole inputs that are in memory, up to a limit.
package enum Decompression {
  /// The two bytes that every gzip member begins with.
  static let gzipMagic: [UInt8] = [0x1F, 0x8B]
  private static let pieceLength = 1 << 16

  /// Whether bytes begin as gzip data do.
  package static func isGzip(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: gzipMagic) }

  /// The contents of a gzip file: of all its members, one after the other.
  ///
  /// - Parameters:
  ///   - limit: Decompressed bytes that are too many when passed; memory stays below it.
  ///   - ignoresTrailing: Whether foreign bytes after the last member are passed over. Zeros always are, which
  ///     pad files on tapes.
  /// - Complexity: O(n) in the size of input and output.
  package static func gunzip(
    _ bytes: [UInt8], limit: Int, ignoresTrailing: Bool = false
  ) throws(CompressionFault) -> [UInt8] {
    var output: [UInt8] = []
    var rest = bytes[...]
    repeat {
      rest = try inflate(rest, .gzip, into: &output, limit: limit)
      if rest.first == 0 { rest = rest.drop { $0 == 0 } }
    } while isGzip(rest)
    if !rest.isEmpty && !ignoresTrailing { throw .trailing }
    return output
  }

  /// The contents of HTTP's `deflate`: with a zlib header as the standard says, or without as some servers send.
  ///
  /// - SeeAlso: RFC 9110, 8.4.1.2.
  static func undeflate(_ bytes: [UInt8], limit: Int) throws(CompressionFault) -> [UInt8] {
    var output: [UInt8] = []
    let hasHeader =
      bytes.count >= 2 && bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
    _ = try inflate(bytes[...], hasHeader ? .zlib : .none, into: &output, limit: limit)
    return output
  }

  /// Decompresses one stream.
  ///
  /// - Returns: What follows it.
  private static func inflate(
    _ bytes: ArraySlice<UInt8>, _ wrapper: Inflater.Wrapper, into output: inout [UInt8], limit: Int
  ) throws(CompressionFault) -> ArraySlice<UInt8> {
    let inflater = Inflater(wrapper)
    var rest = bytes
    while true {
      let before = output.count
      guard let step = inflater.step(rest, into: &output, room: pieceLength) else {
        throw .corrupt(inflater.complaint)
      }
      rest = rest.dropFirst(step.consumed)
      if output.count > limit { throw .tooLong(limit: limit) }
      if step.isComplete { return rest }
      if rest.isEmpty && output.count == before { throw .truncated }
    }
  }
}
