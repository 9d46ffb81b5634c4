import ParallaxTestSupport
import Testing

@testable import ParallaxLoading

/// Damages archives at random: reading never crashes, and records that were not touched are given.
@Suite("Mutated archives")
struct WARCMutationTests {
  private static let count = 12
  private static let archive: SampleArchive = {
    var archive = SampleArchive()
    for number in 1...count {
      archive.addPage(
        SampleArchive.page(number), url: "https://ledger.example/\(number)", id: "urn:page:\(number)")
    }
    return archive
  }()

  private func read(_ bytes: [UInt8], _ generator: inout SplitMix) -> (pages: [String: [UInt8]], damages: Int)
  {
    let piece = Int.random(in: 1...4000, using: &generator)
    let reader = CaptureReader(MemorySource(bytes, pieceLength: piece), archive: "m", limit: 60_000)
    var pages: [String: [UInt8]] = [:]
    var damages = 0
    while let item = reader.next() {
      switch item {
      case .damage: damages += 1
      case .capture(let capture):
        if let page = try? capture.page(limit: 60_000, archive: "m") { pages[capture.id] = page.bytes }
      }
    }
    return (pages, damages)
  }

  /// Changes, takes out or puts in some bytes.
  private func mutate(_ bytes: inout [UInt8], _ generator: inout SplitMix) {
    let place = Int.random(in: bytes.indices, using: &generator)
    let end = min(bytes.count, place + Int.random(in: 1...60, using: &generator))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0, 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    default: for index in place..<end { bytes[index] = UInt8.random(in: 0...255, using: &generator) }
    }
  }

  @Test("The others are given", arguments: 0..<40)
  func others(seed: Int) {
    var generator = SplitMix(seed: UInt64(seed) + 77)
    let isCompressed = seed % 2 == 0
    let records = isCompressed ? Self.archive.records.map(Compressed.gzip) : Self.archive.records
    for _ in 0..<10 {
      var damaged = records
      let lost = Set((0..<3).map { _ in Int.random(in: 0..<Self.count, using: &generator) })
      for index in lost { mutate(&damaged[index], &generator) }
      let (pages, _) = read(damaged.flatMap { $0 }, &generator)
      for index in 0..<Self.count where !lost.contains(index) {
        #expect(
          pages["urn:page:\(index + 1)"] == SampleArchive.page(index + 1),
          "seed \(seed): \(index) lost beside \(lost.sorted())")
      }
    }
  }

  @Test("Anything at all ends", arguments: 0..<20)
  func anything(seed: Int) {
    var generator = SplitMix(seed: UInt64(seed) + 991)
    for form in [Self.archive.bytes, Self.archive.compressedByRecord, Self.archive.compressedWhole] {
      var bytes = form
      for _ in 0..<Int.random(in: 1...60, using: &generator) { mutate(&bytes, &generator) }
      let (pages, damages) = read(bytes, &generator)
      #expect(pages.count <= Self.count + 60 && damages <= 200)
    }
  }
}
