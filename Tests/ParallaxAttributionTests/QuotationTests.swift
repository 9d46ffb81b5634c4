import ParallaxCore
import Testing

@Suite struct QuotationTests {
  @Test(arguments: [
    "{D Ana Vale|“We won,”} Ana Vale said. {D Ana Vale|“It was late.”}",
    "{D Ana Vale|\"We won,\"} said Ana Vale, the mayor of Orrin. {D Ana Vale|\"It was late.\"}",
    "{D Ana Vale|‘It’s the players’ union,’} Ana Vale said.",
    "{D Ana Vale|''We won,''} Ana Vale told reporters on Monday.",
    "{D Ana Vale|«We won»}, Ana Vale said.",
    "Ana Vale said: {D Ana Vale|“We won. It was ‘late’ in the day.”}",
    "{D Ana Vale|“Why?”} Ana Vale asked.",
    "{D Ana Vale|“We won,”} Ana Vale said, {D Ana Vale|“but it was late.”}",
    "Ana Vale, who lives in Orrin, said, {D Ana Vale|“We won.”}",
    "Ana Vale said on the Ledger’s “Morning Hour.” {D Ana Vale|“We won.”}",
    "The “late” mayor and his “reset button” left the room.",
    "The board is 6'2\" by 5\" and the '80s are over.",
    "The players' union left, the owners' did not.",
  ])
  func marks(marked: String) {
    #expect(VoiceSample(VoiceSample.plain(marked)).marked == marked)
  }

  @Test func quotationsGoOnOverParagraphs() {
    let marked =
      "{D Ana Vale|“We won,”} Ana Vale said. {D Ana Vale|“It was late.}\n\n{D Ana Vale|“We slept.}"
      + "\n\n{D Ana Vale|“Then we left.”} The hall was dark."
    #expect(VoiceSample(VoiceSample.plain(marked)).marked == marked)
  }

  @Test func quotationsAnnouncedByAColonStandInTheNextParagraph() {
    let marked = "Ana Vale replied on Monday:\n\n{D Ana Vale|“We won.”}\n\n{D Ana Vale|“It was late.”}"
    #expect(VoiceSample(VoiceSample.plain(marked)).marked == marked)
  }

  @Test func labelledLinesAreTranscripts() {
    let marked =
      "Ana Vale spoke to the Ledger.\n\nVALE:{D Ana Vale| I think we won.}\n\nVale:{D Ana Vale| You know it.}"
    let sample = VoiceSample(VoiceSample.plain(marked))
    #expect(sample.voiced.segments.filter { $0.voice == .direct }.count == 2)
    #expect(VoiceSample("Rain: what we know\n\nIt rained.", roles: [.headline]).reports.isEmpty)
    #expect(VoiceSample("Poll: Rain ahead\n\nIt rained.", roles: [.headline]).reports == ["Poll/:"])
  }

  @Test func unbalancedMarksAreMendedInTheirSentence() {
    let sample = VoiceSample("Ana Vale said: “We won. The hall was dark.\n\nIt rained.")
    #expect(sample.marked == "Ana Vale said: {D Ana Vale|“We won.} The hall was dark.\n\nIt rained.")
  }

  @Test func excerptsKeepTheirSpeakers() {
    let sample = VoiceSample(
      "The Ledger reported:\n\nThe dam broke. “It was old,” Ana Vale said.",
      roles: [.body, .excerpt], via: "The Ledger")
    #expect(
      sample.marked
        == "The Ledger reported:\n\n{E The Ledger|The dam broke.} {D Ana Vale|“It was old,”}"
        + "{E The Ledger| Ana Vale said.}".replacing("{E The Ledger| ", with: " {E The Ledger|"))
    #expect(sample.voiced.segments[2].via == "The Ledger")
  }

  @Test func promotionsHaveNoSpeakers() {
    let sample = VoiceSample("“Join us today,” said Ana Vale.", roles: [.promotion])
    #expect(sample.marked == "“Join us today,” said Ana Vale.")
  }
}
