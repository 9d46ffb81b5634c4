/// The bytes of an archive that a reader looks at, decompressed where they are compressed.
///
/// Reading stops where data were lost; the reader decides when to go on. Members of a gzip stream that ended
/// well are remembered: a record that ends where one does is whole.
final class RecordBuffer {
  /// What was found instead of more bytes.
  enum Stop: Equatable {
    /// The end of the archive.
    case end
    /// Damaged compressed data; there may be more after it.
    case damage(CompressionFault, offset: Int)
    /// The archive cannot be read on.
    case failure(LoadingError)
  }

  private enum Supply {
    case plain(any ByteSource)
    case gzip(GzipMembers)
  }

  private(set) var bytes: [UInt8] = []
  /// Index of the next byte to look at.
  private(set) var head = 0
  /// Why there are no more bytes, for now or for good.
  private(set) var stop: Stop?

  private let supply: Supply
  /// Offset of `bytes[0]` in the decompressed archive.
  private var base = 0
  /// Where members begin: decompressed offset, and offset in the file.
  private var memberStarts: [(offset: Int, fileOffset: Int)] = []
  /// Decompressed offsets where members ended with the right checksum.
  private var memberEnds: [Int] = []
  private var startsMember = true

  /// - Parameter opening: How the first record of a member begins.
  init(_ source: any ByteSource, opening: [UInt8]) {
    let source = PeekableSource(source)
    switch Result(catching: { () throws(LoadingError) in try source.peek(2) }) {
    case .success(let magic) where Decompression.isGzip(magic):
      supply = .gzip(GzipMembers(source, resumePrefix: opening))
    case .success: supply = .plain(source)
    case .failure(let error):
      supply = .plain(source)
      stop = .failure(error)
    }
  }

  /// Bytes that can be looked at.
  var available: Int { bytes.count - head }
  /// Offset of the next byte in the decompressed archive.
  var offset: Int { base + head }

  /// Reads until `count` bytes can be looked at.
  ///
  /// - Returns: False when there are fewer before the next stop.
  func ensure(_ count: Int) -> Bool {
    while available < count { guard fill() else { return false } }
    return true
  }

  /// Goes on by some bytes.
  func advance(_ count: Int) { head = min(bytes.count, head + count) }

  /// Whether the bytes from `ahead` on begin so.
  func starts(with prefix: [UInt8], ahead: Int = 0) -> Bool {
    ensure(ahead + prefix.count) && bytes[(head + ahead)...].starts(with: prefix)
  }

  /// Whether a member ended well before the byte at this index.
  func isMemberEnd(_ index: Int) -> Bool {
    let place = Self.partition(memberEnds.count) { memberEnds[$0] < base + index }
    return place < memberEnds.count && memberEnds[place] == base + index
  }

  /// Goes on after damage; what stands before it is dropped.
  func passDamage() {
    guard case .damage = stop else { return }
    head = bytes.count
    stop = nil
    startsMember = true
  }

  /// Where a place of the decompressed archive is to be found in the file.
  func description(of offset: Int) -> String {
    guard case .gzip = supply else { return "byte \(offset)" }
    let following = Self.partition(memberStarts.count) { memberStarts[$0].offset <= offset }
    guard following > 0 else { return "byte \(offset) of the decompressed data" }
    let member = memberStarts[following - 1]
    let place = "byte \(member.fileOffset)"
    return member.offset == offset ? place : place + ", \(offset - member.offset) bytes decompressed"
  }

  /// The first of `count` ascending elements for which a condition no longer holds, found by halving.
  private static func partition(_ count: Int, _ holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func fill() -> Bool {
    guard stop == nil else { return false }
    dropUsed()
    do throws(LoadingError) {
      switch supply {
      case .plain(let source):
        guard let piece = try source.next() else {
          stop = .end
          return false
        }
        bytes += piece
      case .gzip(let members): return try fill(from: members)
      }
    } catch {
      stop = .failure(error)
      return false
    }
    return true
  }

  private func fill(from members: GzipMembers) throws(LoadingError) -> Bool {
    while true {
      switch try members.next() {
      case .bytes(let piece):
        if startsMember {
          memberStarts.append((base + bytes.count, members.memberOffset))
          startsMember = false
        }
        bytes += piece
        return true
      case .memberEnd:
        startsMember = true
        if memberEnds.last != base + bytes.count { memberEnds.append(base + bytes.count) }
      case .damage(let fault, let offset):
        stop = .damage(fault, offset: offset)
        return false
      case nil:
        stop = .end
        return false
      }
    }
  }

  /// Drops what was looked at when it is most of the buffer.
  private func dropUsed() {
    guard head > 1 << 18, head > bytes.count / 2 else { return }
    bytes.removeFirst(head)
    base += head
    head = 0
    memberEnds.removeAll { $0 < base }
    let first = memberStarts.lastIndex { $0.offset <= base } ?? 0
    memberStarts.removeFirst(first)
  }
}
