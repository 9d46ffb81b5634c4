/// Reads the records of a web archive one by one, in memory bounded by one record's limit.
///
/// The archive may be plain, compressed record by record, or compressed whole. A record is given only when it is
/// proven whole: by the empty lines after it with another record or the end, or by a checksum. After a damaged
/// one, reading goes on at the next place where a record begins, be it inside the bytes that the damaged one
/// claims for itself.
///
/// - Complexity: O(n) in the length of the archive.
package final class WARCReader {
  /// What comes next.
  package enum Item: Sendable {
    case record(WARCRecord)
    case damage(WARCDamage)
  }

  private static let opening = Array("WARC/".utf8)
  /// Bytes of `WARC/1.0` and the end of its line.
  private static let startLength = 9
  private static let headerLimit = 1 << 16
  /// How much of a block over the limit is given.
  private static let kept = 1 << 16

  private let buffer: RecordBuffer
  private let limit: Int
  private let keeps: @Sendable (WARCRecord.Header) -> Bool
  private var count = 0
  /// Whether the stretch being passed over has been reported.
  private var isResuming = false

  /// - Parameters:
  ///   - limit: Bytes of the longest block that is given whole.
  ///   - keeps: Whether the block of a record is wanted.
  package init(
    _ source: any ByteSource, limit: Int,
    keeps: @escaping @Sendable (WARCRecord.Header) -> Bool = { _ in true }
  ) {
    buffer = RecordBuffer(source, opening: Self.opening)
    self.limit = limit
    self.keeps = keeps
  }

  /// Whether bytes begin as an archive does.
  ///
  /// - Parameter beginning: The first bytes, compressed or not; 4,096 are enough.
  package static func isArchive(_ beginning: [UInt8]) -> Bool {
    guard Decompression.isGzip(beginning) else { return beginning.starts(with: opening) }
    var contents: [UInt8] = []
    let members = GzipMembers(MemorySource(beginning))
    // Damaged members begin no archive; the loader says what is wrong with them.
    while contents.count < opening.count, case .bytes(let bytes)? = try? members.next() { contents += bytes }
    return contents.starts(with: opening)
  }

  /// Whether an archive can begin with these two bytes.
  package static func mayBeArchive(_ bytes: [UInt8]) -> Bool {
    Decompression.isGzip(bytes) || bytes.starts(with: opening.prefix(2))
  }

  /// The next record or damage, nil at the end.
  package func next() -> Item? {
    while true {
      while buffer.ensure(1), buffer.bytes[buffer.head] == 0x0A || buffer.bytes[buffer.head] == 0x0D {
        buffer.advance(1)
      }
      if buffer.ensure(1) {
        if let item = read() { return item }
        continue
      }
      switch buffer.stop {
      case .damage(let fault, let offset):
        let wasReported = isResuming
        buffer.passDamage()
        isResuming = false
        if !wasReported { return damage(fault.description, place: "byte \(offset)") }
      case .failure(let error):
        guard !hasFailed else { return nil }
        hasFailed = true
        return damage("\(error)", place: buffer.description(of: buffer.offset))
      case .end, nil: return nil
      }
    }
  }

  private var hasFailed = false

  /// Reads the record that begins here; nil when there is none in a stretch already reported.
  private func read() -> Item? {
    let place = buffer.description(of: buffer.offset)
    guard buffer.starts(with: Self.opening) else {
      return resume("no record begins here; expected WARC/1.0 or WARC/1.1", place, isHeader: true)
    }
    guard let (header, length) = header(ahead: 0) else {
      return resume(headerComplaint(), place, isHeader: true)
    }
    if header.length > limit { return readLong(header, length, place) }
    let end = length + header.length
    guard buffer.ensure(end) else { return resume(missing(), place, id: header.id) }
    guard isWhole(end) else {
      return resume(
        "no record or end follows the \(header.length) bytes that Content-Length gives", place, id: header.id)
    }
    let start = buffer.head + length
    let block = keeps(header) ? Array(buffer.bytes[start..<start + header.length]) : []
    buffer.advance(end)
    return record(header, block, place)
  }

  private func record(_ header: WARCRecord.Header, _ block: [UInt8], _ place: String) -> Item {
    isResuming = false
    count += 1
    return .record(
      WARCRecord(
        number: count, place: place, header: header, block: block, isOverLimit: header.length > limit))
  }

  private func damage(_ reason: String, place: String, id: String? = nil) -> Item {
    count += 1
    return .damage(WARCDamage(number: count, place: place, id: id, reason: reason))
  }

  // MARK: Headers

  /// The header that begins `ahead` bytes from here, and its length; nil when there is no usable one.
  private func header(ahead: Int) -> (header: WARCRecord.Header, length: Int)? {
    while true {
      let start = buffer.head + ahead
      switch MessageHead.find(
        in: buffer.bytes, from: start, limit: Self.headerLimit, opening: Self.opening)
      {
      case .complete(let head):
        let fields = HeaderFields(head.lines.dropFirst())
        guard let digits = fields["Content-Length"], (1...15).contains(digits.utf8.count),
          digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let length = Int(digits), fields["WARC-Type"] != nil
        else { return nil }
        return (WARCRecord.Header(fields: fields, length: length), head.end - start)
      case .incomplete: guard buffer.ensure(buffer.available + 1) else { return nil }
      case .malformed: return nil
      }
    }
  }

  private func headerComplaint() -> String {
    switch MessageHead.find(
      in: buffer.bytes, from: buffer.head, limit: Self.headerLimit, opening: Self.opening)
    {
    case .complete: "the header lacks a WARC-Type or a Content-Length that is a number"
    case .incomplete: missing()
    case .malformed: "the header has no end"
    }
  }

  /// Why there are no more bytes where a record needs them.
  private func missing() -> String {
    switch buffer.stop {
    case .damage(let fault, _): fault.description
    case .failure(let error): "\(error)"
    case .end, nil: "the archive ends before the record does"
    }
  }

  // MARK: The end of a record

  /// Whether a record that would end `end` bytes from here is followed as a record should be.
  private func isWhole(_ end: Int) -> Bool {
    var at = end
    var newlines = 0
    while true {
      if buffer.isMemberEnd(buffer.head + at) { return true }
      guard buffer.ensure(at + 1) else {
        // The end of a member may show only now.
        return buffer.stop == .end || buffer.isMemberEnd(buffer.head + at)
      }
      if buffer.isMemberEnd(buffer.head + at) { return true }
      let byte = buffer.bytes[buffer.head + at]
      guard byte == 0x0A || byte == 0x0D, at < end + 8 else { break }
      if byte == 0x0A { newlines += 1 }
      at += 1
    }
    // Where the next record has lost its first line, this one need not be damaged.
    return newlines >= 2 || buffer.starts(with: Self.opening, ahead: at)
  }

  // MARK: The way back

  /// Passes over what cannot be read, up to the next place where a record may begin.
  ///
  /// - Parameter isHeader: Whether not even a header was found; inside a stretch already reported that is no news.
  /// - Returns: The report, nil when there was one already.
  private func resume(_ reason: String, _ place: String, id: String? = nil, isHeader: Bool = false) -> Item? {
    let wasReported = isResuming && isHeader
    isResuming = true
    buffer.advance(1)
    var reason = reason
    if !findStart() {
      buffer.advance(buffer.available)
      // Nonsense before damage comes from the damage.
      if isHeader, case .damage(let fault, _) = buffer.stop { reason = fault.description }
    }
    return wasReported ? nil : damage(reason, place: place, id: id)
  }

  /// Goes on to the next place where a record may begin; false when there is none before the next stop.
  private func findStart() -> Bool {
    while buffer.ensure(Self.startLength) {
      let last = buffer.bytes.count - Self.startLength
      if let start = nextStart(in: buffer.head...last) {
        buffer.advance(start - buffer.head)
        return true
      }
      buffer.advance(last + 1 - buffer.head)
    }
    return false
  }

  /// The first place where a line `WARC/1.0` stands; what precedes it may have lost its own end.
  private func nextStart(in range: ClosedRange<Int>) -> Int? {
    var at = range.lowerBound
    while at <= range.upperBound, let found = buffer.bytes[at...range.upperBound].firstIndex(of: 0x57) {
      let text = buffer.bytes[found..<found + Self.startLength]
      if text.starts(with: Self.opening), text[found + 5] &- 0x30 < 10, text[found + 6] == 0x2E,
        text[found + 7] &- 0x30 < 10, text[found + 8] == 0x0D || text[found + 8] == 0x0A
      {
        return found
      }
      at = found + 1
    }
    return nil
  }

  // MARK: Long records

  /// Passes over a block that is longer than the limit, without holding it.
  ///
  /// A whole header inside it means that Content-Length is wrong, for all one can tell without reading on.
  private func readLong(_ header: WARCRecord.Header, _ length: Int, _ place: String) -> Item? {
    let end = buffer.offset + length + header.length
    buffer.advance(length)
    _ = buffer.ensure(Self.kept)
    let block = keeps(header) ? Array(buffer.bytes[buffer.head...].prefix(Self.kept)) : []
    while buffer.offset < end {
      guard buffer.ensure(min(Self.startLength, end - buffer.offset)) else {
        return resume(missing(), place, id: header.id)
      }
      let last = min(buffer.bytes.count, buffer.head + end - buffer.offset) - Self.startLength
      guard last >= buffer.head else {
        buffer.advance(end - buffer.offset)
        break
      }
      if let start = nextStart(in: buffer.head...last) {
        buffer.advance(start - buffer.head)
        if self.header(ahead: 0) != nil {
          isResuming = true
          return damage(
            "another record begins inside the \(header.length) bytes that Content-Length gives", place: place,
            id: header.id)
        }
        buffer.advance(1)
      } else {
        buffer.advance(last + 1 - buffer.head)
      }
    }
    guard isWhole(0) else {
      return resume(
        "no record or end follows the \(header.length) bytes that Content-Length gives", place, id: header.id)
    }
    return record(header, block, place)
  }
}
