/// What is wrong with compressed data.
package enum CompressionFault: Error, Equatable, CustomStringConvertible {
  /// The data end before the stream does.
  case truncated
  /// The data are no deflate stream, or their checksum is wrong; in zlib's words.
  case corrupt(String)
  /// Bytes that are no gzip member follow one.
  case trailing
  /// More decompressed bytes than the limit.
  case tooLong(limit: Int)

  /// What is wrong, to stand after a name and a colon.
  package var description: String {
    switch self {
    case .truncated: "the compressed data end too early; the file may not have been copied whole"
    case .corrupt(let complaint): "the compressed data are damaged (\(complaint))"
    case .trailing: "bytes that are no gzip data follow the compressed data"
    case .tooLong(let limit): "decompresses to more than the limit of \(limit) bytes"
    }
  }
}

extension LoadingError {
  /// The error of an input whose compressed data cannot be used.
  package init(_ fault: CompressionFault, source: String) {
    self =
      if case .tooLong(let limit) = fault {
        .overLimit(source: source, limit: limit, isDecompressed: true)
      } else {
        .damaged(source: source, reason: fault.description)
      }
  }
}
