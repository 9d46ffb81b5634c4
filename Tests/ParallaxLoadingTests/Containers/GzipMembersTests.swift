import ParallaxTestSupport
import Testing

@testable import ParallaxLoading

@Suite("Streams of gzip members")
struct GzipMembersTests {
  private static let parts = (1...5).map { number in
    Array("WARC/ part \(number): ".utf8) + (0..<3_000).map { UInt8(truncatingIfNeeded: $0 &* number &* $0) }
  }

  /// What a stream gives: the bytes between two events joined, and the events.
  private func read(_ bytes: [UInt8], piece: Int = 1 << 18) throws -> (
    texts: [[UInt8]], faults: [CompressionFault]
  ) {
    let members = GzipMembers(MemorySource(bytes, pieceLength: piece), resumePrefix: Array("WARC/".utf8))
    var texts: [[UInt8]] = []
    var open: [UInt8] = []
    var faults: [CompressionFault] = []
    while let event = try members.next() {
      switch event {
      case .bytes(let bytes): open += bytes
      case .memberEnd:
        texts.append(open)
        open = []
      case .damage(let fault, _):
        faults.append(fault)
        open = []
      }
    }
    #expect(open.isEmpty)
    return (texts, faults)
  }

  @Test("However the bytes come, the members are the same", arguments: [1, 7, 1000, 1 << 18])
  func pieces(length: Int) throws {
    let (texts, faults) = try read(Self.parts.flatMap(Compressed.gzip), piece: length)
    #expect(texts == Self.parts && faults.isEmpty)
  }

  @Test("A damaged member costs itself alone", arguments: 0..<5)
  func damage(lost: Int) throws {
    let packed = Self.parts.map(Compressed.gzip)
    for place in [
      0, 1, 2, 3, 9, 10, 11, 40, packed[lost].count / 2, packed[lost].count - 5, packed[lost].count - 1,
    ] {
      for change in [UInt8(0x01), 0x80, 0xFF] {
        var stream = packed
        stream[lost][place] ^= change
        let (texts, faults) = try read(stream.flatMap { $0 }, piece: 500)
        let kept = Self.parts.enumerated().filter { $0.offset != lost }.map(\.element)
        // Some bytes of a header mean nothing for the contents.
        #expect(
          texts == Self.parts && faults.isEmpty || texts == kept && faults.count == 1, "\(place) \(change)")
      }
    }
  }

  @Test("A member that lacks bytes, has too many, or is cut out half")
  func shifted() throws {
    let packed = Self.parts.map(Compressed.gzip)
    var stream = packed
    stream[1].removeSubrange(50..<90)
    stream[3].insert(contentsOf: [1, 2, 3], at: 60)
    let (texts, faults) = try read(stream.flatMap { $0 })
    #expect(texts == [Self.parts[0], Self.parts[2], Self.parts[4]] && faults.count == 2)
    let (rest, lost) = try read(Array(packed.flatMap { $0 }.dropFirst(packed[0].count / 2)))
    #expect(rest == Array(Self.parts.dropFirst()) && lost == [.trailing])
    let (head, cut) = try read(Array(packed.flatMap { $0 }.dropLast(10)))
    #expect(head == Array(Self.parts.dropLast()) && cut == [.truncated])
  }

  @Test("As a source, it ends with an error that names the file")
  func source() throws {
    let packed = Compressed.gzip(Self.parts[0])
    let source = PeekableSource(MemorySource(Array(packed.dropLast(10)), pieceLength: 1))
    let contents = try source.decompressed(name: "a.ndjson.gz")
    #expect {
      while try contents.next() != nil {}
    } throws: {
      "\($0)" == "a.ndjson.gz: the compressed data end too early; the file may not have been copied whole"
    }
    let plain = try PeekableSource(MemorySource(Array("{}".utf8), pieceLength: 1)).decompressed(name: "a")
    var read: [UInt8] = []
    while let piece = try plain.next() { read += piece }
    #expect(read == Array("{}".utf8))
  }

  @Test("Millions of false beginnings take time in step with their number", .timeLimit(.minutes(1)))
  func falseStarts() throws {
    let noise = [UInt8]([0x1F, 0x8B, 8, 8, 1, 1, 1, 1, 0, 3, 1, 1])
    let bytes = Array(repeatElement(noise, count: 40_000).joined())
    let (texts, faults) = try read(bytes + Compressed.gzip(Self.parts[0]))
    #expect(texts == [Self.parts[0]] && faults.count == 1)
  }
}
