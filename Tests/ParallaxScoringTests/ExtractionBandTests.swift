import ParallaxScoring
import Testing

@Suite struct ExtractionBandTests {
  private func reading(_ favor: String, words: Int, index: Double?) -> ExtractionBand.Reading {
    var counts = VoiceCounts()
    counts.author = words
    return .init(favor: favor, words: counts, findings: 3, index: index)
  }

  @Test func waysThatAgreeGiveNoBand() {
    let readings = ["precision", "balanced", "recall"].map { reading($0, words: 400, index: 31) }
    #expect(ExtractionBand(readings, chosen: "balanced") == nil)
    #expect(ExtractionBand([], chosen: "balanced") == nil)
  }

  @Test func boundsAreTheLowestAndHighestIndex() throws {
    let band = try #require(
      ExtractionBand(
        [
          reading("precision", words: 300, index: 42), reading("balanced", words: 400, index: 31),
          reading("recall", words: 500, index: 35.5),
        ], chosen: "balanced"))
    #expect(band.bounds?.low == 31)
    #expect(band.isDoubtful)
    #expect(band.bounds?.high == 42)
    #expect(band.readings.map(\.favor) == ["precision", "balanced", "recall"])
  }

  @Test func aSentenceMoreOrLessIsNoDoubt() throws {
    let band = try #require(
      ExtractionBand(
        [reading("balanced", words: 400, index: 31), reading("recall", words: 412, index: 32.5)],
        chosen: "balanced"))
    #expect(!band.isDoubtful)
  }

  @Test func aWayWithoutTheAuthorsWordsHasNoBounds() throws {
    let band = try #require(
      ExtractionBand(
        [reading("precision", words: 0, index: nil), reading("balanced", words: 400, index: 31)],
        chosen: "balanced"))
    #expect(band.bounds == nil)
  }
}
