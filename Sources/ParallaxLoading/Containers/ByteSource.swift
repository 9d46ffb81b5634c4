/// Gives the bytes of a file or stream piece by piece, in order.
package protocol ByteSource: AnyObject {
  /// The next bytes, never empty; nil at the end.
  ///
  /// - Throws: `LoadingError` when they cannot be read; nothing comes after that.
  func next() throws(LoadingError) -> [UInt8]?
}

/// Bytes that are in memory already.
package final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private let pieceLength: Int
  private var position = 0

  /// - Parameter pieceLength: Bytes to give at a time.
  package init(_ bytes: [UInt8], pieceLength: Int = 1 << 18) {
    self.bytes = bytes
    self.pieceLength = max(1, pieceLength)
  }

  package func next() throws(LoadingError) -> [UInt8]? {
    guard position < bytes.count else { return nil }
    let end = min(bytes.count, position + pieceLength)
    defer { position = end }
    return Array(bytes[position..<end])
  }
}
