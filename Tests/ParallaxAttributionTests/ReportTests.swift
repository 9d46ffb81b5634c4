import ParallaxCore
import Testing

@Suite struct ReportTests {
  @Test(arguments: [
    "Ana Vale said {I Ana Vale|that the dam was old}.",
    "Ana Vale said {I Ana Vale|the dam was old}.",
    "On Monday, Ana Vale said {I Ana Vale|the dam was old}.",
    "{I Ana Vale|The dam was old}, Ana Vale said.",
    "{I Ana Vale|The dam was old}, said Ana Vale, the mayor.",
    "{I Ana Vale|The dam}, Ana Vale said, {I Ana Vale|was old}.",
    "According to Ana Vale, {I Ana Vale|the dam was old}.",
    "{I Ana Vale|The dam was old}, according to Ana Vale.",
    "Ana Vale told reporters {I Ana Vale|the dam was old}.",
    "Ana Vale asked {I Ana Vale|whether the dam was old}.",
    "Ana Vale called {I Ana Vale|the dam} {D Ana Vale|“a disgrace”}.",
    "Ana Vale refused {I Ana Vale|to rebuild the dam}.",
    "Ana Vale said {I Ana Vale|the dam was old}, adding {I Ana Vale|that it leaked}.",
    "Ana Vale said {I Ana Vale|the dam was old} and added {I Ana Vale|that it leaked}.",
    "Ana Vale called for {I Ana Vale|a vote on the dam}.",
    "Ana Vale made the claim {I Ana Vale|that the dam was old}.",
    "Few shared Ana Vale’s insistence {I Ana Vale|that the dam was old}.",
    "Ana Vale is confident {I Ana Vale|that the dam will hold}.",
    "As Ana Vale said, {I Ana Vale|the dam was old}.",
    "{I Ana Vale|The dam was old}, as Ana Vale said on Monday.",
    "It was a dam {I courts|that} courts said {I courts|was old}.",
    "After saying {I Ana Vale|that it leaked}, Ana Vale left the room.".replacing("I Ana Vale", with: "I"),
    "When Ana Vale said {I Ana Vale|the dam was old}, the crowd left.",
    "Ana Vale told reporters in Orrin on Monday {I Ana Vale|that the dam was old}.",
    "Ana Vale urged {I Ana Vale|them not to go}.",
    "{I Ana Vale|The dam was old}, Ana Vale told members of the council.",
    "Ana Vale – who lives in Orrin – said {I Ana Vale|the dam was old}.",
    "In June, Ana Vale said, {I Ana Vale|the dam was old}.",
    "Ana Vale said {I Ana Vale|that, according to a study, the dam was old}.",
    "Her plan {I|to rebuild the dam} is old.",
    "A program called Beacon closed.",
    "It is hard to believe in chance.",
    "{I the council|The plan} was backed by the council.",
    "As part of her plea, Ana Vale, 44, said {I Ana Vale|that the dam was old}.",
    "{D Ana Vale|“We are glad”} {I Ana Vale|about the vote}, said Ana Vale, head of a union that left Orrin.",
    "At a time when it was said {I|that the dam was safe}, the mayor left Orrin.",
    "The runner claimed the title when her rival fell.",
    "I think the dam is old.", "You’d think the dam was old.",
    "The dam was old. Its walls leaked.",
    "The report called off nothing; claims of ownership were filed.",
  ])
  func marks(marked: String) {
    #expect(VoiceSample(VoiceSample.plain(marked)).marked == marked)
  }

  @Test func kindsFollowTheCue() {
    let sample = VoiceSample(
      "Vale said it rained. Vale believes it rained. Vale wants to leave. The survey shows it rained.")
    #expect(sample.voiced.attributions.map(\.kind) == [.speech, .belief, .intention, .evidence])
    #expect(sample.voiced.attributions.map(\.cueLemma) == ["say", "believe", "want", "show"])
  }

  @Test func sourcesAndCuesAreWhole() {
    #expect(
      VoiceSample("Ana Vale, the mayor, has said it rained.").reports == ["Ana Vale, the mayor/has said"])
    #expect(VoiceSample("It rained, said Ana Vale, the mayor.").reports == ["Ana Vale, the mayor/said"])
    #expect(VoiceSample("The man who spoke, Vale, said it rained.").reports.count == 1)
    #expect(VoiceSample("Vale, who says it rained, left.").reports == ["who/says"])
  }

  @Test func listsGoOnWithTheReportThatAnnouncesThem() {
    let sample = VoiceSample(
      "Ana Vale argued that:\n\n- The dam is old.\n\n- It leaks.\n\nThe council met in Orrin.",
      roles: [.body, .listItem, .listItem])
    #expect(
      sample.marked
        == "Ana Vale argued that:\n\n{I Ana Vale|- The dam is old.}\n\n{I Ana Vale|- It leaks.}\n\nThe council met in Orrin."
    )
  }

  @Test func listsAfterOtherColonsAreTheAuthors() {
    let text = "Ana Vale argued in favour of three things:\n\n- The dam in the valley.\n\n- The bridge."
    #expect(!VoiceSample(text, roles: [.body, .listItem, .listItem]).marked.contains("{I Ana Vale|- The"))
  }

  @Test func descriptionsNameNoOne() {
    let sample = VoiceSample("A U.S. official said it rained. The Vale campaign said it snowed.")
    #expect(sample.voiced.sources.map(\.name) == ["A U.S. official", "The Vale campaign"])
    #expect(sample.voiced.sources.map(\.kind) == [.anonymous, .named])
  }

  @Test func noSourceHasAnEmptyName() {
    let sample = VoiceSample("Stay tuned this weekend to see whether the dam holds. Ana Vale said it rained.")
    #expect(sample.voiced.sources.map(\.name) == ["Ana Vale"])
    #expect(!sample.voiced.segments.contains { $0.speaker?.isEmpty == true })
  }

  @Test func cueTokensAreMarked() {
    let sample = VoiceSample("Vale said it rained. He claimed the prize in Orrin.")
    let cues = zip(sample.voiced.isCue, sample.voiced.segmented.tokens).filter(\.0)
      .map { sample.voiced.segmented.string($0.1) }
    #expect(cues.first == "said")
  }
}
