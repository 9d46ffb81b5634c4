internal import CZlib

/// Decompresses one deflate stream piece by piece, in constant memory.
///
/// - SeeAlso: RFC 1950 (zlib), RFC 1951 (deflate), RFC 1952 (gzip).
final class Inflater {
  /// What stands around the deflate data.
  enum Wrapper: Int32 {
    /// A gzip member with its header, checksum and length.
    case gzip = 31
    /// A zlib header and checksum.
    case zlib = 15
    /// Nothing.
    case none = -15
  }

  /// What one step gave.
  struct Step {
    /// Compressed bytes that were used.
    var consumed: Int
    /// Whether the stream is complete and its checksum right.
    var isComplete: Bool
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool
  /// Why the data cannot be decompressed, in zlib's words.
  private(set) var complaint = ""

  init(_ wrapper: Wrapper) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady = parallax_inflate_init(stream, wrapper.rawValue) == Z_OK
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Starts anew with another stream of the same kind.
  func reset() {
    if isReady { inflateReset(stream) }
  }

  /// Decompresses some of the input, adding at most `room` bytes to the output.
  ///
  /// - Returns: nil where the data are damaged; see `complaint`.
  func step(_ input: ArraySlice<UInt8>, into output: inout [UInt8], room: Int) -> Step? {
    guard isReady else {
      complaint = "too little memory"
      return nil
    }
    var result = Z_OK
    var consumed = 0
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      input.withUnsafeBufferPointer { input in
        // zlib reads the input only; its header lacks the `const`.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(clamping: input.count)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(clamping: room)
        let offered = Int(stream.pointee.avail_in)
        result = inflate(stream, Z_NO_FLUSH)
        consumed = offered - Int(stream.pointee.avail_in)
        count = Int(UInt32(clamping: room) - stream.pointee.avail_out)
        stream.pointee.next_in = nil
      }
    }
    output.append(contentsOf: piece)
    switch result {
    case Z_STREAM_END: return Step(consumed: consumed, isComplete: true)
    // No progress is no fault: more input is wanted.
    case Z_OK, Z_BUF_ERROR: return Step(consumed: consumed, isComplete: false)
    default:
      complaint = stream.pointee.msg.map { String(cString: $0) } ?? "invalid data"
      return nil
    }
  }
}
