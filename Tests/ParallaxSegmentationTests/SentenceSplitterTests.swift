import ParallaxCore
import Testing

@Suite struct SentenceSplitterTests {
  /// Sentence ends are marked by a bar.
  @Test(arguments: [
    "It rained.| We left.| Why?| Because!",
    "Mr. Vale met Dr. Ruiz.| They spoke.",
    "He met J. R. Smith on Jan. 6 in Boise.| It was cold.",
    "Plan B. The dam| it was not.".replacing("B. The dam|", with: "B.| The dam"),
    "The U.S. Senate voted.| The U.S.| It did so at 5 p.m. Monday.",
    "Acme Inc. shares fell 3.5 percent.| Rooms at No. 10 were dark.",
    "She saw foxes, hares, etc., and left.| Ruiz v. Vale was heard.",
    "“I did.”| “You did not,” he said.",
    "“Why?” she asked.| “Stop!” Mr. Vale shouted.| “No!”| The crowd left.",
    "\"It is late.\"| \"It is not.\"",
    "He came (and left.)| She stayed.",
    "Well ... the rain went on... and on.| Then it stopped...| We slept.",
    "It was late. . .| The end.",
    "Cost was $3.5 billion.| Of that, 1.5 came.| 12 more followed.",
    "Yahoo! said so.| What?!| Never!!!| Fine.",
    "He said it.— Reuters",
    "The day was over.|The night began.",
    "in sum, e.g. Vale and i.e. Ruiz.| Done.",
    "Sen. Ana Ruiz, D-Calif., spoke.| She lives in Calif.| The end.",
    "She left.| ‘I know,’ he said.",
    "我来了。|他走了。",
    "No stop at all",
    "He earned a Ph.D. in law.| At 9 a.m.| She slept.",
    "Gov. Lee said so.| $5 was paid.| (He paid.)| #done",
    "The firm is A.B. Corp. and it closed.",
  ])
  func ends(marked: String) {
    let sample = Sample(marked.replacing("|", with: ""))
    #expect(sample.sentences == marked.replacing("| ", with: "|"))
  }

  @Test func neverCrossesParagraphs() {
    let sample = Sample("no stop here\n\nand here\n\n\n\nlast.")
    #expect(sample.sentences == "no stop here|and here|last.")
    #expect(sample.segmented.sentences.map(\.paragraph) == [0, 1, 3])
  }

  @Test func countsWords() {
    let sample = Sample("Ana's 5% rose — @x. 👍")
    #expect(sample.segmented.sentences.map(\.words) == [4, 0])
  }
}
