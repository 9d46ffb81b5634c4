import ParallaxCore
import Testing

@Suite struct ExcerptTests {
  static let blog = """
    Well, maybe our town never learns. You'd think two floods would be enough, but no, we can't have nice things.

    Still, perhaps someone is awake, the Ledger's Ana Vale reported earlier today:

    """

  @Test func passagesAnnouncedByAPublicationAreIts() {
    let sample = VoiceSample(
      Self.blog + "\n" + """
        The dam at Orrin lost two gates on Monday, according to the county engineer. ...

        Crews expect to finish the repair in 40 days. The county set aside $3 million.

        So there you have it. Don't you feel safer? I can't say that I do, and we'd better get used to it.
        """)
    let voices = sample.voiced.paragraphSegments.map { range in
      Set(sample.voiced.segments[range].map(\.voice.rawValue)).sorted()
    }
    #expect(
      voices == [["author"], ["author"], ["excerpt", "indirect"], ["excerpt", "indirect"], ["author"]])
    let via = sample.voiced.segments.compactMap(\.via)
    #expect(Set(via) == ["Ledger"])
    #expect(sample.voiced.attributions.filter { $0.voice == .excerpt }.count == 1)
    #expect(sample.voiced.sources.contains { $0.name == "Ledger" && $0.kind == .document && $0.words > 12 })
  }

  @Test func thePublicationMayBeNamedAfterwards() {
    let sample = VoiceSample(
      """
      Well, maybe our town never learns. You'd think two floods would be enough, but we can't have nice things.

      The engineers, of course, would like us to believe that the timing is pure chance:

      The dam at Orrin lost two gates on Monday, the county engineer said. Crews began work on Tuesday.

      The Courier's report makes chance seem less likely, doesn't it? I wouldn't bet on it.
      """)
    #expect(sample.voiced.segments.contains { $0.voice == .excerpt && $0.via == "The Courier" })
    #expect(sample.voiced.segments.last?.voice == .author)
  }

  @Test func aReportThatLeadsIntoItsOwnListHasNoExcerpt() {
    let sample = VoiceSample(
      """
      The county council met on Monday and voted 5-2, the clerk said. The mayor spoke for an hour.

      The council agreed on several changes to the rules that govern the dam at Orrin:

      The gates will be checked on Tuesday, the county engineer said. The repair costs $3 million.
      """)
    #expect(!sample.voiced.segments.contains { $0.voice == .excerpt })
  }

  @Test func thePublicationOwnsItsReporter() {
    let sample = VoiceSample(
      Self.blog.replacing("the Ledger's Ana", with: "Orrin Times' Ana") + "\n" + """
        The dam at Orrin lost two gates on Monday, according to the county engineer.
        """)
    #expect(Set(sample.voiced.segments.compactMap(\.via)) == ["Orrin Times"])
  }

  @Test func interruptionsStayOutside() {
    let sample = VoiceSample(
      Self.blog + "\n" + """
        The dam at Orrin lost two gates on Monday, according to the county engineer. ...

        Advertisement

        Crews expect to finish the repair on Friday, the engineer said. The county set aside $3 million.
        """, roles: [.body, .body, .body, .advertisement])
    let voices = sample.voiced.paragraphSegments.map { sample.voiced.segments[$0].map(\.voice) }
    #expect(voices[3] == [.author] && voices[4].contains(.excerpt) && !voices[4].contains(.author))
  }
}
